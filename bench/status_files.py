"""Predicates with a number for how real they are told to be: UDS "It Happened" and UW, as they are published."""

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.language.parse import parse_sentences
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.factuality import Genre


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word of a sentence and the key's number, -3 to 3."""

    text: str
    span: Span
    label: float


def read_predicates(path: Path) -> tuple[Genre, list[Predicate]]:
    """The predicates of a file and the genre that its form tells: UW lists targets, UDS has one a line."""
    if path.suffix == ".gz":
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            content = lines.read()
    else:
        content = path.read_text("utf-8")
    rows = [json.loads(line) for line in content.splitlines() if line]
    genre = Genre.NEWS if rows and "targets" in rows[0] else Genre.WEB
    return genre, [each for row in rows for each in _predicates(row)]


def parse_texts(predicates: list[Predicate]) -> Mapping[str, Sentence]:
    """Each sentence parsed once."""
    found: dict[str, Sentence] = {}
    for each in predicates:
        if each.text not in found:
            whole = Span(0, len(each.text))
            (found[each.text],) = parse_sentences(each.text, [(whole, Role.PARAGRAPH)])
    return found


def _predicates(row: Mapping[str, object]) -> Iterator[Predicate]:
    text, targets = str(row["text"]), row.get("targets")
    if isinstance(targets, list):
        for target in targets:
            span = _word_span(text, target["span1"])
            if span is not None:
                yield Predicate(text, span, float(target["label"]))
        return
    place, label = row["char"], row["ih2"]
    if isinstance(place, list) and isinstance(label, (int, float)):
        yield Predicate(text, Span(int(place[0]), int(place[1])), float(label))


def _word_span(text: str, words: list[int]) -> Span | None:
    """The characters of the words from the first to before the second number, of a text cut at spaces."""
    starts = [0]
    for word in text.split(" "):
        starts.append(starts[-1] + len(word) + 1)
    start, end = starts[words[0]], starts[words[1]] - 1
    return Span(start, end) if end > start else None
