"""`dottedline read` shows how a sentence is read."""

import json
import os
import pty
import subprocess
import sys

import pytest
from shell import run

LINE = "Under the direct supervision of the Chief of Mission, liaises with the Otter Watch Cell."
HOSTILE = b"Liaise with the [bold]Otter Unit[/bold]\x1b[31m and UNDSS\x07.\xe2\x80\xae\xff\n"


def on_a_terminal(*arguments: str, **options: str) -> str:
    """Run the command with a terminal for its standard output, and return what it wrote there."""
    ours, theirs = pty.openpty()
    env = {k: v for k, v in os.environ.items() if k not in {"NO_COLOR", "FORCE_COLOR"}}
    started = subprocess.Popen(
        [sys.executable, "-m", "dottedline", *arguments],
        stdout=theirs,
        env={**env, "TERM": "xterm-256color", "COLUMNS": "100", **options},
    )
    os.close(theirs)
    written = b""
    while True:
        try:
            data = os.read(ours, 4096)
        except OSError:
            break
        if not data:
            break
        written += data
    os.close(ours)
    assert started.wait() == 0
    return written.decode()


def test_sentences_are_marked_and_rules_told() -> None:
    """Cues, names with kinds, the rule that fired with its relation, object and reason."""
    text = run("read", LINE).stdout
    assert "_Under the direct supervision of_ the [Chief of Mission: role]" in text
    assert "[Otter Watch Cell: body?]" in text or "[Otter Watch Cell: unit?]" in text
    assert "Rules fired:" in text
    for words in ("direct", "reportsDirectlyTo", "known", "candidate"):
        assert words in text


def test_words_need_no_quotes() -> None:
    """The text may be given as one argument or as many."""
    assert run("read", *LINE.split()).stdout == run("read", LINE).stdout


def test_rules_held_back_say_why() -> None:
    """The cue and the reason stand in a table of their own."""
    text = run("read", "The incumbent does not report to the RSO.").stdout
    assert "Rules held back:" in text
    assert "takes it back" in text
    assert "Rules fired:" not in text


def test_what_others_do_is_told_apart() -> None:
    """A sentence about somebody else says so."""
    text = run("read", "The Otter Unit works with UNDSS.").stdout
    assert "about another: Otter Unit" in text
    assert "Said of others:" in text


def test_a_text_without_cues_is_no_error() -> None:
    """What no rule knows is said."""
    result = run("read", "Otters sleep.")
    assert result.exit_code == 0
    assert "No cue of any rule" in result.stdout


def test_json_gives_mentions_and_relations() -> None:
    """For a machine: offsets that hold, relations with rule and cue, what was held back."""
    told = json.loads(run("read", LINE, "--json").stdout)
    (sentence,) = told["sentences"]
    for name in sentence["mentions"]:
        assert LINE[name["start"] : name["end"]] == name["name"]
    relations = {one["relation"]: one["object"]["name"] for one in sentence["relations"]}
    assert relations["reportsDirectlyTo"] == "Chief of Mission"
    assert {"third_party", "held_back", "cues"} <= set(sentence)
    assert (told["language"], told["section"]) == ("en", None)


def test_options_change_the_reading() -> None:
    """Section, language and title are those that were given."""
    line = "Report to the RSO."
    as_task = json.loads(run("read", line, "--section", "duties", "--json").stdout)
    held = {one["rule"]: one["code"] for one in as_task["sentences"][0]["held_back"]}
    assert held["reports-to"] == "a-duty"
    post = json.loads(
        run("read", "The Warden reports to the RSO.", "--title", "Warden", "--json").stdout
    )
    assert post["sentences"][0]["of_post"]
    french = json.loads(run("read", "Conseiller le RSO.", "--language", "fr", "--json").stdout)
    assert french["language"] == "fr"
    assert french["sentences"][0]["relations"][0]["relation"] == "advises"


def test_standard_input_is_read_for_a_dash() -> None:
    """`-` stands for what is piped in, of several sentences."""
    result = run("read", "-", given=f"{LINE}\n\n- Advise the RSO.\n")
    assert "Sentence 2, about the post" in result.stdout


@pytest.mark.parametrize("arguments", [(), ("",), ("  ",), ("-",)])
def test_nothing_to_read_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    """No text, a blank one, an empty pipe."""
    result = run("read", *arguments, given="")
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_too_long_a_text_is_one_line() -> None:
    """More than a notice may hold is refused."""
    result = run("read", "-", given=b"a" * 1_000_001)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: standard input holds more than")


def test_a_hostile_text_is_shown_as_text() -> None:
    """Escapes, bells and turns of direction are spelled out; markup is words."""
    text = run("read", "-", given=HOSTILE).stdout
    assert "[bold]" in text
    for spelled in ("\\x1b[31m", "\\x07", "\\u202e"):
        assert spelled in text
    assert all(one.isprintable() for one in text.splitlines())


def test_any_command_line_argument_is_readable() -> None:
    """Bytes that are no text in any encoding do not stop it."""
    done = subprocess.run(
        [sys.executable, "-m", "dottedline", "read", b"Liaise with \xff UNDSS."],
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr


def test_colour_on_a_terminal_only() -> None:
    """A terminal gets colour and no marks of ink; NO_COLOR and a pipe get the marks."""
    written = on_a_terminal("read", "Reports to the Chief of Mission")
    assert "\x1b[4mReports to\x1b[0m" in written
    assert "_Reports to_" not in written
    plain = on_a_terminal("read", "Reports to the Chief of Mission", NO_COLOR="1")
    assert "_Reports to_ the [Chief of Mission: role]" in plain
    assert "\x1b" not in run("read", LINE).stdout
