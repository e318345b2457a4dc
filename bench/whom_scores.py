"""How well the sides that are told match those that are marked: F1 of spans by role, in percent, with intervals."""

from collections.abc import Sequence

from bench.result import bootstrap, f1
from bench.whom_files import Sides, Spans
from reportedly.model.span import Span

RESAMPLED = ("actor_overlap", "recipient_overlap", "exact")
PERFECT = 100.0


def figures(gold: Sequence[Sides], said: Sequence[Sides]) -> dict[str, float]:
    """F1 by role where spans share half of the shorter one, and of both roles where they are the same."""
    actors = [(one.actors, other.actors) for one, other in zip(gold, said, strict=True)]
    recipients = [(one.recipients, other.recipients) for one, other in zip(gold, said, strict=True)]
    return {
        "actor_overlap": _score(actors, exact=False),
        "recipient_overlap": _score(recipients, exact=False),
        "recipient_where_marked": _score([each for each in recipients if each[0]], exact=False),
        "exact": _score([*actors, *recipients], exact=True),
    }


def intervals(gold: Sequence[Sides], said: Sequence[Sides], seed: int) -> list[str]:
    """95 % intervals by resampling sentences, in words."""
    if not gold:
        return []
    ends = {name: _interval(name, list(zip(gold, said, strict=True)), seed) for name in RESAMPLED}
    return [f"{name}: 95 % interval {low:.1f}..{high:.1f}" for name, (low, high) in ends.items()]


def _interval(name: str, told: Sequence[tuple[Sides, Sides]], seed: int) -> tuple[float, float]:
    def figure(chosen: Sequence[object]) -> float:
        pairs = [each for each in chosen if isinstance(each, tuple)]
        return figures([gold for gold, _ in pairs], [said for _, said in pairs])[name]

    return bootstrap(told, figure, seed=seed)


def is_found(gold: Sides, said: Sides) -> bool:
    """Whether all spans of both roles are told, and no others."""
    pairs = [(gold.actors, said.actors), (gold.recipients, said.recipients)]
    return _score(pairs, exact=False) == PERFECT


def _score(pairs: Sequence[tuple[Spans, Spans]], *, exact: bool) -> float:
    hits = found = 0
    for gold, said in pairs:
        hits += sum(any(_same(a, b, exact=exact) for b in said) for a in gold)
        found += sum(any(_same(a, b, exact=exact) for a in gold) for b in said)
    golden = sum(len(gold) for gold, _ in pairs)
    told_spans = sum(len(said) for _, said in pairs)
    precision = found / told_spans if told_spans else 0.0
    return round(100 * f1(precision, hits / golden if golden else 0.0), 2)


def _same(one: Span, other: Span, *, exact: bool) -> bool:
    return one == other if exact else one.matches(other)
