"""What happens in the news: PLOVER's types with STATEMENT and DENY, the twelve statuses, how words are presented."""

from enum import StrEnum


class Act(StrEnum):
    """The kind of an event or speech act: the sixteen types of PLOVER, and two of our own."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"  # say, comment, confirm, hope: PLOVER drops these
    DENY = "DENY"  # exported as REJECT


class Status(StrEnum):
    """Whether the thing told took place, as the text has it."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DEMANDED = "demanded"
    PROMISED = "promised"
    THREATENED = "threatened"
    DENIED = "denied"
    ALLEGED = "alleged"
    POSSIBLE = "possible"
    NEGATED = "negated"
    HISTORICAL = "historical"

    @property
    def is_fact(self) -> bool:
        """Whether it is told as having taken place: the only statuses that may be shown so."""
        return self in (Status.HAPPENED, Status.ONGOING, Status.HISTORICAL)


class Presentation(StrEnum):
    """What a report binds itself to by the word it chooses for what somebody says or does."""

    GIVEN = "given"  # takes it as so: admitted, revealed, pointed out, knew
    NEUTRAL = "neutral"  # leaves it to the speaker: said, told
    RESERVED = "reserved"  # marks it as the speaker's own stand: insisted, boasted, argued
    DISTANT = "distant"  # does not vouch for it: claimed, alleged
    FALSE = "false"  # takes the contrary as so: pretended, refuted, falsely claimed
    OPEN = "open"  # leaves it open itself, where nobody speaks: seemed, tried

    @property
    def words(self) -> str:
        """What the report does, for people: "keeps its distance"."""
        return _PRESENTING[self]


_PRESENTING = {
    Presentation.GIVEN: "takes it as given",
    Presentation.NEUTRAL: "leaves it to the speaker",
    Presentation.RESERVED: "marks it as the speaker's stand",
    Presentation.DISTANT: "keeps its distance",
    Presentation.FALSE: "calls it false",
    Presentation.OPEN: "leaves it open",
}


class EntityKind(StrEnum):
    """What a name or description stands for."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = (
        "country"  # a state or its government: "Russia", "Moscow" where it acts, "the Kremlin"
    )
    PLACE = "place"
    GROUP = "group"  # "the rebels", "senior White House officials", "the West"
    ROLE = "role"  # one unnamed person: "a senior US official", "the spokesman"
    WORK = "work"  # a document, law, treaty


class Form(StrEnum):
    """How a mention is worded."""

    NAMED = "named"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    METONYM = "metonym"


class Grade(StrEnum):
    """How well an attribution names its source, best first."""

    NAMED_PERSON = "named person"
    NAMED_OFFICE = "named office"  # "the Russian Foreign Ministry", "Washington"
    UNNAMED_OFFICIAL = "unnamed official of a named body"
    SOURCES = "sources"
    NONE = "none"


class QuoteKind(StrEnum):
    """How the content of a quotation stands in the text."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class RelationKind(StrEnum):
    """How two texts are related."""

    IDENTICAL = "identical"
    EXCERPT = "excerpt"
    EXTENDED = "extended"
    EDITED = "edited"
    REWORDED = "reworded"
    SHARED_PASSAGE = "shared passage"
    INDEPENDENT = "independent"

    @property
    def is_same_text(self) -> bool:
        """Whether both are versions of one text."""
        return self not in (RelationKind.SHARED_PASSAGE, RelationKind.INDEPENDENT)


class DifferenceKind(StrEnum):
    """In what two tellings differ."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    WHO = "who"
    WHETHER = "whether"
    OVERSTATED = "overstated"
    HEDGED = "hedged"
    UPDATE = "update"
