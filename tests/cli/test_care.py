"""verify, withdraw, search, rebuild: the archive is held to its bytes."""

import json
import sqlite3
import zlib
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.archive.store import Archive, Kept
from reportedly.cli.derivation import derive_report
from reportedly.model.report import Report
from tests.cli.samples import DISPATCH, FAR, RunCommand

FEED = """<rss version="2.0"><channel><title>Ostby Courier</title>
<item><title>Festival</title><link>https://courier.example/1</link>
<pubDate>Fri, 04 Mar 2022 10:00:00 GMT</pubDate>
<description>&lt;p&gt;The harvest festival in Ostby drew 40,000 visitors, the mayor said on Friday.&lt;/p&gt;</description></item>
<item><title>Talks</title><description>Envoys of Norland said on Thursday that they would meet in Tarsk.</description></item>
</channel></rss>"""
RECORDS = json.dumps({"title": "Talks", "text": DISPATCH}) + "\n" + json.dumps({"text": FAR}) + "\n"
PAGE = (
    "<html><head><title>Talks</title></head><body><article>"
    + "".join(f"<p>{line}</p>" for line in DISPATCH.splitlines() if line)
    + "</article></body></html>"
)


def damage(path: Path, statement: str, *values: object) -> None:
    """Change the archive behind its back."""
    connection = sqlite3.connect(path)
    connection.execute(statement, values)
    connection.commit()
    connection.close()


def test_all_citations_hold(here: Path, command: RunCommand) -> None:
    """Every one is checked against the text that the bytes give."""
    assert here.exists()
    ran = command("verify")
    assert ran.code == 0
    assert ran.out.endswith("citations checked: all hold\n")


def test_other_bytes_are_noticed(here: Path, command: RunCommand) -> None:
    """Words changed in the stored bytes: the hash, the text and each citation of them fail; exit code 4."""
    data = zlib.compress(DISPATCH.replace("Geneva", "Vienna").encode())
    damage(
        here / "reportedly.db", "UPDATE report SET bytes = ? WHERE path LIKE '%1-dispatch%'", data
    )
    ran = command("verify")
    assert ran.code == 4
    assert "the bytes are not those that were added" in ran.out
    failures = json.loads(command("verify", "--json").out)["failures"]
    assert len(failures) >= 1


def test_bytes_that_cannot_be_unpacked_are_noticed(here: Path, command: RunCommand) -> None:
    """Damage is a failure of the check, not a crash."""
    damage(here / "reportedly.db", "UPDATE report SET bytes = x'00' WHERE path LIKE '%1-dispatch%'")
    ran = command("verify")
    assert ran.code == 4
    assert "cannot be used" in ran.out


def test_another_text_is_noticed(here: Path, command: RunCommand) -> None:
    """The hash of the text was taken when the report was added."""
    damage(here / "reportedly.db", "UPDATE report SET text_hash = 'x' WHERE path LIKE '%4-far%'")
    ran = command("verify")
    assert ran.code == 4
    assert "the bytes give another text than was read" in ran.out


