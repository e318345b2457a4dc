"""Two reports side by side: relation, score, reasons, passages."""

import json
from pathlib import Path

from tests.cli.samples import CUT, RunCommand


def test_a_cut_copy(reports: Path, command: RunCommand) -> None:
    """The passages of both stand where they are said to stand."""
    first, second = reports / "1-dispatch.txt", reports / "2-cut.txt"
    found = json.loads(command("compare", first, second, "--json").out)
    assert found["kind"] in ("excerpt", "extended", "edited")
    assert found["reasons"]
    for passage in found["passages"]:
        text = second.read_text(encoding="utf-8")
        assert text[passage["b"]["start"] : passage["b"]["end"]] == passage["b_text"]


def test_the_order_is_that_of_the_command(reports: Path, command: RunCommand) -> None:
    """A is on the left, whatever the ids are."""
    one, other = reports / "1-dispatch.txt", reports / "2-cut.txt"
    there = json.loads(command("compare", one, other, "--json").out)
    back = json.loads(command("compare", other, one, "--json").out)
    assert (there["a"], there["b"]) == (back["b"], back["a"])
    assert [each["a"] for each in there["passages"]] == sorted(
        (each["b"] for each in back["passages"]), key=lambda span: span["start"]
    )


def test_columns_for_people(reports: Path, command: RunCommand) -> None:
    """Score and reasons first, then the passages in two columns."""
    out = command("compare", reports / "1-dispatch.txt", reports / "2-cut.txt").out
    assert ", score " in out.splitlines()[0]
    assert out.count(" | ") > 3


def test_one_saying_under_two_words(tmp_path: Path, command: RunCommand) -> None:
    """What one report said and the other claimed, in the order of the command, by their words and places."""
    told = "The dam\n\nMayor Ann Lund {} on Friday that the old dam had passed every test.\n"
    paths = [tmp_path / f"{word}.txt" for word in ("said", "claimed")]
    for path in paths:
        path.write_text(told.format(path.stem), encoding="utf-8")
    (saying,) = json.loads(command("compare", *paths, "--json").out)["sayings"]
    assert [saying[side]["presented"] for side in "ab"] == ["neutral", "distant"]
    assert saying["b"]["cue_text"] == "claimed"
    assert saying["a"]["text"] == "the old dam had passed every test"
    out = command("compare", *reversed(paths)).out
    assert out.index("“claimed”, 24-31: the report keeps") < out.index("“said”, 24-28: the report")


def test_independent_reports(reports: Path, command: RunCommand) -> None:
    """Nothing in common is said as such."""
    ran = command("compare", reports / "1-dispatch.txt", reports / "4-far.txt")
    assert ran.out.startswith("independent, score 0.00\n")


def test_ids_and_files_mix(here: Path, reports: Path, command: RunCommand) -> None:
    """A report of the archive by the beginning of its id, and the same file: the same bytes."""
    assert here.exists()
    report = json.loads(command("search", "pumpkin", "--json").out)["block"]["report"]
    ran = command("compare", report[:9], reports / "4-far.txt")
    assert ran.out.splitlines()[:2] == ["identical, score 1.00", "  bytes 1.00: the same bytes"]


def test_what_cannot_be_compared(tmp_path: Path, reports: Path, command: RunCommand) -> None:
    """A folder of reports, an unreadable file, a name that is neither file nor id."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    many = tmp_path / "two.jsonl"
    many.write_text(2 * (json.dumps({"text": CUT}) + "\n"), encoding="utf-8")
    for given, words in (
        (many, "holds 2 reports"),
        (empty, "empty"),
        ("nowhere.txt", "no such file, and no archive"),
    ):
        ran = command("compare", given, reports / "4-far.txt", "--archive", tmp_path / "none.db")
        assert ran.code == 2
        assert words in ran.err
