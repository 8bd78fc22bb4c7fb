"""Files become texts without a code point moved, or an error that says what to do."""

import hashlib
import pickle
from contextlib import suppress
from pathlib import Path

import pytest
from dottedline.vacancies.readers import LARGEST, READERS, UNREAD, Unreadable, read, shown
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

PAGE = """<html><head><title>Portal</title><style>p{{}}</style>
<noscript><p>No scripts</p></noscript></head><body>
<nav>Home | Jobs</nav><h1>Driver</h1><script>var a = "<p>no</p>"</script>{body}
<aside>Other jobs</aside><template><p>No</p></template><footer>Imprint</footer></body></html>"""

COMPOUND = b"\xd0\xcf\x11\xe0"


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def text_of(folder: Path, body: str) -> str:
    data = PAGE.format(body=body).encode()
    return read(written(folder, "page.html", data), "page.html").text


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_plain_text_is_the_file_as_it_stands(tmp_path: Path, suffix: str) -> None:
    """CR LF stays two code points, a byte-order mark one; markup stays in the text."""
    data = "\ufeff---\r\ntitle: Clerk\r\n---\r\n**Duties**\r\n* Files — papers.\r\n".encode()
    notice = read(written(tmp_path, f"a{suffix}", data), "sub/a")
    assert notice.text == data.decode()
    assert (notice.source, notice.encoding, notice.warnings) == ("sub/a", "utf-8", ())
    assert notice.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        ("Café".encode(), "utf-8", "Café"),
        ("Café".encode("cp1252"), "cp1252", "Café"),
        ("\ufeffCafé".encode("utf-16-le"), "utf-16-le", "\ufeffCafé"),
        ("\ufeffCafé".encode("utf-16-be"), "utf-16-be", "\ufeffCafé"),
        ("\ufeffCafé".encode("utf-8"), "utf-8", "\ufeffCafé"),
    ],
)
def test_encodings_are_told_apart_and_named(
    tmp_path: Path, data: bytes, encoding: str, text: str
) -> None:
    """A byte-order mark, UTF-8 and cp1252 are read; anything but UTF-8 is said in a warning."""
    notice = read(written(tmp_path, "a.txt", data), "a.txt")
    assert (notice.text, notice.encoding) == (text, encoding)
    assert bool(notice.warnings) == (encoding != "utf-8")
    assert all(encoding in warning for warning in notice.warnings)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="iso-8859-2">',
        '<meta http-equiv="x" content="text/html; charset=iso-8859-2">',
    ],
)
def test_a_page_is_decoded_as_it_declares(tmp_path: Path, head: str) -> None:
    """The charset of a meta element is followed."""
    data = f"<html><head>{head}</head><body><h1>Driver, Łódź</h1></body>".encode("iso-8859-2")
    notice = read(written(tmp_path, "a.html", data), "a.html")
    assert notice.text == "Driver, Łódź\n"
    assert notice.encoding == "iso8859-2"


def test_a_declaration_that_does_not_fit_is_said(tmp_path: Path) -> None:
    """A page that lies about its charset is read all the same, with a warning."""
    data = b'<meta charset="utf-8"><h1>Driver</h1><p>Caf\xe9 duty</p>'
    notice = read(written(tmp_path, "a.html", data), "a.html")
    assert "Café duty" in notice.text
    assert len(notice.warnings) == 2


@pytest.mark.parametrize("name", ["unicode_escape", "utf-7", "punycode", "hex", "no-such", "é"])
def test_odd_charsets_are_not_followed(tmp_path: Path, name: str) -> None:
    """A page cannot choose a codec that changes what its bytes mean."""
    data = f'<meta charset="{name}"><h1>Driver \\x41 +AGE-</h1>'.encode()
    assert read(written(tmp_path, "a.html", data), "a.html").text == "Driver \\x41 +AGE-\n"