@pytest.mark.parametrize(
    ("name", "content"), [("feed.xml", FEED), ("records.jsonl", RECORDS), ("page.html", PAGE)]
)
def test_members_of_containers_are_derived_again(
    tmp_path: Path, command: RunCommand, name: str, content: str
) -> None:
    """An entry of a feed, a record, a page: its own bytes give its text; rebuild changes nothing."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    path = tmp_path / "a.db"
    assert command("add", tmp_path / name, "--archive", path).code == 0
    checked = json.loads(command("verify", "--archive", path, "--json").out)
    assert (checked["failures"], checked["underived"]) == ([], [])
    with Archive.open(path) as archive:
        before = archive.readings()
    assert command("rebuild", "--archive", path).code == 0
    with Archive.open(path) as archive:
        assert archive.readings() == before


def test_withdraw_shows_what_falls_and_removes_it(here: Path, command: RunCommand) -> None:
    """Only what rests on the report alone falls; afterwards nothing cites it."""
    reading = json.loads(command("search", "barrel", "--json").out)
    report = reading["block"]["report"]
    ran = command("withdraw", report[:10], "--yes")
    assert ran.code == 0
    assert "falls  quote: Karel Voss" in ran.out
    assert "festival" not in ran.out
    assert ran.out.endswith(f"removed {report}\n")
    for view in ("quotes", "claims", "calendar", "positions", "stories"):
        assert report not in command(view, "--json").out
    assert command("search", "barrel").out == "nothing found\n"
    assert command("verify").code == 0
    assert here.exists()


def test_withdraw_asks_first(here: Path, command: RunCommand) -> None:
    """No is no; where nobody can be asked, --yes is asked for."""
    report = json.loads(command("search", "barrel", "--json").out)["block"]["report"]
    ran = command("withdraw", report, "--json")
    assert ran.code == 2
    assert "give --yes" in ran.err
    ran = command("withdraw", report, "--json", given=b"n\n", asked=True)
    assert (ran.code, "nothing removed" in ran.err) == (0, True)
    fates = [json.loads(line)["fate"] for line in ran.out.splitlines()]
    assert "falls" in fates
    with Archive.open(here / "reportedly.db") as archive:
        assert archive.holds(report)


def test_a_copy_withdrawn_leaves_the_rest_standing(here: Path, command: RunCommand) -> None:
    """What the dispatch told stays where only its copy goes."""
    assert here.exists()
    with Archive.open(here / "reportedly.db") as archive:
        [(copy,)] = archive.query("SELECT id FROM report WHERE path LIKE '%2-cut%'")
    ran = command("withdraw", str(copy), "--yes")
    assert "stays  " in ran.out
    assert "->" in ran.out


def test_search_marks_the_words(here: Path, command: RunCommand) -> None:
    """The block with its place, the words in brackets."""
    assert here.exists()
    ran = command("search", "pumpkin", "prize")
    assert "The [[pumpkin]] [[prize]] went to a local school." in ran.out


def test_rebuild_gives_the_same(here: Path, command: RunCommand) -> None:
    """From the bytes alone; text or JSON."""
    before = command("claims", "--json").out
    ran = command("rebuild")
    assert ran.code == 0
    assert ran.out.startswith("4 of 4 reports read again, ")
    assert command("claims", "--json").out == before
    assert json.loads(command("rebuild", "--json").out)["reports"] == 4
    assert here.exists()


def test_rebuild_names_what_it_cannot_read(
    here: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old reading stays; exit code 3."""
    monkeypatch.setattr("reportedly.pipeline.read_reports", lambda _: ())
    ran = command("rebuild")
    assert ran.code == 3
    assert ran.out.startswith("0 of 4 reports read again, ")
    assert command("stories").out
    assert here.exists()


def test_rebuild_heals_what_another_version_made(here: Path, command: RunCommand) -> None:
    """Views ask for it, and work again after it."""
    before = command("claims", "--json").out
    damage(here / "reportedly.db", "UPDATE reading SET made_by = 'older', record = x'00'")
    ran = command("claims", "--json")
    assert (ran.code, "run `reportedly rebuild`" in ran.err) == (2, True)
    assert command("rebuild").code == 0
    assert command("claims", "--json").out == before


def test_a_citation_of_nothing_is_noticed(here: Path, command: RunCommand) -> None:
    """A report taken out behind the archive's back leaves citations that nothing holds."""
    damage(here / "reportedly.db", "DELETE FROM report WHERE path LIKE '%1-dispatch%'")
    ran = command("verify")
    assert ran.code == 4
    assert "cites a report that is not in the archive" in ran.out


def test_words_that_moved_are_noticed(
    here: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The code reads the same bytes as another text now: each citation whose words are elsewhere fails."""
    assert here.exists()

    def shifted(kept: Kept) -> Report | None:
        report = derive_report(kept)
        return None if report is None else replace(report, text=report.text[7:])

    monkeypatch.setattr("reportedly.cli.care.derive_report", shifted)
    ran = command("verify")
    assert ran.code == 4
    assert "the bytes give another text than was read" in ran.out
    assert "the cited words are not in the bytes" in ran.out


def test_a_member_that_its_bytes_do_not_give(
    here: Path, command: RunCommand, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is held to the hash of its text, and that is said; rebuild starts from the report as taken in."""
    before = command("claims", "--json").out
    damage(here / "reportedly.db", "UPDATE report SET path = 'a.zip#' || path")
    monkeypatch.setattr("reportedly.intake.formats.open_bytes", lambda *_: iter(()))
    ran = command("verify")
    assert ran.code == 0
    assert "4 members of containers held to the hash of their text" in ran.out
    assert command("rebuild").code == 0
    assert command("claims", "--json").out == before
