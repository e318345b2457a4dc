"""`add` and `read`: what is taken, what is refused, and that nothing else changes."""

import json
import os
import sys
from pathlib import Path

import pytest

from reportedly.archive.store import Archive
from reportedly.archive.told import stored_stories
from reportedly.cli import sources
from tests.cli.samples import CUT, DISPATCH, RunCommand


def test_added_reports_are_named(tmp_path: Path, reports: Path, command: RunCommand) -> None:
    """A line a report, in order, then the sum."""
    ran = command("add", reports, "--archive", tmp_path / "a.db")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines[:4]] == ["added"] * 4
    assert lines[0].endswith("1-dispatch.txt")
    assert lines[-1] == "4 added, 0 already there, 0 refused"


def test_adding_again_changes_nothing(here: Path, reports: Path, command: RunCommand) -> None:
    """Not a byte of what is kept, and the stories stay told."""
    with Archive.open(here / "reportedly.db") as archive:
        before = (archive.query("SELECT * FROM report"), archive.query("SELECT * FROM story"))
    ran = command("add", reports)
    assert ran.out.endswith("0 added, 4 already there, 0 refused\n")
    with Archive.open(here / "reportedly.db") as archive:
        after = (archive.query("SELECT * FROM report"), archive.query("SELECT * FROM story"))
        assert after == before
        assert stored_stories(archive) is not None


def test_bad_inputs_are_named_and_the_rest_is_taken(tmp_path: Path, command: RunCommand) -> None:
    """Each with its reason, exit code 3, and the archive remembers."""
    (tmp_path / "a-good.txt").write_text(DISPATCH, encoding="utf-8")
    (tmp_path / "b-empty.txt").write_bytes(b"")
    (tmp_path / "c-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(500))
    (tmp_path / "d-torn.zip").write_bytes(b"PK\x03\x04" + bytes(40))
    (tmp_path / "e-good.txt").write_text(CUT, encoding="utf-8")
    archive_path = tmp_path / "store" / "a.db"
    archive_path.parent.mkdir()
    paths = sorted(path for path in tmp_path.iterdir() if path.is_file())
    ran = command("add", *paths, tmp_path / "f-none.txt", "--archive", archive_path)
    assert ran.code == 3
    assert ran.out.splitlines()[-1] == "2 added, 0 already there, 4 refused"
    for name in ("b-empty.txt", "c-picture.txt", "d-torn.zip", "f-none.txt"):
        assert f"not read: {tmp_path / name}" in ran.err
    later = command("stories", "--archive", archive_path)
    assert (later.code, later.err.count("not read when added: ")) == (0, 4)
    with Archive.open(archive_path) as archive:
        assert len(archive.refused()) == 4
        assert len(archive.report_ids()) == 2


def test_add_as_json(tmp_path: Path, reports: Path, command: RunCommand) -> None:
    """An object a line, refusals among them."""
    ran = command("add", reports, "none.txt", "--archive", tmp_path / "a.db", "--json")
    found = [json.loads(line) for line in ran.out.splitlines()]
    assert [each["outcome"] for each in found] == ["added"] * 4 + ["refused"]
    assert found[-1]["reason"]


def test_a_report_that_breaks_a_stage_is_refused(
    tmp_path: Path, reports: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The run goes on; the pipeline has logged it."""
    monkeypatch.setattr("reportedly.pipeline.read_reports", lambda _: ())
    ran = command("add", reports, "--archive", tmp_path / "a.db")
    assert ran.code == 3
    assert sources.BROKEN in ran.err
    assert command("read", reports).code == 3


def test_standard_input(tmp_path: Path, command: RunCommand) -> None:
    """A dash is a report like any other."""
    ran = command("add", "-", "--archive", tmp_path / "a.db", given=DISPATCH.encode())
    assert ran.code == 0
    assert ran.out.splitlines()[0].endswith("  -")


def test_read_for_people(reports: Path, command: RunCommand) -> None:
    """Blocks with their roles, finds marked where they stand, who said what under its sentence."""
    out = command("read", reports / "1-dispatch.txt").out
    assert out.startswith(str(reports / "1-dispatch.txt"))
    assert "\nheadline 0-" in out
    assert "[[March 14|2022-03-14]]" in out
    assert '“"We expect a frank exchange,"”' in out


def test_read_as_json_takes_a_given_date(command: RunCommand) -> None:
    """`--date` is the day against which times are resolved."""
    text = b"Envoys meet in Tarsk\n\nThe envoys of both states met on Thursday in Tarsk, officials said.\n"
    ran = command("read", "-", "--json", "--date", "2022-03-05", given=text)
    found = json.loads(ran.out)
    assert found["report"]["published"] == {
        "first": "2022-03-05",
        "last": "2022-03-05",
        "known": "given",
        "because": "given with --date",
    }
    assert [time["first"] for time in found["times"]] == ["2022-03-03"]


def test_a_lone_surrogate_is_refused_in_printable_words(command: RunCommand) -> None:
    """It comes in through an escape of JSON; the record beside it is read."""
    broken = b'{"title": "Envoys meet", "text": "Envoys \\ud800 met in Tarsk on Thursday, both sides said."}'
    whole = b'{"title": "Envoys meet", "text": "Envoys met in Tarsk on Thursday, officials of both said."}'
    ran = command("read", "-", "--json", given=broken + b"\n" + whole)
    assert ran.code == 3
    assert "not read: -#1: " in ran.err
    assert json.loads(ran.out)["report"]["path"] == "-#2"


def test_progress_only_on_a_terminal(
    reports: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing on standard error that is not a terminal; a line that moves where it is one."""
    assert command("read", reports).err == ""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setattr(type(sys.stderr), "isatty", lambda _: True, raising=False)
    ran = command("read", reports / "4-far.txt", "--json")
    assert json.loads(ran.out)


def test_a_file_name_that_is_not_text(tmp_path: Path, command: RunCommand) -> None:
    """Names are bytes on disk; what cannot be shown is replaced, and the report is taken."""
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9 \x1b[31m.txt"))
    path.write_text(DISPATCH, encoding="utf-8")
    ran = command("add", tmp_path, "--archive", tmp_path / "a.db")
    assert ran.out.splitlines()[0].endswith("\ufffd[31m.txt")
    assert json.loads(command("stories", "--archive", tmp_path / "a.db", "--json").out)
    assert command("verify", "--archive", tmp_path / "a.db").code == 0
    assert "\x1b" not in command("read", path).out + command("stories", path).out


def test_the_archive_beside_the_reports(
    tmp_path: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`reportedly add .` and `brief .` pass over the archive that lies there."""
    (tmp_path / "a.txt").write_text(DISPATCH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert command("add", ".").code == 0
    assert command("brief", ".").code == 0
    assert command("add", ".", "--archive", "another.db").code == 3
