"""Killed or interrupted at any moment: the archive opens, holds what was reported, and the next run goes on."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.archive.store import Archive
from tests.cli.samples import RunCommand

COUNT = 200
CODES = {signal.SIGKILL: -signal.SIGKILL, signal.SIGINT: 130}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of small reports, each another."""
    folder = tmp_path_factory.mktemp("many")
    for number in range(COUNT):
        text = f"Bulletin {number}\n\nThe envoy said on Monday that {number + 2} villages were without power.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(("sent", "after"), [(signal.SIGKILL, 13), (signal.SIGINT, 2)])
def test_nothing_reported_is_lost(
    many: Path, tmp_path: Path, command: RunCommand, sent: signal.Signals, after: int
) -> None:
    """The signal comes after some reports were reported as added."""
    path = tmp_path / "a.db"
    process = subprocess.Popen(
        [sys.executable, "-m", "reportedly.cli.main", "add", str(many), "--archive", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    lines = [process.stdout.readline() for _ in range(after)]
    process.send_signal(sent)
    rest, errors = process.communicate(timeout=60)
    lines += rest.splitlines()
    assert process.returncode == CODES[sent]
    assert "Traceback" not in errors
    reported = {
        line.split()[2] for line in lines if line.startswith("added ") and len(line.split()) == 3
    }
    with Archive.open(path) as archive:
        held = {archive.kept(report).path for report in archive.report_ids()}
        assert len(archive.readings()) == len(held)
        assert archive.problems() == ()
    assert len(held) >= after
    assert reported <= held
    assert len(held) < COUNT

    some = [many / f"{number:03}.txt" for number in range(0, 20, 4)]
    assert command("add", *some, "--archive", path).code == 0
    with Archive.open(path) as archive:
        assert {str(each) for each in some} <= {archive.kept(i).path for i in archive.report_ids()}
