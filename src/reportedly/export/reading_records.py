"""The records of `read --json`, field by field as docs/formats.md explains them; the schema is made from these."""

from dataclasses import dataclass
from datetime import date

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Days:
    """Days, both included."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class PublishedJson:
    """When the report came out; `known` is stated, given or inferred."""

    first: date
    last: date
    known: str
    because: str


@dataclass(frozen=True, slots=True)
class SourceJson:
    """Who stands on the report itself."""

    outlet: str | None
    agency: str | None
    author: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class ReportJson:
    """The report; `id` is the SHA-256 of its bytes."""

    id: str
    path: str
    language: str
    text: str
    published: PublishedJson | None
    source: SourceJson


@dataclass(frozen=True, slots=True)
class BlockJson:
    """A labelled stretch of the page."""

    start: int
    end: int
    role: str
    because: str


@dataclass(frozen=True, slots=True)
class MentionJson:
    """Where somebody or something is named or described; `entity` is the chain within this report."""

    start: int
    end: int
    head: Place
    kind: str
    form: str
    name: str
    entity: str
    country: str | None
    office: str | None
    body: str | None
    because: str


@dataclass(frozen=True, slots=True)
class TimeJson:
    """A TIMEX3; `first` and `last` are null where it has no place on the calendar."""

    start: int
    end: int
    type: str
    value: str
    first: date | None
    last: date | None
    because: str


@dataclass(frozen=True, slots=True)
class FigureJson:
    """A number with its bounds; null means no bound on that side."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    of: str
    vague: bool
    because: str


@dataclass(frozen=True, slots=True)
class SpeakerJson:
    """Who said it and how well the report names them; `entity` is "" where the chain is not known."""

    name: str
    entity: str
    grade: str


@dataclass(frozen=True, slots=True)
class QuotationJson:
    """An attribution; the content may be in pieces, `presented_by` are the words that show how it is presented."""

    cue: Place | None
    source: Place | None
    content: tuple[Place, ...]
    kind: str
    speaker: SpeakerJson | None
    chain: tuple[str, ...]
    presented: str
    presented_by: Place | None
    because: str


@dataclass(frozen=True, slots=True)
class FactualityJson:
    """How real a word is told to be by the encoder: the statuses that have a chance, and a number, -3 to 3."""

    start: int
    end: int
    chances: dict[str, float]
    number: float


@dataclass(frozen=True, slots=True)
class PartyJson:
    """A party to an event: its noun phrase and its chain."""

    start: int
    end: int
    name: str
    entity: str


@dataclass(frozen=True, slots=True)
class EventJson:
    """An act: `start` and `end` are its predicate, `clause` the stretch that tells it, `outer` the embedding event."""

    start: int
    end: int
    clause: Place
    type: str
    mode: str | None
    status: str
    actors: tuple[PartyJson, ...]
    recipients: tuple[PartyJson, ...]
    time: Days | None
    place: Place | None
    holder: SpeakerJson | None
    outer: int | None
    because: str


@dataclass(frozen=True, slots=True)
class AssertionJson:
    """One thing stated; `times`, `figures`, `event` and `quotation` are places in the lists of those names."""

    start: int
    end: int
    kind: str
    type: str
    status: str
    holder: SpeakerJson | None
    chain: tuple[str, ...]
    actors: tuple[PartyJson, ...]
    recipients: tuple[PartyJson, ...]
    time: Days | None
    place: Place | None
    times: tuple[int, ...]
    figures: tuple[int, ...]
    event: int | None
    quotation: int | None
    headline: bool
    because: str


@dataclass(frozen=True, slots=True)
class ReadingJson:
    """What one report says, layer by layer."""

    report: ReportJson
    blocks: tuple[BlockJson, ...]
    sentences: tuple[Place, ...]
    mentions: tuple[MentionJson, ...]
    times: tuple[TimeJson, ...]
    figures: tuple[FigureJson, ...]
    quotations: tuple[QuotationJson, ...]
    factualities: tuple[FactualityJson, ...]
    events: tuple[EventJson, ...]
    assertions: tuple[AssertionJson, ...]
