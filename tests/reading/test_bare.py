"""A report without its furniture: the same reading wherever its words stand."""

from dataclasses import replace

import pytest

from reportedly import pipeline
from reportedly.intake.formats import Taken, open_bytes
from reportedly.model.reading import Reading
from reportedly.model.report import Report, Role
from reportedly.pipeline import READING, read_report
from reportedly.reading.bare import bare
from tests.told import AGENCY, OTHER


def taken(text: str) -> Report:
    """The report of this text."""
    [found] = [
        each.report for each in open_bytes(text.encode(), "a.txt") if isinstance(each, Taken)
    ]
    return found


FRAMED = f"Skip to main content\nSign in\n\n{AGENCY}\nShare this article\nSubscribe\n"
SPLIT = AGENCY.replace("\n\nSomalia demands", "\n\nAdvertisement\n\nSomalia demands")


def read_as_it_is(report: Report) -> Reading:
    """The reading of the whole text, stage by stage."""
    reading = Reading(report)
    for stage in READING:
        reading = stage(reading)
    return reading


@pytest.mark.parametrize("text", [AGENCY, OTHER, FRAMED, SPLIT])
def test_it_reads_as_the_whole_page_does(text: str) -> None:
    report = taken(text)
    assert read_report(report) == read_as_it_is(report)


def test_the_same_text_in_other_frames_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Menus and notices differ from site to site."""
    first = read_report(taken(AGENCY))
    monkeypatch.setattr(pipeline, "READING", ())
    for text in (FRAMED, SPLIT):
        report = taken(text)
        found = read_report(report)
        assert any(each.role is Role.FURNITURE for each in report.blocks)
        assert [each.span.of(report.text) for each in found.assertions] == [
            each.span.of(first.text) for each in first.assertions
        ]


def test_another_day_is_another_report() -> None:
    """The words mean other days."""
    report = taken(AGENCY)
    assert bare(report).report != bare(replace(report, published=None)).report


def test_a_page_of_nothing_but_furniture_is_left_as_it_is() -> None:
    report = taken(AGENCY)
    blocks = tuple(replace(each, role=Role.FURNITURE) for each in report.blocks)
    page = replace(report, blocks=blocks)
    assert read_report(page) == read_as_it_is(page)
