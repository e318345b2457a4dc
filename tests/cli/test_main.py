"""The front door: help at once, errors as sentences, exit codes as documented."""

import subprocess
import sys
from pathlib import Path

import click
import pytest

from reportedly.cli import main
from reportedly.cli.main import COMMANDS, reportedly
from tests.cli.samples import RunCommand


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_has_help(entry: main.Entry, command: RunCommand) -> None:
    """Each says what it does."""
    ran = command(entry.name, "--help")
    assert ran.code == 0
    assert "Usage: reportedly" in ran.out


def test_help_lists_all_commands(command: RunCommand) -> None:
    """In the order of a day's work."""
    out = command("--help").out
    places = [out.index(f"\n  {entry.name} ") for entry in COMMANDS]
    assert places == sorted(places)
    assert reportedly.get_command(click.Context(reportedly), "nothing") is None


def test_help_loads_no_parser() -> None:
    """Start-up stays fast: nothing heavy is imported before it is needed."""
    code = (
        "import sys\nfrom reportedly.cli.main import run\nrun(['--help'])\n"
        "print({'spacy', 'numpy', 'trafilatura', 'rich', 'sqlite3'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_views_of_a_told_archive_load_no_parser(here: Path) -> None:
    """What is stored is shown without reading anything again."""
    code = (
        "import sys\nfrom reportedly.cli.main import run\nrun(['stories'])\n"
        "print({'spacy', 'trafilatura', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=here
    )
    assert done.stdout.splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("nonsense",), "No such command"),
        (("add",), "Missing argument"),
        (("quotes", "--since", "yesterday"), "write it as 2021-12-25"),
        (("stories", "--archive", "none.db"), "no archive here; make one with `reportedly add"),
        (("why", "zzz"), "nothing with this id"),
        (("why", "0000:5-2"), "nothing with this id"),
        (("withdraw", ""), "begins several ids"),
        (("correct", "same-quote", "x", "y"), "REPORT:START-END"),
        (("compare", "none.txt", "none.txt"), "nothing with this id"),
    ],
)
def test_usage_errors(
    here: Path, command: RunCommand, arguments: tuple[str, ...], words: str
) -> None:
    """Exit code 2, and a sentence that says what to do, on standard error."""
    assert here.exists()
    ran = command(*arguments)
    assert ran.code == 2
    assert words in ran.err
    assert ran.out == ""


def test_a_damaged_archive(here: Path, command: RunCommand) -> None:
    """It is said so, and exit code 3."""
    path = here / "reportedly.db"
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    ran = command("stories")
    assert ran.code == 3
    assert "damaged" in ran.err


def test_somebody_elses_file(here: Path, command: RunCommand) -> None:
    """It is left alone."""
    notes = here / "notes.txt"
    notes.write_text("Buy bread. " * 500, encoding="utf-8")
    ran = command("add", notes, "--archive", notes)
    assert ran.code == 2
    assert "not an archive of reportedly" in ran.err
    assert notes.read_text(encoding="utf-8") == "Buy bread. " * 500


def test_ctrl_c_is_a_clean_message(command: RunCommand, monkeypatch: pytest.MonkeyPatch) -> None:
    """No traceback, exit code 130."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main.reportedly, "main", stop)
    ran = command("stories")
    assert ran.code == 130
    assert "stopped" in ran.err


def test_a_reader_who_leaves_early(here: Path) -> None:
    """`reportedly claims | head -1` ends without a traceback."""
    script = f"{sys.executable} -m reportedly.cli.main claims --json | head -c 10"
    done = subprocess.run(
        ["/bin/sh", "-c", script], capture_output=True, text=True, check=True, cwd=here
    )
    assert done.stderr == ""
    assert len(done.stdout) == 10


def test_main_leaves_with_the_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    """The script that is installed."""
    with pytest.raises(SystemExit) as left:
        main.main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out.startswith("reportedly, version ")


def test_every_command_is_in_the_docs() -> None:
    """docs/formats.md or the README says what each prints."""
    root = Path(__file__).parents[2]
    text = "".join(
        (root / name).read_text(encoding="utf-8") for name in ("docs/formats.md", "README.md")
    )
    for entry in COMMANDS:
        assert f"`{entry.name}" in text or f"reportedly {entry.name}" in text, entry.name