def test_furniture_of_a_page_is_left_out(tmp_path: Path) -> None:
    """Scripts, styles, navigation, asides, footers and templates are no text."""
    assert text_of(tmp_path, "<p>Drives &amp; cleans.</p>") == "Driver\n\nDrives & cleans.\n"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<ul><li>One</li><li>Two<ul><li>Three</ul></ul>", "• One\n• Two\n\n• Three"),
        ("<ol start=4><li>One<li>Two</ol>", "4. One\n5. Two"),
        ("<ul><li>- One<li>2. Two</ul>", "- One\n2. Two"),
        ("<li>Loose</li>", "• Loose"),
        ("<table><tr><th>Grade</th><td>P4</td></tr></table>", "Grade\tP4"),
        ("<dl><dt>Grade<dd>P4</dl>", "Grade\nP4"),
        ("a<br>b<b>c</b> d", "a\nbc d"),
        ("<p>one\n  two&nbsp;three</p>", "one two three"),
        ("<pre>one\n  two</pre>", "one\n  two"),
        ("<p>un&shy;seen</p>", "unseen"),
    ],
)
def test_blocks_and_items_have_lines_of_their_own(tmp_path: Path, body: str, text: str) -> None:
    """Block elements break lines; an item of a list begins with its mark."""
    assert text_of(tmp_path, body).removeprefix("Driver").strip("\n") == text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \r\n\t", "no text"),
        ("a.txt", b"\xef\xbb\xbf\n", "no text"),
        ("a.txt", b"ab\x00cd", "control characters"),
        ("a.txt", bytes(range(256)), "control characters"),
        ("a.txt", b"%PDF-1.7 words", "a PDF file, whatever the name says"),
        ("a.md", b"PK\x03\x04", "a Word document, whatever the name says"),
        ("a.txt", b"{\\rtf1 words}", "a rich text file, whatever the name says"),
        ("a.html", b"\x89PNG\r\n", "an image, whatever the name says"),
        ("a.pdf", b"Duties: drives.", "the PDF is broken"),
        ("a.docx", b"Duties: drives.", "the Word document is broken"),
        (
            "a.docx",
            b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"),
            "an old Word document",
        ),
        ("a.pdf", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "an old Excel workbook"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + "__substg1.0_".encode("utf-16-le"), "an Outlook message"),
        ("a.odt", b"PK\x03\x04 mimetype", "an OpenDocument text is not read"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "no words"),
        ("a.html", b"<h1>404</h1><p>Not found.</p>", "no words"),
        ("a.html", b"<div>" * 5000 + b"Driver", "more than a notice needs"),
        ("a.html", b"<div></div>" * 60000 + b"Driver", "more than a notice needs"),
        ("a.xyz", b"words", ".xyz"),
        ("a", b"words", "without a suffix"),
    ],
)
def test_what_is_no_notice_is_said(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    """The error is one sentence: which file, what is wrong, what to do."""
    path = written(tmp_path, name, data)
    with pytest.raises(Unreadable, match=name) as caught:
        read(path, name)
    assert reason in str(caught.value)
    assert caught.value.path == path
    assert caught.value.remedy in str(caught.value)


@pytest.mark.parametrize("suffix", sorted(UNREAD))
def test_known_formats_that_are_not_read_are_named(tmp_path: Path, suffix: str) -> None:
    """Each says what it is, and to save the notice otherwise."""
    with pytest.raises(Unreadable, match="save"):
        read(written(tmp_path, f"a{suffix.upper()}", b"x"), "a")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", b"<!DOCTYPE html>\n<html><h1>Driver</h1><p>Drives.</p>"),
        ("a.md", b"\xef\xbb\xbf <html><h1>Driver</h1><p>Drives.</p>"),
        ("a.doc", b"<HTML><h1>Driver</h1><p>Drives.</p>"),
        ("a.pdf", b'<?xml version="1.0"?><html><h1>Driver</h1><p>Drives.</p>'),
        ("a.aspx", b"<!doctype html><h1>Driver</h1><p>Drives.</p>"),
        ("a", b"<html><h1>Driver</h1><p>Drives.</p>"),
    ],
)
def test_bytes_are_believed_before_the_name(tmp_path: Path, name: str, data: bytes) -> None:
    """A web page that goes under another name is read as what it is, with a warning."""
    notice = read(written(tmp_path, name, data), name)
    assert notice.text == "Driver\n\nDrives.\n"
    said = "the bytes are a web page, whatever the name says, and were read as such"
    assert notice.warnings == (said,)


def test_words_that_look_like_marks_of_a_format_stay_text(tmp_path: Path) -> None:
    """A text that speaks of HTML or PDF, or is mail, is text."""
    for text in ("See <html>", "On %PDF-1.7", "From: hr@example.org\nSubject: Driver", "MZ", "PK"):
        assert read(written(tmp_path, "a.txt", text.encode()), "a").text == text


def test_missing_files_and_folders_are_said(tmp_path: Path) -> None:
    """A path that is no file is an error with a remedy."""
    with pytest.raises(Unreadable, match="no such file"):
        read(tmp_path / "none.txt", "none.txt")
    with pytest.raises(Unreadable, match="folder"):
        read(tmp_path, "folder")
    with pytest.raises(Unreadable, match="not valid"):
        read(Path("a\0b.txt"), "a")


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    """Not a byte more is read than the limit."""
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Unreadable, match="larger than 20 MB"):
        read(path, "big.txt")


def test_names_are_never_echoed_raw() -> None:
    """Control characters of a file's name do not reach the terminal."""
    error = Unreadable(Path("a\x1b[2J\u202e.txt"), "bad", "mend it")
    assert str(error).isprintable()
    assert shown("naïve é.txt") == "naïve é.txt"
    assert shown("\udcff") == "\\udcff"


def test_errors_survive_a_trip_to_another_process() -> None:
    """Readers run in pools: their errors must pickle."""
    error = pickle.loads(pickle.dumps(Unreadable(Path("a.txt"), "bad", "mend it")))
    assert str(error) == "a.txt: bad; mend it"


@given(st.binary(max_size=300), st.sampled_from(sorted(READERS)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_bytes_break_a_reader(tmp_path: Path, data: bytes, suffix: str) -> None:
    """Any bytes give a notice or Unreadable, nothing else."""
    path = written(tmp_path, f"any{suffix}", data)
    with suppress(Unreadable):
        assert read(path, "any").text.strip()


@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_offsets_count_the_file_s_own_text(tmp_path: Path, words: str) -> None:
    """What was written is what is read, code point for code point, newlines and all."""
    text = f"Duties\r\n{words}\n\rend\r"
    path = tmp_path / "own.txt"
    path.write_bytes(text.encode())
    assert read(path, "own.txt").text == text


def test_a_text_that_is_no_single_notice_is_refused(tmp_path: Path) -> None:
    """A text of more than a million characters is named with what to do."""
    path = tmp_path / "long.txt"
    path.write_text("Duties: liaise with the crews.\n" * 40_000, "utf-8")
    with pytest.raises(Unreadable, match="longer than 1000000 characters"):
        read(path, path.name)
