"""Where tellings do not agree: number, date, place, who, whether, overstated, update. Silence is no difference.

Compared are only tellings about the same thing: members of one claim, and claims of like act, parties and words.
A difference lists the places of both sides; nothing is averaged and nobody is said to be right.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.linking.claims import tellings_of, wordings_of
from reportedly.linking.comparison import Telling, is_vague, shown
from reportedly.linking.headlines import findings_of
from reportedly.linking.parties import Parties, parties_of
from reportedly.linking.places import AlignedPlaces, aligned_places
from reportedly.linking.quantities import Quantity, clash, is_soft
from reportedly.linking.wording import Wordings
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, DifferenceKind, Status
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Claim, Difference, Story

SAME_MATTER = 0.45  # likeness of two tellings whose figures or days are compared

_REFUSED = frozenset({Status.DENIED, Status.NEGATED})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSSIBLE, Status.PROMISED})
_MEETING = frozenset({Act.CONSULT, Act.AGREE})


@dataclass(frozen=True, slots=True)
class Side:
    """A place that tells something, the words that matter there, and the claim it belongs to ("" for none)."""

    citation: Citation
    words: str
    claim: str


@dataclass(frozen=True, slots=True)
class Ground:
    """All tellings of a story with their claims, ready for looking up."""

    story: Story
    tellings: tuple[Telling, ...]
    claims: tuple[str, ...]  # id of the claim of each telling
    wordings: Wordings
    parties: Parties
    passages: AlignedPlaces


def find_differences(story: Story) -> Story:
    """Fill `differences`."""
    ground = _ground(story)
    found = (
        *_figures(ground),
        *_days(ground),
        *_attributions(ground),
        *_headlines(ground),
    )
    unique = {each.id: each for each in found}
    return replace(
        story, differences=tuple(sorted(unique.values(), key=lambda each: each.evidence))
    )


def _ground(story: Story) -> Ground:
    parties = parties_of(story)
    tellings = tellings_of(story, parties)
    claim_of = {
        (voice.citation.report, voice.assertion): claim.id
        for claim in story.claims
        for voice in claim.voices
    }
    return Ground(
        story,
        tellings,
        tuple(claim_of.get((each.report, each.index), "") for each in tellings),
        wordings_of(tellings),
        parties,
        aligned_places(story),
    )


def difference(
    kind: DifferenceKind, sides: Sequence[Side], note: str, reasons: tuple[Reason, ...]
) -> Difference:
    """The record of a difference, its sides in order of place."""
    ordered = sorted(
        {each.citation: each for each in sides}.values(), key=lambda each: each.citation
    )
    key = kind.value + "".join(
        f"|{each.citation.report}:{each.citation.span.start}-{each.citation.span.end}"
        for each in ordered
    )
    return Difference(
        id="d" + hashlib.sha256(key.encode()).hexdigest()[:12],
        kind=kind,
        claims=tuple(dict.fromkeys(each.claim for each in ordered if each.claim)),
        evidence=tuple(each.citation for each in ordered),
        values=tuple(each.words for each in ordered),
        note=note,
        reasons=reasons,
    )


def _figures(ground: Ground) -> Iterator[Difference]:
    """Figures of the same noun, told of the same matter, that cannot both hold."""
    counting = [index for index, each in enumerate(ground.tellings) if each.quantities]
    for a, b in combinations(counting, 2):
        first, second = ground.tellings[a], ground.tellings[b]
        if first.report == second.report or not _same_parties(first, second):
            continue
        likeness = ground.wordings.likeness(a, b)
        if likeness.score < SAME_MATTER:
            continue
        for ours in first.quantities:
            for theirs in second.quantities:
                if clash(ours, theirs):
                    sides = _quantity_sides(ground, ours, theirs, (a, b))
                    yield _figure_difference(sides, ours, theirs, likeness.score)


def _quantity_sides(
    ground: Ground, ours: Quantity, theirs: Quantity, at: tuple[int, int]
) -> tuple[Side, ...]:
    return (
        Side(ours.place, ours.words, ground.claims[at[0]]),
        Side(theirs.place, theirs.words, ground.claims[at[1]]),
    )


def _figure_difference(
    sides: Sequence[Side], ours: Quantity, theirs: Quantity, score: float
) -> Difference:
    soft = " (one of them is loose)" if is_soft(ours, theirs) else ""
    note = f"“{sides[0].words}” and “{sides[1].words}”{soft}"
    reasons = (
        Reason("counted", 1.0, f"both count {ours.noun}"),
        Reason("words", round(score, 3), "how alike the tellings are"),
    )
    return difference(DifferenceKind.NUMBER, sides, note, reasons)


def _same_parties(first: Telling, second: Telling) -> bool:
    return bool(first.parties & second.parties)


def _days(ground: Ground) -> Iterator[Difference]:
    """A meeting whose time is told loosely by one and to the day by another."""
    meetings = [
        index
        for index, each in enumerate(ground.tellings)
        if each.assertion.act in _MEETING
        and each.assertion.status in _AHEAD
        and each.assertion.days
        and not each.assertion.headline
    ]
    loose = [index for index in meetings if is_vague(_when(ground, index))]
    exact = [index for index in meetings if not is_vague(_when(ground, index))]
    sharpened = [(a, b) for a in loose for b in exact if _sharpens(ground, a, b)]
    for day in sorted({_when(ground, b) for _, b in sharpened}):
        pairs = [(a, b) for a, b in sharpened if _when(ground, b) == day]
        members = sorted({index for pair in pairs for index in pair})
        yield _update(ground, members, day)


def _when(ground: Ground, index: int) -> Interval:
    days = ground.tellings[index].assertion.days
    if days is None:  # pragma: no cover - only dated tellings are asked
        raise ValueError(index)
    return days


def _sharpens(ground: Ground, loose: int, exact: int) -> bool:
    first, second = ground.tellings[loose], ground.tellings[exact]
    return (
        first.report != second.report
        and _when(ground, loose).contains(_when(ground, exact))
        and _meeting_parties(first) == _meeting_parties(second)
    )


def _meeting_parties(telling: Telling) -> frozenset[str]:
    """Who meets: where only one is named, the holder's own side is the other ("US officials say talks with Russia")."""
    if len(telling.parties) == 1 and telling.holder:
        return telling.parties | {telling.holder}
    return telling.parties


