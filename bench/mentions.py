"""Names of people, bodies and places in hand-labelled passages: exact words and kind, documents read whole.

The labels (`labels/mentions.jsonl`) hold no text: a passage is found by its document and characters and checked by
the hash of its text. A label without a kind may be found or not; one with two kinds takes either.
"""

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bench.documents import report_of
from bench.result import Figures, Request, Result, bootstrap, f1
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.reading.coreference import link_mentions
from reportedly.reading.mentions import find_mentions
from reportedly.reading.sentences import split_sentences

LABELS = Path(__file__).parent / "labels" / "mentions.jsonl"
FILES: Mapping[str, str] = {
    "gva": "stories/gva/docs.jsonl",
    "polnear": "quotes/polnear/dev/text",
    "stream": "stories/stream/articles.jsonl.gz",
}
KINDS: Mapping[EntityKind, str] = {
    EntityKind.COUNTRY: "place",
    EntityKind.ORGANISATION: "organisation",
    EntityKind.PERSON: "person",
    EntityKind.PLACE: "place",
}


@dataclass(frozen=True, slots=True)
class Label:
    """A name in a document and the kinds that are right for it; none where it is left open."""

    span: Span
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document with all its names; `tuned` where it was read while rules were written."""

    document: str
    span: Span
    tuned: bool
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a passage: labelled and found names, the right ones."""

    gold: int
    found: int
    right: int


def run(request: Request) -> Result:
    """Score the held-out half; the tuned half is told beside it."""
    passages = list(read_passages(request.data[0]))[: request.limit]
    found = [names_in(passage) for passage in passages]
    scored = list(zip(passages, found, strict=True))
    if request.verbose:
        for passage, names in scored:
            if passage.tuned:
                _print_misses(passage, names)
    held = [tally(passage, names) for passage, names in scored if not passage.tuned]
    tuned = [tally(passage, names) for passage, names in scored if passage.tuned]
    low, high = bootstrap(held, _f1_of, seed=request.seed)
    return Result(
        n=sum(each.gold for each in (*held, *tuned)),
        ours=dict(scores(held)) | {"f1_low": low, "f1_high": high},
        baselines={"ours, tuned half": scores(tuned)},
    )


def read_passages(folder: Path) -> Iterator[Passage]:
    """The labelled passages whose documents are under `folder` and unchanged."""
    rows = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    texts = {
        name: _texts(folder / path, {str(row["id"]) for row in rows if row["set"] == name})
        for name, path in FILES.items()
    }
    for row in rows:
        document = texts[row["set"]].get(str(row["id"]), "")
        span = Span(row["start"], row["end"])
        if sha256(span.of(document).encode()).hexdigest() == row["sha256"]:
            labels = (
                Label(
                    Span(span.start + each["start"], span.start + each["end"]), tuple(each["kinds"])
                )
                for each in row["names"]
            )
            yield Passage(document, span, row["half"] == "tune", tuple(labels))


def _texts(path: Path, wanted: set[str]) -> dict[str, str]:
    """The texts of the wanted documents, by id."""
    if path.is_dir():
        files = (each for each in path.iterdir() if each.name in wanted)
        return {each.name: each.read_text("utf-8") for each in files}
    if not path.exists():
        return {}
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines)
        kept = (row for row in rows if str(row["id"]) in wanted)
        return {str(row["id"]): str(row.get("text") or row["lead"]) for row in kept}


def names_in(passage: Passage) -> tuple[Label, ...]:
    """What we find in the passage when the whole document is read: kinds as the chains have them."""
    report = report_of(passage.document)
    reading = link_mentions(find_mentions(split_sentences(Reading(report))))
    named = (m for m in reading.mentions if m.form in (Form.NAMED, Form.METONYM))
    inside = ((m.head, KINDS.get(m.kind)) for m in named if passage.span.contains(m.head))
    return tuple(dict.fromkeys(Label(head, (kind,)) for head, kind in inside if kind))


def tally(passage: Passage, found: Sequence[Label]) -> Tally:
    """Right: the exact words under a right kind; what is labelled as open counts on neither side."""
    gold = [each for each in passage.labels if each.kinds]
    judged = [each for each in found if not _is_open(passage, each)]
    return Tally(len(gold), len(judged), sum(_is_right(each, judged) for each in gold))


def _is_open(passage: Passage, name: Label) -> bool:
    return any(not each.kinds and each.span.overlaps(name.span) for each in passage.labels)


def _is_right(gold: Label, found: Sequence[Label]) -> bool:
    return any(each.span == gold.span and each.kinds[0] in gold.kinds for each in found)


def scores(tallies: Sequence[Tally]) -> Figures:
    """Precision, recall and F1 of exact words with kind."""
    right = sum(each.right for each in tallies)
    precision = right / max(1, sum(each.found for each in tallies))
    recall = right / max(1, sum(each.gold for each in tallies))
    return {"f1": f1(precision, recall), "precision": precision, "recall": recall}


def _f1_of(items: Sequence[object]) -> float:
    return float(str(scores([each for each in items if isinstance(each, Tally)])["f1"]))


def _print_misses(passage: Passage, found: Sequence[Label]) -> None:
    """Labelled names that were not found as they are, and what was found instead; tuned half only."""
    for gold in passage.labels:
        if gold.kinds and not _is_right(gold, found):
            near = [
                (e.span.of(passage.document), e.kinds[0])
                for e in found
                if e.span.overlaps(gold.span)
            ]
            print(f"  missed {gold.span.of(passage.document)} {gold.kinds}: {near}")
    for each in found:
        if not any(gold.span.overlaps(each.span) for gold in passage.labels):
            print(f"  wrong {each.span.of(passage.document)} {each.kinds[0]}")
