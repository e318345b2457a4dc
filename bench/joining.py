"""Trains the weights of `linking/joining.toml`: `python -m bench.joining GVA ALLSIDES ECBPLUS > joining.toml`.

One half of the stories of each set, by the hash of their names, trains; `bench stories` reports the other half apart.
Rows are taken from a pass that puts each report where the key has it, and from one that joins by plain likeness.
"""

import math
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from bench.stories import Labelled, is_held_out, read_documents
from reportedly.linking.joining import NAMES, Closeness, values_of
from reportedly.linking.stories import Candidates, StoryIndex

THRESHOLD = 0.3  # probability from which a report joins: a report left alone costs more than a wrong guestPLAIN = 0.13
PLAIN = 0.13  # least of plain likeness
Row = tuple[tuple[float, ...], bool]


class Teacher(StoryIndex):
    """An index that notes what it measured and whether the story was right; `forced`: it puts reports there.

    Without, it joins by likeness less the days between: a pass with errors such as a model meets.
    """

    def __init__(self, documents: Sequence[Labelled], *, forced: bool) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._key = {each.item.id: each.story for each in documents}
        self._forced = forced
        self._opened: dict[str, int] = {}
        self._count = 0
        self.add(each.item for each in documents)

    def choose(self, report: str, candidates: Candidates) -> int | None:
        """Note the candidates; the key's story where forced, else the likest."""
        wanted = self._key[report]
        if not is_held_out(wanted):
            for story, closeness in candidates:
                self.rows.append((values_of(closeness), self._majority(story) == wanted))
        if not self._forced:
            scored = [(plain(closeness), -story) for story, closeness in candidates]
            score, negative = max(scored, default=(0.0, 0))
            return -negative if score >= PLAIN else None
        if wanted in self._opened:
            return self._opened[wanted]
        self._opened[wanted] = self._count
        self._count += 1
        return None

    def _majority(self, story: int) -> str:
        told = [self._key[self._entries[each].id] for each in self._members[story]]
        return max(sorted(set(told)), key=told.count)

    def _settle(self, here: int, reports: Sequence[int]) -> bool:  # noqa: ARG002 - one look is all that teaches
        return False

    def _merge_around(self, near: Mapping[int, Sequence[int]]) -> None:
        pass


def plain(closeness: Closeness) -> float:
    """Mean cosine, half after ten days."""
    return closeness.likeness / (1 + math.expm1(closeness.days) / 10)


def train(paths: Sequence[Path]) -> tuple[dict[str, float], float]:
    """Weights and bias, each set weighing the same."""
    values: list[tuple[float, ...]] = []
    right: list[bool] = []
    weights: list[float] = []
    for path in paths:
        documents = read_documents(path)[1]
        for forced in (True, False):
            rows = Teacher(documents, forced=forced).rows
            values += [row[0] for row in rows]
            right += [row[1] for row in rows]
            weights += [1000 / len(rows)] * len(rows)
    table = np.array(values)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-9
    model = LogisticRegression(max_iter=1000).fit(
        (table - mean) / spread, np.array(right), sample_weight=np.array(weights)
    )
    found = model.coef_[0] / spread
    bias = float(model.intercept_[0] - (found * mean).sum())
    bias -= math.log(THRESHOLD / (1 - THRESHOLD))
    return dict(zip(NAMES, (float(each) for each in found), strict=True)), bias


def main() -> None:
    """Print the table as TOML."""
    weights, bias = train([Path(each) for each in sys.argv[1:]])
    print(f"bias = {bias:.3f}\n\n[weights]")
    for name, weight in weights.items():
        print(f"{name} = {weight:.3f}")


if __name__ == "__main__":
    main()
