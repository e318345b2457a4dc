"""Which of the candidates ascribe something: a logistic score of features that a person can read.

Weights are in `attribution_weights.csv`, trained by `bench/train_attributions.py`; docs/cards/attributions.md tells
from what and how well.
"""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.attributions import Attribution
from reportedly.reading.candidate_features import features_of
from reportedly.reading.candidates import Candidate, candidates_of
from reportedly.reading.cues import load_cues
from reportedly.reading.quote_marks import Quoted

CERTAIN = 0.3  # linked F1 on 168 held-out articles: .2 50.4, .25 50.4, .3 50.1, .38 49.2
LISTED = 0.05  # a cue of the lexicon is dropped only where next to nothing speaks for it


@dataclass(frozen=True, slots=True)
class Scored:
    """A candidate with its best content and the probability that both are right."""

    candidate: Candidate
    way: int
    probability: float


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """The weight of each feature, read once."""
    lines = (files("reportedly.reading") / "attribution_weights.csv").read_text("utf-8")
    return {row[0]: float(row[1]) for row in csv.reader(lines.splitlines())}


def choose(
    sentence: Sentence,
    marks: Sequence[Quoted],
    listed: Sequence[Attribution],
    taken: Iterable[Span],
) -> tuple[Attribution, ...]:
    """The attributions that the lexicon's cues give, without the improbable, and the probable ones it does not know.

    Heads in `taken` are left alone. Where cues overlap, what is listed comes first, then the surest.
    """
    candidates = [each for each in candidates_of(sentence) if not _is_mere(sentence, each)]
    scored = [_best_way(sentence, each, marks) for each in candidates]
    found = [each for each in (_weighed(each, scored) for each in listed) if each is not None]
    closed = [*taken, *(each.cue for each in listed)]
    passing = {each.relay for each in listed} - {None}
    for each in sorted(scored, key=lambda each: -each.probability):
        cue, head = each.candidate.cue, each.candidate.head.span
        if each.probability < CERTAIN:
            break
        if any(cue.overlaps(other) or head.overlaps(other) for other in closed):
            continue
        if each.candidate.source in passing or _is_deed(each.candidate):
            continue
        closed.append(cue)
        found.append(_attribution(each))
    return tuple(sorted(found, key=lambda each: each.cue))


def _is_deed(candidate: Candidate) -> bool:
    """Whether the verb may say what was done rather than what was thought: "attacked [the town]"."""
    return candidate.frame == "object" and candidate.head.lemma in load_cues().deeds


def _is_mere(sentence: Sentence, candidate: Candidate) -> bool:
    """Whether an infinitive that no table lists says what is to be done, by whomever: "refused to accept [them]"."""
    head = candidate.head
    helpers = sentence.children_of(head, "aux", "auxpass")
    finite = any(each.tag != "TO" for each in helpers)
    return head.tag == "VB" and not finite and not load_cues().frames_of(head)


def _weighed(listed: Attribution, scored: Sequence[Scored]) -> Attribution | None:
    """An attribution of the table with the best way to draw its content; None where it is improbable."""
    for each in scored:
        candidate = each.candidate
        if candidate.head.span == listed.verb and candidate.contents[0] == listed.content:
            if each.probability < LISTED:
                return None
            if each.probability > CERTAIN:
                return replace(listed, content=candidate.contents[each.way])
    return listed


def _best_way(sentence: Sentence, candidate: Candidate, marks: Sequence[Quoted]) -> Scored:
    """The candidate with the content that scores best."""
    weights = load_weights()
    scores = [
        math.fsum(
            weights.get(each, 0.0) for each in set(features_of(sentence, candidate, way, marks))
        )
        for way in range(len(candidate.contents))
    ]
    best = max(range(len(scores)), key=lambda way: (scores[way], -way))
    return Scored(candidate, best, 1 / (1 + math.exp(-scores[best])))


def _attribution(scored: Scored) -> Attribution:
    candidate = scored.candidate
    return Attribution(
        cue=candidate.cue,
        lemma=load_cues().lemma_of(candidate.head),
        verb=candidate.head.span,
        source=candidate.source,
        content=candidate.contents[scored.way],
        because=candidate.frame,
        told=candidate.told,
        relay=candidate.relay,
    )
