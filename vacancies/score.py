"""How well notices were read: precision, recall and F1 against annotated notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from ..ontology import terms
from ..ontology.vocabulary import vocabulary
from .matching import LEVELS, Claim, claims, collapsed, matched, normal
from .model import Evidence, Extraction, Relation, ThirdParty, Vacancy

__all__ = ["FIELDS", "Figures", "Tally", "score"]

FIELDS = (
    "title",
    "organization",
    "unit",
    "grade",
    "duty_station",
    "country",
    "closing_date",
    "requisition",
    "languages_required",
    "languages_desirable",
    "experience_years",
    "duties",
)
_LONGEST_CLAUSE = 800
_LONGEST_OBJECT = 250
_NOBODY = Vacancy()


@dataclass(slots=True)
class Tally:
    """Counts of what was found rightly, of what is annotated, and of what was read."""

    right: int = 0
    gold: int = 0
    read: int = 0

    def add(self, right: int, gold: int, read: int) -> None:
        """Add the counts of one vacancy."""
        self.right, self.gold, self.read = self.right + right, self.gold + gold, self.read + read

    def as_json(self) -> dict[str, float]:
        """Return precision, recall, their harmonic mean, and the counts.

        Example:
            >>> Tally(right=1, gold=2, read=1).as_json()["r"]
            0.5
        """
        p = self.right / self.read if self.read else 0.0
        r = self.right / self.gold if self.gold else 0.0
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        return {"p": p, "r": r, "f1": f1, "tp": self.right, "gold": self.gold, "pred": self.read}


@dataclass(slots=True)
class Figures:
    """What a scoring counted, and the figures that follow from it.

    Attributes:
        levels: one tally each for exact, actors, family, pair and third_party.
        errors: (missed or spurious, source, relation, target) of every relation that is wrong.
    """

    levels: dict[str, Tally] = field(
        default_factory=lambda: {
            k: Tally() for k in ("exact", "actors", "family", "pair", "third_party")
        }
    )
    relations: dict[str, Tally] = field(default_factory=dict)
    sources: dict[str, Tally] = field(default_factory=dict)
    fields: dict[str, Tally] = field(default_factory=dict)
    agreement: Counter[str] = field(default_factory=Counter)
    evidence: Tally = field(default_factory=Tally)
    missing: int = 0
    extra: int = 0
    errors: list[tuple[str, str, str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return all figures as JSON-able data, under the names of the shared scorer."""
        pairs = self.agreement["pairs"]
        shares = {k: self.agreement[k] / pairs if pairs else 0.0 for k in ("named", "kind", "at")}
        right = sum(tally.right for tally in self.fields.values())
        asked = sum(tally.gold for tally in self.fields.values())
        checked = self.evidence.gold
        return {
            **{level: tally.as_json() for level, tally in self.levels.items()},
            **shares,
            "by_relation": {k: t.as_json() for k, t in sorted(self.relations.items())},
            "by_source": {k: t.as_json() for k, t in self.sources.items()},
            "fields": {k: t.right / t.gold for k, t in self.fields.items()},
            "fields_mean": right / max(1, asked),
            "evidence_faithful": self.evidence.right / checked if checked else None,
            "evidence_checked": checked,
            "documents": len(self.sources),
            "documents_missing": self.missing,
            "vacancies_extra": self.extra,
            "errors": [list(error) for error in self.errors],
        }


def score(
    gold: Iterable[Extraction],
    predicted: Iterable[Extraction],
    texts: Mapping[str, str],
    *,
    quoted: bool = True,
) -> Figures:
    """Compare what was read with what is annotated.

    Documents pair up by the last part of their source, vacancies by title and order; `texts`
    holds the text of each annotated source. Read evidence must quote the text, unless `quoted`
    is False (annotated evidence need not).

    Raises:
        KeyError: an annotated source has no text.
    """
    read = {PurePosixPath(document.source).name: document for document in predicted}
    figures = Figures()
    for document in gold:
        found = read.get(document.source)
        figures.missing += found is None
        vacancies = found.vacancies if found else ()
        text = texts[document.source]
        _check_evidence(figures, vacancies, text, quoted=quoted)
        figures.sources[document.source] = Tally()
        pairs, left = _paired(document.vacancies, vacancies)
        figures.extra += len(left)
        for annotated, read_one in pairs:
            _compare_fields(figures, annotated, read_one)
            _compare(figures, document.source, text, annotated, read_one)
        for read_one in left:
            _compare(figures, document.source, text, _NOBODY, read_one)
    return figures


