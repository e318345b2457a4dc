"""Words are found with their exact characters."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.archive.search import search_reports
from reportedly.archive.store import Archive
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Role
from reportedly.model.span import Span

MakeReading = Callable[[str], Reading]
TEXT = (
    "Envoys from Ljubljana 🇸🇮 met early in March. The envoys' talks went on; talks resume in April."
)


def found(archive: Archive, wanted: str) -> list[str]:
    """The found words, as the text has them."""
    return [word.span.of(TEXT) for hit in search_reports(archive, wanted) for word in hit.words]


@pytest.fixture
def filled(archive: Archive, make_reading: MakeReading) -> Archive:
    """An archive with one report."""
    archive.add(make_reading(TEXT), b"1", "now")
    return archive


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ("talks", ["talks", "talks"]),
        ("ENVOYS march", ["Envoys", "March", "envoys"]),
        ('"early in march"', ["early in March"]),
        ("ljub*", ["Ljubljana"]),
        ("talks summit", []),
        ("resume NOT talks", []),
        ("-", []),
        ('"', []),
        ("envoys' AND", []),
        ("(talks", ["talks", "talks"]),
    ],
)
def test_words_are_found_where_they_stand(
    filled: Archive, wanted: str, expected: list[str]
) -> None:
    """Offsets hold behind characters beyond the first plane; operators are words like others."""
    assert found(filled, wanted) == expected


@settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text('a -"*\n\x00\x01\x1bé\u202e\ud83d\ude00\udcff\U0001f600'))
def test_no_query_is_an_error(filled: Archive, wanted: str) -> None:
    """Whatever people type."""
    assert len(search_reports(filled, wanted)) <= 1


def test_furniture_is_not_searched(archive: Archive, make_reading: MakeReading) -> None:
    """What stands on every page helps nobody."""
    reading = make_reading("Talks began. Subscribe now")
    blocks = (
        Block(Span(0, 12), Role.PARAGRAPH, "text"),
        Block(Span(13, 26), Role.FURNITURE, "a call to subscribe"),
    )
    archive.add(replace(reading, report=replace(reading.report, blocks=blocks)), b"1", "now")
    assert search_reports(archive, "subscribe") == ()
    assert search_reports(archive, "began")[0].text == "Talks began."


def test_a_removed_report_is_not_found(filled: Archive, make_reading: MakeReading) -> None:
    """Nor is what a new reading no longer holds."""
    filled.remove(make_reading(TEXT).report.id)
    assert search_reports(filled, "talks") == ()


def test_marks_of_the_text_itself_do_not_shift_offsets(
    archive: Archive, make_reading: MakeReading
) -> None:
    """Control characters that we use as marks may stand in a report."""
    archive.add(make_reading("a\x01b\x02 talks \ud800 talks"), b"1", "now")
    [hit] = search_reports(archive, "talks")
    assert [(word.span.start, word.span.end) for word in hit.words] == [(5, 10), (13, 18)]
