"""Labelled lines: roles by offset in documents that lie elsewhere, found again by id and by the hash of their text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from reportedly.intake.page import headed

LABELS = Path(__file__).parent / "labels" / "furniture.jsonl"
SENTENCES = 8  # of a tokenised document: its head
LINE = re.compile(r"[^\n\r]+")
DETOKENISED = (
    (r"``\s?", "“"),
    (r"\s?''", "”"),
    (r"\s+([,.;:!?%)\]])", r"\1"),
    (r"([(\[$#])\s+", r"\1"),
    (r"\s+('(?:s|S|re|ve|ll|d|m)\b|n't\b)", r"\1"),
    (r"\b(\d+) ?: ?(\d\d)", r"\1:\2"),
    (r"\s*/\s*", "/"),
    (r"(?<=\w)\s-\s(?=\w)", "-"),
    (r"(?<=\d)\. (?=\d)", "."),
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a text and its role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its marks; what is not marked is running text, what is skipped is not judged."""

    id: str
    text: str
    tuned: bool  # seen while rules were written; the rest is held out
    marks: tuple[Mark, ...]
    skipped: tuple[tuple[int, int], ...]
    published: str | None  # the day that the text prints, None if it prints none

    def lines(self) -> Iterator[tuple[int, int]]:
        """The lines that are judged, without the white space around them."""
        for start, end in lines_of(self.text):
            if (start, end) not in self.skipped:
                yield start, end


def lines_of(text: str) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank begins and ends."""
    for match in LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            yield start, start + len(stripped)


def read_labelled(paths: Sequence[Path], labels: Path = LABELS) -> tuple[list[Labelled], int]:
    """The labelled documents found under these paths, and how many are missing or have another text."""
    texts = {name: text for path in paths for name, text in _texts(path)}
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    found = [
        _labelled(row, texts[row["id"]])
        for row in rows
        if row["id"] in texts and _hash(texts[row["id"]]) == row["sha256"]
    ]
    return found, len(rows) - len(found)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _labelled(row: Mapping[str, object], text: str) -> Labelled:
    marks, skipped, published = row["marks"], row["skip"], row["published"]
    return Labelled(
        str(row["id"]),
        text,
        row["half"] == "tune",
        tuple(Mark(int(a), int(b), str(role)) for a, b, role in _triples(marks)),
        tuple((int(a), int(b)) for a, b in _triples(skipped)),
        published if isinstance(published, str) else None,
    )


def _triples(value: object) -> list[list[int]]:
    """The rows of a list of marks."""
    return value if isinstance(value, list) else []


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The documents of a path by id: web pages or tokenised documents (JSON lines), or a folder of reports."""
    if path.is_dir():
        for file in sorted((path / "reports").glob("*.txt")):
            with file.open(encoding="utf-8", newline="") as opened:
                yield file.stem, opened.read()
        return
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            record = json.loads(line)
            yield str(record["id"]), _text_of(record)


def _text_of(record: Mapping[str, object]) -> str:
    sentences = record.get("sentences")
    if isinstance(sentences, list):
        return "\n".join(_detokenised(str(each)) for each in sentences[:SENTENCES])
    return headed(str(record.get("text", "")), str(record.get("title", "")))


def _detokenised(sentence: str) -> str:
    """A sentence whose tokens stand apart, as it was printed."""
    for pattern, replacement in DETOKENISED:
        sentence = re.sub(pattern, replacement, sentence)
    address = sentence.startswith("http")
    return (sentence.replace(" ", "") if address else sentence).strip()
