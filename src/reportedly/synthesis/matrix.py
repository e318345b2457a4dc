"""The claim matrix: claims against origins. Silence is not denial: an empty cell says nothing."""

from dataclasses import dataclass

from reportedly.model.ontology import Status
from reportedly.model.span import Citation
from reportedly.model.story import Claim, Story

OWN_VOICE = "(report)"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one origin says of one claim: "says", "denies", and where."""

    origin: str
    stance: str
    evidence: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with the origins that speak of it; the others are silent."""

    claim: str
    gist: str
    cells: tuple[Cell, ...]


def claim_matrix(story: Story) -> tuple[Row, ...]:
    """A row a claim, those with most origins first."""
    claims = sorted(story.claims, key=lambda each: (-each.counts.origins[0], each.evidence[0]))
    return tuple(Row(claim.id, claim.gist, _cells(claim)) for claim in claims)


def _cells(claim: Claim) -> tuple[Cell, ...]:
    by_origin: dict[tuple[str, str], list[Citation]] = {}
    for voice in claim.voices:
        stance = "denies" if voice.status is Status.DENIED else "says"
        by_origin.setdefault((voice.holder or OWN_VOICE, stance), []).append(voice.citation)
    return tuple(
        Cell(origin, stance, tuple(found)) for (origin, stance), found in sorted(by_origin.items())
    )
