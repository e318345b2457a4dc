"""Status of hand-labelled predicates of news over the twelve statuses; the share of less-than-facts told as facts.

The labels hold no text: a predicate is found by its document and characters and checked by the hash of the document.
Documents were drawn by the hash of their id, their predicates by the hash of id and place. Parts, by document: "tune"
was read while rules were written, and so was "governed", drawn towards what stands under other words; "held" never was;
"late" was drawn as "governed" was, from documents of its own, and labelled when the rules stood, before they were run
on it. In the documents of "aims", "aims-held" and "fresh" every plan, offer, demand, promise, threat and denial of the
body was labelled, and a plain fact for every second one; in those of "drawn" and "newest" also what is possible,
negated or alleged; "nouns" are all event nouns of some documents. "Aims", "drawn" and "nouns" may be read and the
encoder learns from them; "held", "late", "aims-held", "fresh" and "newest" never are.
"""

import gzip
import hashlib
import html
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from bench.result import Request, Result, bootstrap, share_interval
from bench.timeml import BODY, TAG
from reportedly.model.interval import Interval
from reportedly.model.ontology import Status
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.events import days_of, find_events
from reportedly.reading.factuality import MARKED, weigh_predicates
from reportedly.reading.mentions import find_mentions
from reportedly.reading.predicates import is_predicate
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences
from reportedly.reading.speakers import attribute_speakers
from reportedly.reading.status import judge_status, status_of
from reportedly.reading.stretches import clause_span
from reportedly.reading.times import find_times

LABELS = Path(__file__).parent / "labels" / "predicates.jsonl"
NOT_FACTS = frozenset(each for each in Status if not each.is_fact)
PLANS = MARKED
TOLD_AS_FACT = (Status.HAPPENED, Status.ONGOING, Status.HISTORICAL)


class Part(StrEnum):
    """How a predicate was drawn, and whether it was read while rules were written."""

    TUNE = "tune"
    GOVERNED = "governed"
    HELD = "held"
    LATE = "late"
    AIMS = "aims"
    AIMS_HELD = "aims-held"
    DRAWN = "drawn"
    NOUNS = "nouns"
    FRESH = "fresh"
    NEWEST = "newest"


HELD_OUT = (Part.HELD, Part.LATE, Part.AIMS_HELD, Part.FRESH, Part.NEWEST)


@dataclass(frozen=True, slots=True)
class Predicate:
    """A labelled predicate in its document, which is cut after the last paragraph that has a label."""

    text: str
    paragraphs: tuple[Span, ...]
    span: Span
    published: date | None
    status: Status
    part: Part

    @property
    def is_read(self) -> bool:
        """Whether its misses may be looked at."""
        return self.part not in HELD_OUT


@dataclass(frozen=True, slots=True)
class Judged:
    """A predicate with the status that we give it; most nouns are told by nobody and have one only if asked."""

    gold: Status
    said: Status
    is_told: bool = True


def run(request: Request) -> Result:
    """Accuracy and false facts of the held-out parts; `request.data` is the folder `data`."""
    predicates = list(read_predicates(request.data[0], read=request.verbose))[: request.limit]
    judged = [Judged(each.status, status_told(each), is_told(each)) for each in predicates]
    pairs = list(zip(predicates, judged, strict=True))
    parts = {part: [told for each, told in pairs if each.part is part] for part in HELD_OUT}
    held = parts[Part.HELD]
    if request.verbose:
        _print_misses([pair for pair in pairs if pair[0].is_read])
        _print_confusion(held)
    low, high = bootstrap(held, _accuracy, seed=request.seed)
    unread = [told for part in HELD_OUT for told in parts[part]]
    others = {part.value: figures_of(parts[part]) for part in HELD_OUT[1:]}
    majority = [Judged(each.gold, Status.HAPPENED) for each in held]
    return Result(
        len(predicates),
        {**figures_of(held), **others, "all": figures_of(unread)},
        baselines={"always happened": figures_of(majority)},
        notes=(
            f"held: n={len(held)}, accuracy 95 % interval {low:.3f}..{high:.3f}",
            *(f"{part.value}: {line}" for part in HELD_OUT for line in _shares(parts[part])),
            *(f"all held out: {line}" for line in _shares(unread)),
            *(f"told in reports: {line}" for line in _shares([x for x in unread if x.is_told])),
        ),
    )


def read_predicates(folder: Path, *, read: bool = True) -> Iterator[Predicate]:
    """The labelled predicates whose documents are under `folder` and unchanged; of parts held out alone or of all."""
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    rows = [row for row in rows if read or Part(row["half"]) in HELD_OUT]
    texts = dict(_texts(folder, {str(row["id"]) for row in rows}))
    last = {row["id"]: row["end"] for row in sorted(rows, key=itemgetter("end"))}
    for row in sorted(rows, key=itemgetter("half", "id")):
        text = texts.get(str(row["id"]), "")
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            continue
        paragraphs = tuple(paragraphs_of(text, last[row["id"]], blank=row["set"] == "tbaq"))
        span = Span(int(row["start"]), int(row["end"]))
        day = date.fromisoformat(row["published"]) if row["published"] else None
        yield Predicate(text, paragraphs, span, day, Status(row["status"]), Part(row["half"]))


