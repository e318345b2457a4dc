"""What the encoder learns from: labels of ours, numbers of UW and UDS, and what the rules say of unlabelled news."""

import gzip
import hashlib
import json
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from pathlib import Path

from bench.encoder_windows import Target, Window, windows, windows_around
from bench.predicates import LABELS, paragraphs_of, read_paragraphs, read_predicates
from bench.status_files import read_predicates as read_numbers
from reportedly.reading.events import days_of, find_events
from reportedly.reading.predicates import is_predicate
from reportedly.reading.status import rule_status
from reportedly.reading.stretches import clause_span

ARTICLES = 9000  # of the stream, by hash, without those that are labelled
SINCE = "2014"
NUMBERED = ("uw/train.jsonl", "uds/train.jsonl.gz")


def labelled(data: Path) -> dict[str, list[Window]]:
    """Windows around the labels that may be read, by document."""
    found = defaultdict(list)
    for each in read_predicates(data):
        if each.is_read:
            found[each.text].append(Target(each.span.start, each.status))
    return {text: list(windows_around(text, targets)) for text, targets in found.items()}


def numbered(data: Path) -> Iterator[Window]:
    """Sentences of UW and UDS, train parts, with how real their predicates are told to be."""
    for name in NUMBERED:
        genre, predicates = read_numbers(data / "modality" / name)
        by_text = defaultdict(list)
        for each in predicates:
            by_text[each.text].append(Target(each.span.start, None, genre, each.label))
        for text, targets in by_text.items():
            yield from windows(text, targets)


def ruled(data: Path) -> list[tuple[str, list[Target]]]:
    """Articles of the stream, each with the status that the rules give to its predicates."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_ruled, unlabelled(data), chunksize=50))


def unlabelled(data: Path) -> list[tuple[str, date]]:
    """Text and day of articles of the stream, in the order of a hash."""
    known = {json.loads(line)["id"] for line in LABELS.read_text("utf-8").splitlines()}
    with gzip.open(data / "stories/stream/articles.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    rows = [row for row in rows if row["id"] not in known and _is_recent(row["date"])]
    rows.sort(key=lambda row: hashlib.sha256(f"silver {row['id']}".encode()).hexdigest())
    return [(row["lead"], date.fromisoformat(row["date"])) for row in rows[:ARTICLES]]


def _is_recent(day: str) -> bool:
    return len(day) == len("2014-01-01") and day >= SINCE


def _ruled(article: tuple[str, date]) -> tuple[str, list[Target]]:
    text, day = article
    reading = find_events(read_paragraphs(text, tuple(paragraphs_of(text, len(text))), day))
    nouns = {each.predicate for each in reading.events}
    targets = [
        Target(token.span.start, rule_status(reading, sentence, token, days).status)
        for sentence in reading.sentences
        for token in sentence.tokens
        if is_predicate(token) or token.span in nouns
        for days in [days_of(reading, sentence, token, clause_span(sentence, token))]
    ]
    return text, targets
