"""He or she: which of two names does it mean? GAP (Webster et al. 2018), snippet context, both names given.

Our figure is the ranker that the product's pronouns use, its weights trained on GAP's validation part only
(`bench.pronoun_training`). Baselines run here: the nearest name before the pronoun, and syntactic parallelism.
`chains` is the product end to end: names are found by us, the pronoun may stay open.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.documents import report_of
from bench.result import Figures, Request, Result, bootstrap
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.reading.antecedents import Named, Scene, fit, place_of, role_of, scene_of
from reportedly.reading.coreference import link_mentions
from reportedly.reading.mentions import find_mentions
from reportedly.reading.sentences import split_sentences

MALE = ("he", "him", "his")
Choice = tuple[bool, bool]
"""Whether the pronoun is said to mean the first and the second name."""


@dataclass(frozen=True, slots=True)
class Case:
    """A snippet with a pronoun and two names; `gold` says which of them it means, if any."""

    id: str
    reading: Reading
    pronoun: Span
    names: tuple[Span, Span]
    gold: Choice

    @property
    def is_male(self) -> bool:
        """Whether the pronoun is he, him or his."""
        return self.pronoun.of(self.reading.text).casefold() in MALE


def run(request: Request) -> Result:
    """F1 over both names of all cases, for men and women apart."""
    cases = [case for path in request.data for case in read_cases(path, request.limit)]
    choices = [chosen(case) for case in cases]
    if request.verbose:
        _print_misses(cases, choices)
    pairs = list(zip(cases, choices, strict=True))
    low, high = bootstrap(pairs, _f1_of, seed=request.seed)
    return Result(
        n=len(cases),
        ours=figures(cases, choices) | {"f1_low": low, "f1_high": high},
        baselines={
            "nearest name before": figures(cases, [_nearest(case) for case in cases]),
            "parallelism": figures(cases, [_parallel(case) for case in cases]),
            "our chains end to end": chain_figures(cases),
        },
        published={"parallelism, snippet (Webster et al. 2018, test)": {"f1": 66.9}},
        notes=("weights trained on gap-validation.tsv: not a figure for that file",),
    )


def read_cases(path: Path, limit: int | None = None) -> Iterable[Case]:
    """The rows of one file, parsed."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows[:limit]:
        reading = split_sentences(Reading(report_of(row["Text"], path=row["ID"])))
        yield Case(
            row["ID"],
            reading,
            _span(row["Pronoun"], row["Pronoun-offset"]),
            (_span(row["A"], row["A-offset"]), _span(row["B"], row["B-offset"])),
            (row["A-coref"] == "TRUE", row["B-coref"] == "TRUE"),
        )


def _span(words: str, offset: str) -> Span:
    return Span(int(offset), int(offset) + len(words))


def places(case: Case) -> tuple[Scene, tuple[Named, Named]] | None:
    """The pronoun's scene and the names in the parse; None where a word is in no sentence."""
    sentences = case.reading.sentences
    pronoun = place_of(sentences, case.pronoun)
    found = [
        Named(place, span, span.of(case.reading.text))
        for span in case.names
        if (place := place_of(sentences, span)) is not None
    ]
    if pronoun is None or len(found) < len(case.names):
        return None
    return scene_of(sentences, pronoun), (found[0], found[1])


def chosen(case: Case) -> Choice:
    """The better of the two names by the product's ranker."""
    placed = places(case)
    if placed is None:
        return (False, False)
    scene, (one, other) = placed
    first = fit(scene, one) >= fit(scene, other)
    return (first, not first)


def _nearest(case: Case) -> Choice:
    """The name that stands nearest before the pronoun, else the nearest behind it."""
    here = case.pronoun.start
    keys = [(span.start > here, abs(here - span.start)) for span in case.names]
    return (keys[0] <= keys[1], keys[0] > keys[1])


def _parallel(case: Case) -> Choice:
    """The only name in the role of the pronoun, else the nearest."""
    placed = places(case)
    if placed is None:
        return _nearest(case)
    scene, named = placed
    same = [role_of(each.place) == role_of(scene.pronoun) for each in named]
    return (same[0], same[1]) if same[0] != same[1] else _nearest(case)


def figures(cases: Sequence[Case], choices: Sequence[Choice]) -> dict[str, float]:
    """F1 in percent: all, men, women."""
    pairs = list(zip(cases, choices, strict=True))
    return {
        "f1": _f1(pairs),
        "f1_m": _f1([each for each in pairs if each[0].is_male]),
        "f1_f": _f1([each for each in pairs if not each[0].is_male]),
    }


def _f1(pairs: Iterable[tuple[Case, Choice]]) -> float:
    right = wrong = 0
    for case, said in pairs:
        hits = sum(a and b for a, b in zip(case.gold, said, strict=True))
        right += 2 * hits
        wrong += sum(case.gold) + sum(said) - 2 * hits
    return 100 * right / (right + wrong) if right + wrong else 0.0


def _f1_of(items: Sequence[object]) -> float:
    return _f1(each for each in items if isinstance(each, tuple))


def chain_figures(cases: Iterable[Case]) -> Figures:
    """Names found by us: of the pronouns that our chains resolve to one of the two names, how many rightly."""
    said = right = 0
    known = 0
    for case in cases:
        choice = in_chains(case)
        known += any(case.gold)
        said += any(choice)
        right += any(a and b for a, b in zip(case.gold, choice, strict=True))
    return {
        "precision": right / said if said else 0.0,
        "coverage": said / known if known else 0.0,
        "recall": right / known if known else 0.0,
    }


def in_chains(case: Case) -> Choice:
    """Which of the names lies in the chain of the pronoun."""
    reading = link_mentions(find_mentions(case.reading))
    chain = next((m.entity for m in reading.mentions if m.head == case.pronoun), "")
    inside = [m.head for m in reading.mentions if chain and m.entity == chain]
    first, second = (any(head.overlaps(span) for head in inside) for span in case.names)
    return (first, second)


def _print_misses(cases: Sequence[Case], choices: Sequence[Choice]) -> None:
    for case, choice in zip(cases, choices, strict=True):
        if choice != case.gold:
            names = " | ".join(span.of(case.reading.text) for span in case.names)
            print(f"  {case.id}: {case.pronoun.of(case.reading.text)}: {names}: gold {case.gold}")
