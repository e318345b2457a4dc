"""How alike two stretches of text are in their content words, rare words counting more.

Two words match where they are equal or their vectors are near ("guarantees", "reassurances"). Figures, names and
negation are not judged here: vectors are blind to them, so they are compared apart.
"""

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import resources
from itertools import combinations

import numpy as np

from reportedly.language.cue_words import verbs_with
from reportedly.language.vectors import Vectors, embed
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Token

NEAR = 0.45  # cosine from which two different words count as near
SHORT = 3  # content words up to which a stretch that points back is read with the sentence before
BLOCK = 50_000  # pairs whose cosines are taken at a time
KIN = 0.85  # how near two words of one family count
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_RULES = tomllib.loads(
    resources.files("reportedly.linking").joinpath("wording.toml").read_text(encoding="utf-8")
)
_POINTERS = frozenset(str(word) for word in _RULES["pointers"]["words"])
_EMPTY = _POINTERS | {str(word) for word in _RULES["empty"]["words"]}
PLAIN_CUES = verbs_with("plain")
_FIRMNESS = {
    str(name): frozenset(str(word) for word in words) for name, words in _RULES["firmness"].items()
}
_FAMILY = {str(word): str(name) for name, words in _RULES["families"].items() for word in words}
_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Wording:
    """A stretch as its words for people, its content words (lemmas) in order, and which of them are names."""

    text: str
    content: tuple[str, ...]
    names: frozenset[str] = frozenset()


def wording_of(reading: Reading, spans: Iterable[Span]) -> Wording:
    """The wording of these places of a report, joined."""
    places = tuple(spans)
    text = " ".join(span.of(reading.text) for span in places)
    tokens = tuple(_tokens(reading, places))
    content = [each for each in tokens if each.pos in _CONTENT and each.lemma not in _EMPTY]
    names = frozenset(each.lemma for each in content if each.pos == "PROPN")
    return Wording(text, tuple(each.lemma for each in content) or _plain_words(text), names)


def _tokens(reading: Reading, spans: Iterable[Span]) -> Iterator[Token]:
    """The words of these places, where their sentences are parsed."""
    for span in spans:
        for sentence in reading.sentences:
            if sentence.span.overlaps(span):
                yield from sentence.tokens_in(span)


def with_antecedent(reading: Reading, span: Span) -> Wording:
    """The wording of a place; where it points back ("such intentions"), with the words of the sentence before."""
    found = wording_of(reading, (span,))
    words = {each.group().casefold() for each in _WORD.finditer(found.text)}
    if not words & _POINTERS or len(found.content) > SHORT:
        return found
    before = [each.span for each in reading.sentences if each.span.end <= span.start]
    if not before:
        return found
    earlier = wording_of(reading, before[-1:])
    return Wording(found.text, (*found.content, *earlier.content), found.names | earlier.names)


def _plain_words(text: str) -> tuple[str, ...]:
    """Content words of a text that has no parse."""
    words = (found.group().casefold() for found in _WORD.finditer(text))
    return tuple(word for word in words if word not in _EMPTY)


def families_of(reading: Reading, span: Span) -> frozenset[str]:
    """The word families that stand in a place ("meet" for talks or a summit); another word is its own family."""
    wording = wording_of(reading, (span,))
    return frozenset(
        _FAMILY.get(word, word) for word in wording.content if word not in wording.names
    )


def firmness_of(reading: Reading, spans: Sequence[Span]) -> frozenset[str]:
    """Which signs of firmness stand in these places: "denied", "intended", "negated", "open"."""
    text = " ".join(span.of(reading.text) for span in spans)
    lemmas = {token.lemma for token in _tokens(reading, spans)}
    words = lemmas or {found.group().casefold() for found in _WORD.finditer(text)}
    return frozenset(name for name, signs in _FIRMNESS.items() if words & signs)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two wordings are, 0 to 1: whole vectors, and how much of each one's words the other has."""

    cosine: float
    forth: float  # share of the first one's words found in the second
    back: float
    kin: int = 0  # how many words but names both have, the same or of the same family

    @property
    def score(self) -> float:
        """One figure: vectors and words, half each."""
        return (self.cosine + (self.forth + self.back) / 2) / 2

    @property
    def held(self) -> float:
        """How far the one that says less is held in the other."""
        return max(self.forth, self.back)


