"""Which thing a name means: the lexicon first, then a candidate; roles and bodies in a scope."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ..ontology.lexicon import Entry, Lexicon, lexicon
from ..ontology.spelling import folded
from ..ontology.tables import LANGUAGES, table
from ..vacancies.model import Scope
from .gazetteer import Places
from .identity import Mint, slug
from .legible import encodable, spaced
from .things import Thing

__all__ = ["Resolver", "Setting", "owning"]

_ALIKE = (
    frozenset({"organization", "unit", "body"}),
    frozenset({"system", "instrument", "product"}),
    frozenset({"role"}),
    frozenset({"group"}),
)
_SCOPED = frozenset({"body", "unit", "organization"})
_GLOBAL = "global"
_ORGANISATION = "organisation"
_SINGLE = frozenset({_GLOBAL, _ORGANISATION})
_REGION = "region"
_WIDE = frozenset({_REGION, *_SINGLE})
_ANY = "any"
_REMEMBERED = 16384
_LONGEST_PREFIX = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """What a vacancy lends to the things that it names: its organisation, its country.

    A wide post (regional, global or of unknown level) lends no country.
    """

    organization: Thing | None = None
    country: Thing | None = None
    wide: bool = True


@dataclass(frozen=True, slots=True)
class _Where:
    """The scope part of an IRI, and what it stands for."""

    segment: str
    label: str | None = None
    country: Thing | None = None
    place: Thing | None = None
    region: Thing | None = None
    stated: bool | None = None


def owning(thing: Thing | None) -> Thing | None:
    """Return the organisation that owns what a thing owns, or None: a kind of body owns nothing.

    Example:
        >>> owning(Resolver(Mint()).organization(["police"])) is None
        True
    """
    if thing is None or thing.candidate:
        return thing
    if thing.layer != "entity":
        return None
    return thing if thing.kind == "organization" else thing.organization


@cache
def _levels() -> dict[str, str]:
    return {
        row["word"]: row["scope"]
        for language in LANGUAGES
        for row in table(f"language/{language}/levels.tsv")
    }


def _level(name: str) -> str | None:
    words = name.casefold().split()
    return next((scope for word, scope in _levels().items() if word in words), None)


class Resolver:
    """Finds or mints the thing behind a name, below one base.

    Example:
        >>> Resolver(Mint()).organization(["IOM"]).iri
        'https://w3id.org/dottedline/ref/iom'
    """

    def __init__(self, mint: Mint, words: Lexicon | None = None) -> None:
        """Take the names from a lexicon, the one that comes with the package unless given."""
        self.mint = mint
        self.places = Places(mint)
        self._lexicon = words or lexicon()
        # notices name the same things again and again
        self._named = lru_cache(maxsize=_REMEMBERED)(self._lexicon.named)

    def organization(self, names: Sequence[str]) -> Thing | None:
        """Find the organisation that bears one of several names, or None without names."""
        return self.entity(names[0], names[1:], "organization", Setting()) if names else None

    def unit(self, names: Sequence[str], setting: Setting) -> Thing | None:
        """Find the unit that bears one of several names, or None without names."""
        return self.entity(names[0], names[1:], "unit", setting) if names else None

    def entity(
        self,
        name: str,
        forms: Sequence[str],
        kind: str | None,
        setting: Setting,
        scope: Scope | None = None,
    ) -> Thing:
        """Find what a name means; a role becomes a position, a kind of body a body in a scope.

        Of the other forms only proper names help: "staff" beside a team's name says nothing.
        """
        name = spaced(encodable(name))
        owner = self._owner(scope, setting)
        entry = self._entry(name, forms, kind, owner)
        if kind == "role" or (entry is not None and entry.kind == "role"):
            role, keeper = self._held(name, entry, owner)
            if not (scope is not None and scope.organization):
                owner = keeper
            return self._position(role, owner, setting, scope, (name, *forms))
        if entry is None:
            return self._candidate(name, kind)
        if entry.concept and entry.kind in _SCOPED:
            return self._body(entry, owner, setting, scope, (name, *forms))
        return self._known(entry)

    def title(self, title: str, owner: Thing | None) -> Thing:
        """Find the role that a title names, without the place or parenthesis that may follow."""
        names = list(self.places.without_place(spaced(encodable(title))))
        for name in names:
            entry = self._entry(name, (), "role", owner)
            if entry is not None:
                return self._role(name, entry)
        return self._role(names[-1], None)

    def occupied(self, role: Thing, setting: Setting, station: Thing | None) -> Thing:
        """Give the position that a post fills: a regional role sits at its duty station."""
        if role.scope == _REGION and station is not None:
            where = _Where(f"place-{station.slug}", station.label, place=station, stated=True)
        else:
            where = self._where(role, setting, None, ())
        return self._placed(role, setting.organization, where)

    def _owner(self, scope: Scope | None, setting: Setting) -> Thing | None:
        if scope is not None and scope.organization:
            return owning(self.organization([scope.organization]))
        return setting.organization

    def _entry(
        self, name: str, forms: Sequence[str], kind: str | None, owner: Thing | None
    ) -> Entry | None:
        home = owner.slug if owner is not None and not owner.candidate else None
        proper = tuple(form for form in forms if form != form.lower())
        for wanted in dict.fromkeys((kind, None)):
            first = [one for one in self._bearing(name, wanted, home) if _suits(one, kind)]
            found = [
                entry
                for form in proper
                for entry in self._bearing(form, wanted, home)
                if _suits(entry, kind) and _freely(entry, form)
            ]
            if first or found:
                return max(first or found, key=lambda entry: found.count(entry))
        return None

    def _bearing(self, name: str, kind: str | None, home: str | None) -> tuple[Entry, ...]:
        return self._named(name, kind=kind, organization=home)

    def _known(self, entry: Entry) -> Thing:
        owner = self._lexicon.entries.get(entry.organization or "")
        return Thing(
            iri=entry.iri,
            label=entry.label,
            layer="concept" if entry.concept else "entity",
            kind=entry.kind,
            short=_short(entry),
            slug=entry.slug,
            organization=self._known(owner) if owner and owner is not entry else None,
            scope=entry.scope,
            aliases=tuple(sorted({label.text for label in entry.labels} - {entry.label})),
            definition=entry.definition,
            rests_on=entry.confidence,
        )

    def _candidate(self, name: str, kind: str | None) -> Thing:
        return Thing(
            iri=self.mint.candidate(name),
            label=name,
            layer="candidate",
            kind=kind,
            short=name,
            slug=slug(name),
            candidate=True,
        )

    def _role(self, name: str, entry: Entry | None) -> Thing:
        if entry is None:
            role = self._candidate(name, "role")
            return replace(role, scope=_level(name))
        return self._known(entry)

    def _held(
        self, name: str, entry: Entry | None, owner: Thing | None
    ) -> tuple[Thing, Thing | None]:
        """Find a role and its organisation, which may stand before it: "UNDSS Security Adviser"."""
        before, rest = self._fronted(name)
        inner = self._entry(rest, (), "role", before) if before else None
        if entry is not None and inner not in (None, entry):
            # "Organization Country Security Focal Point" is a name of its own
            before = None
        entry = entry or inner
        role = self._role(name, entry)
        return role, role.organization or before or owner

    def _fronted(self, name: str) -> tuple[Thing | None, str]:
        words = name.split(" ")
        for end in range(min(len(words) - 1, _LONGEST_PREFIX), 0, -1):
            found = self._bearing(" ".join(words[:end]), "organization", None)
            if found and not found[0].concept:
                return self._known(found[0]), " ".join(words[end:])
        return None, name

    def _position(
        self,
        role: Thing,
        owner: Thing | None,
        setting: Setting,
        scope: Scope | None,
        forms: Sequence[str],
    ) -> Thing:
        return self._placed(role, owner, self._where(role, setting, scope, forms))

    def _placed(self, role: Thing, owner: Thing | None, where: _Where) -> Thing:
        if owner is None and role.scope == _ORGANISATION and where.segment == _GLOBAL:
            # each organisation has one, and nobody said which
            where = _Where(_ANY)
        named = owner is not None and role.label.startswith(f"{owner.short} ")
        parts = (role.label, owner.short if owner and not named else None, where.label)
        return Thing(
            iri=self.mint.position(owner.slug if owner else _ANY, where.segment, role.slug),
            label=", ".join(part for part in parts if part),
            layer="generic" if where.segment == _ANY else "position",
            kind="role",
            concept=replace(role, organization=None),
            organization=owner,
            country=where.country,
            place=where.place,
            region=where.region,
            stated=where.stated,
            candidate=role.candidate,
            scope=role.scope,
            aliases=role.aliases,
            definition=role.definition,
            rests_on=role.rests_on,
        )

    def _body(
        self,
        entry: Entry,
        owner: Thing | None,
        setting: Setting,
        scope: Scope | None,
        forms: Sequence[str],
    ) -> Thing:
        known = self._known(entry)
        concept = replace(known, organization=None)
        where = self._where(concept, setting, scope, forms)
        owned = entry.kind == "unit" or entry.scope == _ORGANISATION
        keeper = known.organization or owner if owned else None
        if keeper is None and where.segment == _GLOBAL:
            # a kind of which there are many, and nobody said which one
            where = _Where(_ANY)
        named = keeper is None or concept.slug.startswith(f"{keeper.slug}-")
        last = concept.slug if keeper is None or named else f"{keeper.slug}-{concept.slug}"
        labels = (concept.label, None if keeper is None or named else keeper.short, where.label)
        return Thing(
            iri=self.mint.body(where.segment, last),
            label=", ".join(label for label in labels if label),
            layer="body",
            kind=entry.kind,
            concept=concept,
            organization=keeper,
            country=where.country,
            place=where.place,
            region=where.region,
            stated=where.stated,
            scope=entry.scope,
            aliases=concept.aliases,
            definition=concept.definition,
            rests_on=concept.rests_on,
        )

    def _where(
        self, concept: Thing, setting: Setting, scope: Scope | None, forms: Sequence[str]
    ) -> _Where:
        level = concept.scope
        if level == _GLOBAL:
            # one in the world, wherever it sits
            return _Where(_GLOBAL)
        for where in self._stated(level, scope, setting, forms):
            return where
        if level in _SINGLE:
            return _Where(_GLOBAL)
        if level not in _WIDE and setting.country is not None and not setting.wide:
            return _country(setting.country, stated=False)
        return _Where(_ANY)

    def _stated(
        self, level: str | None, scope: Scope | None, setting: Setting, forms: Sequence[str]
    ) -> Iterator[_Where]:
        if scope is None:
            return
        country = self.places.country(scope.country) if scope.country else None
        place = self.places.place(scope.place, country) if scope.place else None
        if scope.region and level != "country":
            region = self.places.region(scope.region)
            yield _Where(f"region-{region.slug}", region.label, region=region, stated=True)
        if place is not None and level == "country":
            country = country or place.country
        elif place is not None:
            yield _Where(f"place-{place.slug}", place.label, place=place, stated=True)
        if country is not None:
            yield from self._in_country(level, country, setting, forms)

    def _in_country(
        self, level: str | None, country: Thing, setting: Setting, forms: Sequence[str]
    ) -> Iterator[_Where]:
        own = setting.country is not None and setting.country.iri == country.iri
        stated = not own or self.places.names_country(forms, country)
        if stated or level not in _WIDE:
            yield _country(country, stated=stated)


def _country(country: Thing, *, stated: bool) -> _Where:
    return _Where(f"country-{country.slug}", country.label, country=country, stated=stated)


def _suits(entry: Entry, kind: str | None) -> bool:
    return kind is None or any({entry.kind, kind} <= alike for alike in _ALIKE)


def _freely(entry: Entry, form: str) -> bool:
    # what means an entry only in a context, "staff" say, is no proof beside another name
    return folded(form) not in map(folded, entry.in_context)


def _short(entry: Entry) -> str:
    acronyms = (label.text for label in entry.labels if label.sort == "acronym")
    return next(acronyms, entry.label)
