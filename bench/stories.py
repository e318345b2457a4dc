"""Task `stories`: reports into stories, one pass in order of date and id.

`held_out`: figures of the half of the stories (by hash) that trained nothing, among all the others.
DATA: stories/gva/docs.jsonl, stories/allsides/roundups.jsonl, stories/ecbplus/docs.jsonl, any of them.
"""

import hashlib
import json
import resource
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer

from bench.clustering import agreement
from bench.result import Request, Result
from reportedly.linking.stories import StoryIndex
from reportedly.linking.story_terms import Item

PUBLISHED = {
    "gva": {"pairwise_f1": 0.618, "bcubed_f1": 0.871},
    "allsides": {"bcubed_f1": 0.856, "pairwise_f1": 0.717},
    "ecbplus": {"bcubed_f1": 0.887, "pairwise_f1": 0.837},
}
BASELINE = {"gva": 0.20, "allsides": 0.20, "ecbplus": 0.18}  # thresholds of those published runs


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with the story of the key."""

    item: Item
    story: str


def run(request: Request) -> Result:
    """Agreement with the key; with several sets, each under its own name and their mean."""
    ours: dict[str, dict[str, float]] = {}
    baselines: dict[str, dict[str, float]] = {}
    count, seconds = 0, 0.0
    for path in request.data:
        name, documents = read_documents(path)
        documents = _first_stories(documents, request.limit)
        began = time.process_time()
        labels = group(each.item for each in documents)
        seconds += time.process_time() - began
        count += len(documents)
        key = {each.item.id: each.story for each in documents}
        ours[name] = agreement(labels, key)
        held = {report: story for report, story in key.items() if is_held_out(story)}
        ours[name] |= {
            f"{figure}_held_out": each for figure, each in agreement(labels, held).items()
        }
        baselines[f"{name}: TF-IDF >= {BASELINE[name]}"] = agreement(
            tfidf(documents, BASELINE[name]), key
        )
        baselines[f"{name}: one story each"] = agreement({each: each for each in key}, key)
    figures: dict[str, object] = {
        figure: round(sum(each[figure] for each in ours.values()) / len(ours), 4)
        for figure in next(iter(ours.values()))
    }
    figures |= {"reports_per_second": round(count / seconds, 1), "peak_mb": peak_mb()}
    if len(ours) > 1:
        figures |= {
            f"{name}_{figure}": value
            for name, each in ours.items()
            for figure, value in each.items()
        }
    return Result(
        n=count,
        ours={name: value for name, value in figures.items() if isinstance(value, float | int)},
        baselines=baselines,
        published={f"{name}: TF-IDF, best threshold on the data": PUBLISHED[name] for name in ours},
    )


def is_held_out(story: str) -> bool:
    """Whether a story of the key is of the half that trains nothing.

    >>> sum(is_held_out(str(number)) for number in range(100))
    46
    """
    return hashlib.sha256(story.encode()).digest()[0] % 2 == 1


def group(items: Iterable[Item]) -> dict[str, str]:
    """Our story of each document."""
    index = StoryIndex()
    index.add(items)
    return {report: each.id for each in index.groupings() for report in each.reports}


def peak_mb() -> int:
    """The most memory this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def read_documents(path: Path) -> tuple[str, list[Labelled]]:
    """The name of the set and its documents; the set is known by the fields of its records."""
    records = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    first = records[0]
    if "incident" in first:
        return "gva", [_incident(each) for each in records]
    if "news" in first:
        return "allsides", [labelled for each in records for labelled in _roundup(each)]
    return "ecbplus", [_ecb(each) for each in records]


def _incident(record: dict[str, str | None]) -> Labelled:
    item = Item(
        str(record["id"]), record["title"] or "", record["text"] or "", day_of(record["date"])
    )
    return Labelled(item, str(record["incident"]))


def _roundup(record: dict[str, object]) -> list[Labelled]:
    news = record["news"]
    found: list[Labelled] = []
    if isinstance(news, dict):
        for side, each in sorted(news.items()):
            text = "\n".join(str(line) for line in each["newBody"] or ())
            item = Item(
                f"{record['id']}/{side}",
                str(each["newsTitle"] or ""),
                text,
                day_of(str(record["date"])),
            )
            found.append(Labelled(item, str(record["id"])))
    return found


def _ecb(record: dict[str, object]) -> Labelled:
    sentences = record["sentences"]
    text = "\n".join(str(each) for each in sentences) if isinstance(sentences, list) else ""
    return Labelled(Item(str(record["id"]), "", text, None), f"{record['topic']}/{record['story']}")


def day_of(stated: str | None) -> date | None:
    """The day of an ISO date; None where there is none or it is written otherwise."""
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def _first_stories(documents: Sequence[Labelled], limit: int | None) -> list[Labelled]:
    """Whole stories up to about `limit` documents."""
    if limit is None:
        return list(documents)
    kept: list[Labelled] = []
    allowed: set[str] = set()
    for each in documents:
        if each.story in allowed or len(kept) < limit:
            allowed.add(each.story)
            kept.append(each)
    return kept


def tfidf(documents: Sequence[Labelled], threshold: float) -> dict[str, int]:
    """One pass with scikit-learn's TF-IDF fitted on all documents, mean cosine to members, 14 days' window."""
    ordered = sorted(documents, key=lambda each: (each.item.day or date.max, each.item.id))
    texts = [f"{each.item.title} {each.item.title} {each.item.text[:1500]}" for each in ordered]
    few = len(texts) < 20
    vectorizer = TfidfVectorizer(
        sublinear_tf=True, min_df=1 if few else 2, max_df=1.0 if few else 0.3
    )
    vectors = vectorizer.fit_transform(texts)
    labels: list[int] = []
    last: list[date] = []
    for place, each in enumerate(ordered):
        day = each.item.day or date.max
        sums, sizes = np.zeros(len(last)), np.ones(len(last))
        if labels:
            cosines = (vectors[:place] @ vectors[place].T).toarray().ravel()
            sums = np.bincount(labels, weights=cosines, minlength=len(last)).astype(np.float64)
            sizes = np.bincount(labels, minlength=len(last)).astype(np.float64)
        means = sums / sizes
        open_now = np.array([(day - seen).days <= 14 for seen in last], dtype=bool)
        means[~open_now] = -1.0
        best = int(means.argmax()) if len(means) else -1
        if best < 0 or means[best] < threshold:
            best = len(last)
            last.append(day)
        last[best] = day
        labels.append(best)
    return {each.item.id: label for each, label in zip(ordered, labels, strict=True)}
