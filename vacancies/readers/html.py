"""Web pages: the words that a reader of the page sees, block by block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...ontology.fieldwords import labels, nouns
from ...ontology.headings import headings
from ...ontology.spelling import plain
from .encoding import Decoded, decode
from .notice import Refused

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

__all__ = ["NoNotice", "TooDeep", "is_notice", "markup", "page", "tree", "words"]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


MOST_DEPTH = 1000
MOST_TAGS = 50_000
_HEAD = 4096
_FEWEST = 60
_LONGEST = 6

_DROPPED = _set(
    """
    head script style nav aside footer template noscript svg math iframe object embed canvas
    select datalist audio video
    """
)
_PARAGRAPHS = _set(
    """
    p h1 h2 h3 h4 h5 h6 ul ol dl table section article header main blockquote pre form fieldset
    figure hr details
    """
)
_LINES = _set(
    """
    div li dt dd tr caption br address summary legend figcaption option body center
    """
)
_CELLS = frozenset({"td", "th"})
_VERBATIM = frozenset({"pre", "textarea", "listing"})
_VOID = _set(
    """
    area base br col embed hr img input link meta source track wbr param p li td th tr dt dd
    option thead tbody tfoot colgroup html head body
    """
)
_TAG = re.compile(rb"<(/?)([A-Za-z][A-Za-z0-9]*)")
_DECLARED = re.compile(
    rb"<meta\s[^>]*charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]+)"
    rb"|^\s*<\?xml\s[^>]*encoding\s*=\s*[\"']([A-Za-z0-9_.:-]+)",
    re.IGNORECASE,
)
_NOSCRIPT = re.compile(r"<noscript\b", re.IGNORECASE)
_NOSCRIPT_END = re.compile(r"</noscript\s*>", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f\N{NO-BREAK SPACE}]+")
_INVISIBLE = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff]")
_MARKED = re.compile(r"\s*(?:[•·▪◦‣*–—-]|\(?\d{1,3}[.)])\s?")
_BULLET = "• "


class NoNotice(Refused):
    """A page whose words are no vacancy notice: an error page, an empty shell."""

    def __init__(self) -> None:
        """Say what is missing."""
        super().__init__(
            "the page shows no words of a vacancy notice",
            "save the page of the notice itself, or its text as .txt",
        )


class TooDeep(Refused):
    """A page with more elements, or deeper ones, than any notice needs."""

    def __init__(self) -> None:
        """Say the limits."""
        super().__init__(
            f"its {MOST_TAGS} elements or {MOST_DEPTH} levels are more than a notice needs",
            "save its text as .txt",
        )


def page(data: bytes) -> Decoded:
    r"""Return the text of a web page, with a line for each block and each list item.

    Scripts, styles, navigation, asides and footers are left out; items of a list begin with
    a bullet or their number, cells of a table row are separated by a tab.

    Raises:
        Binary: the bytes are no text.
        NoNotice: the page holds few words, and none that notices are known by.
        TooDeep: the elements are nested too deeply.

    Example:
        >>> page(b"<h1>Clerk</h1><nav>Home</nav><ul><li>Files &amp; copies<li>Types</ul>").text
        'Clerk\n\n• Files & copies\n• Types\n'
    """
    decoded = markup(data)
    text = words(tree(decoded.text))
    if not is_notice(text):
        raise NoNotice
    return Decoded(text, decoded.encoding, decoded.warnings)


def markup(data: bytes) -> Decoded:
    """Decode a page as it declares.

    Raises:
        Binary: the bytes are no text.
    """
    found = _DECLARED.search(data[:_HEAD])
    declared = next((g for g in found.groups() if g), b"").decode("ascii") if found else None
    return decode(data, declared)


def tree(source: str) -> LexborNode | None:
    """Parse markup, without what is for readers that run no scripts.

    Raises:
        TooDeep: the elements are nested too deeply, or too many.
    """
    from selectolax.lexbor import LexborHTMLParser

    source = _without_fallbacks(source)
    _check(source.encode("utf-8", "replace"))
    return LexborHTMLParser(source).root


def words(root: LexborNode | None) -> str:
    """Return the words that a reader of a tree sees."""
    return _Words().of(root) if root is not None else ""


def is_notice(text: str) -> bool:
    """Tell whether words are many enough for a notice, or announce one."""
    return len(text.split()) >= _FEWEST or _announces(text)


def _without_fallbacks(source: str) -> str:
    """Cut out what is for readers without scripts: the parser would put it into the body."""
    parts, at = [], 0
    while opened := _NOSCRIPT.search(source, at):
        closed = _NOSCRIPT_END.search(source, opened.end())
        if closed is None:
            break
        parts.append(source[at : opened.start()])
        at = closed.end()
    return "".join((*parts, source[at:]))


def _announces(text: str) -> bool:
    """Tell whether a line opens with a heading or a label of notices, or names a post."""
    known = {plain(heading.phrase) for heading in headings()} | labels().keys()
    lines = (line for line in text.split("\n") if line.strip())
    for line in lines:
        words = plain(line).split()
        openings = (" ".join(words[:n]) for n in range(1, _LONGEST + 1))
        if known.intersection(openings) or nouns("role").intersection(words):
            return True
    return False


def _check(source: bytes) -> None:
    """Estimate size and nesting from the tags alone: the parser is slow on deep trees."""
    depth = deepest = opened = 0
    for closing, name in _TAG.findall(source):
        if name.lower().decode() in _VOID:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        opened += not closing
        deepest = max(deepest, depth)
    if deepest > MOST_DEPTH or opened > MOST_TAGS:
        raise TooDeep


class _Words:
    """The words of a tree, gathered in document order without recursion."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.gap = ""
        self.bullet = ""
        self.verbatim = 0
        self.numbers: list[int | None] = []

    def of(self, root: LexborNode) -> str:
        """Return the words below a node, ending in one newline."""
        node: LexborNode | None = root
        while node is not None:
            child = self._enter(node)
            node = child if child is not None else self._onward(node, root)
        return "".join(self.parts) + ("\n" if self.parts else "")

    def _onward(self, node: LexborNode, root: LexborNode) -> LexborNode | None:
        """Leave finished nodes until one has a next sibling."""
        at: LexborNode | None = node
        while at is not None and at.mem_id != root.mem_id:
            self._leave(at.tag or "")
            if at.next is not None:
                return at.next
            at = at.parent
        return None

    def _enter(self, node: LexborNode) -> LexborNode | None:
        tag = node.tag or ""
        if tag == "-text":
            self._say(node.text_content or "")
        if tag.startswith(("-", "!")) or tag in _DROPPED:
            return None
        self._space(tag)
        if tag in ("ul", "ol"):
            start = (node.attributes.get("start") or "1").strip()
            known = int(start) if start.isdecimal() and len(start) < 4 else 1
            self.numbers.append(known - 1 if tag == "ol" else None)
        if tag == "li":
            self.bullet = self._marker()
        self.verbatim += tag in _VERBATIM
        return node.first_child

    def _leave(self, tag: str) -> None:
        if tag in _DROPPED:
            return
        if tag in ("ul", "ol") and self.numbers:
            self.numbers.pop()
        if tag == "li":
            self.bullet = ""
        self.verbatim -= tag in _VERBATIM
        if tag != "br":
            self._space(tag)

    def _marker(self) -> str:
        """Return the mark of the list item that begins here."""
        number = self.numbers[-1] if self.numbers else None
        if number is None:
            return _BULLET
        self.numbers[-1] = number + 1
        return f"{number + 1}. "

    def _space(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._widen("\n\n")
        elif tag in _LINES:
            self._widen("\n")
        elif tag in _CELLS:
            self._widen("\t")

    def _widen(self, gap: str) -> None:
        """Keep the widest of the gaps that meet."""
        order = ("", " ", "\t", "\n", "\n\n")
        if order.index(gap) > order.index(self.gap):
            self.gap = gap

    def _say(self, text: str) -> None:
        text = _INVISIBLE.sub("", text)
        if self.verbatim:
            text = text.replace("\r\n", "\n").replace("\N{NO-BREAK SPACE}", " ")
            words = text.strip("\n")
        else:
            text = _SPACE.sub(" ", text)
            words = text.strip(" ")
        if text[:1].isspace():
            self._widen(" ")
        if not words:
            return
        if self.bullet and not _MARKED.match(words):
            words = self.bullet + words
        self.bullet = ""
        self.parts.append((self.gap if self.parts else "") + words)
        self.gap = " " if text[-1:].isspace() else ""
