"""Figures in hand-labelled passages: bounds and unit right, nothing else marked; what they count apart.

The labels hold no text: a passage is found by its document and characters and checked by the hash of its text.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.result import Figures, Request, Result, bootstrap, f1
from reportedly.model.interval import Interval
from reportedly.model.reading import Figure, Reading
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.figures import find_figures
from reportedly.reading.sentences import split_sentences
from reportedly.reading.times import find_times

LABELS = Path(__file__).parent / "labels" / "figures.jsonl"
FILES: Mapping[str, str] = {
    "gva": "stories/gva/docs.jsonl",
    "polnear": "quotes/polnear/dev/text",
    "stream": "stories/stream/articles.jsonl.gz",
}
DAY = date(2016, 10, 1)  # any day: only the days of times hang on it
SLACK = 1e-6  # of a bound, for factors that do not come out even


@dataclass(frozen=True, slots=True)
class Gold:
    """A labelled figure; `of` is the head of what it counts."""

    span: Span
    low: float | None
    high: float | None
    unit: str
    of: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or two with its figures; `tuned` where it was read while rules were written."""

    text: str
    tuned: bool
    figures: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a passage: labelled and found figures, right ones, those that count something, heads, exact spans."""

    gold: int
    found: int
    right: int
    counted: int
    heads: int
    exact: int


def run(request: Request) -> Result:
    """Score the held-out half and the tuned one; `ours` is the held-out half."""
    passages = list(read_passages(request.data[0]))[: request.limit]
    found = [figures_in(passage.text) for passage in passages]
    scored = list(zip(passages, found, strict=True))
    held = [tally(passage, each) for passage, each in scored if not passage.tuned]
    tuned = [tally(passage, each) for passage, each in scored if passage.tuned]
    if request.verbose:
        for passage, each in scored:
            if passage.tuned:
                _print_misses(passage, each)
    low, high = bootstrap(held, lambda sample: _f1([t for t in sample if isinstance(t, Tally)]))
    note = (
        f"held-out half: F1 95 % interval {low:.3f}..{high:.3f}; {_told(tuned)} on the tuned half"
    )
    return Result(len(passages), dict(scores(held)) | {"tuned_f1": _f1(tuned)}, notes=(note,))


def read_passages(folder: Path) -> Iterator[Passage]:
    """The labelled passages whose documents are under `folder` and unchanged."""
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    texts = {
        name: _texts(name, folder / path, {str(row["id"]) for row in rows if row["set"] == name})
        for name, path in FILES.items()
    }
    for row in rows:
        text = texts[row["set"]].get(str(row["id"]), "")[row["start"] : row["end"]]
        if hashlib.sha256(text.encode()).hexdigest() == row["sha256"]:
            yield Passage(text, row["half"] == "tune", tuple(map(_gold, row["figures"])))


def _gold(row: Mapping[str, float | str | None]) -> Gold:
    start, end = int(str(row["start"])), int(str(row["end"]))
    return Gold(
        Span(start, end), _side(row["low"]), _side(row["high"]), str(row["unit"]), str(row["of"])
    )


def _side(written: float | str | None) -> float | None:
    return None if written is None else float(written)


def _texts(name: str, path: Path, wanted: set[str]) -> dict[str, str]:
    """The texts of the wanted documents of a set, by id."""
    if path.is_dir():
        return {
            each.name: each.read_text("utf-8") for each in path.iterdir() if each.name in wanted
        }
    if not path.exists():
        return {}
    field = "lead" if name == "stream" else "text"
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        return {str(row["id"]): str(row[field]) for row in rows if str(row["id"]) in wanted}


def figures_in(text: str) -> tuple[Figure, ...]:
    """The figures of a passage read as a report of one paragraph."""
    published = Published(Interval.day(DAY), Known.GIVEN, "for the bench")
    block = Block(Span(0, len(text)), Role.PARAGRAPH, "a passage")
    reading = split_sentences(Reading(Report("p", "p", text, (block,), Source(), published)))
    return find_figures(find_times(reading)).figures


def tally(passage: Passage, found: Sequence[Figure]) -> Tally:
    """Match each labelled figure with the found one that shares most characters, and count."""
    free = list(found)
    right = counted = heads = exact = 0
    for gold in passage.figures:
        best = max(free, key=lambda each: gold.span.shared(each.span), default=None)
        if best is None or not gold.span.overlaps(best.span):
            continue
        free.remove(best)
        exact += gold.span == best.span
        if not is_right(gold, best):
            continue
        right += 1
        counted += bool(gold.of)
        heads += bool(gold.of) and gold.of in best.of.replace("-", " ").split()
    return Tally(len(passage.figures), len(found), right, counted, heads, exact)


def is_right(gold: Gold, found: Figure) -> bool:
    """Both bounds and the unit as labelled."""
    return gold.unit == found.unit and _same(gold.low, found.low) and _same(gold.high, found.high)


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SLACK * max(1.0, abs(one))


def scores(tallies: Sequence[Tally]) -> Figures:
    """Precision, recall and F1 on bounds and unit; share of right figures whose counted head is right."""
    right = sum(each.right for each in tallies)
    counted = sum(each.counted for each in tallies)
    return {
        "f1": _f1(tallies),
        "precision": right / max(1, sum(each.found for each in tallies)),
        "recall": right / max(1, sum(each.gold for each in tallies)),
        "of_heads": sum(each.heads for each in tallies) / max(1, counted),
        "exact_spans": sum(each.exact for each in tallies) / max(1, sum(t.gold for t in tallies)),
        "figures": sum(each.gold for each in tallies),
    }


def _f1(tallies: Sequence[Tally]) -> float:
    right = sum(each.right for each in tallies)
    found, gold = sum(each.found for each in tallies), sum(each.gold for each in tallies)
    return f1(right / max(1, found), right / max(1, gold))


def _told(tallies: Sequence[Tally]) -> str:
    return ", ".join(
        f"{name} {value:.3f}" for name, value in scores(tallies).items() if isinstance(value, float)
    )


def _print_misses(passage: Passage, found: Sequence[Figure]) -> None:
    """Labelled figures that were not found as they are, and found ones that are not labelled; tuned half only."""
    for gold in passage.figures:
        hits = [each for each in found if gold.span.overlaps(each.span)]
        if not any(is_right(gold, each) and gold.of in each.of for each in hits):
            shown = [(each.low, each.high, each.unit, each.of) for each in hits]
            wanted = (gold.low, gold.high, gold.unit, gold.of)
            print(f"wrong {gold.span.of(passage.text)!r} {wanted}: {shown} | {passage.text}")
    for each in found:
        if not any(gold.span.overlaps(each.span) for gold in passage.figures):
            print(f"false {each.span.of(passage.text)!r} of {each.of!r} | {passage.text}")
