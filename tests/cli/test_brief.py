"""The brief in all its forms."""

import json
from pathlib import Path

import pytest

from tests.cli.samples import RunCommand


@pytest.mark.parametrize("form", ["text", "md", "html", "json"])
def test_every_form(reports: Path, command: RunCommand, form: str) -> None:
    """Each says how many origins there are and cites."""
    ran = command("brief", reports, "--format", form)
    assert ran.code == 0
    assert "Karel Voss" in ran.out
    assert "origin" in ran.out


def test_files_and_archive_give_the_same(here: Path, reports: Path, command: RunCommand) -> None:
    """Byte for byte."""
    assert here.exists()
    assert command("brief").out == command("brief", reports).out


def test_options_reach_the_page(here: Path, command: RunCommand) -> None:
    """--without, --since and --today."""
    assert here.exists()
    assert "Without Karel Voss" in command("brief", "--without", "Karel Voss").out.title()
    assert command("brief", "--since", "2022-03-03").out != command("brief").out
    assert "SINCE 3 MARCH 2022, 18:00" in command("brief", "--since", "2022-03-03T18:00").out
    assert command("brief", "--since", "18:00").code == 0
    assert command("brief", "--since", "teatime").code == 2
    assert "5 March 2022" in command("brief", "--today", "2022-03-05").out


def test_fail_on(here: Path, command: RunCommand) -> None:
    """Exit code 1 only where it is asked for and there is something."""
    assert here.exists()
    document = json.loads(command("brief", "--json").out)
    conflict = command("brief", "--fail-on", "conflict").code
    assert conflict == (1 if document["differences"] else 0)
    flagged = any(each["verdict"] != "supported" for each in document["headline_checks"])
    assert command("brief", "--fail-on", "unsupported").code == (1 if flagged else 0)
    assert command("brief").code == 0
