"""How well groups of documents agree with the key: BCubed and pairwise F1."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from bench.result import f1

Labels = Mapping[str, Hashable]


def agreement(ours: Labels, key: Labels) -> dict[str, float]:
    """BCubed and pairwise F1 on all documents, and without those whose story in the key has one report."""
    sizes = Counter(key.values())
    several = [name for name in key if sizes[key[name]] > 1]
    everything = list(key)
    return {
        "bcubed_f1": bcubed(ours, key, everything),
        "pairwise_f1": pairwise(ours, key, everything),
        "bcubed_f1_without_singletons": bcubed(ours, key, several),
        "pairwise_f1_without_singletons": pairwise(ours, key, several),
    }


def bcubed(ours: Labels, key: Labels, names: Sequence[str]) -> float:
    """F1 of the mean share of a document's group that belongs to its story, and the reverse."""
    if not names:
        return 0.0
    groups = Counter(ours[name] for name in names)
    stories = Counter(key[name] for name in names)
    both = Counter((ours[name], key[name]) for name in names)
    precision = sum(both[ours[name], key[name]] / groups[ours[name]] for name in names) / len(names)
    recall = sum(both[ours[name], key[name]] / stories[key[name]] for name in names) / len(names)
    return round(f1(precision, recall), 4)


def pairwise(ours: Labels, key: Labels, names: Sequence[str]) -> float:
    """F1 over all pairs of documents."""
    right = _pairs(Counter((ours[name], key[name]) for name in names))
    found = _pairs(Counter(ours[name] for name in names))
    wanted = _pairs(Counter(key[name] for name in names))
    return round(f1(right / found if found else 0.0, right / wanted if wanted else 0.0), 4)


def _pairs(counts: Counter[Hashable] | Counter[tuple[Hashable, Hashable]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())
