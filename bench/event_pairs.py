"""Pairs of a source and a target in one sentence with their PLOVER root, as in PLV's tables."""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.model.span import Span

QUADS: Mapping[str, int] = {
    "ACCUSE": 3,
    "AGREE": 1,
    "AID": 2,
    "ASSAULT": 4,
    "COERCE": 4,
    "CONSULT": 1,
    "COOPERATE": 2,
    "MOBILIZE": 4,
    "PROTEST": 4,
    "REJECT": 3,
    "REQUEST": 3,
    "SANCTION": 4,
    "SUPPORT": 1,
    "THREATEN": 3,
    "YIELD": 2,
}
CONFLICT = 3  # quads from here on are conflict
_MARK = re.compile(r"</?\s*([st])\s*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pair:
    """Who does what to whom in `text`; `root` is the label of the key."""

    text: str
    source: Span
    target: Span
    root: str


def read_pairs(path: Path, limit: int | None = None) -> list[Pair]:
    """The rows of a table whose source and target are both marked in the sentence or found in it."""
    with path.open(encoding="utf-8", newline="") as lines:
        pairs = [_pair(row) for row in csv.DictReader(lines, delimiter="\t")]
    return pairs[:limit]


def _pair(row: Mapping[str, str]) -> Pair:
    text, marks = unmarked(row["marked_sentence"])
    source = _place(text, marks.get("s", []), row["source"])
    target = _place(text, marks.get("t", []), row["target"])
    return Pair(text, source, target, row["gold_root"])


def unmarked(marked: str) -> tuple[str, dict[str, list[int]]]:
    """The sentence without its marks, and where each kind of mark stood."""
    text, last = "", 0
    marks: dict[str, list[int]] = {}
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        marks.setdefault(match[1].lower(), []).append(len(text))
        last = match.end()
    return text + marked[last:], marks


def _place(text: str, marks: list[int], words: str) -> Span:
    """Between its marks; where one is missing, where its words stand; the first letter where they do not."""
    if len(marks) > 1 and marks[0] < marks[1]:
        return Span(marks[0], marks[1])
    start = text.find(words) if words else -1
    return Span(start, start + len(words)) if start >= 0 else Span(0, 1)
