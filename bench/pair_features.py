"""Two sentences as figures: what `linking.wording` finds alike, shared runs, numbers, names, signs of no."""

import re
from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from reportedly.linking.likeness import Wordings, prepare
from reportedly.linking.wording import Wording

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[$%]")
_NUMBER = re.compile(r"\d[\d.,]*")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][\w’'-]+")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "for",
        "from",
        "had",
        "has",
        "have",
        "he",
        "her",
        "his",
        "in",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "said",
        "says",
        "she",
        "that",
        "the",
        "their",
        "they",
        "this",
        "to",
        "was",
        "were",
        "which",
        "who",
        "will",
        "with",
        "would",
    )
)
_NO = frozenset({"no", "not", "never", "none", "without", "n't", "cannot", "neither", "nor"})
LONGEST = 4  # words of a run

Row = list[float]


def rows_of(pairs: Sequence[tuple[str, str]]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    """One row of figures a pair."""
    wordings = prepare([wording_of_text(text) for pair in pairs for text in pair])
    return np.array(
        [_row(wordings, 2 * index, *pair) for index, pair in enumerate(pairs)], dtype=np.float64
    )


def wording_of_text(text: str) -> Wording:
    """A sentence without a parse: its words but the small ones, those with a capital inside as names."""
    words = [each for each in words_of(text) if each not in _SMALL]
    names = frozenset(each.casefold() for each in _NAME.findall(text))
    return Wording(text, tuple(words) or tuple(words_of(text)) or ("-",), names)


def words_of(text: str) -> list[str]:
    """The words of a sentence without case."""
    return [each.group().casefold().replace("’", "'") for each in _WORD.finditer(text)]


def _row(wordings: Wordings, at: int, first: str, second: str) -> Row:
    alike = wordings.likeness(at, at + 1)
    ours, theirs = words_of(first), words_of(second)
    lengths = sorted((len(ours), len(theirs)))
    return [
        alike.cosine,
        min(alike.forth, alike.back),
        alike.held,
        alike.score,
        float(alike.kin),
        alike.kin / max(1, lengths[0]),
        *_runs(ours, theirs),
        *_sets(set(ours) - _SMALL, set(theirs) - _SMALL),
        *_sets(set(_NUMBER.findall(first)), set(_NUMBER.findall(second))),
        *_sets(set(_NAME.findall(first)), set(_NAME.findall(second))),
        fuzz.ratio(first, second) / 100,
        fuzz.token_sort_ratio(first, second) / 100,
        fuzz.token_set_ratio(first, second) / 100,
        LCSseq.normalized_similarity(ours, theirs),
        lengths[0] / max(1, lengths[1]),
        float(lengths[1] - lengths[0]),
        float(len(_NO & set(ours)) != len(_NO & set(theirs))),
    ]


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[float]:
    """For runs of one to four words: the share that both have, of the shorter and of the longer."""
    for size in range(1, LONGEST + 1):
        first, second = set(_grams(ours, size)), set(_grams(theirs, size))
        both = len(first & second)
        few, many = sorted((len(first), len(second)))
        yield both / max(1, few)
        yield both / max(1, many)


def _grams(words: Sequence[str], size: int) -> Iterator[tuple[str, ...]]:
    for start in range(len(words) - size + 1):
        yield tuple(words[start : start + size])


def _sets(ours: set[str], theirs: set[str]) -> tuple[float, float, float]:
    """How many are only in one, how many in both, and whether neither lacks what the other has."""
    alone = len(ours ^ theirs)
    return float(alone), float(len(ours & theirs)), float(ours <= theirs or theirs <= ours)
