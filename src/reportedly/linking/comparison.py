"""Two assertions held against each other piece by piece: what forbids that they tell one thing, and how alike they are.

Symbols decide, likeness only finds: vectors cannot see that a figure, a day or a "no" differs.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.language.lexicon import noun_entry
from reportedly.linking.deferrals import Deferral, deferral_in
from reportedly.linking.journeys import Journey, is_set_back, journey_in
from reportedly.linking.parties import Parties
from reportedly.linking.quantities import Quantity, clash, quantities_of
from reportedly.linking.wording import families_of, firmness_of
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Assertion, AssertionKind, Reading
from reportedly.model.span import Citation, Span
from reportedly.model.syntax import Token

VAGUE_DAYS = 4  # an interval longer than this names a time, not a day

_FACTS = frozenset({Status.HAPPENED, Status.ONGOING, Status.HISTORICAL})
REFUSED = frozenset({Status.DENIED, Status.NEGATED})
FIRM = frozenset({Status.PLANNED, Status.PROMISED})
LOOSE = frozenset({Status.PROPOSED, Status.POSSIBLE})
AHEAD = FIRM | LOOSE
_ASKED = frozenset({Status.DEMANDED, Status.PROPOSED, Status.PROMISED})
_MENACE = frozenset({Status.THREATENED, Status.PROMISED, Status.POSSIBLE})
_HELD = frozenset({Status.ALLEGED, *_FACTS})
_FEARED = frozenset({Status.ALLEGED, Status.POSSIBLE})
_COMPATIBLE = (_FACTS, REFUSED, FIRM, LOOSE, _ASKED, _MENACE, _HELD, _FEARED)
MUTUAL = frozenset({Act.CONSULT, Act.AGREE, Act.COOPERATE})


@dataclass(frozen=True, slots=True)
class Telling:
    """An assertion of one report with what is needed to compare it across reports."""

    reading: Reading
    index: int
    assertion: Assertion
    place: Citation
    actors: frozenset[str]  # sides
    recipients: frozenset[str]
    holder: str  # side of the holder, "" for the report's own voice or an unknown one
    quantities: tuple[Quantity, ...]
    negated: bool  # "no", "not", "denying" stands in its words
    talks: bool  # a meeting is named in its words
    prepares: bool  # one meeting is held for another: "the talks would prepare a summit"
    put_off: Deferral | None  # what is put off, and until when
    journey: Journey | None  # who goes where
    set_back: bool  # "said they would leave" is "will leave" in reported speech

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.reading.report.id

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who takes part."""
        return self.actors | self.recipients

    @property
    def meeting_parties(self) -> frozenset[str]:
        """Who meets: where one side is named, the holder's is the other ("US officials say talks with Russia")."""
        return (
            self.parties | {self.holder} if len(self.parties) == 1 and self.holder else self.parties
        )

    @property
    def is_meeting(self) -> bool:
        """Whether it tells of a meeting, by its act or its words."""
        return self.assertion.act in MUTUAL or self.talks

    @property
    def predicate(self) -> Span | None:
        """The word that tells the deed, where it is known."""
        event = self.assertion.event
        return None if event is None else self.reading.events[event].predicate

    @property
    def words(self) -> str:
        """The words of the report."""
        return self.place.span.of(self.reading.text)


def telling_of(reading: Reading, index: int, parties: Parties) -> Telling:
    """The assertion at this index of a reading, ready to be compared."""
    assertion = reading.assertions[index]
    report = reading.report.id
    holder = assertion.holder
    return Telling(
        reading=reading,
        index=index,
        assertion=assertion,
        place=Citation(report, assertion.span),
        actors=parties.sides_of(report, assertion.actors),
        recipients=parties.sides_of(report, assertion.recipients),
        holder=parties.side_of(report, holder.entity) if holder else "",
        quantities=quantities_of(reading, assertion),
        negated=bool({"negated", "denied"} & firmness_of(reading, (assertion.span,))),
        talks="meet" in families_of(reading, assertion.span),
        prepares=_sets_one_before_another(reading, assertion.span),
        put_off=deferral_in(reading, assertion.span),
        journey=journey_in(reading, assertion.span),
        set_back=is_set_back(reading, assertion),
    )


def conflict(first: Telling, second: Telling, *, versions: bool) -> str | None:
    """What forbids that the two tell one thing, in words; None where nothing does.

    Between `versions` of one text garbled names are forgiven, since the place shows what is meant.
    """
    return (
        _status_conflict(first, second, versions=versions)
        or _kind_conflict(first, second)
        or _days_conflict(first.assertion.days, second.assertion.days)
        or (None if versions else _party_conflict(first, second))
        or (None if versions else _polarity_conflict(first, second))
        or meeting_conflict(first, second)
        or _doers_conflict(first, second)
        or _figure_conflict(first.quantities, second.quantities)
    )


def _status_conflict(first: Telling, second: Telling, *, versions: bool) -> str | None:
    """Statuses that do not go together; a headline's tense and a version's rewording are forgiven, a "no" never."""
    ours, theirs = first.assertion.status, second.assertion.status
    headline = first.assertion.headline != second.assertion.headline
    if ours == theirs or any({ours, theirs} <= each for each in _COMPATIBLE):
        return None
    put_off = same_deferral(first, second)  # to have put it off is to do it later
    if _is_plan_set_back(first, second):
        return None
    if (headline or versions or put_off) and not {ours, theirs} & REFUSED:
        return None
    return f"told as {ours.value}, and as {theirs.value}"