def _update(ground: Ground, members: Sequence[int], day: Interval) -> Difference:
    sides = [
        Side(each.place, each.words, ground.claims[index])
        for index in members
        for each in (ground.tellings[index],)
    ]
    note = f"the day was told loosely by some and is {shown(day)} for others"
    reasons = (Reason("interval", 1.0, "the day lies within what was told before"),)
    return difference(DifferenceKind.UPDATE, sides, note, reasons)


def _attributions(ground: Ground) -> Iterator[Difference]:
    """A claim that one version of a text attributes and another tells in its own voice."""
    for claim in ground.story.claims:
        members = [index for index, each in enumerate(ground.claims) if each == claim.id]
        tellings = [ground.tellings[index] for index in members]
        named = [each for each in tellings if each.assertion.holder]
        bare = [each for each in tellings if _is_own_voice(each)]
        pairs = [
            (a, b)
            for a in named
            for b in bare
            if a.holder not in b.actors and ground.passages.aligned(a.place, b.place)
        ]
        if pairs:
            yield _lost(claim, pairs[0])


def _is_own_voice(telling: Telling) -> bool:
    """Whether the report says it itself: a whole sentence of its body without any attribution."""
    reading, assertion = telling.reading, telling.assertion
    sentence = reading.sentence_at(telling.place.span.start)
    if assertion.holder or assertion.headline or sentence is None:
        return False
    whole = sentence.span.of(reading.text).rstrip("\"”’'").endswith((".", "!", "?"))
    return whole and not any(
        span.overlaps(sentence.span) for each in reading.quotations for span in each.content
    )


def _lost(claim: Claim, pair: tuple[Telling, Telling]) -> Difference:
    named, bare = pair
    holder = named.assertion.holder.name if named.assertion.holder else ""
    sides = (
        Side(_with_source(named), holder, claim.id),
        Side(bare.place, "the report itself", claim.id),
    )
    note = f"said by {holder} in one version of the text, told by the report itself in another"
    reasons = (Reason("aligned passage", 1.0, "the same passage of two versions of one text"),)
    return difference(DifferenceKind.WHO, sides, note, reasons)


def _with_source(telling: Telling) -> Citation:
    """The telling with the words that name who says it, where they stand in its sentence."""
    index = telling.assertion.quotation
    source = telling.reading.quotations[index].source if index is not None else None
    sentence = telling.reading.sentence_at(telling.place.span.start)
    if source is None or sentence is None or not sentence.span.contains(source):
        return telling.place
    return Citation(telling.report, telling.place.span.joined(source))


def _headlines(ground: Ground) -> Iterator[Difference]:
    """What a headline tells more firmly than its body, or against it."""
    for reading in ground.story.readings:
        for finding in findings_of(reading):
            if finding.verdict not in ("overstated", "contradicted") or not finding.body:
                continue
            places = (finding.headline, *finding.body)
            sides = [_side_at(ground, Citation(reading.report.id, span)) for span in places]
            reasons = (Reason("headline", 1.0, f"the headline is {finding.verdict} by its body"),)
            yield difference(DifferenceKind.OVERSTATED, sides, finding.note, reasons)


def _side_at(ground: Ground, citation: Citation) -> Side:
    words = ground.story.text_of(citation)
    for telling, claim in zip(ground.tellings, ground.claims, strict=True):
        if telling.place == citation:
            return Side(citation, words, claim)
    return Side(citation, words, "")
