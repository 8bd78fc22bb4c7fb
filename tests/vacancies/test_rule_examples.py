"""Each rule beside its examples and counter-examples, as ontology/rules/examples.tsv keeps them."""

import re
from collections import Counter

import pytest
from dottedline.ontology.grammar import grammar
from dottedline.ontology.lexicon import lexicon
from dottedline.ontology.rules import Rule, rules
from dottedline.ontology.tables import table
from dottedline.vacancies.interpreter import Interpreter
from dottedline.vacancies.names import Names
from dottedline.vacancies.sections import Section
from dottedline.vacancies.text import view

TABLE = "rules/examples.tsv"
ROWS = table(TABLE)
BY_NAME = {rule.name: rule for rule in rules()}
OF_OTHERS = {"SeatFrame", "ChargeFrame", "AgentFrame", "OwnerFrame"}
SETTING = {*OF_OTHERS, "SupervisionFrame", "FacetFrame"}
IN_CONTEXT = {*SETTING, "ThroughFrame", "TitleFrame"}
OWN = ("International Organization for Migration", "IOM", "Field Support Unit", "FSU")


def starts(sentence: str) -> tuple[str, list[int]]:
    """The sentence without brackets, and where the names begin that they held."""
    plain, found = "", []
    for sign in sentence:
        if sign == "[":
            found.append(len(plain))
        elif sign != "]":
            plain += sign
    return plain, found


def past_article(sentence: str, at: int, code: str) -> int:
    while (word := re.match(r"(?:[^\W\d]+['’]|[^\W\d]+)\s*", sentence[at:])) and grammar(code).is_a(
        word.group().strip().casefold(), "determiner"
    ):
        at += word.end()
    return at


def read(sentence: str, code: str, rule: Rule) -> list[int]:
    """Where the objects begin that the rule reads in the sentence."""
    kind = "context" if rule.of_post or rule.frame in IN_CONTEXT else "duties"
    own = lexicon().named(OWN[0])[0].slug
    names = Names({}, organization=own, own=OWN, units=OWN[2:], language=grammar(code))
    reading = Interpreter(sentence, view(sentence), code, names, "Records Clerk")
    stated, remarked = reading.read((Section(kind, 0, len(sentence), 0),))
    told = remarked if rule.frame in OF_OTHERS else stated
    return [one.member.start for one in told if one.rule.name == rule.name]


@pytest.mark.parametrize(
    "row",
    ROWS,
    ids=lambda row: f"{row['rule']}-{row['language']}-{row['reads']}-{row['sentence'][:40]}",
)
def test_rule_reads_its_examples_and_no_counter_example(row: dict[str, str]) -> None:
    """A rule reads the objects in brackets and no others; in a counter-example it reads none."""
    plain, wanted = starts(row["sentence"])
    code, rule = row["language"], BY_NAME[row["rule"]]
    found = {past_article(plain, at, code) for at in read(plain, code, rule)}
    assert found == {past_article(plain, at, code) for at in wanted}
    assert bool(wanted) is (row["reads"] == "yes")


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_rule_has_two_examples_and_two_counter_examples(rule: Rule) -> None:
    """Each rule is shown by two sentences that it reads and two that it must not read."""
    counted = Counter(row["reads"] for row in ROWS if row["rule"] == rule.name)
    assert counted["yes"] >= 2
    assert counted["no"] >= 2


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.name)
def test_rule_has_examples_in_each_language_of_its_cues(rule: Rule) -> None:
    """A language in which a rule has cues has an example, too."""
    shown = {row["language"] for row in ROWS if row["rule"] == rule.name and row["reads"] == "yes"}
    assert set(rule.cues) <= shown


def test_counter_examples_say_why() -> None:
    """A counter-example says why it is none; an example needs no reason."""
    assert all(bool(row["because"]) is (row["reads"] == "no") for row in ROWS)


def test_table_is_sorted_and_knows_its_rules() -> None:
    """The rows stand by rule, of rules that exist, no sentence twice for one rule."""
    names = [row["rule"] for row in ROWS]
    assert names == sorted(names)
    assert set(names) <= set(BY_NAME)
    assert len({(row["rule"], row["sentence"]) for row in ROWS}) == len(ROWS)