@dataclass(frozen=True, slots=True)
class Wordings:
    """Many wordings made ready for comparing: vectors of the whole and of each word, and the weight of each word."""

    all: tuple[Wording, ...]
    whole: Vectors
    words: tuple[tuple[int, ...], ...]
    vectors: Vectors
    weights: tuple[float, ...]
    families: tuple[int, ...]  # of each word; words of no family have one of their own

    def likeness(self, first: int, second: int) -> Likeness:
        """How alike the wordings at these places of the list are."""
        cosine = float(self.whole[first] @ self.whole[second])
        ours, theirs = list(self.words[first]), list(self.words[second])
        if not ours or not theirs:
            return Likeness(max(0.0, cosine), 0.0, 0.0)
        near = self.vectors[ours] @ self.vectors[theirs].T
        near = np.where(near < NEAR, 0.0, near)
        families = ([self.families[word] for word in each] for each in (ours, theirs))
        kin = np.equal.outer(*families)
        near = np.where(kin, np.maximum(near, KIN), near)
        near[np.equal.outer(ours, theirs)] = 1.0
        forth = _weighed(near.max(axis=1).tolist(), [self.weights[word] for word in ours])
        back = _weighed(near.max(axis=0).tolist(), [self.weights[word] for word in theirs])
        shared = len(self._plain_families(first) & self._plain_families(second))
        return Likeness(min(1.0, max(0.0, cosine)), forth, back, shared)

    def _plain_families(self, index: int) -> frozenset[int]:
        """The families of the words of a wording that are no names."""
        wording = self.all[index]
        return frozenset(
            self.families[place]
            for place, word in zip(self.words[index], wording.content, strict=True)
            if word not in wording.names
        )

    def rare_words(self, most: int) -> dict[str, tuple[int, ...]]:
        """Where each content word stands that at most `most` of the wordings have, and at least two."""
        places: dict[str, list[int]] = {}
        for index, wording in enumerate(self.all):
            for word in sorted(set(wording.content)):
                places.setdefault(word, []).append(index)
        return {word: tuple(found) for word, found in places.items() if 1 < len(found) <= most}

    def near_pairs(self, most: int, cosine: float) -> tuple[tuple[int, int], ...]:
        """Pairs that share a rare word and whose whole vectors are at least this near, in order."""
        pairs = sorted(
            {pair for places in self.rare_words(most).values() for pair in combinations(places, 2)}
        )
        if not pairs:
            return ()
        first, second = np.array(pairs).T
        near = np.concatenate(
            [
                np.einsum(
                    "ij,ij->i",
                    self.whole[first[at : at + BLOCK]],
                    self.whole[second[at : at + BLOCK]],
                )
                for at in range(0, len(pairs), BLOCK)
            ]
        )
        return tuple(
            pair for pair, score in zip(pairs, near.tolist(), strict=True) if score >= cosine
        )


def _weighed(values: Sequence[float], weights: Sequence[float]) -> float:
    return min(1.0, sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights))


def prepare(wordings: Sequence[Wording]) -> Wordings:
    """Vectors and weights for these wordings; a word that most of them share weighs little."""
    counts = Counter(word for each in wordings for word in set(each.content))
    vocabulary = sorted(counts)
    place = {word: index for index, word in enumerate(vocabulary)}
    total = max(2, len(wordings))
    weights = tuple(math.log(1 + total / counts[word]) for word in vocabulary)
    return Wordings(
        tuple(wordings),
        embed([each.text for each in wordings]),
        tuple(tuple(place[word] for word in each.content) for each in wordings),
        embed(vocabulary),
        weights,
        _families(vocabulary),
    )


def _families(vocabulary: Sequence[str]) -> tuple[int, ...]:
    names = [_FAMILY.get(word, word) for word in vocabulary]
    places = {name: index for index, name in enumerate(dict.fromkeys(names))}
    return tuple(places[name] for name in names)
