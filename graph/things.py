"""What a statement is about: positions, bodies, units, organisations, artefacts, places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["LAYERS", "Thing", "named_by"]

#: Where a thing stands: a role in a scope, a role anywhere, a body in a scope, a named singleton,
#: a name that the lexicon lacks, an advertised post, a role or kind of body as such, a place.
LAYERS = ("position", "generic", "body", "entity", "candidate", "post", "concept", "place")


@dataclass(frozen=True, slots=True)
class Thing:
    """One node, with what its IRI was made from.

    `kind` is a kind of the guidelines, or a sort of place, or None where nothing says it.
    `concept` is the role of a post, or the kind of body that a body is one of. `stated` tells a
    scope that the words give from one that the duty station gave. `rests_on` is the confidence that
    the lexicon has in the definition.
    """

    iri: str
    label: str
    layer: str
    kind: str | None
    short: str = ""
    slug: str = ""
    concept: Thing | None = None
    organization: Thing | None = None
    country: Thing | None = None
    place: Thing | None = None
    region: Thing | None = None
    stated: bool | None = None
    code: str | None = None
    candidate: bool = False
    scope: str | None = None
    aliases: tuple[str, ...] = ()
    definition: str | None = None
    rests_on: str | None = None

    @property
    def is_post(self) -> bool:
        """Whether the thing is a post: advertised, in a scope, or generic."""
        return self.layer in ("position", "generic", "post")


def named_by(thing: Thing) -> Iterator[Thing]:
    """Give a thing and all that its description names, each before what it names.

    Example:
        >>> iom = Thing("iom", "IOM", "entity", "organization")
        >>> post = Thing("post", "Guard, IOM", "position", "role", organization=iom)
        >>> [one.iri for one in named_by(post)]
        ['post', 'iom']
    """
    yield thing
    for part in (thing.concept, thing.organization, thing.country, thing.place, thing.region):
        if part is not None:
            yield from named_by(part)