def status_told(predicate: Predicate) -> Status:
    """The status of the predicate where its document is read as a report."""
    reading = _read(predicate.text, predicate.paragraphs, predicate.published)
    for event in reading.events:
        if event.predicate.overlaps(predicate.span):
            return event.status
    sentence = reading.sentence_at(predicate.span.start)
    tokens = sentence.tokens_in(predicate.span) if sentence is not None else ()
    if sentence is None or not tokens:
        return Status.POSSIBLE
    days = days_of(reading, sentence, tokens[0], clause_span(sentence, tokens[0]))
    return status_of(reading, sentence, tokens[0], days).status


def is_told(predicate: Predicate) -> bool:
    """Whether reports are told by it: a verb, or a noun that we take for an event."""
    reading = _read(predicate.text, predicate.paragraphs, predicate.published)
    if any(event.predicate.overlaps(predicate.span) for event in reading.events):
        return True
    sentence = reading.sentence_at(predicate.span.start)
    return sentence is not None and any(map(is_predicate, sentence.tokens_in(predicate.span)))


@lru_cache(maxsize=2)
def _read(text: str, paragraphs: tuple[Span, ...], day: date | None) -> Reading:
    return judge_status(find_events(weigh_predicates(read_paragraphs(text, paragraphs, day))))


def read_paragraphs(text: str, paragraphs: tuple[Span, ...], day: date | None) -> Reading:
    """The reading of a report of these paragraphs as far as status needs it."""
    published = Published(Interval.day(day), Known.GIVEN, "of the data") if day else None
    blocks = tuple(Block(each, Role.PARAGRAPH, "a paragraph") for each in paragraphs)
    report = Report("p", "p", text, blocks, Source(), published)
    reading = find_times(find_mentions(split_sentences(Reading(report))))
    return attribute_speakers(find_quotations(reading))


def _texts(folder: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    for path in sorted((folder / "quotes/polnear").glob("*/text/*.txt")):
        if path.name in wanted:
            yield path.name, path.read_text("utf-8")
    for path in sorted((folder / "times/tbaq").rglob("*.tml")):
        body = BODY.search(path.read_text("utf-8")) if path.name in wanted else None
        if body is not None:
            yield path.name, html.unescape(TAG.sub("", body[1]))
    for name in ("gva/docs.jsonl", "ecbplus/docs.jsonl", "stream/articles.jsonl.gz"):
        yield from _rows(folder / "stories" / name, wanted)


def _rows(path: Path, wanted: set[str]) -> Iterator[tuple[str, str]]:
    if not path.exists():
        return
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in wanted:
                text = row.get("text") or row.get("lead")
                yield row["id"], text or "\n".join(row["sentences"])


def paragraphs_of(text: str, end: int, *, blank: bool = False) -> Iterator[Span]:
    """The lines, or what stands between blank lines, up to the one that holds place `end`."""
    start = 0
    for part in re.split(r"(\n\n)" if blank else r"(\n)", text):
        if part.strip() and start < end:
            yield Span(start, start + len(part))
        start += len(part)


def figures_of(judged: Sequence[Judged]) -> dict[str, float]:
    """Accuracy; the shares of plans, of negations, of all less-than-facts told as facts; of facts told as less."""
    facts = [each for each in judged if each.gold not in NOT_FACTS]
    lost = sum(each.said in NOT_FACTS for each in facts)
    return {
        "n": len(judged),
        "accuracy": _accuracy(judged),
        "plans_as_facts": _share(*_false(judged, PLANS)),
        "negations_as_facts": _share(*_false(judged, frozenset({Status.NEGATED}))),
        "false_facts": _share(*_false(judged, NOT_FACTS)),
        "facts_lost": _share(lost, len(facts)),
    }


def _false(judged: Sequence[Judged], statuses: frozenset[Status]) -> tuple[int, int]:
    """How many of these statuses are told as facts, and of how many."""
    less = [each for each in judged if each.gold in statuses]
    return sum(each.said in TOLD_AS_FACT for each in less), len(less)


def _share(hits: int, n: int) -> float:
    return round(hits / n, 4) if n else 0.0


def _shares(judged: Sequence[Judged]) -> Iterator[str]:
    """The counts behind the shares, with their intervals."""
    for name, statuses in (
        ("planned, proposed, demanded, promised, threatened, denied", PLANS),
        ("these and negated", PLANS | {Status.NEGATED}),
        ("all that is less than a fact", NOT_FACTS),
    ):
        hits, n = _false(judged, statuses)
        low, high = share_interval(hits, n)
        yield f"{name}: {hits} of {n} told as facts, 95 % interval {low:.3f}..{high:.3f}"


def _accuracy(judged: Sequence[object]) -> float:
    right = [each.gold is each.said for each in judged if isinstance(each, Judged)]
    return round(sum(right) / len(right), 4) if right else 0.0


def _print_misses(halves: Sequence[tuple[Predicate, Judged]]) -> None:
    for predicate, each in halves:
        if each.gold is not each.said:
            around = predicate.text[max(0, predicate.span.start - 110) : predicate.span.end + 60]
            word = predicate.span.of(predicate.text)
            where = f"[{word}] in {' '.join(around.split())}"
            print(f"  {predicate.part}: {each.gold} told as {each.said}: {where}")


def _print_confusion(judged: Sequence[Judged]) -> None:
    print("  held-out half, label -> told:")
    for (gold, said), count in sorted(Counter((each.gold, each.said) for each in judged).items()):
        print(f"    {gold:>10} -> {said:<10} {count}")
