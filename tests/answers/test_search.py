"""Finding nodes by words."""

import pytest
from dottedline.answers.listing import Entry
from dottedline.answers.search import search
from hypothesis import given
from hypothesis import strategies as st


def entry(number: int, label: str, *aliases: str, station: str | None = None) -> Entry:
    return Entry(
        number=number,
        iri=f"https://example.org/{number}",
        label=label,
        kind="role",
        advertised=False,
        candidate=False,
        organization="IOM",
        country="TD",
        place=None,
        stations=(station,) if station else (),
        aliases=aliases,
        definition=None,
        rests_on=None,
        lines=0,
        named_by=1,
    )


LISTED = (
    entry(1, "Field Security Officer, IOM, Chad", "FSO", station="N'Djamena"),
    entry(2, "Chief of Mission, IOM, Chad", "CoM"),
    entry(3, "Field Security Officers", "FSOs"),
    entry(4, "Équipe de gestion de la sécurité", "EGS"),
)


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("FSO", 1),
        ("fso ndjamena", 1),
        ("fso djamena", 1),
        ("com", 2),
        ("chief mission chad", 2),
        ("equipe securite", 4),
        ("field secruity officer", 1),
        ("driver", None),
        ("chad", 1),
    ],
)
def test_words_find_the_node_that_is_meant(words: str, first: int | None) -> None:
    """Acronym, place, accents left out and a slip of the finger all lead to it."""
    found = search(LISTED, words)
    assert (found[0].entry.number if found else None) == first


def test_the_better_name_comes_first() -> None:
    """A name that is equal goes before one that begins so."""
    assert [match.entry.number for match in search(LISTED, "fso")] == [1, 3]


@given(st.text(max_size=40))
def test_any_words_are_an_answer(words: str) -> None:
    """No input raises; scores fall from first to last and lie between 0 and 1."""
    scores = [match.score for match in search(LISTED, words)]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
