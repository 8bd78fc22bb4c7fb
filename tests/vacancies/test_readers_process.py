"""Files that others parse are read in a process that may hang or die without harm."""

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from dottedline.vacancies.readers import Refused, Unreadable, read
from dottedline.vacancies.readers.process import ReaderProcess
from papers import pdf_file, printed

DRIVER = pdf_file(printed((72, 700, "Title: Driver")))
BOMB = pdf_file(b"BT /F1 9 Tf 1 0 0 1 9 9 Tm (words) Tj ET\n" * 2_000_000, packed=2)
SECONDS = 60.0


@pytest.fixture
def process() -> ReaderProcess:
    return ReaderProcess(SECONDS)


def test_one_process_reads_one_file_after_another(process: ReaderProcess) -> None:
    """The process stays for the next file, refusals included, until it is closed."""
    assert process.read(".pdf", DRIVER).text == "Title: Driver\n"
    first = process._running
    with pytest.raises(Refused, match="broken"):
        process.read(".pdf", b"%PDF-1.7")
    assert process.read(".html", b"<h1>Driver</h1>").text == "Driver\n"
    assert process._running is first
    process.close()
    assert process._running is None


def test_a_parser_that_takes_too_long_is_stopped() -> None:
    """A bomb of a few kilobytes ends with its time, and the next file is read as ever."""
    process = ReaderProcess(1.5)
    assert len(BOMB) < 2000
    process.read(".pdf", DRIVER)
    begun = time.monotonic()
    with pytest.raises(Refused, match=r"takes longer than 1\.5 seconds"):
        process.read(".pdf", BOMB)
    assert time.monotonic() - begun < 10
    assert process.read(".pdf", DRIVER).text == "Title: Driver\n"
    process.close()


def test_a_process_that_dies_is_followed_by_another(process: ReaderProcess) -> None:
    """A reader that breaks on a file (here: on a format it lacks) costs that file alone."""
    with pytest.raises(Refused, match="its reader fails on it"):
        process.read(".none", DRIVER)
    assert process.read(".pdf", DRIVER).text == "Title: Driver\n"
    assert process._running is not None
    process._running.kill()
    process._running.wait()
    assert process.read(".pdf", DRIVER).text == "Title: Driver\n"
    process.close()


def test_threads_take_turns(process: ReaderProcess) -> None:
    """Each thread gets the answer to its own file."""
    files = {n: pdf_file(printed((72, 700, f"Post {n}"))) for n in range(12)}
    found = {}
    threads = [
        threading.Thread(target=lambda n=n: found.update({n: process.read(".pdf", files[n]).text}))
        for n in files
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: f"Post {n}\n" for n in files}
    process.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no fork")
def test_a_forked_process_starts_its_own(process: ReaderProcess) -> None:
    """Parent and child never write to one pipe."""
    process.read(".pdf", DRIVER)
    assert process._running is not None
    theirs = process._running.pid
    code = (
        "import os, sys\n"
        "from dottedline.vacancies.readers.process import ReaderProcess\n"
        "one, data = ReaderProcess(), sys.stdin.buffer.read()\n"
        "one.read('.pdf', data)\n"
        "first = one._running.pid\n"
        "if os.fork() == 0:\n"
        "    text = one.read('.pdf', data).text\n"
        "    sys.stdout.write(f'{one._running.pid != first} {text}')\n"
        "    one.close()\n"
        "    sys.stdout.flush()\n"
        "    os._exit(0)\n"
        "os.wait()\n"
        "sys.stdout.write(one.read('.pdf', data).text)\n"
        "one.close()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], input=DRIVER, capture_output=True)
    assert done.stdout.decode() == "True Title: Driver\nTitle: Driver\n", done.stderr.decode()
    assert process._running.pid == theirs
    process.close()


def test_plain_text_and_pages_start_no_process(tmp_path: Path) -> None:
    """What is read at once stays here: a build of text files starts nothing."""
    for name, text in (("a.txt", "Duties"), ("a.html", "<h1>Driver</h1>")):
        (tmp_path / name).write_text(text, "utf-8")
    job = {"@type": "JobPosting", "title": "Driver"}
    (tmp_path / "a.jsonld").write_text(json.dumps(job), "utf-8")
    (tmp_path / "a.pdf").write_bytes(DRIVER)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from dottedline.vacancies.readers import process, read\n"
        "for name in sys.argv[1:]:\n"
        "    read(Path(name), name)\n"
        "    sys.stdout.write(f'{process._PROCESS._running is not None} ')\n"
        "sys.stdout.write(str({'docx', 'pypdfium2', 'lxml'} & set(sys.modules)))\n"
    )
    names = [str(tmp_path / name) for name in ("a.txt", "a.html", "a.jsonld", "a.pdf")]
    done = subprocess.run([sys.executable, "-c", code, *names], capture_output=True, check=True)
    assert done.stdout.decode() == "False False False True set()"


def test_a_folder_s_modules_are_not_taken_for_the_reader_s(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file json.py beside the notices is not run."""
    (tmp_path / "json.py").write_text("raise SystemExit('run')", "utf-8")
    monkeypatch.chdir(tmp_path)
    process = ReaderProcess(SECONDS)
    assert process.read(".pdf", DRIVER).text == "Title: Driver\n"
    process.close()


def test_large_pages_are_read_apart(tmp_path: Path) -> None:
    """A page of some megabytes is read in the process too, within its limits."""
    path = tmp_path / "large.html"
    path.write_text(f"<h1>Driver</h1><!--{'x' * 3 * 2**20}--><p>Drives.</p>", "utf-8")
    assert read(path, "large").text == "Driver\n\nDrives.\n"
    path.write_text("<p>words of it " * 300_000, "utf-8")
    with pytest.raises(Unreadable, match="longer than 1000000 characters"):
        read(path, "large")
