"""The sentences of `bench whom`: CAMEO's spans, the table of mere statements, and PLV's sentences with labels of ours.

PLV's sentences that do not stand in CAMEO's files were drawn by the hash of their text and labelled after CAMEO's way
without a look at PLV's own pairs or at what the rules say of them; they are held out. The labels hold no text: a
sentence is found by its line and checked by its hash.
"""

import csv
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.model.span import Span

LABELS = Path(__file__).parent / "labels" / "whom.jsonl"
NO_EVENT = "0"  # the class of mere statements

Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """The phrases of who acts and on whom; both hold those who do it to one another."""

    actors: Spans
    recipients: Spans


Marked = tuple[str, Sides]


@dataclass(frozen=True, slots=True)
class Files:
    """What there is to measure on: CAMEO's spans with its table of classes, PLV's table."""

    spans: Path | None = None
    classes: Path | None = None
    pairs: Path | None = None


def find_files(data: Sequence[Path]) -> Files:
    """The files among these, or in these folders; a table of classes may stand beside the spans under the like name."""
    given = [each for path in data for each in _files_of(path)]
    tables = [each for each in given if each.suffix == ".tsv"]
    spans = next((each for each in given if each.suffix != ".tsv"), None)
    pairs = next((each for each in tables if _has_pairs(each)), None)
    classes = next((each for each in tables if each != pairs), None)
    return Files(spans, classes or _beside(spans), pairs)


def _files_of(path: Path) -> Iterator[Path]:
    """The file itself, or the spans and tables anywhere in a folder."""
    if not path.is_dir():
        yield path
        return
    yield from sorted(each for each in path.rglob("*") if each.suffix in (".conll", ".tsv"))


def _has_pairs(table: Path) -> bool:
    with table.open(encoding="utf-8") as lines:
        return "marked_sentence" in next(lines, "").split()


def _beside(spans: Path | None) -> Path | None:
    if spans is None:
        return None
    table = spans.with_name(spans.name.replace("ner", "class")).with_suffix(".tsv")
    return table if table.exists() else None


def read_marked(path: Path) -> list[Marked]:
    """Sentences of a CoNLL file with their S, T and R spans; words are joined with spaces."""
    found = []
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        if rows:
            found.append(_marked([row[0] for row in rows], [row[-1] for row in rows]))
    return found


def _marked(words: Sequence[str], labels: Sequence[str]) -> Marked:
    spans: dict[str, list[Span]] = {"S": [], "T": [], "R": []}
    start = 0
    for word, label in zip(words, labels, strict=True):
        span = Span(start, start + len(word))
        start = span.end + 1
        role = label[2:]
        if label.startswith("I-") and spans[role]:
            spans[role][-1] = spans[role][-1].joined(span)
        elif role:
            spans[role].append(span)
    return " ".join(words), Sides(
        (*spans["S"], *spans["R"]),
        (*spans["T"], *spans["R"]),
    )


def read_statements(path: Path | None) -> list[str]:
    """The sentences of a table that tell no event."""
    if path is None:
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row[0] for row in rows if len(row) > 1 and row[-1].strip() == NO_EVENT]


def held_codes() -> set[str]:
    """The hashes of the sentences that are held out."""
    return {json.loads(line)["sha256"] for line in LABELS.read_text("utf-8").splitlines()}


def read_labelled(table: Path) -> list[Marked]:
    """The labelled sentences of PLV's table that stand on their line unchanged."""
    texts = _texts(table)
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    found = []
    for row in rows:
        text = texts.get(int(row["line"]), "")
        if hashlib.sha256(text.encode()).hexdigest() == row["sha256"]:
            found.append((text, _sides(row)))
    return found


def _texts(table: Path) -> dict[int, str]:
    """The sentences by the line of the table that they end on."""
    with table.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t")
        return dict((rows.line_num, row["sentence"]) for row in rows)  # noqa: C402 - the line moves with the row


def _sides(row: dict[str, list[tuple[int, int]]]) -> Sides:
    mutual, actors, recipients = (
        tuple(Span(start, end) for start, end in row[role])
        for role in ("mutual", "actors", "recipients")
    )
    return Sides((*actors, *mutual), (*recipients, *mutual))
