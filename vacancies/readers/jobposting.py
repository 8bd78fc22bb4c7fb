"""Job postings as data: schema.org JobPosting in JSON-LD, printed as a notice with labels.

Source: https://schema.org/JobPosting; https://www.w3.org/TR/json-ld11/
"""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ...ontology.tables import Row, table
from .encoding import Decoded, decode
from .html import tree, words
from .notice import LONGEST, Refused

__all__ = ["job_postings", "parsed", "posting", "printed"]

Posting = Mapping[str, Any]

TYPE = "JobPosting"
_LINE, _TEXT = "line", "text"
_NAMES = ("@value", "name", "value", "@id")
_SPACE = re.compile(r"^(?:schema:|https?://schema\.org/)")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>")
_ESCAPED = re.compile(r"&lt;/?[A-Za-z]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
_CODE = re.compile(r"[A-Z]+(?:_[A-Z]+)*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_YEAR = 12
_APART = "\n\n\n"
_NONE = ("the file holds no job posting", "name a notice, or a file that `extract` wrote")
_BROKEN = ("it is no JSON, or nested too deeply", "fetch it again, or save the notice as .txt")
_MIXED = "save each job posting in a file of its own"


def posting(data: bytes) -> Decoded:
    """Return the text of the job postings in a JSON-LD file, each with its labels.

    Raises:
        Binary: the bytes are no text.
        Refused: they are no JSON or hold no job posting, or several that cannot be told apart.

    Example:
        >>> print(posting(b'{"@type": "JobPosting", "title": "Clerk"}').text)
        Position Title: Clerk
        <BLANKLINE>
    """
    decoded = decode(data)
    found = job_postings(parsed(decoded.text))
    texts = [text for text in dict.fromkeys(map(printed, found)) if text]
    if not texts:
        raise Refused(*_NONE)
    text = _APART.join(texts) + "\n"
    if len(texts) > 1 and len(text) <= LONGEST:
        _check(text, len(texts))
    return Decoded(text, decoded.encoding, decoded.warnings)


def parsed(text: str) -> object:
    """Return what JSON says; control characters in strings, which portals leave, are let be.

    Raises:
        Refused: it is no JSON.
    """
    try:
        return json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        raise Refused(*_BROKEN) from None


def job_postings(data: object) -> list[Posting]:
    """Return the job postings anywhere in some JSON, in order.

    Example:
        >>> job_postings({"@graph": [{"@type": "WebPage"}, {"@type": ["JobPosting"]}]})
        [{'@type': ['JobPosting']}]
    """
    found: list[Posting] = []
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict) and TYPE in map(_bare, _listed(one.get("@type"))):
            found.append(one)
        elif isinstance(one, dict):
            waiting += reversed(one.values())
        elif isinstance(one, list):
            waiting += reversed(one)
    return found


def printed(job: Posting) -> str:
    """Return a job posting as text: lines with labels, then its texts under headings."""
    said = {_bare(key): value for key, value in job.items()}
    done: set[str] = set()
    parts: dict[str, list[str]] = {_LINE: [], _TEXT: []}
    for row in table("jobposting.tsv"):
        label = row["label"]
        told = [] if label in done else _told(said, row)
        if not told:
            continue
        done.add(label)
        if row["form"] == _TEXT:
            parts[_TEXT].append(f"{label}\n\n" + "\n\n".join(told))
        else:
            parts[_LINE].append(f"{label}: {'; '.join(told)}")
    return "\n\n".join(filter(None, ("\n".join(parts[_LINE]), *parts[_TEXT])))


def _told(said: Posting, row: Row) -> list[str]:
    """Return what a job posting says on one row of the table, each thing once."""
    found = _values([said], row["property"].split("/"))
    told = filter(None, map(_plain if row["form"] in _UNNAMED else _leaf, found))
    return list(dict.fromkeys(filter(None, map(_FORMS[row["form"]], told))))


def _values(level: Sequence[object], path: Sequence[str]) -> list[object]:
    """Return what stands at the end of a path of properties, lists opened on the way."""
    for step in path:
        level = [
            value
            for one in level
            if isinstance(one, dict)
            for key, under in one.items()
            if _bare(key) == step
            for value in _listed(under)
        ]
    return list(level)


def _listed(value: object) -> list[Any]:
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    return value if isinstance(value, list) else [] if value is None else [value]


def _bare(name: object) -> str:
    """Return a name without the prefix or the address of schema.org."""
    return _SPACE.sub("", name) if isinstance(name, str) else ""


def _plain(value: object) -> str:
    """Return a value that is a text or a number, empty where it is neither."""
    if isinstance(value, dict):
        value = value.get("@value")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", str(value))


def _leaf(value: object) -> str:
    """Return a value that is a text, a number, or a thing with a name."""
    if isinstance(value, dict):
        known = {_bare(key) or key: under for key, under in value.items()}
        told = (_plain(one) for key in _NAMES for one in _listed(known.get(key)))
        return next(filter(None, told), "")
    return _plain(value)


def _phrase(value: str) -> str:
    return " ".join(_prose(value).split())


def _words(code: str) -> str:
    """Return a code of schema.org, FULL_TIME, as words."""
    line = _phrase(code)
    return line.replace("_", " ").capitalize() if _CODE.fullmatch(line) else line


def _day(time: str) -> str:
    found = _DAY.match(time.strip())
    return found[0] if found else _phrase(time)


def _period(months: str) -> str:
    number = months.strip().removesuffix(".0")
    if not number.isascii() or not number.isdigit() or len(number) > 3:
        return ""
    years, rest = divmod(int(number), _YEAR)
    return f"{number} months" if rest or not years else f"{years} years"


def _prose(value: str) -> str:
    """Return a text that may hold markup, once escaped or not, as its reader sees it."""
    if _ESCAPED.search(value) and not _TAG.search(value):
        value = entities.unescape(value)
    if _TAG.search(value):
        return words(tree(value)).strip()
    return entities.unescape(value).replace("\r\n", "\n").strip()


_FORMS: Mapping[str, Callable[[str], str]] = {
    _LINE: _phrase,
    _TEXT: _prose,
    "code": _words,
    "day": _day,
    "months": _period,
}
#: Forms for which the name of a thing does not stand for it.
_UNNAMED = frozenset({_TEXT, "months"})


def _check(text: str, count: int) -> None:
    """Refuse a text whose postings would be read as fewer than they are.

    Raises:
        Refused: a posting would be read as part of another.
    """
    from ..fields import postings

    told = len(postings(text))
    if told != count:
        raise Refused(f"its {count} job postings cannot be told apart", _MIXED)
