"""How the texts of reports are related: passages that say the same, relations of two, the versions of one text."""

from dataclasses import dataclass

from reportedly.model.ontology import RelationKind
from reportedly.model.span import Reason, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """Two stretches that say the same, one of each report; `score` is the cosine or 1.0 for verbatim."""

    a: Span
    b: Span
    score: float


@dataclass(frozen=True, slots=True)
class Relation:
    """How the texts of reports `a` and `b` (ids, a < b) are related.

    `derived` is the id of the one made from the other, None for siblings of an unseen original or where unknown.
    `certain` is false for a probable rewording: it is shown apart and counted both ways.
    """

    a: str
    b: str
    kind: RelationKind
    score: float
    certain: bool
    derived: str | None
    passages: tuple[Passage, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Lineage:
    """The versions of one text. `reports` are ids, the likeliest original first; one report alone is a lineage too."""

    id: str
    reports: tuple[str, ...]
    because: str
