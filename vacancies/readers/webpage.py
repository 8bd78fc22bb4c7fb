"""Web pages whose notice is shown, or stands in them as data only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .encoding import Decoded
from .html import NoNotice, is_notice, markup, page, tree, words
from .jobposting import job_postings, parsed, printed
from .notice import Refused

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["webpage"]

_DATA = re.compile(rb"ld\+json", re.IGNORECASE)
_TYPE = "ld+json"
_TOLD = "read from the job posting that the page holds as data, since it shows less"


def webpage(data: bytes) -> Decoded:
    """Return the text of a web page, or of the one job posting in its data where that says more.

    Raises:
        Binary: the bytes are no text.
        NoNotice: neither the page nor its data hold a notice.
        TooDeep: the elements are nested too deeply, or too many.
    """
    if not _DATA.search(data):
        return page(data)
    decoded = markup(data)
    root = tree(decoded.text)
    shown = words(root)
    hidden = _hidden(root) if root is not None else ""
    if hidden and (len(hidden.split()) > len(shown.split()) or not is_notice(shown)):
        return Decoded(hidden + "\n", decoded.encoding, (*decoded.warnings, _TOLD))
    if not is_notice(shown):
        raise NoNotice
    return Decoded(shown, decoded.encoding, decoded.warnings)


def _hidden(root: LexborNode) -> str:
    """Return the text of a page's job posting, empty where it has none or several."""
    found: set[str] = set()
    for script in _scripts(root):
        try:
            found |= set(map(printed, job_postings(parsed(script))))
        except Refused:
            continue
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _scripts(root: LexborNode) -> Iterator[str]:
    for node in root.css("script"):
        if _TYPE in (node.attributes.get("type") or "").lower():
            yield node.text(deep=True)
