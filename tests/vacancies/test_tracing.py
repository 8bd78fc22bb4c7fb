"""A trace tells what the reader of notices does, and why it does not."""

import pytest
from dottedline.ontology.holdbacks import Holdback
from dottedline.ontology.rules import rules
from dottedline.vacancies.extract import extract
from dottedline.vacancies.readers import Notice
from dottedline.vacancies.tracing import Traced, trace
from hypothesis import given, settings
from hypothesis import strategies as st

WORDS = ("reports to", "the RSO", "Otter Cell", "not", "advise", "supervision of", ",", "and", ";")


def only(text: str, **options: str) -> Traced:
    (sentence,) = trace(text, **options).sentences
    return sentence


def fired(sentence: Traced) -> set[tuple[str, str]]:
    return {(one.relation, one.object.name) for one in sentence.relations}


@pytest.mark.parametrize(
    "sentence",
    [
        "Liaise with UNDSS and the host government.",
        "Supervise the drivers and the Otter Watch Assistants.",
        "Attend the SMT when asked to.",
        "Report incidents to the RSO at once.",
        "Assurer la liaison avec le PAM.",
    ],
)
def test_what_fires_is_what_extraction_reads(sentence: str) -> None:
    """A sentence among the duties of a notice gives the relations that its trace shows."""
    text = f"Title: Clerk\nDuties:\n1. {sentence}"
    language = "fr" if "avec" in sentence else "en"
    (vacancy,) = extract(Notice("a.txt", text, "0" * 64, "utf-8")).vacancies
    read = {(one.relation, one.target) for one in vacancy.relations}
    assert read
    assert fired(only(sentence, section="duties", language=language)) == read


@pytest.mark.parametrize(
    ("code", "sentence", "section"),
    [
        ("denied", "The incumbent does not report to the RSO.", None),
        ("of-another", "The Otter Unit reports to the RSO.", None),
        ("a-duty", "Report to the RSO.", "duties"),
        ("no-object", "Keep informed.", None),
        ("other-kind", "Supervise the SCAAN system.", None),
        ("says-too-little", "Prepare reports.", None),
        ("other-author", "Prepare risk reports drafted by UNDSS.", None),
    ],
)
def test_what_is_held_back_says_why(code: str, sentence: str, section: str | None) -> None:
    """Each reason has a sentence that shows it, with the cue and the reason in words."""
    found = {one.code: one for one in trace(sentence, section=section).sentences[0].held_back}
    assert code in found
    assert found[code].why == Holdback(code).sentence
    assert found[code].cue.casefold() in sentence.casefold()


def test_too_long_a_name_is_none() -> None:
    """A name without an end is held back, not read."""
    codes = {one.code for one in only(f"Liaise with the {'Otter' * 60} Unit.").held_back}
    assert codes == {"too-long"}


def test_either_section_allows_its_own_readings() -> None:
    """Without a section a verb that opens may be a line; with `duties` it is a task."""
    line = ("reportsTo", "RSO")
    assert line in fired(only("Report to the RSO."))
    assert line in fired(only("Report to the RSO.", section="context"))
    assert line not in fired(only("Report to the RSO.", section="duties"))


def test_the_title_tells_the_post_from_others() -> None:
    """A sentence about the post's own title is the post's."""
    text = "The Lake Warden reports to the RSO."
    assert only(text).subject == "Lake Warden"
    assert fired(only(text, title="Lake Warden")) == {("reportsTo", "RSO")}


def test_what_the_words_add_is_kept() -> None:
    """Condition and modality, alternatives, topic and urgency stand beside the relation."""
    (replaced,) = only("The incumbent reports to the RSO where there is no FSO.").relations
    assert (replaced.modality, replaced.condition) == ("conditional", "where there is no FSO")
    chosen = only("The incumbent reports to the RSO or the FSO.").relations
    assert {one.choice for one in chosen} == {("RSO", "FSO")}
    told = only("Report security incidents immediately to the RSO.").relations
    assert [(one.topic, one.urgency) for one in told if one.relation == "informs"] == [
        ("security incidents", "immediately")
    ]


def test_known_names_and_candidates() -> None:
    """The lexicon knows the RSO, and not the cell that watches otters."""
    sentence = only("Liaise with the RSO and the Otter Watch Cell.")
    assert [(one.name, one.known) for one in sentence.mentions] == [
        ("RSO", True),
        ("Otter Watch Cell", False),
    ]


def test_what_is_said_of_others_stands_apart() -> None:
    """Another's doing is no relation of the post."""
    sentence = only("The Otter Unit works with UNDSS.")
    assert not sentence.of_post
    assert not sentence.relations
    (remark,) = sentence.third_party
    assert remark.subject is not None
    assert (remark.subject.name, remark.object.name) == ("Otter Unit", "UNDSS")


def test_rules_are_told_with_their_reason() -> None:
    """The rule that fired is one of the rules, and brings its own reason."""
    reasons = {rule.name: rule.reason for rule in rules()}
    (one,) = only("Liaise with UNDSS.").relations
    assert reasons[one.rule] == one.reason


def test_an_unread_language_is_taken_for_english() -> None:
    """Portuguese has no rules."""
    assert trace("A equipe trabalha com os guardas da cidade e os moradores.").language == "en"


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_any_text_can_be_traced(text: str) -> None:
    """Nothing is raised; names and cues lie in their sentence and do not overlap."""
    for sentence in trace(text).sentences:
        assert text[sentence.start : sentence.end] == sentence.text
        spans = sorted([(m.start, m.end) for m in sentence.mentions] + list(sentence.cues))
        ends = [end for span in spans for end in span]
        assert ends == sorted(ends)
        assert not ends or (sentence.start <= ends[0] and ends[-1] <= sentence.end)
