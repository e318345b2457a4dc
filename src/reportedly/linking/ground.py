"""What differences are looked for on: the tellings of a story with their claims, and the record of a difference."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.language.countries import name_of
from reportedly.language.names import inside_sentence
from reportedly.linking.comparison import Telling, shown
from reportedly.linking.likeness import Wordings
from reportedly.linking.pairing import pairing_of
from reportedly.linking.parties import Parties
from reportedly.linking.places import AlignedPlaces
from reportedly.model.interval import Interval
from reportedly.model.ontology import DifferenceKind
from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Claim, Difference, Story


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
    published: Mapping[str, Interval]  # the days of each dated report
    bodies: Mapping[str, tuple[int, ...]]  # the tellings of each claim, those of headlines left out

    def members(self, claim: str) -> tuple[int, ...]:
        """The tellings of a claim, those of headlines left out."""
        return self.bodies.get(claim, ())

    def groups(self) -> Iterator[tuple[Claim, tuple[int, ...]]]:
        """Each claim with its tellings in bodies."""
        for claim in self.story.claims:
            yield claim, self.members(claim.id)

    def side(self, index: int) -> Side:
        """A telling as a side of a difference, in its own words."""
        telling = self.tellings[index]
        return Side(telling.place, telling.words, self.claims[index])

    def side_at(self, citation: Citation) -> Side:
        """A place as a side, with the claim that is told just there."""
        words = self.story.text_of(citation)
        for telling, claim in zip(self.tellings, self.claims, strict=True):
            if telling.place == citation:
                return Side(citation, words, claim)
        return Side(citation, words, "")

    def are_versions(self, first: str, second: str) -> bool:
        """Whether two reports are one text."""
        return first == second or self.passages.are_versions(first, second)

    def source(self, index: int) -> str:
        """Who says it and, where it is known, on what day the report came out: "Russia, 2018-05-31"."""
        published = self.tellings[index].reading.report.published
        day = f", {shown(published.days)}" if published and published.days.days == 1 else ""
        return self.teller(index) + day

    def teller(self, index: int) -> str:
        """Who says it, by the name that the story has for them; "the report itself" where nobody else does."""
        telling = self.tellings[index]
        holder = telling.assertion.holder
        if holder is None or not holder.name.strip():
            return "the report itself"
        entity = self.parties.entity_of(telling.report, holder.entity)
        name = entity.name if entity else holder.name
        return inside_sentence(name)

    def put(self, index: int) -> str:
        """A telling in its own words, with who says it and when."""
        return f"“{_one_line(self.tellings[index].words)}” ({self.source(index)})"

    def told_as(self, index: int) -> str:
        """A telling with its status before it: "possible: “...” (Russia, 2018-05-31)"."""
        return f"{self.tellings[index].assertion.status.value}: {self.put(index)}"

    def names(self, sides: frozenset[str]) -> str:
        """Sides by the names that the story has for them, joined."""
        named = {each.id: each.name for each in self.story.entities}
        shown_as = sorted(named.get(each) or name_of(each) for each in sides if "/" not in each)
        return " and ".join(shown_as) or "the same parties"

    def in_time(self, index: int) -> tuple[str, int]:
        """Order of tellings by the day of their reports, undated ones last."""
        published = self.tellings[index].reading.report.published
        return (published.days.first.isoformat() if published else "9999", index)

    def later(self, first: str, second: str) -> bool:
        """Whether the second report is surely later than the first."""
        ours, theirs = self.published.get(first), self.published.get(second)
        return bool(ours and theirs and ours.last < theirs.first)


def ground_of(story: Story) -> Ground:
    """The ground of a story whose claims are grouped."""
    pairing = pairing_of(story)
    claim_of = {
        (voice.citation.report, voice.assertion): claim.id
        for claim in story.claims
        for voice in claim.voices
    }
    claims = tuple(claim_of.get((each.report, each.index), "") for each in pairing.tellings)
    return Ground(
        story,
        pairing.tellings,
        claims,
        pairing.wordings,
        pairing.parties,
        pairing.passages,
        {
            each.report.id: each.report.published.days
            for each in story.readings
            if each.report.published
        },
        _bodies(pairing.tellings, claims),
    )


def _bodies(tellings: Sequence[Telling], claims: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The tellings in bodies by the claim they belong to."""
    found: dict[str, list[int]] = {}
    for index, (telling, claim) in enumerate(zip(tellings, claims, strict=True)):
        if not telling.assertion.headline:
            found.setdefault(claim, []).append(index)
    return {claim: tuple(members) for claim, members in found.items()}


def difference(
    kind: DifferenceKind, sides: Sequence[Side], note: str, reasons: tuple[Reason, ...]
) -> Difference:
    """The record of a difference, its sides in order of place, each place once."""
    by_place = {each.citation: each for each in sides}
    ordered = sorted(by_place.values(), key=lambda each: each.citation)
    places = "".join(
        f"|{each.report}:{each.span.start}-{each.span.end}" for each in sorted(by_place)
    )
    return Difference(
        id="d" + hashlib.sha256((kind.value + places).encode()).hexdigest()[:12],
        kind=kind,
        claims=tuple(dict.fromkeys(each.claim for each in ordered if each.claim)),
        evidence=tuple(each.citation for each in ordered),
        values=tuple(each.words for each in ordered),
        note=note,
        reasons=reasons,
    )


def report_named(reading: Reading) -> str:
    """A report by its outlet, else by its path, and its day: "Post, 2024-05-03"."""
    report = reading.report
    name = report.source.outlet or report.path or "a report"
    return f"{name}, {shown(report.published.days)}" if report.published else name


def _one_line(words: str) -> str:
    return " ".join(words.split())
