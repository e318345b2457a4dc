"""What a task of the bench is asked and what it answers."""

import hashlib
import math
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

Figures = Mapping[str, float | int | str | Mapping[str, object] | None]


@dataclass(frozen=True, slots=True)
class Request:
    """What to measure: the data's paths, at most `limit` items (None: all), folds where a task cross-validates.

    `rivals` is false where only our own figures are wanted: rivals from packages take most of the time.
    """

    data: tuple[Path, ...]
    limit: int | None = None
    folds: int | None = None
    seed: int = 7
    verbose: bool = False
    rivals: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """Figures of a run: `n` items; ours, baselines run beside it, and published ones with their source in the name."""

    n: int
    ours: Figures
    baselines: Mapping[str, Figures] = field(default_factory=dict)
    published: Mapping[str, Figures] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


Task = Callable[[Request], Result]


def bootstrap(
    items: Sequence[object],
    figure: Callable[[Sequence[object]], float],
    *,
    seed: int = 7,
    rounds: int = 200,
) -> tuple[float, float]:
    """95 % interval of `figure` by resampling `items` with replacement."""
    chance = random.Random(seed)  # noqa: S311 - resampling, not secrecy
    found = sorted(figure(chance.choices(items, k=len(items))) for _ in range(rounds))
    return found[int(0.025 * rounds)], found[int(0.975 * rounds) - 1]


def share_interval(hits: int, n: int) -> tuple[float, float]:
    """95 % interval of a share by Wilson's score: of use where few or none were hit, unlike resampling.

    >>> [round(each, 3) for each in share_interval(0, 61)]
    [0.0, 0.059]
    """
    if n == 0:
        return 0.0, 1.0
    share, spread = hits / n, 1.96**2 / n
    middle = (share + spread / 2) / (1 + spread)
    half = 1.96 * math.sqrt(share * (1 - share) / n + spread / (4 * n)) / (1 + spread)
    return max(0.0, middle - half), min(1.0, middle + half)


def f1(precision: float, recall: float) -> float:
    """Harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def the_file(path: Path, ending: str) -> Path:
    """The file itself, or the first of this ending in a folder."""
    return min(path.glob(f"*{ending}")) if path.is_dir() else path


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of files, or of the names and sizes of a folder's files: which data a figure is of."""
    digest = hashlib.sha256()
    for path in paths:
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for each in files:
            if each.is_file():
                digest.update(f"{each.name} {each.stat().st_size}\n".encode())
    return digest.hexdigest()[:16]
