"""How far two bodies tell the same: what is word for word, what is retold in order, what is retold at all."""

import math
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.language.similarity import (
    Bead,
    align_blocks,
    fill_gaps,
    find_anchors,
    nearest_pairs,
)
from reportedly.linking.passages import Body, Run, shared_runs
from reportedly.model.span import Span

CHANCE = 0.55  # cosine up to which nearest sentences of strange texts come by chance
TOLD = 0.15  # weight of the share that is told again in the likeness,
NEIGHBOURS = 0.10  # of the share of sentences whose neighbours are retold too, and
LENGTH = (
    0.01  # what each e-fold of sentences takes from it: long texts find a match for much by chance
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was measured between two bodies."""

    runs: tuple[Run, ...]
    beads: tuple[Bead, ...]  # the main chain
    reported: int  # beads of the main chain that neither side has mostly between quotation marks
    moved: tuple[Bead, ...]  # chains of blocks that stand elsewhere
    shorter: int  # sentences of the shorter text
    covered: tuple[float, float]  # share of the words of each that stand word for word in the other
    told: tuple[float, float]  # share of the characters of each that stand in beads
    echo: float  # mean by which nearest sentences of both exceed a likeness of chance, wherever they stand
    neighbours: float  # share of sentences that are nearest to each other like their neighbours
    agreeing: int  # beads whose names and figures agree at least in part
    anchored: int  # beads in which both sides have a name or figure

    @property
    def retold(self) -> float:
        """Beads by sentences of the shorter text."""
        return (len(self.beads) + len(self.moved)) / self.shorter if self.shorter else 0.0

    @property
    def likeness(self) -> float:
        """How far one retells the other, some -.03 to .6: sentence by sentence, how much of both, in runs or scattered.

        By the gain of the chains and the share told alone, 92 % of cut, swapped and padded versions are found at 1 %
        false positives; so it is 96 % (bench lineage, tuned half).
        """
        if not self.shorter:
            return 0.0
        told = TOLD * min(self.told) + NEIGHBOURS * self.neighbours
        return self.echo + told - LENGTH * math.log(self.shorter)

    @property
    def score(self) -> float:
        """The stronger of both kinds of evidence, 0 to 1."""
        return min(1.0, max(0.0, *self.covered, (self.likeness + 0.2) / 0.8))


def compare(a: Body, b: Body) -> Comparison:
    """Measure two bodies: shared runs of words, and the chain of sentences that tell the same in order."""
    runs = shared_runs(a, b)
    chains = align_blocks(a.vectors, b.vectors)
    beads = fill_gaps(chains[0], a.vectors, b.vectors) if chains else ()
    moved = tuple(bead for chain in chains[1:] for bead in chain)
    agreeing, anchored = _anchors(a, b, beads)
    nearest = nearest_pairs(a.vectors, b.vectors)
    shorter = min(len(a.sentences), len(b.sentences))
    all_beads = (*beads, *moved)
    return Comparison(
        runs=runs,
        beads=beads,
        reported=sum(not _is_quoted(a, each.a) and not _is_quoted(b, each.b) for each in beads),
        moved=moved,
        shorter=shorter,
        covered=(_covered(runs, len(a.words), 0), _covered(runs, len(b.words), 1)),
        told=(
            _told(a, [bead.a for bead in all_beads]),
            _told(b, [bead.b for bead in all_beads]),
        ),
        echo=_echo(nearest) / max(1, shorter),
        neighbours=_neighbours(nearest) / max(1, shorter),
        agreeing=agreeing,
        anchored=anchored,
    )


def _is_quoted(body: Body, sentences: tuple[int, int]) -> bool:
    """Whether at least half of the words of these sentences stand between quotation marks."""
    first = bisect_left(body.sentence_of, sentences[0])
    last = bisect_left(body.sentence_of, sentences[1])
    return 2 * sum(body.quoted[first:last]) >= last - first


def _covered(runs: Iterable[Run], words: int, side: int) -> float:
    """Share of the words of one side that lie in shared runs."""
    within: set[int] = set()
    for run in runs:
        within.update(range(*(run.a if side == 0 else run.b)))
    return len(within) / words if words else 0.0


def _told(body: Body, beads: Iterable[tuple[int, int]]) -> float:
    """Share of a body's characters whose sentences stand in beads."""
    lengths = [len(span) for span in body.sentences]
    within = {sentence for bead in beads for sentence in range(*bead)}
    return sum(lengths[each] for each in within) / max(1, sum(lengths))


def _echo(nearest: Iterable[Bead]) -> float:
    return sum(max(0.0, bead.score - CHANCE) for bead in nearest)


def _neighbours(nearest: Iterable[Bead]) -> int:
    """Pairs after which the next sentences of both are nearest to each other too."""
    places = {(bead.a[0], bead.b[0]) for bead in nearest}
    return sum((i + 1, j + 1) in places for i, j in places)


def _anchors(a: Body, b: Body, beads: Iterable[Bead]) -> tuple[int, int]:
    agreeing = anchored = 0
    for bead in beads:
        left = find_anchors(bead_span(a, bead.a).of(a.text))
        right = find_anchors(bead_span(b, bead.b).of(b.text))
        anchored += bool(left and right)
        agreeing += bool(left & right)
    return agreeing, anchored


def bead_span(body: Body, sentences: tuple[int, int]) -> Span:
    """From the first to the last of these sentences of a body."""
    return body.sentences[sentences[0]].joined(body.sentences[sentences[1] - 1])
