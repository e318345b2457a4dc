"""From every line that a view prints down to rules, scores and characters."""

import json
from pathlib import Path

import pytest

from tests.cli.samples import RunCommand


@pytest.mark.parametrize("view", ["quotes", "calendar", "positions", "claims", "stories"])
def test_every_id_of_a_view_is_explained(here: Path, command: RunCommand, view: str) -> None:
    """The chain ends at words with their place, or at the relations of the story's reports."""
    assert here.exists()
    lines = [json.loads(line) for line in command(view, "--json").out.splitlines()]
    for record in lines[:3]:
        ran = command("why", record["id"], "--json")
        assert ran.code == 0
        explained = json.loads(ran.out)
        assert explained["id"] == record["id"]
        assert explained["steps"]
        people = command("why", record["id"])
        assert people.out.splitlines()[0].startswith(f"{explained['sort']} {record['id']}: ")


def test_all_records_of_the_brief_are_explained(here: Path, command: RunCommand) -> None:
    """Reports, lineages, entities and differences too."""
    assert here.exists()
    document = json.loads(command("brief", "--json").out)
    for layer in ("reports", "lineages", "entities", "differences"):
        for record in document[layer][:2]:
            ran = command("why", record["id"])
            assert ran.code == 0
            assert len(ran.out.splitlines()) > 1


def test_a_place_is_explained(here: Path, command: RunCommand) -> None:
    """What each layer read there, because of what, and which records cite it."""
    assert here.exists()
    hit = json.loads(command("search", "barrel", "--json").out)
    word = hit["words"][0]
    place = f"{word['report'][:8]}:{word['start']}-{word['end']}"
    out = command("why", place).out
    assert out.splitlines()[0] == f"place {place}: barrel"
    assert "quotation: direct, Karel Voss" in out
    assert "cites this place" in out
    outside = command("why", f"{word['report'][:8]}:90000-90001")
    assert outside.code == 2
    assert "outside the report's" in outside.err


def test_how_a_saying_is_presented_is_explained(tmp_path: Path, command: RunCommand) -> None:
    """A word that is more than plain, where it stands and what the report does by it."""
    text = (
        "The dam\n\nMayor Ann Lund falsely claimed on Friday that the dam had passed every test.\n"
    )
    (tmp_path / "dam.txt").write_text(text, encoding="utf-8")
    report = json.loads(command("read", tmp_path, "--json").out)["report"]["id"]
    place = f"{report[:8]}:{text.index('passed')}-{text.index('every')}"
    out = command("why", place, tmp_path).out
    assert "presented: false, “falsely claimed” [24-39] - the report calls it false" in out


def test_straight_from_files(reports: Path, command: RunCommand) -> None:
    """The ids of a brief made from files can be asked for with the same files."""
    claim = json.loads(command("claims", reports, "--json").out.splitlines()[0])
    ran = command("why", claim["id"], reports)
    assert ran.out.startswith(f"claim {claim['id']}: ")
    assert "told: “" in ran.out


def test_a_headline_check_is_explained(tmp_path: Path, command: RunCommand) -> None:
    """A headline that its body does not bear out."""
    text = "Norland invades Sudria\n\nMarch 2, 2022\n\nNorland denied on Wednesday that it would invade Sudria.\n"
    path = tmp_path / "headline.txt"
    path.write_text(text, encoding="utf-8")
    document = json.loads(command("brief", path, "--json").out)
    for check in document["headline_checks"]:
        wanted = f"{check['report']}:{check['headline']['start']}"
        assert command("why", wanted, path).out.startswith("headline ")
