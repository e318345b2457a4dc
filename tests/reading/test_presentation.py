"""How reports present what is said, as marked in tests/fixtures/presentation.txt."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.export.marked_text import render_marked
from reportedly.model.ontology import Presentation
from reportedly.model.reading import Reading
from reportedly.reading.presentation import judge_presentation
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences
from tests.reading.test_quotations import report_of, unmark

FIXTURE = Path(__file__).resolve().parents[1] / "fixtures" / "presentation.txt"


def _read(text: str, *, headline: bool = False) -> Reading:
    report = report_of(text, headline=headline)
    return judge_presentation(find_quotations(split_sentences(Reading(report))))


def _cases() -> Iterator[tuple[str, str]]:
    """The lines of the fixture file: presentation, marked text."""
    for line in FIXTURE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            value, marked = line.split(" | ", 1)
            yield value, marked


@pytest.mark.parametrize(("value", "marked"), tuple(_cases()))
def test_words_are_presented_as_marked(value: str, marked: str) -> None:
    """Every quotation of the line is presented so, or plainly; the marked words show it."""
    text, spans = unmark(marked)
    found = _read(text).quotations
    told = {(each.presented.value, each.presented_by) for each in found} - {("neutral", None)}
    assert found
    assert told == {(value, span) for span in spans}


def test_a_headline_presents_too() -> None:
    """The verb of a headline binds the report as one of the body does."""
    (one,) = _read("Mayor admits dam failed\nThe dam is old.", headline=True).quotations
    assert one.presented is Presentation.GIVEN


def test_the_marked_text_says_how_words_are_presented() -> None:
    """A plain word goes without saying; any other stands beside the speaker, quoted."""
    lines = render_marked(_read("The mayor falsely claimed that the dam had failed."))
    assert "; the report calls it false (“falsely claimed”): “the dam had failed”" in lines
    assert "; the report" not in render_marked(_read("The mayor said that the dam had failed."))
