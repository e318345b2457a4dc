"""What several reports say together. Whatever is stated here has `evidence`, at least one citation."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from reportedly.model.correction import Correction
from reportedly.model.interval import Interval
from reportedly.model.lineage import Lineage, Relation
from reportedly.model.ontology import (
    Act,
    DifferenceKind,
    EntityKind,
    QuoteKind,
    Status,
)
from reportedly.model.reading import AssertionKind, Reading
from reportedly.model.report import Published
from reportedly.model.span import Citation, Reason

NARROW = 21  # days; wider ones do not help to read "in May"


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody who told it: `name` as shown, `entity` the story's entity id or "", `reports` who carry it."""

    name: str
    entity: str
    reports: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stand behind something, on three rungs, never confused. Made only by `linking.origins`.

    Each rung is a closed interval (at least, at most); `origins` lists the tellers that were counted at least.
    A report that speaks in its own voice adds no origin.
    """

    reports: int
    texts: tuple[int, int]
    newsrooms: tuple[int, int]
    origins: tuple[int, int]
    tellers: tuple[Origin, ...]
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, body, country or group under all its spellings and descriptions."""

    id: str
    name: str
    kind: EntityKind
    country: str | None  # code of a known country, else the name of a state that no list has
    variants: tuple[str, ...]
    evidence: tuple[Citation, ...]  # one a mention
    chains: tuple[tuple[str, str], ...]  # (report id, chain in that report)
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Utterance:
    """One thing somebody said, in all its wordings."""

    id: str
    speaker: str  # name as shown; "" where unknown
    entity: str  # story entity id or ""
    kind: QuoteKind
    evidence: tuple[Citation, ...]
    counts: Counts
    drift: str | None  # what changed between the wordings, in words, or None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One report's telling of a claim: where, in whose name, with what status. `assertion` indexes its reading."""

    citation: Citation
    assertion: int
    holder: str  # name as shown; "" for the report's own voice
    entity: str  # story entity id of the holder, or ""
    status: Status
    headline: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing told by one or more reports. `gist` is the words of the clearest telling, cut from that report."""

    id: str
    gist: str
    kind: AssertionKind
    act: Act
    status: Status
    actors: tuple[str, ...]  # names as shown
    recipients: tuple[str, ...]
    actor_entities: tuple[str, ...]  # story entity ids
    recipient_entities: tuple[str, ...]
    days: Interval | None
    place: str | None
    voices: tuple[Voice, ...]
    evidence: tuple[Citation, ...]
    counts: Counts
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Tellings that do not agree. `claims` are ids; `note` says in a sentence what differs, naming both sides."""

    id: str
    kind: DifferenceKind
    claims: tuple[str, ...]
    evidence: tuple[Citation, ...]
    values: tuple[str, ...]  # the words that differ, one a citation
    note: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class HeadlineCheck:
    """A headline held against its own body. `verdict`: supported, unsupported, overstated or contradicted."""

    report: str
    headline: Citation
    verdict: str
    note: str
    evidence: tuple[
        Citation, ...
    ]  # places in the body; the headline itself where nothing in the body comes near


@dataclass(frozen=True, slots=True)
class DateClaim:
    """When a meeting is said to be; `days` is None for "within weeks". `status` is that of this telling."""

    citation: Citation
    days: Interval | None
    status: Status
    holder: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting, talk or call, planned or held, that the reports tell of.

    `status` is the firmest that stands ("floated", "likely", "scheduled", "confirmed by one side",
    "confirmed by both sides", "held", "denied", "cancelled"); `confirmed_by` are names as shown.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    party_entities: tuple[str, ...]
    days: Interval | None
    dates: tuple[DateClaim, ...]
    place: str | None
    places: tuple[Citation, ...]
    host: str | None
    status: str
    confirmed_by: tuple[str, ...]
    confirmations: tuple[Citation, ...]
    claims: tuple[str, ...]
    evidence: tuple[Citation, ...]
    counts: Counts


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on something: demands, offers, rejects, threatens, denies."""

    id: str
    actor: str
    entity: str
    act: str  # demand, offer, propose, reject, threaten, deny, accuse, promise, welcome, confirm, condition, support
    issue: str  # words cut from a report
    claims: tuple[str, ...]
    evidence: tuple[Citation, ...]
    days: Interval | None  # day of the saying, where known
    counts: Counts


@dataclass(frozen=True, slots=True)
class InferredDate:
    """A publication date worked out from the other reports of the story.

    `published` has the days on which such reports appear; `bounds` the days that clues prove, None where none does.
    """

    report: str
    published: Published
    reasons: tuple[Reason, ...]
    bounds: Interval | None = None

    @property
    def is_proved(self) -> bool:
        """Whether the report is read by these days: few, among those that clues prove; others are only told."""
        return self.bounds is not None and self.published.days.days <= NARROW


@dataclass(frozen=True, slots=True)
class Copy:
    """A report that tells the same in the same words as another, the report `like`, published on the same day.

    With a headline or caption of its own it stands among the readings of the story too, for what those tell.
    """

    reading: Reading
    like: str
    own_frame: bool = False


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one course of events and what they say together. A stage fills one field."""

    id: str
    readings: tuple[Reading, ...]  # ordered by publication and id
    corrections: tuple[Correction, ...] = ()  # what people said against earlier results
    relations: tuple[Relation, ...] = ()  # all pairs but the plainly independent
    lineages: tuple[Lineage, ...] = ()
    inferred: tuple[InferredDate, ...] = ()
    entities: tuple[Entity, ...] = ()
    counts: Counts | None = None  # of the whole story
    utterances: tuple[Utterance, ...] = ()
    claims: tuple[Claim, ...] = ()
    differences: tuple[Difference, ...] = ()
    headline_checks: tuple[HeadlineCheck, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    positions: tuple[Position, ...] = ()
    copies: tuple[Copy, ...] = ()  # set aside while the story is told; none in a story that is told

    @property
    def report_ids(self) -> frozenset[str]:
        """The ids of its reports."""
        return frozenset(each.report.id for each in self.readings)

    @property
    def bodies_aside(self) -> frozenset[str]:
        """The reports of which only headline and captions are looked at: their bodies are copies."""
        return frozenset(each.reading.report.id for each in self.copies if each.own_frame)

    def reading(self, report_id: str) -> Reading:
        """The reading of this report."""
        return next(each for each in self.readings if each.report.id == report_id)

    def text_of(self, citation: Citation) -> str:
        """The characters that a citation points to."""
        return citation.span.of(self.reading(citation.report).text)


class Stories(Protocol):
    """Stories in order, which may be gone through several times; those of an archive are loaded one at a time."""

    def __iter__(self) -> Iterator[Story]:
        """One after the other, the largest first."""
        ...

    def __len__(self) -> int:
        """How many there are."""
        ...


CountOrigins = Callable[[Story, Sequence[Voice]], Counts]
"""The one function that counts (`linking.origins.count_origins`), as rooms that may not import it receive it."""
