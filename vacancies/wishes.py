"""Sentences that ask something of candidates, and state nothing of the post."""

from __future__ import annotations

from .tokens import Sentence, Tag

__all__ = ["is_wish"]

_OPENING = 4
_CLOSING = 7


def is_wish(sentence: Sentence) -> bool:
    """Say whether the sentence is about candidates: "experience in X is an asset".

    It opens with what is asked for ("Ability to"), or ends in how much it is wished.
    """
    tokens = sentence.tokens
    for at, token in enumerate(tokens[:_OPENING]):
        if "wish-opening" in token.classes and not sentence.tagged(at - 1, Tag.PREPOSITION):
            return at + 1 < len(tokens) and "wish-particle" in tokens[at + 1].classes
        if token.tag in (Tag.VERB, Tag.PREPOSITION, Tag.PRONOUN):
            return False
    closing = range(max(0, len(tokens) - _CLOSING), len(tokens))
    return any(
        "wish-closing" in tokens[at].classes
        and sentence.tagged(_before(sentence, at), Tag.AUXILIARY)
        for at in closing
    )


def _before(sentence: Sentence, at: int) -> int:
    """Return the token before the word, past its article and adverbs."""
    at -= 1
    while at > 0 and sentence.tagged(at, Tag.DETERMINER, Tag.ADVERB):
        at -= 1
    return at
