"""Task `utterances`: are the quoted words of one report the same saying as those of another.

DATA: claims/basil (its folder). The pairs are labelled by hand in bench/labels/utterances.jsonl: story, and for each
side the article's id, paragraph, first and last character of the quoted words. Reports are read in full and aligned;
a pair counts as joined where one utterance has evidence at both places. Words that no quotation covers are missed.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bench.documents import report_of
from bench.result import Request, Result, f1
from reportedly.linking.entities import merge_entities
from reportedly.linking.lineage import trace_lineage
from reportedly.linking.utterances import align_utterances
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.story import Story
from reportedly.pipeline import read_report

LABELS = Path(__file__).parent / "labels" / "utterances.jsonl"

Place = tuple[str, int, int, int]  # article, paragraph, first and last character


@dataclass(frozen=True, slots=True)
class Labelled:
    """Two quoted places and whether a person took them for one saying."""

    story: str
    a: Place
    b: Place
    same: bool


@dataclass(frozen=True, slots=True)
class Told:
    """A story with its utterances, and where each paragraph of its articles begins in the text that was read."""

    story: Story
    starts: dict[tuple[str, int], tuple[str, int]]

    def at(self, place: Place) -> frozenset[str]:
        """The utterances that have evidence at a place."""
        report, start = self.starts[place[0], place[1]]
        span = Span(start + place[2], start + place[3])
        return frozenset(
            each.id
            for each in self.story.utterances
            for cited in each.evidence
            if cited.report == report and cited.span.overlaps(span)
        )


def run(request: Request) -> Result:
    """Precision, recall and F1 of pairs; beside it the plain rule that shared runs of words make one saying."""
    labels = read_labels(request.limit)
    joined: list[bool] = []
    covered: list[bool] = []
    for name in dict.fromkeys(each.story for each in labels):
        told = tell(request.data[0], name)
        for each in (label for label in labels if label.story == name):
            ours, theirs = told.at(each.a), told.at(each.b)
            joined.append(bool(ours & theirs))
            covered.append(bool(ours and theirs))
            if request.verbose and joined[-1] is not each.same:
                _print_miss(told, each, (ours, theirs))
    truth = [each.same for each in labels]
    return Result(
        n=len(labels),
        ours=scored(truth, joined) | {"covered": round(sum(covered) / max(1, len(covered)), 4)},
        baselines={"all joined": scored(truth, [True] * len(truth))},
    )


def read_labels(stories: int | None) -> list[Labelled]:
    """The labels, of at most so many stories."""
    found = [
        Labelled(each["story"], _place(each["a"]), _place(each["b"]), bool(each["same"]))
        for each in map(json.loads, LABELS.read_text(encoding="utf-8").splitlines())
    ]
    chosen = list(dict.fromkeys(each.story for each in found))[:stories]
    return [each for name in chosen for each in found if each.story == name]


def _place(sides: Sequence[str | int]) -> Place:
    article, paragraph, start, end = sides
    return str(article), int(paragraph), int(start), int(end)


def tell(folder: Path, name: str) -> Told:
    """Read the articles of a story and align what is said in them."""
    readings, starts = [], {}
    paths = sorted((folder / "articles").rglob(f"{name}_*.json"))
    if not paths:
        message = f"{folder}: no articles of story {name} in it; give the folder data/claims/basil"
        raise FileNotFoundError(message)
    for path in paths:
        reading, article, begins = _read(path)
        readings.append(reading)
        for paragraph, start in enumerate(begins):
            starts[article, paragraph] = (reading.report.id, start)
    story = Story(name, tuple(sorted(readings, key=lambda each: each.report.id)))
    for stage in (trace_lineage, merge_entities, align_utterances):
        story = stage(story)
    return Told(story, starts)


def _read(path: Path) -> tuple[Reading, str, list[int]]:
    record = json.loads(path.read_text(encoding="utf-8"))
    paragraphs = [" ".join(sentences) for sentences in record["body-paragraphs"]]
    report = report_of(
        "\n".join(paragraphs),
        title=record["title"],
        day=_day(record["date"]),
        path=record["uuid"],
    )
    return read_report(report), record["uuid"], list(_starts(report.text, paragraphs))


def _starts(text: str, paragraphs: Sequence[str]) -> Iterator[int]:
    """Where each paragraph begins."""
    at = 0
    for paragraph in paragraphs:
        at = text.index(paragraph, at)
        yield at
        at += len(paragraph)


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words[:10])
    except ValueError:
        return None


def _print_miss(told: Told, label: Labelled, found: tuple[frozenset[str], frozenset[str]]) -> None:
    texts = []
    for place in (label.a, label.b):
        report, start = told.starts[place[0], place[1]]
        texts.append(told.story.reading(report).text[start + place[2] : start + place[3]])
    unread = [words for words, ids in zip(texts, found, strict=True) if not ids]
    what = "should be joined" if label.same else "should stay apart"
    print(
        f"  {what}{', not read as quoted: ' + str(unread) if unread else ''}: {texts[0]} || {texts[1]}"
    )


def scored(truth: Sequence[bool], said: Sequence[bool]) -> dict[str, float]:
    """Precision, recall and F1 of what was joined."""
    both = sum(a and b for a, b in zip(truth, said, strict=True))
    precision, recall = both / max(1, sum(said)), both / max(1, sum(truth))
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1(precision, recall), 4),
    }
