"""The command line in this process, and an archive of four small reports."""

import io
import shutil
import sys
from pathlib import Path

import pytest

from reportedly.cli.main import run
from tests.cli.samples import REPORTS, Ran, RunCommand


class Terminal(io.TextIOWrapper):
    """Standard input with a person at it."""

    def isatty(self) -> bool:
        """Somebody can be asked."""
        return True


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the four reports."""
    folder = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def filled(reports: Path) -> Path:
    """An archive of them, made once; tests work on copies."""
    path = reports.parent / "filled" / "reportedly.db"
    path.parent.mkdir(exist_ok=True)
    assert run(["add", str(reports), "--archive", str(path)]) == 0
    assert run(["stories", "--archive", str(path)]) == 0
    return path


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, filled: Path) -> Path:
    """A working folder with a copy of the archive under the default name."""
    shutil.copy(filled, tmp_path / "reportedly.db")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> RunCommand:
    """Run a command: `command("add", path)`."""

    def call(*arguments: object, given: bytes = b"", asked: bool = False) -> Ran:
        kind = Terminal if asked else io.TextIOWrapper
        monkeypatch.setattr(sys, "stdin", kind(io.BytesIO(given), encoding="utf-8"))
        capsys.readouterr()
        code = run([str(each) for each in arguments])
        found = capsys.readouterr()
        return Ran(code, found.out, found.err)

    return call
