"""What one report says: every layer is a tuple of records with spans of the report's own text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from reportedly.model.interval import Interval
from reportedly.model.ontology import (
    Act,
    EntityKind,
    Form,
    Grade,
    Presentation,
    QuoteKind,
    Status,
)
from reportedly.model.report import Report
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence

_start, _end = attrgetter("span.start"), attrgetter("span.end")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where somebody or something is named or described.

    `span` is the whole noun phrase ("White House Press Secretary Jane Sackie"), `head` the name or noun in it
    ("Jane Sackie"). `entity` is the chain inside this report, the same for all mentions of one entity ("e3");
    `name` is the chain's fullest name, or the fullest description where it has no name.
    """

    span: Span
    head: Span
    kind: EntityKind
    form: Form
    name: str
    entity: str
    country: str | None = (
        None  # ISO 3166 alpha-3 of the state it belongs to: "RUS" for Putin, Moscow, the Kremlin
    )
    office: str | None = None  # role words beside the name, lower case: "press secretary"
    body: str | None = None  # organisation of that role: "White House"
    because: str = ""


class TimeType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A TIMEX3: `value` as in TimeML; `days` where it has a place on the calendar, else None.

    `alternative` is the other candidate where the text leaves two days open.
    """

    span: Span
    type: TimeType
    value: str
    days: Interval | None
    because: str
    alternative: Interval | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its bounds: "more than 100,000 Russian troops" is low 100000, high None, of "Russian troops".

    `span` covers figure, bound words and unit; `unit` is "" for counts, else "USD", "%", "km".
    """

    span: Span
    low: float | None
    high: float | None
    unit: str
    of: str
    vague: bool
    because: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is attributed to. `entity` is the chain of the report; "" where it stays unresolved."""

    name: str
    entity: str
    grade: Grade
    because: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    """An attribution: `content` may be in pieces. `chain` names who passed it on, nearest first: ("RIA",)."""

    content: tuple[Span, ...]
    kind: QuoteKind
    cue: Span | None
    source: Span | None
    speaker: Speaker | None
    chain: tuple[str, ...]
    because: str
    cue_lemma: str = ""  # "say", "deny", "accuse"; multiword cues by their head verb
    presented: Presentation = Presentation.NEUTRAL  # what the report binds itself to by its words
    presented_by: Span | None = None  # those words: "falsely claimed"; None where it is neutral


@dataclass(frozen=True, slots=True)
class Argument:
    """A party to an event: the noun phrase in the text and the chain it belongs to ("" where there is none)."""

    span: Span
    name: str
    entity: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """An act, speech act or happening: who, to whom, and whether it took place.

    `predicate` is the verb or noun, `clause` the stretch of text that tells it. `holder` is the speaker in whose
    words it stands, None for the report's own voice. `outer` is the index of the event that embeds it
    ("accusing Russia of [massing troops]"), None at the top.
    """

    predicate: Span
    clause: Span
    lemma: str
    act: Act
    mode: str | None
    status: Status
    status_cue: Span | None
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    days: Interval | None
    place: Span | None
    holder: Speaker | None
    outer: int | None
    because: str


@dataclass(frozen=True, slots=True)
class Factuality:
    """How real a word is told to be: a chance for each status, in the order of `Status`, and a number, -3 to 3."""

    word: Span
    chances: tuple[float, ...]
    number: float


class AssertionKind(StrEnum):
    """What sort of thing a report states."""

    EVENT = "event"
    PLAN = "plan"
    STATEMENT = "statement"
    DEMAND = "demand"
    OFFER = "offer"
    PROMISE = "promise"
    THREAT = "threat"
    DENIAL = "denial"
    ACCUSATION = "accusation"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Assertion:
    """One thing that a report states: the unit that claims are made of.

    `span` is the clause without its attribution ("the talks will open in Oslo on May 3"). `holder`
    is who says so, None for the report itself; `chain` who passed it on. `event` and `quotation` are indexes into
    the reading's layers. `times` and `figures` are indexes too. `headline` marks what only a headline says.
    """

    span: Span
    kind: AssertionKind
    act: Act
    status: Status
    holder: Speaker | None
    chain: tuple[str, ...]
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    days: Interval | None
    place: Span | None
    figures: tuple[int, ...]
    times: tuple[int, ...]
    event: int | None
    quotation: int | None
    headline: bool
    because: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and all that was read in it. A stage fills one field and uses only those above it.

    Sentences are in the order of the text and do not overlap.
    """

    report: Report
    sentences: tuple[Sentence, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    figures: tuple[Figure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    factualities: tuple[Factuality, ...] = ()
    events: tuple[EventMention, ...] = ()
    assertions: tuple[Assertion, ...] = ()

    @property
    def text(self) -> str:
        """The report's text."""
        return self.report.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this code point, or None (furniture, white space)."""
        place = bisect_right(self.sentences, offset, key=_start)
        sentence = self.sentences[place - 1] if place else None
        return sentence if sentence and offset < sentence.span.end else None

    def sentences_in(self, span: Span) -> tuple[Sentence, ...]:
        """The sentences that overlap `span`."""
        first = bisect_right(self.sentences, span.start, key=_end)
        return self.sentences[first : bisect_left(self.sentences, span.end, first, key=_start)]


def in_time(reading: Reading) -> tuple[date, str]:
    """A sort key: by day of publication, undated reports last, then by id."""
    published = reading.report.published
    return (published.days.last if published else date.max, reading.report.id)
