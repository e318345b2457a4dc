"""The bench of times reads TimeML, matches expressions, and scores itself as it should."""

from datetime import date
from pathlib import Path

import pytest

from bench.result import Request
from bench.timeml import read_document, read_documents
from bench.times import figures, run, same_days, tally
from reportedly.model.reading import TimeExpression, TimeType
from reportedly.model.span import Span

MARKUP = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2021-12-24T10:00" functionInDocument="CREATION_TIME">December</TIMEX3></DCT>
<TEXT>
The cook &amp; the baker <EVENT eid="e1">met</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2021-12-23">Thursday</TIMEX3>.

They talked for <TIMEX3 tid="t2" type="DURATION" value="PT2H">two hours</TIMEX3>, <TIMEX3 tid="t3" type="DATE"
value="PAST_REF">once</TIMEX3>.
</TEXT>
</TimeML>
"""


def expression(start: int, end: int, value: str) -> TimeExpression:
    """An expression of this value."""
    return TimeExpression(Span(start, end), TimeType.DATE, value, None, "test")


def test_reads_timeml() -> None:
    """Text without tags, entities resolved, spans of the text, the date without its hour."""
    document = read_document("a.tml", MARKUP)
    assert document
    assert document.created == date(2021, 12, 24)
    assert [each.span.of(document.text) for each in document.times] == [
        "Thursday",
        "two hours",
        "once",
    ]
    assert "cook & the baker" in document.text
    assert len(document.report().blocks) == 2


@pytest.mark.parametrize(
    "markup", ["<TEXT>no date</TEXT>", MARKUP.replace("2021-12-24T10:00", "soon")]
)
def test_documents_without_a_date_are_left_out(markup: str) -> None:
    """There is nothing to count from."""
    assert read_document("a.tml", markup) is None


def test_gold_scores_full_marks() -> None:
    """The gold against itself is 100, a shifted span loses strictness, a wrong value loses value."""
    document = read_document("a.tml", MARKUP)
    assert document
    perfect = figures([tally(document, document.times)])
    assert set(perfect.values()) == {100.0}
    first = document.times[0]
    wrong = (expression(first.span.start, first.span.end + 1, "2021-12-24"),)
    found = tally(document, wrong)
    assert (found.relaxed, found.strict, found.value) == (1, 0, 0)


@pytest.mark.parametrize(
    ("gold", "found", "same"),
    [
        ("198X", "198", True),
        ("P1D", "PT24H", True),
        ("P12M", "P1Y", True),
        ("2021", "2020", False),
        ("PXD", "2021", False),
    ],
)
def test_values_that_mean_the_same(gold: str, found: str, same: bool) -> None:  # noqa: FBT001 - a table
    """Decades in both spellings, and lengths in other units."""
    assert same_days(expression(0, 1, gold), expression(0, 1, found)) is same


def test_runs_on_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder is scored as a whole; misses of the development part are printed on request."""
    monkeypatch.setattr("bench.times.SLOW_RIVALS", {})
    (tmp_path / "part").mkdir()
    for name in ("a.tml", "b.tml", "c.tml", "d.tml", "e.tml", "f.tml"):
        (tmp_path / "part" / name).write_text(MARKUP, "utf-8")
    assert len(list(read_documents(tmp_path))) == 6
    result = run(Request((tmp_path,), limit=6, verbose=True))
    assert result.n == 6
    assert result.ours["value_f1"] == pytest.approx(80.0)
    assert result.baselines
    assert "missed 'once'" in capsys.readouterr().out