def _check_evidence(
    figures: Figures, vacancies: Sequence[Vacancy], text: str, *, quoted: bool
) -> None:
    for vacancy in vacancies:
        stated: tuple[Relation | ThirdParty, ...] = (*vacancy.relations, *vacancy.third_party)
        for relation in stated:
            right = sum(_faithful(e, text, quoted=quoted) for e in relation.evidence)
            figures.evidence.add(right, max(1, len(relation.evidence)), 0)


def _faithful(evidence: Evidence, text: str, *, quoted: bool) -> bool:
    inside = evidence.end <= len(text)
    short = evidence.end - evidence.start <= _LONGEST_CLAUSE
    named = evidence.object_end - evidence.object_start <= _LONGEST_OBJECT
    if evidence.quote is None:
        return inside and short and named and not quoted
    return inside and short and named and evidence.quote == text[evidence.start : evidence.end]


def _paired(
    gold: Sequence[Vacancy], read: Sequence[Vacancy]
) -> tuple[list[tuple[Vacancy, Vacancy]], list[Vacancy]]:
    """Pair vacancies by title, then by order; return the pairs and what was read beyond."""
    left, pairs = list(range(len(read))), []
    for vacancy in gold:
        title = normal(vacancy.title or "")
        same = (j for j in left if normal(read[j].title or "") == title)
        best = next(same, left[0] if left else None)
        if best is not None:
            left.remove(best)
        pairs.append((vacancy, read[best] if best is not None else _NOBODY))
    return pairs, [read[j] for j in left]


def _compare_fields(figures: Figures, gold: Vacancy, read: Vacancy) -> None:
    for name in FIELDS:
        equal = _same_field(name, getattr(gold, name), getattr(read, name))
        figures.fields.setdefault(name, Tally()).add(equal, 1, 1)


def _same_field(name: str, gold: object, read: object) -> bool:
    if isinstance(gold, tuple) and isinstance(read, tuple):
        if name.startswith("languages"):
            return set(gold) == set(read)
        mine, theirs = set(map(normal, gold)), set(map(normal, read))
        return bool(mine & theirs) or (not mine and not theirs)
    if isinstance(gold, str) and isinstance(read, str):
        return normal(gold) == normal(read)
    return gold == read


def _compare(figures: Figures, source: str, text: str, gold: Vacancy, read: Vacancy) -> None:
    """Count the relations of one vacancy at every level."""
    wanted, found = claims(gold.relations), claims(read.relations)
    for level in LEVELS:
        left, right = collapsed(wanted, level), collapsed(found, level)
        pairs = matched(left, right, level)
        figures.levels[level].add(len(pairs), len(left), len(right))
        if level == "exact":
            figures.sources[source].add(len(pairs), len(left), len(right))
            _compare_exactly(figures, source, text, left, right, pairs)
    left, right = claims(gold.third_party), claims(read.third_party)
    hits = matched(left, right, "exact", Claim.same_subject)
    figures.levels["third_party"].add(len(hits), len(left), len(right))


def _compare_exactly(
    figures: Figures,
    source: str,
    text: str,
    gold: Sequence[Claim],
    read: Sequence[Claim],
    pairs: Mapping[int, int],
) -> None:
    actors = [sum(_of_actors(c) for c in some) for some in ([gold[i] for i in pairs], gold, read)]
    figures.levels["actors"].add(*actors)
    for i, j in pairs.items():
        agrees = {
            "pairs": True,
            "named": bool(gold[i].names & read[j].names),
            "kind": gold[i].kind == read[j].kind,
            "at": _meet(gold[i], read[j], text),
        }
        figures.agreement.update({key: int(value) for key, value in agrees.items()})
    taken = set(pairs.values())
    for i, claim in enumerate(gold):
        figures.relations.setdefault(claim.relation, Tally()).add(i in pairs, 1, 0)
        if i not in pairs:
            figures.errors.append(("missed", source, claim.relation, claim.target))
    for j, claim in enumerate(read):
        figures.relations.setdefault(claim.relation, Tally()).add(0, 0, 1)
        if j not in taken:
            figures.errors.append(("spurious", source, claim.relation, claim.target))


def _of_actors(claim: Claim) -> bool:
    """Tell relations between actors, bodies and systems from those to instruments."""
    return vocabulary().properties[claim.relation].iri not in _INSTRUMENTS


def _meet(gold: Claim, read: Claim, text: str) -> bool:
    """Tell whether a read clause touches an annotated one, or repeats its words elsewhere."""
    said = {normal(text[e.start : e.end]) for e in gold.evidence}
    return bool(gold.evidence) and any(
        normal(text[e.start : e.end]) in said
        or any(min(e.end, g.end) > max(e.start, g.start) for g in gold.evidence)
        for e in read.evidence
    )


_INSTRUMENTS = frozenset(term.value for term in (terms.PREPARES, terms.ENSURES_COMPLIANCE_WITH))
