"""The claim matrix: claims against origins. Silence is not denial: an empty cell says nothing."""

from dataclasses import dataclass

from reportedly.model.ontology import Presentation, Status
from reportedly.model.span import Citation
from reportedly.model.story import Claim, Story, Voice

OWN_VOICE = "(report)"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin says of one claim: "says", "denies", where, and how the reports there present it.

    `presented` has a value for each place: "neutral" ("said"), "distant" ("claimed"); docs/guidelines/quotations.md.
    """

    origin: str
    stance: str
    evidence: tuple[Citation, ...]
    presented: tuple[Presentation, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with the origins that speak of it; the others are silent."""

    claim: str
    gist: str
    cells: tuple[Cell, ...]


def claim_matrix(story: Story) -> tuple[Row, ...]:
    """A row a claim, those with most origins first."""
    claims = sorted(story.claims, key=lambda each: (-each.counts.origins[0], each.evidence[0]))
    return tuple(Row(claim.id, claim.gist, _cells(story, claim)) for claim in claims)


def _cells(story: Story, claim: Claim) -> tuple[Cell, ...]:
    by_origin: dict[tuple[str, str], list[Voice]] = {}
    for voice in claim.voices:
        stance = "denies" if voice.status is Status.DENIED else "says"
        by_origin.setdefault((voice.holder or OWN_VOICE, stance), []).append(voice)
    return tuple(
        Cell(
            origin,
            stance,
            tuple(each.citation for each in voices),
            tuple(_presented(story, each) for each in voices),
        )
        for (origin, stance), voices in sorted(by_origin.items())
    )


def _presented(story: Story, voice: Voice) -> Presentation:
    """How the report presents what this voice says; what it tells itself it takes as given."""
    reading = story.reading(voice.citation.report)
    index = reading.assertions[voice.assertion].quotation
    return Presentation.GIVEN if index is None else reading.quotations[index].presented
