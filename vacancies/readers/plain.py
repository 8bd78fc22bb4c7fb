"""Plain text and Markdown: the decoded file as it stands, markup and all."""

from __future__ import annotations

from .encoding import Decoded, decode

__all__ = ["plain"]


def plain(data: bytes) -> Decoded:
    r"""Return the decoded text of a plain file, not a code point changed.

    Raises:
        Binary: the bytes are no text.

    Example:
        >>> plain(b"Title\r\n* duty\r\n").text
        'Title\r\n* duty\r\n'
    """
    return decode(data)
