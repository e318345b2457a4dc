"""Where tellings do not agree: number, date, place, who, whether, overstated, hedged, update. Silence is none.

Compared are only tellings about the same thing: members of one claim, and claims of like act, parties and words.
A difference lists the places of both sides; nothing is averaged and nobody is said to be right.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from reportedly.linking.appointed import days_differ, outlook_differs
from reportedly.linking.comparison import AHEAD, Telling
from reportedly.linking.contrast import contrasts, told_already
from reportedly.linking.firmness import whether_differs
from reportedly.linking.ground import Ground, Side, difference, ground_of
from reportedly.linking.headline_places import lonely_places
from reportedly.linking.headlines import headline_findings
from reportedly.linking.moved import moved
from reportedly.linking.outgrown import outgrown
from reportedly.linking.presented import presentation_differs
from reportedly.linking.quantities import Quantity, clash, grows, has_figure, is_soft
from reportedly.linking.recounted import recounted
from reportedly.linking.revised import revised
from reportedly.linking.unattributed import attribution_differs
from reportedly.linking.who import who_differs
from reportedly.model.ontology import DifferenceKind
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Difference, Story

SAME_MATTER = 0.45  # likeness of two tellings whose figures are compared
SAME_WORDS = 0.62  # the same where no party is shared, or only a unit says what is measured


def find_differences(story: Story) -> Story:
    """Fill `differences`."""
    ground = ground_of(story)
    found = (
        *_figures(ground),
        *days_differ(ground),
        *moved(ground),
        *revised(ground),
        *recounted(ground),
        *outgrown(ground),
        *outlook_differs(ground),
        *who_differs(ground),
        *whether_differs(ground),
        *presentation_differs(ground),
        *attribution_differs(ground),
        *_places(ground),
        *_headlines(ground),
    )
    lines = (each for each in contrasts(ground) if not told_already(each, found))
    unique = {each.id: each for each in (*found, *lines) if len(each.evidence) > 1}
    ordered = sorted(unique.values(), key=lambda each: (each.evidence, each.id))
    return replace(story, differences=tuple(ordered))


def _figures(ground: Ground) -> Iterator[Difference]:
    """Figures of the same noun, told of the same matter, that cannot both hold."""
    seen: set[tuple[str, str, str]] = set()
    for a, b in _counting_alike(ground):
        first, second = ground.tellings[a], ground.tellings[b]
        if first.report == second.report:
            continue
        pair = next(_clashes(first, second), None)
        key = (*sorted((ground.claims[a], ground.claims[b])), pair[0].noun if pair else "")
        if pair is None or key in seen:
            continue
        known = first.parties & second.parties and not pair[0].is_bare
        asked = SAME_MATTER if known else SAME_WORDS
        if ground.wordings.likeness(a, b).score >= asked:
            seen.add((key[0], key[1], key[2]))
            yield _figure_difference(ground, pair, (a, b))


def _counting_alike(ground: Ground) -> Iterator[tuple[int, int]]:
    """Pairs of tellings in bodies that count the same noun, in order."""
    by_noun: dict[str, list[int]] = {}
    for index, telling in enumerate(ground.tellings):
        if not telling.assertion.headline:
            for noun in {each.noun for each in telling.quantities}:
                by_noun.setdefault(noun, []).append(index)
    yield from sorted({pair for each in by_noun.values() for pair in combinations(each, 2)})


def _clashes(first: Telling, second: Telling) -> Iterator[tuple[Quantity, Quantity]]:
    for ours in first.quantities:
        for theirs in second.quantities:
            known = ours.is_bare and (
                has_figure(second.reading, ours) or has_figure(first.reading, theirs)
            )
            if clash(ours, theirs) and not known:
                yield ours, theirs


def _figure_difference(
    ground: Ground, pair: tuple[Quantity, Quantity], at: tuple[int, int]
) -> Difference:
    """The figures of both claims side by side; a count that grew is an update."""
    ours, theirs = pair
    sides = [
        Side(each.place, each.words, ground.claims[index])
        for claim in (ground.claims[at[0]], ground.claims[at[1]])
        for index in (*ground.members(claim), *at)
        for each in ground.tellings[index].quantities
        if each.noun == ours.noun and ground.claims[index] == claim
    ]
    soft = " (one of them is loose)" if is_soft(ours, theirs) else ""
    told = (
        f"“{each.words}” ({ground.source(index)})" for each, index in zip(pair, at, strict=True)
    )
    note = f"{ours.asked}: " + ", ".join(told) + soft
    reasons = (Reason("counted", 1.0, f"both tell {ours.asked}"),)
    grew = any(
        grows(low, high) and ground.later(low.place.report, high.place.report)
        for low, high in (pair, (theirs, ours))
    )
    return difference(
        DifferenceKind.UPDATE if grew else DifferenceKind.NUMBER, sides, note, reasons
    )


def _places(ground: Ground) -> Iterator[Difference]:
    """A place that one headline gives as fixed and elsewhere is only wished for or proposed."""
    for reading in ground.story.readings:
        headline = reading.report.headline
        for mention in lonely_places(reading, headline) if headline else ():
            name = mention.head.of(reading.text)
            wished = [
                index
                for index, each in enumerate(ground.tellings)
                if each.report != reading.report.id
                and not each.assertion.headline
                and each.assertion.status in AHEAD
                and name in each.words
            ]
            head = Citation(reading.report.id, mention.span)
            sides = [ground.side_at(head), *(ground.side(index) for index in wished)]
            told = f": {ground.put(wished[0])}" if wished else ""
            note = f"“{name}” stands in a headline whose body does not name it; elsewhere it is not fixed{told}"
            reasons = (Reason("place", 1.0, "its own body does not name it"),)
            yield difference(DifferenceKind.PLACE, sides, note, reasons)


def _headlines(ground: Ground) -> Iterator[Difference]:
    """What a headline tells more firmly than its body, or against it."""
    found = headline_findings(ground.story)
    for reading in ground.story.readings:
        for finding in found[reading.report.id]:
            if finding.verdict not in ("overstated", "contradicted"):
                continue
            places = (finding.headline, *finding.body)
            sides = [ground.side_at(Citation(reading.report.id, span)) for span in places]
            reasons = (Reason("headline", 1.0, f"the headline is {finding.verdict} by its body"),)
            yield difference(DifferenceKind.OVERSTATED, sides, finding.note, reasons)