def _is_plan_set_back(first: Telling, second: Telling) -> bool:
    """Whether one tells where somebody will go, and the other the same in reported speech: "said they would leave"."""
    pairs = ((first, second), (second, first))
    return same_journey(first, second) and any(
        one.assertion.status is Status.POSSIBLE and one.set_back and other.assertion.status in FIRM
        for one, other in pairs
    )


def same_journey(first: Telling, second: Telling) -> bool:
    """Whether both tell who goes where on days that may be the same."""
    ours, theirs = first.assertion.days, second.assertion.days
    if first.journey is None or second.journey is None or ours is None or theirs is None:
        return False
    days = not is_vague(ours) and not is_vague(theirs) and ours.overlaps(theirs)
    return days and first.journey.is_of(second.journey)


def same_deferral(first: Telling, second: Telling) -> bool:
    """Whether both put the same off until the same day: the same side does, or two words of it are the same."""
    if first.put_off is None or second.put_off is None:
        return False
    shared = first.put_off.is_of(second.put_off)
    return shared > (0 if first.actors & second.actors else 1)


def _polarity_conflict(first: Telling, second: Telling) -> str | None:
    """Words that say no against words that do not, where the statuses do not show it."""
    refused = {first.assertion.status, second.assertion.status} & REFUSED
    return None if refused or first.negated == second.negated else "one of them says no"


def meeting_conflict(first: Telling, second: Telling) -> str | None:
    """A meeting, and another that is held for it."""
    apart = first.prepares != second.prepares
    return "one of them tells of a meeting for the other" if apart else None


def _kind_conflict(first: Telling, second: Telling) -> str | None:
    """A denial and a plain telling are two claims, as are a demand and its being met."""
    ours, theirs = first.assertion.kind, second.assertion.kind
    for kind in (AssertionKind.DENIAL, AssertionKind.DEMAND):
        if (ours is kind) != (theirs is kind) and {ours, theirs} & {
            AssertionKind.EVENT,
            AssertionKind.PLAN,
            AssertionKind.ACCUSATION,
            AssertionKind.FIGURE,
        }:
            return f"a {ours.value} and a {theirs.value}"
    return None


def subjects_of(telling: Telling) -> tuple[Token, ...]:
    """The subjects of what is told, all that "and" joins."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    tokens = sentence.tokens_in(telling.place.span) if sentence else ()
    first = next((each for each in tokens if each.dep in ("nsubj", "nsubjpass")), None)
    if telling.assertion.headline and (pair := _paired(tokens)):
        return pair
    if sentence is None or first is None:
        return ()
    joined = [first]
    while found := sentence.children_of(joined[-1], "conj"):
        joined.append(found[0])
    return tuple(joined)


def _paired(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The two names that open a headline, "A and B agree", however its many capitals were parsed."""
    names = tokens[:3:2]
    paired = len(tokens) > len(names) and tokens[1].lemma == "and"
    return tuple(names) if paired and all(each.text[0].isupper() for each in names) else ()


def _doers_conflict(first: Telling, second: Telling) -> str | None:
    """A headline in which several do what its body tells of one."""
    if first.assertion.headline == second.assertion.headline:
        return None
    head, body = (first, second) if first.assertion.headline else (second, first)
    more = len(subjects_of(head)) > 1 == len(subjects_of(body))
    return "the headline has it done by more" if more and body.actors else None


def _days_conflict(ours: Interval | None, theirs: Interval | None) -> str | None:
    if ours is None or theirs is None:
        return None
    if not ours.overlaps(theirs):
        return f"on {shown(ours)}, and on {shown(theirs)}"
    if is_vague(ours) != is_vague(theirs):
        return f"some time in {shown(ours)}, and {shown(theirs)}"
    return None


def is_vague(days: Interval) -> bool:
    """Whether an interval names a stretch ("early January") and no day."""
    return days.days > VAGUE_DAYS


def shown(days: Interval) -> str:
    """An interval for people: "2022-01-10" or "2022-01-01 to 2022-01-31"."""
    first, last = days.first.isoformat(), days.last.isoformat()
    return first if first == last else f"{first} to {last}"


def _party_conflict(first: Telling, second: Telling) -> str | None:
    if {first.assertion.act, second.assertion.act} <= MUTUAL:
        return mutual_conflict(first.meeting_parties, second.meeting_parties)
    if _disjoint(first.actors, second.actors):
        return "done by others"
    if _disjoint(first.recipients, second.recipients):
        return "done to others"
    return None


def mutual_conflict(ours: frozenset[str], theirs: frozenset[str]) -> str | None:
    """Talks have no doer and done-to: one side's parties must be among the other's."""
    if ours <= theirs or theirs <= ours:
        return None
    return "between other parties"


def _disjoint(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs and not ours & theirs)


def _figure_conflict(ours: Sequence[Quantity], theirs: Sequence[Quantity]) -> str | None:
    for first in ours:
        for second in theirs:
            if clash(first, second):
                return f"{first.words}, and {second.words}"
    return None


def _sets_one_before_another(reading: Reading, span: Span) -> bool:
    """Whether one meeting does something for another: "the talks would prepare a summit"; the day may be either's."""
    sentence = reading.sentence_at(span.start)
    for token in sentence.tokens_in(span) if sentence else ():
        if sentence and token.pos == "VERB":
            subjects = sentence.children_of(token, "nsubj", "nsubjpass")
            objects = sentence.children_of(token, "dobj")
            if any(map(_is_meeting_noun, subjects)) and any(map(_is_meeting_noun, objects)):
                return True
    return False


def _is_meeting_noun(token: Token) -> bool:
    entry = noun_entry(token.lemma)
    return token.pos == "NOUN" and entry is not None and entry.act is Act.CONSULT
