"""The language of a notice, by a vote of its commonest words."""

from __future__ import annotations

from collections import Counter

from ..ontology.fieldwords import stopwords

__all__ = ["language"]

_DEFAULT = "en"
_MOST = 200_000


def language(text: str) -> str:
    """Return the ISO 639-1 code of the language that most of the text's common words are of.

    Example:
        >>> language("Le titulaire est responsable de la sécurité des bureaux.")
        'fr'
    """
    counts = Counter(text[:_MOST].lower().split())
    votes = {
        code: sum(counts[word] for word in words) for code, words in sorted(stopwords().items())
    }
    best = max(votes, key=lambda code: (votes[code], code == _DEFAULT))
    return best if votes[best] else _DEFAULT
