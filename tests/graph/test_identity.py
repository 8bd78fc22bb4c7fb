"""Names that last: the IRIs of notices, positions, candidates and claims."""

from __future__ import annotations

import re

import pytest
from dottedline.graph.identity import BadBase, EmptyPart, Mint, slug
from hypothesis import given
from hypothesis import strategies as st


@given(st.text())
def test_slugs_are_plain_and_never_empty(name: str) -> None:
    """Any text gives ASCII letters, digits and single hyphens, at least one."""
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))
    assert len(slug(name)) <= 96


def test_long_names_that_start_alike_stay_apart() -> None:
    """A cut name keeps a hash of what was cut off."""
    assert slug("guard " * 50 + "a") != slug("guard " * 50 + "b")


def test_candidates_do_not_regard_case_width_or_spaces() -> None:
    """One name in two spellings is one candidate, two names that share a slug are two."""
    mint = Mint()
    assert mint.candidate("Gate  Keeper") == mint.candidate("gate ｋeeper")
    assert mint.candidate("gate-keeper") != mint.candidate("gate keeper")


@given(st.text())
def test_every_name_makes_an_iri(name: str) -> None:
    """No name breaks an IRI."""
    assert re.fullmatch(r"[!-~]+", Mint().candidate(name))
    assert re.fullmatch(r"[!-~]+", Mint.claim("n", name, name, name))


@pytest.mark.parametrize(
    "base",
    ["", "x", "https://example.org", "https://example.org/a b/", "file:///etc/", "https:///"],
)
def test_broken_bases_are_refused(base: str) -> None:
    """A base must be an absolute web address that ends with a slash."""
    with pytest.raises(BadBase, match=re.escape(repr(base))):
        Mint(base)


def test_the_base_moves_data_only() -> None:
    """Another base changes what is minted, and nothing below it."""
    moved = Mint("https://example.org/").position("iom", "any", "guard")
    assert moved == "https://example.org/id/position/iom/any/guard"


@pytest.mark.parametrize("parts", [("", "any", "guard"), ("iom", "", "guard"), ("iom", "any", "")])
def test_no_part_of_an_iri_is_empty(parts: tuple[str, str, str]) -> None:
    """A thing without a slug is told at once, and not written with two slashes."""
    with pytest.raises(EmptyPart, match=re.escape(repr(parts))):
        Mint().position(*parts)
