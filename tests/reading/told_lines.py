"""Readings of marked lines for events, status and assertions: `{{words|what is expected}}`, `[[words]]` for none."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from reportedly.model.interval import Interval
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.assertions import draw_assertions
from reportedly.reading.coreference import link_mentions
from reportedly.reading.events import find_events
from reportedly.reading.figures import find_figures
from reportedly.reading.mentions import find_mentions
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences
from reportedly.reading.speakers import attribute_speakers
from reportedly.reading.status import judge_status
from reportedly.reading.times import find_times

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
HEADLINE = "HEADLINE "
_MARK = re.compile(r"\{\{(?P<words>[^|}]+)\|(?P<says>[^}]*)\}\}|\[\[(?P<none>[^\]]+)\]\]")
_STAGES = (
    split_sentences,
    find_mentions,
    link_mentions,
    find_times,
    find_figures,
    find_quotations,
    attribute_speakers,
    find_events,
    judge_status,
    draw_assertions,
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked place; `says` is what is expected there, "" where nothing is."""

    span: Span
    says: str


def told_lines(name: str) -> list[str]:
    """The cases of a fixture."""
    lines = (FIXTURES / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unmark(line: str) -> tuple[str, Role, list[Mark]]:
    """The text without marks, its role, and the marks at their places."""
    role = Role.HEADLINE if line.startswith(HEADLINE) else Role.PARAGRAPH
    line = line.removeprefix(HEADLINE)
    text, marks, last = "", [], 0
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        words = match["words"] or match["none"]
        marks.append(Mark(Span(len(text), len(text) + len(words)), match["says"] or ""))
        text += words
        last = match.end()
    return text + line[last:], role, marks


@lru_cache(maxsize=512)
def told(text: str, role: Role = Role.PARAGRAPH) -> Reading:
    """The reading of a one-block report of Friday, 12 May 2023, with all that it tells."""
    day = Published(Interval.day(date(2023, 5, 12)), Known.GIVEN, "the test says so")
    words = text.strip()
    blocks: tuple[Block, ...] = ()
    if words:
        start = text.index(words)
        blocks = (Block(Span(start, start + len(words)), role, "one block"),)
    reading = Reading(Report("r", "r.txt", text, blocks, Source(), day))
    for stage in _STAGES:
        reading = stage(reading)
    return reading
