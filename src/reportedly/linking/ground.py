"""What differences are looked for on: the tellings of a story with their claims, and the record of a difference."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.linking.comparison import Telling
from reportedly.linking.pairing import tellings_of, wordings_of
from reportedly.linking.parties import Parties, parties_of
from reportedly.linking.places import AlignedPlaces, aligned_places
from reportedly.linking.wording import Wordings
from reportedly.model.ontology import DifferenceKind
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

    def members(self, claim: str) -> tuple[int, ...]:
        """The tellings of a claim, those of headlines left out."""
        return tuple(
            index
            for index, each in enumerate(self.claims)
            if each == claim and not self.tellings[index].assertion.headline
        )

    def groups(self) -> Iterator[tuple[Claim, tuple[int, ...]]]:
        """Each claim with its tellings in bodies."""
        by_claim: dict[str, list[int]] = {}
        for index, claimed in enumerate(self.claims):
            if not self.tellings[index].assertion.headline:
                by_claim.setdefault(claimed, []).append(index)
        for claim in self.story.claims:
            yield claim, tuple(by_claim.get(claim.id, ()))

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

    def later(self, first: str, second: str) -> bool:
        """Whether the second report is surely later than the first."""
        ours, theirs = (self.story.reading(each).report.published for each in (first, second))
        return bool(ours and theirs and ours.days.last < theirs.days.first)


def ground_of(story: Story) -> Ground:
    """The ground of a story whose claims are grouped."""
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
