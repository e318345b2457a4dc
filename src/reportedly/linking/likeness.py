"""How alike two stretches of text are in their content words, rare words counting more.

Two words match where they are equal or their vectors are near ("guarantees", "reassurances"). Figures, names and
negation are not judged here: vectors are blind to them, so they are compared apart.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from reportedly.language.vectors import Vectors, embed
from reportedly.linking.wording import Wording, family_of

NEAR = 0.45  # cosine from which two different words count as near
KIN = 0.85  # how near two words of one family count
BLOCK = 50_000  # pairs whose cosines are taken at a time

Places = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.float64]
_NONE: Places = np.zeros(0, dtype=np.int64)


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


@dataclass(frozen=True, slots=True, eq=False)
class Wordings:
    """Many wordings made ready for comparing: vectors of the whole and of each word, and the weight of each word."""

    all: tuple[Wording, ...]
    whole: Vectors
    words: tuple[Places, ...]
    vectors: Vectors
    weights: Numbers
    families: Places  # of each word; words of no family have one of their own
    plain: tuple[frozenset[int], ...]  # families of the words of each wording that are no names

    def likeness(self, first: int, second: int) -> Likeness:
        """How alike the wordings at these places of the list are."""
        return self.likenesses(first, (second,))[0]

    def at_most(self, first: int, second: int) -> float:
        """The highest score that the whole vectors leave open, whatever the words."""
        return (self._cosine(first, second) + 1) / 2

    def likenesses(self, first: int, others: Sequence[int]) -> tuple[Likeness, ...]:
        """How alike the wording at a place is to each of others: many at a time cost little more than one."""
        worded = [each for each in others if len(self.words[first]) and len(self.words[each])]
        held = self._held(first, worded) if worded else {}
        plain = self.plain[first]
        found = []
        for each in others:
            forth, back = held.get(each, (0.0, 0.0))
            kin = len(plain & self.plain[each])
            found.append(Likeness(self._cosine(first, each), forth, back, kin))
        return tuple(found)

    def _cosine(self, first: int, second: int) -> float:
        return min(1.0, max(0.0, float(self.whole[first] @ self.whole[second])))

    def _held(self, first: int, others: Sequence[int]) -> dict[int, tuple[float, float]]:
        """The share of the first one's words that each of the others has, and the other way round.

        Sums run word by word, so that they are the same however many are compared at a time.
        """
        ours = self.words[first]
        theirs = np.concatenate([self.words[each] for each in others])
        ends = list(accumulate(len(self.words[each]) for each in others))
        starts = [0, *ends[:-1]]
        near = self._nearness(ours, theirs)
        weights = self.weights[ours]
        gained = np.maximum.reduceat(near, starts, axis=1) * weights[:, np.newaxis]
        forth = (np.cumsum(gained, axis=0)[-1] / sum(weights.tolist())).tolist()
        gains = (near.max(axis=0) * self.weights[theirs]).tolist()
        theirs_weigh = self.weights[theirs].tolist()
        return {
            each: (min(1.0, forth[at]), min(1.0, sum(gains[a:b]) / sum(theirs_weigh[a:b])))
            for at, (each, a, b) in enumerate(zip(others, starts, ends, strict=True))
        }

    def _nearness(self, ours: Places, theirs: Places) -> Numbers:
        """How near each word is to each other: 1 the same, KIN of one family, else their cosine from NEAR on."""
        near = self.vectors[ours] @ self.vectors[theirs].T
        near[near < NEAR] = 0.0
        kin = self.families[ours][:, np.newaxis] == self.families[theirs]
        np.maximum(near, KIN, out=near, where=kin)
        near[ours[:, np.newaxis] == theirs] = 1.0
        return near.astype(np.float64)

    def near_pairs(self, most: int, cosine: float) -> tuple[tuple[int, int], ...]:
        """Pairs that share a rare word and whose whole vectors are at least this near, in order.

        A word is rare that at most `most` of the wordings have.
        """
        first, second = self._sharing(most)
        near = np.empty(len(first))
        for at in range(0, len(first), BLOCK):
            block = slice(at, at + BLOCK)
            near[block] = np.einsum("ij,ij->i", self.whole[first[block]], self.whole[second[block]])
        kept = near >= cosine
        return tuple(zip(first[kept].tolist(), second[kept].tolist(), strict=True))

    def _sharing(self, most: int) -> tuple[Places, Places]:
        """Pairs that share a rare word, each pair once and in order."""
        count = max(1, len(self.all))
        words = np.concatenate([_NONE, *self.words])
        places = np.repeat(np.arange(len(self.all)), [len(each) for each in self.words])
        standing = np.unique(words * count + places)
        _, starts, sizes = np.unique(standing // count, return_index=True, return_counts=True)
        found = [_NONE]
        for size in range(2, most + 1):
            members = standing[starts[sizes == size][:, np.newaxis] + np.arange(size)] % count
            first, second = np.triu_indices(size, 1)
            found.append(np.unique(members[:, first] * count + members[:, second]))
        pairs = np.unique(np.concatenate(found))
        return pairs // count, pairs % count


def prepare(wordings: Sequence[Wording]) -> Wordings:
    """Vectors and weights for these wordings; a word that most of them share weighs little."""
    counts = Counter(word for each in wordings for word in set(each.content))
    vocabulary = sorted(counts)
    place = {word: index for index, word in enumerate(vocabulary)}
    total = max(2, len(wordings))
    families = _families(vocabulary)
    words = [[place[word] for word in each.content] for each in wordings]
    plain = [
        frozenset(families[place[word]] for word in each.content if word not in each.names)
        for each in wordings
    ]
    return Wordings(
        tuple(wordings),
        embed([each.text for each in wordings]),
        tuple(np.array(each, dtype=np.int64) for each in words),
        embed(vocabulary),
        np.array([math.log(1 + total / counts[word]) for word in vocabulary]),
        np.array(families, dtype=np.int64),
        tuple(plain),
    )


def _families(vocabulary: Sequence[str]) -> list[int]:
    names = [family_of(word) for word in vocabulary]
    places = {name: index for index, name in enumerate(dict.fromkeys(names))}
    return [places[name] for name in names]
