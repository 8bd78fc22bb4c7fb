"""The names of one vacancy, so that a bare name later on means what it meant in full."""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology.terms import DL, LOCATED_IN
from ..ontology.vocabulary import Property
from ..vacancies.model import Relation, Scope, ThirdParty, Vacancy
from .legible import encodable, spaced
from .resolve import Resolver, Setting
from .things import Thing

__all__ = ["Names"]

_LOCATION = DL.local(LOCATED_IN)
_PHRASES = frozenset({"responsibleFor", "establishes"})


class Names:
    """Resolves the names of a vacancy in its setting.

    A name that a relation explains (its kind, forms and scope) keeps that meaning where a third
    party or a "through" names it again without a word of explanation.
    """

    def __init__(self, vacancy: Vacancy, setting: Setting, resolver: Resolver) -> None:
        """Gather the names that the relations explain; targets count before other forms."""
        self._resolver = resolver
        self._setting = setting
        self._known: dict[str, Relation] = {}
        for told in sorted(vacancy.relations, key=_richness):
            self._known.setdefault(_key(told.target), told)
        for told in sorted(vacancy.relations, key=_richness):
            for form in told.forms:
                self._known.setdefault(_key(form), told)
        self._mentioned = {_key(one.target): one.kind for one in vacancy.mentions}

    def target(self, told: Relation) -> Thing:
        """Find the object of a relation."""
        return self._entity(told.target, told.forms, told.kind, told.scope)

    def actor(self, name: str) -> Thing:
        """Find somebody who is only named."""
        return self._named(name, (), None, None)

    def aside(self, told: ThirdParty, relation: Property) -> Thing | str:
        """Find the object of what is said of others; a phrase stays one."""
        if relation.name == _LOCATION:
            place = self._resolver.places.anywhere(told.target)
            if place is not None:
                return place
        if relation.name in _PHRASES and not self._is_name(told):
            return spaced(encodable(told.target))
        return self._named(told.target, told.forms, told.kind, told.scope)

    def _is_name(self, told: ThirdParty) -> bool:
        if told.kind is not None or _key(told.target) in self._known:
            return True
        return not self._resolver.entity(told.target, told.forms, None, self._setting).candidate

    def _named(
        self, name: str, forms: tuple[str, ...], kind: str | None, scope: Scope | None
    ) -> Thing:
        known = next((self._known[key] for key in _keys(name, forms) if key in self._known), None)
        if known is not None and kind in (None, known.kind):
            return self._entity(known.target, known.forms, known.kind, scope or known.scope)
        return self._entity(name, forms, kind or self._mentioned.get(_key(name)), scope)

    def _entity(
        self, name: str, forms: tuple[str, ...], kind: str | None, scope: Scope | None
    ) -> Thing:
        return self._resolver.entity(name, forms, kind, self._setting, scope)


def _key(name: str) -> str:
    return spaced(name).casefold()


def _keys(name: str, forms: tuple[str, ...]) -> Iterator[str]:
    yield _key(name)
    yield from (_key(form) for form in forms)


def _richness(told: Relation) -> int:
    return -len(told.scope.model_dump(exclude_none=True)) if told.scope else 0
