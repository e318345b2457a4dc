"""Corrections are kept as given, resolved to whole ids, and listed."""

import json
from pathlib import Path

import pytest

from reportedly.model.correction import CorrectionKind
from tests.cli.samples import RunCommand


def ids_of(command: RunCommand) -> dict[str, str]:
    """The ids of the archive's reports by file name."""
    reports = json.loads(command("brief", "--json").out)["reports"]
    return {Path(report["path"]).name: report["id"] for report in reports}


def test_not_a_copy_counts_from_then_on(here: Path, command: RunCommand) -> None:
    """The cut copy becomes a text of its own; the correction survives a rebuild."""
    assert here.exists()
    ids = ids_of(command)
    one, other = ids["1-dispatch.txt"], ids["2-cut.txt"]
    before = json.loads(command("brief", "--json").out)["lineages"]
    ran = command("correct", "not-copy", one[:8], other[:8], "--note", "two desks wrote it")
    assert ran.out == f"kept: not-copy {one} {other}\n"
    after = json.loads(command("brief", "--json").out)["lineages"]
    assert len(after) == len(before) + 1
    assert command("rebuild").code == 0
    assert json.loads(command("brief", "--json").out)["lineages"] == after
    assert command("correct", "list").out.endswith(
        f"not-copy {one} {other}  (two desks wrote it)\n"
    )


def test_places_are_kept_with_whole_ids(here: Path, command: RunCommand) -> None:
    """A wrong speaker, by the place that a view prints."""
    assert here.exists()
    word = json.loads(command("search", "barrel", "--json").out)["words"][0]
    short = f"{word['report'][:8]}:{word['start']}-{word['end']}"
    assert command("correct", "speaker", short, "Olga Lund").code == 0
    [kept] = [json.loads(line) for line in command("correct", "list", "--json").out.splitlines()]
    assert kept["first"] == f"{word['report']}:{word['start']}-{word['end']}"
    assert (kept["kind"], kept["second"]) == ("speaker", "Olga Lund")
    assert "Olga Lund" in command("quotes", "--json").out


def test_names_are_kept_as_given(here: Path, command: RunCommand) -> None:
    """Two names of one person."""
    assert here.exists()
    assert command("correct", "list").out == "no corrections\n"
    ran = command("correct", "same-entity", "Karel Voss", "Carl Fos")
    assert ran.out == "kept: same-entity Karel Voss Carl Fos\n"
    assert command("correct", "same-entity", "Voss", "Vo\udcdf").code == 0
    assert command("claims").code == 0


@pytest.mark.parametrize("kind", CorrectionKind)
def test_every_kind_has_a_subcommand(command: RunCommand, kind: CorrectionKind) -> None:
    """With help that says what it means."""
    ran = command("correct", kind.value, "--help")
    assert ran.code == 0
    assert "FIRST" in ran.out
