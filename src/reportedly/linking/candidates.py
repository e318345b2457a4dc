"""Which pairs of reports are worth comparing: those that share rare word runs, and neighbours by content.

Never all with all: a run is looked up in an index, and one that too many reports have (a cookie notice,
a subscription line) leads nowhere.
"""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from reportedly.language.vectors import Vectors
from reportedly.linking.passages import Body

SAMPLE = 4  # every fourth run, chosen by its hash, so that both sides choose the same
COMMON = 50  # a run in more reports than this is furniture
NEIGHBOURS = 12
SMALL = 24  # up to so many reports all pairs are compared: 276 pairs, some 0.1 s
BLOCK = 1024  # rows a matrix product; bounds memory

Pair = tuple[int, int]


def pairs_to_compare(bodies: Sequence[Body]) -> tuple[Pair, ...]:
    """Index pairs (i < j), sorted."""
    if len(bodies) <= SMALL:
        return tuple((i, j) for j in range(len(bodies)) for i in range(j))
    return tuple(sorted(_by_runs(bodies) | _by_content(bodies)))


def sampled_runs(body: Body) -> frozenset[int]:
    """The runs kept in an index: about a quarter of them, the same ones in every report."""
    return frozenset(run for run in body.runs if run % SAMPLE == 0)


def _by_runs(bodies: Sequence[Body]) -> set[Pair]:
    places: defaultdict[int, list[int]] = defaultdict(list)
    for index, body in enumerate(bodies):
        for run in sampled_runs(body):
            places[run].append(index)
    found: set[Pair] = set()
    for members in places.values():
        if 1 < len(members) <= COMMON:
            found.update((i, j) for at, j in enumerate(members) for i in members[:at])
    return found


def _by_content(bodies: Sequence[Body]) -> set[Pair]:
    """Each report with its nearest by the mean of its sentence vectors."""
    means = _means(bodies)
    found: set[Pair] = set()
    for start in range(0, len(bodies), BLOCK):
        cosines = means[start : start + BLOCK] @ means.T
        for row, cosine in enumerate(cosines):
            index = start + row
            cosine[index] = -1.0
            near = np.argpartition(-cosine, min(NEIGHBOURS, len(bodies) - 1))[:NEIGHBOURS]
            found.update((min(index, int(j)), max(index, int(j))) for j in near if int(j) != index)
    return found


def _means(bodies: Sequence[Body]) -> Vectors:
    means = np.zeros((len(bodies), 256), dtype=np.float32)
    for index, body in enumerate(bodies):
        if len(body.vectors):
            means[index] = body.vectors.mean(axis=0)
    norms = np.maximum(1e-9, np.linalg.norm(means, axis=1, keepdims=True))
    return np.asarray(means / norms, dtype=np.float32)
