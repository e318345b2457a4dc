"""Whom pronouns and descriptions that are sources stand for, on PolNeAR's development articles.

The labels (`bench/labels/speakers.jsonl`) hold offsets only: a source and the names it stands for, none where the
text names nobody. Quotations are the corpus's own, so that only speakers are measured. An answer is a chain that
holds a name; abstaining, or repeating the description, is none.
"""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench.attribution_files import Triple, read_polnear, read_text
from bench.result import Request, Result
from reportedly.model.ontology import Form, QuoteKind
from reportedly.model.reading import Quotation, Reading
from reportedly.model.span import Span
from reportedly.reading.coreference import link_mentions
from reportedly.reading.mentions import find_mentions
from reportedly.reading.quotations import PROSE, kind_of
from reportedly.reading.quote_marks import pair_marks
from reportedly.reading.sentences import split_sentences
from reportedly.reading.speakers import attribute_speakers

LABELS = Path(__file__).parent / "labels" / "speakers.jsonl"


@dataclass(frozen=True, slots=True)
class Label:
    """A source and the places of the names that it stands for."""

    source: Span
    names: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A labelled source with the name that we give (empty: none), and whether it is right."""

    document: str
    source: str
    gold: str
    name: str
    because: str
    right: bool


def run(request: Request) -> Result:
    """Precision of the answers, and the share of the sources with a name that are answered."""
    answers: list[Answer] = []
    labels = _labels()
    for text, triples in read_polnear(request.data[0], request.limit):
        labelled = labels.get(hashlib.sha256(text.encode()).hexdigest())
        if labelled:
            answers.extend(_answers(text, triples, labelled))
    given = [each for each in answers if each.name]
    named = [each for each in answers if each.gold]
    right = [each for each in given if each.right]
    if request.verbose:
        for each in answers:
            print(_line(each))
    return Result(
        n=len(answers),
        ours={
            "precision": len(right) / max(1, len(given)),
            "coverage": sum(bool(each.name) for each in named) / max(1, len(named)),
            "named": len(named),
            "answered": len(given),
        },
    )


def _labels() -> dict[str, list[Label]]:
    """Labels by the hash of their text."""
    found: dict[str, list[Label]] = {}
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        names = tuple(Span(int(start), int(end)) for start, end in row["name"])
        label = Label(Span(int(row["source"][0]), int(row["source"][1])), names)
        found.setdefault(str(row["sha256"]), []).append(label)
    return found


def _answers(text: str, triples: Sequence[Triple], labels: Sequence[Label]) -> Iterator[Answer]:
    reading = link_mentions(find_mentions(split_sentences(Reading(read_text(text)))))
    reading = attribute_speakers(replace(reading, quotations=_quotations(reading, triples)))
    for label in labels:
        found = [each for each in reading.quotations if each.source == label.source]
        if not found:
            continue
        yield _answer(reading, found[0], label)


def _quotations(reading: Reading, triples: Sequence[Triple]) -> tuple[Quotation, ...]:
    """The corpus's attributions as quotations."""
    marks = pair_marks(reading.text, reading.report.spans_of(*PROSE))
    found = [
        Quotation(
            content=each.content,
            kind=kind_of(each.content, marks) if each.content else QuoteKind.INDIRECT,
            cue=each.cue[0] if each.cue else None,
            source=each.source[0] if each.source else None,
            speaker=None,
            chain=(),
            because="the corpus",
        )
        for each in triples
        if each.content
    ]
    return tuple(sorted(found, key=lambda each: (each.content[0], each.cue or each.content[0])))


def _answer(reading: Reading, quotation: Quotation, label: Label) -> Answer:
    speaker, text = quotation.speaker, reading.text
    gold = [each.of(text) for each in label.names]
    name = speaker.name if speaker is not None and _is_named(reading, speaker.entity) else ""
    chain = [
        each.span.of(text)
        for each in reading.mentions
        if speaker is not None and each.entity == speaker.entity and each.form is not Form.PRONOUN
    ]
    right = bool(name) and any(_names(each, one) for each in gold for one in (name, *chain))
    because = speaker.because if speaker is not None else ""
    return Answer("", label.source.of(text), "/".join(gold), name, because, right)


def _is_named(reading: Reading, entity: str) -> bool:
    """Whether a chain holds a name."""
    named = (Form.NAMED, Form.METONYM)
    return bool(entity) and any(
        each.entity == entity and each.form in named for each in reading.mentions
    )


def _names(gold: str, ours: str) -> bool:
    """Whether our words hold the name, or are its last word."""
    return gold in ours or (ours == gold.rsplit(maxsplit=1)[-1])


def _line(answer: Answer) -> str:
    verdict = (
        "right" if answer.right else "WRONG" if answer.name else "open " if answer.gold else "-"
    )
    return f"{verdict}\t{answer.source}\t{answer.gold}\t{answer.name}\t{answer.because}"
