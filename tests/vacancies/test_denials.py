"""What a notice says that its post has not."""

import pytest
from dottedline.vacancies.denials import none_stated


@pytest.mark.parametrize(
    "line",
    [
        "Supervisory responsibilities: None",
        "Posts Supervised:  N/A",
        "* Direct reports: nil.",
        "Supervision exercée : aucune",
        "Personal a cargo: ninguno",
    ],
)
def test_a_label_with_nothing_behind_it_denies(line: str) -> None:
    """Labels of supervision that are answered by a word for none are kept as denials."""
    assert none_stated(f"Title: Clerk\n{line}\nDuties:\n") == ("supervises",)


@pytest.mark.parametrize(
    "line", ["Supervisory responsibilities: two clerks", "None", "Languages: None", "Supervises:"]
)
def test_other_lines_deny_nothing(line: str) -> None:
    """A label that is answered, or of another matter, is no denial."""
    assert none_stated(line) == ()
