"""Does a report belong to a story? A sum of few readable features, weighed by a small logistic model (joining.toml)."""

import math
import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from functools import lru_cache
from importlib.resources import files
from operator import attrgetter

from reportedly.linking.story_terms import Profile, commonness

OWN = 0.5  # share of a term's reports that are the story's, from which the term is the story's own
KNOWN = 3  # reports that have a name, from which it is no private name of one report


@dataclass(frozen=True, slots=True)
class Dated:
    """A report's profile and its day."""

    profile: Profile
    day: date | None


@dataclass(frozen=True, slots=True)
class Closeness:
    """How near a report is to a story's latest reports. Cosines are of weighted terms; names are a part of these."""

    likeness: float  # mean cosine
    nearest: float  # highest cosine
    names: float  # mean cosine of names alone
    nearest_names: float
    days: float  # log of 1 + the fewest days between
    undated: float  # 1 where a day is unknown
    days_likeness: float  # days x likeness: what is far must be more alike
    days_names: float
    own: float  # weight of shared terms that few reports outside the story have
    own_names: float  # log of 1 + how many of these are names
    days_own_names: float  # a trial a year later shares names that no other story has
    held: float  # weight of all shared terms by the share of their reports that are the story's
    lacking: float  # weight of names that other reports know and the story lacks
    private: float  # weight of names that no other report knows
    other_years: float  # share of the story's reports that tell of other years only
    same_years: float


NAMES = tuple(field.name for field in fields(Closeness))
_all = attrgetter(*NAMES)


def values_of(closeness: Closeness) -> tuple[float, ...]:
    """The features in the order of NAMES."""
    return tuple(float(each) for each in _all(closeness))


@lru_cache(maxsize=1)
def _weights() -> tuple[tuple[float, ...], float]:
    table = tomllib.loads(files(__package__).joinpath("joining.toml").read_text("utf-8"))
    return tuple(float(table["weights"][name]) for name in NAMES), float(table["bias"])


def judge(closeness: Closeness) -> float:
    """Log-odds, less what the threshold asks: a report joins at 0 and above."""
    weights, bias = _weights()
    return bias + math.fsum(
        weight * value for weight, value in zip(weights, values_of(closeness), strict=True)
    )


def measure(report: Dated, story: Sequence[Dated], size: int, frequency: Counter[str]) -> Closeness:
    """Hold a report against a story's latest reports, of `size` in all; `frequency` counts reports by term."""
    profile = report.profile
    cosines, named, shared = _cosines(profile, story)
    days = _days_between(report.day, story)
    own, own_names, held = _ownership(profile, shared, len(story), size, frequency)
    lacking, private = _missing(profile, shared, frequency)
    same, other = _years(profile, story)
    likeness, names = sum(cosines) / len(story), sum(named) / len(story)
    gap = 0.0 if days is None else math.log1p(days)
    return Closeness(
        likeness=likeness,
        nearest=max(cosines),
        names=names,
        nearest_names=max(named),
        days=gap,
        undated=float(days is None),
        days_likeness=gap * likeness,
        days_names=gap * names,
        own=own,
        own_names=own_names,
        days_own_names=gap * own_names,
        held=held,
        lacking=lacking,
        private=private,
        other_years=other,
        same_years=same,
    )


def _cosines(
    profile: Profile, story: Sequence[Dated]
) -> tuple[list[float], list[float], Counter[str]]:
    """Cosines of all terms and of names with each report, and how many of them share each term.

    Sums are exact, since the order of a set differs from process to process.
    """
    cosines: list[float] = []
    named: list[float] = []
    shared: Counter[str] = Counter()
    for other in story:
        theirs = other.profile.weights
        common = profile.weights.keys() & theirs.keys()
        shared.update(common)
        cosines.append(math.fsum(profile.weights[term] * theirs[term] for term in common))
        names = common & profile.names.keys() & other.profile.names.keys()
        product = math.fsum(profile.weights[term] * theirs[term] for term in names)
        named.append(product / ((profile.share * other.profile.share) or 1.0))
    return cosines, named, shared


def _days_between(day: date | None, story: Sequence[Dated]) -> int | None:
    if day is None:
        return None
    return min((abs((day - other.day).days) for other in story if other.day), default=None)


def _ownership(
    profile: Profile, shared: Counter[str], seen: int, size: int, frequency: Counter[str]
) -> tuple[float, float, float]:
    """Shared terms weighed by how far they are the story's own: their weight, names among them, weight of all."""
    own: list[float] = []
    names: list[float] = []
    held: list[float] = []
    for term, count in shared.items():
        elsewhere = max(1.0, frequency[term] - 1 + commonness(term))
        share = min(1.0, count * size / seen / elsewhere)
        weight = profile.weights[term] ** 2 * share
        held.append(weight)
        if share >= OWN:
            own.append(weight)
            if term in profile.names:
                names.append(share * min(1.0, 2 * count / seen))
    return math.fsum(own), math.log1p(math.fsum(names)), math.fsum(held)


def _missing(
    profile: Profile, shared: Counter[str], frequency: Counter[str]
) -> tuple[float, float]:
    """Weight of the report's names that the story lacks: known to other reports, and private ones."""
    known = private = 0.0
    for term, part in profile.names.items():
        if term not in shared:
            if frequency[term] >= KNOWN:
                known += part
            else:
                private += part
    return known, private


def _years(profile: Profile, story: Sequence[Dated]) -> tuple[float, float]:
    """Share of the story's reports that tell of a same year, and of other years only."""
    told = [other.profile.years for other in story if other.profile.years]
    if not told or not profile.years:
        return 0.0, 0.0
    same = sum(bool(profile.years & years) for years in told) / len(told)
    return same, 1 - same
