"""Readings of marked lines: `{{words|kind COUNTRY #chain}}` and `[[words]]`."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.coreference import link_mentions
from reportedly.reading.mentions import find_mentions
from reportedly.reading.sentences import split_sentences

FIXTURE = Path(__file__).parents[1] / "fixtures" / "mentions.txt"
_MARK = re.compile(r"\{\{(?P<words>[^|}]+)\|(?P<says>[^}]*)\}\}|\[\[(?P<none>[^\]]+)\]\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """An expected mention; `kind`, `country`, `chain` are "" where the mark does not say. `absent`: none expected."""

    span: Span
    kind: str
    country: str
    chain: str
    absent: bool


def marked_lines() -> list[str]:
    """The cases of the fixture."""
    lines = FIXTURE.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def unmark(line: str) -> tuple[str, list[Mark]]:
    """The text without marks, and the marks at their places in it."""
    text, marks, last = "", [], 0
    for match in _MARK.finditer(line):
        text += line[last : match.start()]
        words = match["words"] or match["none"]
        says = (match["says"] or "").split()
        marks.append(
            Mark(
                Span(len(text), len(text) + len(words)),
                next((each for each in says if each.islower() and each[0] != "#"), ""),
                next((each for each in says if each.isupper() and each[0] != "#"), ""),
                next((each for each in says if each.startswith("#")), ""),
                match["none"] is not None,
            )
        )
        text += words
        last = match.end()
    return text + line[last:], marks


@lru_cache(maxsize=256)
def read(text: str, name: str = "r") -> Reading:
    """The reading of a text with one paragraph, up to its chains."""
    block = Block(Span(0, len(text)), Role.PARAGRAPH, "one paragraph")
    report = Report(name, f"{name}.txt", text, (block,), Source(), None)
    return link_mentions(find_mentions(split_sentences(Reading(report))))


def mention_at(reading: Reading, span: Span) -> Mention | None:
    """The mention with exactly this span."""
    return next((m for m in reading.mentions if m.span == span), None)
