"""Sentences are shown on one line, marked, and never as markup or control characters."""

from dottedline.answers.sentences import Mark, plain, styled
from hypothesis import given
from hypothesis import strategies as st

TEXT = "Under the\n supervision  of the [bold]RSO[/bold]\x1b[31m"
AT = TEXT.index("RSO")
MARKS = [Mark(0, TEXT.index(" the ["), is_cue=True), Mark(AT, AT + 3, note="role", style="cyan")]


def test_marks_show_without_colour() -> None:
    """Cues between underscores, names in brackets with their kind, all on one line."""
    shown = "_Under the supervision of_ the [bold][RSO: role][/bold]\\x1b[31m"
    assert plain(TEXT, 0, len(TEXT), MARKS) == shown


def test_colour_is_style_and_no_words() -> None:
    """On a terminal the words stand alone; what looks like markup is a word."""
    line = styled(TEXT, 0, len(TEXT), MARKS)
    assert line.plain == "Under the supervision of the [bold]RSO[/bold]\\x1b[31m"
    assert {str(span.style) for span in line.spans} >= {"underline", "cyan"}


@given(st.text(), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans())))
def test_any_text_is_printable_in_any_marks(text: str, spans: list[tuple[int, int, bool]]) -> None:
    """Overlapping, empty and outlying marks do no harm, and nothing is lost but white space."""
    marks = [Mark(start, end, is_cue=cue) for start, end, cue in spans]
    line = plain(text, 0, len(text), marks)
    assert line.isprintable()
    bare = plain(text, 0, len(text), [])
    assert line.replace("_", "").translate({91: None, 93: None}).split() == (
        bare.replace("_", "").translate({91: None, 93: None}).split()
    )
