"""Claims: assertions of one or more reports that tell one thing, with everybody who tells it.

Candidates are pairs in one aligned passage, pairs that share a rare word, and in small stories all pairs. A pair is
one claim when nothing forbids it (`comparison.conflict`) and words, act and parties agree enough.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.linking.comparison import (
    Telling,
    conflict,
    family_score,
    is_vague,
    same_appointment,
    same_outlook,
    same_speech_act,
    telling_of,
)
from reportedly.linking.grouping import Link, group, ruling_of
from reportedly.linking.origins import count_origins
from reportedly.linking.parties import Parties, parties_of
from reportedly.linking.places import GAP, AlignedPlaces, aligned_places
from reportedly.linking.wording import Likeness, Wordings, prepare, with_antecedent
from reportedly.model.correction import CorrectionKind
from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Argument
from reportedly.model.span import Reason, Span
from reportedly.model.story import Claim, Story, Voice

ALIGNED_ENOUGH = 0.35  # asked for inside one aligned passage
ALIKE_ENOUGH = 0.62  # asked for between different texts
SMALL_STORY = 300  # up to this many assertions every pair is looked at
GAP_ENOUGH = 0.45  # asked for where only what stands before and after is aligned
APPOINTED_ENOUGH = 0.25  # asked for between tellings of a meeting on one day by the same parties
OUTLOOK_ENOUGH = (
    0.52  # asked for between undated tellings of talks to come between the same parties
)
SPEECH_ENOUGH = 0.28  # asked for where one side demands, denies or threatens in both, with KIN_ASKED words shared
KIN_ASKED = 2
HEADLINE_ENOUGH = 0.65  # asked for between a headline and its own body
NEVER = 9.0
REPEATED = 0.85  # asked for inside one report, whose sentences tell different things
WORDS_ASKED = (
    3  # content words that an unaligned pair must have each; one less where the parties agree
)
RARE = 40  # a word of more assertions than this brings no candidates in a larger story

_ADVERSE = frozenset({Act.ASSAULT, Act.COERCE, Act.MOBILIZE})
_FIRMEST = (
    Status.DENIED,
    Status.NEGATED,
    Status.PLANNED,
    Status.PROMISED,
    Status.THREATENED,
    Status.DEMANDED,
    Status.PROPOSED,
    Status.ALLEGED,
    Status.POSSIBLE,
)


def group_claims(story: Story) -> Story:
    """Fill `claims`: every assertion of every reading belongs to exactly one."""
    parties = parties_of(story)
    tellings = tellings_of(story, parties)
    pairing = Pairing(tellings, wordings_of(tellings), aligned_places(story))
    ruling = ruling_of(
        story,
        [(each.place,) for each in tellings],
        CorrectionKind.SAME_CLAIM,
        CorrectionKind.DIFFERENT_CLAIM,
    )
    links = tuple(pairing.links())
    claims = []
    for members in group(len(tellings), links, ruling, pairing.may_join):
        inside = frozenset(members)
        reasons = [each for link in links if {link.a, link.b} <= inside for each in link.reasons]
        chosen = [tellings[index] for index in members]
        claims.append(_claim(story, chosen, tuple(dict.fromkeys(reasons)), parties))
    return replace(story, claims=tuple(claims))


def tellings_of(story: Story, parties: Parties) -> tuple[Telling, ...]:
    """All assertions of a story in an order that does not depend on how the reports arrived."""
    found = (
        telling_of(reading, index, parties)
        for reading in story.readings
        for index in range(len(reading.assertions))
    )
    return tuple(sorted(found, key=lambda each: (each.place, each.index)))


def wordings_of(tellings: Sequence[Telling]) -> Wordings:
    """The wordings of tellings, ready to be compared."""
    return prepare([with_antecedent(each.reading, each.place.span) for each in tellings])


@dataclass(frozen=True, slots=True)
class Pairing:
    """All tellings of a story, ready to be compared two by two."""

    tellings: tuple[Telling, ...]
    wordings: Wordings
    passages: AlignedPlaces

    def links(self) -> Iterator[Link]:
        """Every pair that tells one thing, with the reasons."""
        for a, b in self.candidates():
            link = self._link(a, b)
            if link is not None:
                yield link

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs worth comparing: all in a small story, else those of a shared rare word or passage."""
        count = len(self.tellings)
        if count <= SMALL_STORY:
            yield from combinations(range(count), 2)
            return
        seen = {
            pair
            for places in self.wordings.rare_words(RARE).values()
            for pair in combinations(places, 2)
        }
        yield from sorted(seen | set(self._aligned_pairs()))

    def _aligned_pairs(self) -> Iterator[tuple[int, int]]:
        """Pairs that lie in one aligned passage."""
        by_report: dict[str, list[int]] = {}
        for index, telling in enumerate(self.tellings):
            by_report.setdefault(telling.report, []).append(index)
        for (a, b), passages in self.passages.by_pair.items():
            for passage in passages:
                ours = [i for i in by_report.get(a, ()) if self._at(i).overlaps(passage.a)]
                theirs = [i for i in by_report.get(b, ()) if self._at(i).overlaps(passage.b)]
                yield from ((min(i, j), max(i, j)) for i in ours for j in theirs)

    def _at(self, index: int) -> Span:
        return self.tellings[index].place.span

    def _link(self, a: int, b: int) -> Link | None:
        if not self.may_join(a, b):
            return None
        first, second = self.tellings[a], self.tellings[b]
        alike = self.wordings.likeness(a, b)
        family = family_score(first, second)
        aligned = self.passages.aligned(first.place, second.place)
        score = 0.8 * alike.score + 0.2 * family
        if score < self._asked(a, b, alike, aligned):
            return None
        reasons = [Reason("words", round(alike.score, 3), "how alike the words are")]
        if aligned:
            reasons.append(Reason("aligned passage", aligned, "the same passage of both texts"))
        if same_appointment(first, second):
            reasons.append(Reason("appointment", 1.0, "a meeting of these parties on the same day"))
        if family:
            reasons.append(Reason("act and parties", family, "the same act, who and whom"))
        return Link(a, b, score + (1.0 if aligned else 0.0), tuple(reasons))

    def _asked(self, a: int, b: int, alike: Likeness, aligned: float) -> float:
        """The score that makes these two one claim."""
        first, second = self.tellings[a], self.tellings[b]
        if first.assertion.headline != second.assertion.headline:
            return HEADLINE_ENOUGH if self._own_body(first, second) else NEVER
        if aligned:
            return ALIGNED_ENOUGH if aligned > GAP else GAP_ENOUGH
        if same_appointment(first, second):
            return APPOINTED_ENOUGH
        if same_outlook(first, second):
            return OUTLOOK_ENOUGH
        if same_speech_act(first, second) and alike.kin >= KIN_ASKED:
            return SPEECH_ENOUGH
        return ALIKE_ENOUGH if self._tells_enough(a, b) else NEVER

    def _own_body(self, first: Telling, second: Telling) -> bool:
        """Whether the two stand in one report, or in versions of one text."""
        versions = self.passages.are_versions(first.report, second.report)
        return first.report == second.report or versions

    def _tells_enough(self, a: int, b: int) -> bool:
        """Whether two unaligned tellings have enough in them to be compared: not "The statement came"."""
        fewest = min(len(self.wordings.all[each].content) for each in (a, b))
        agree = bool(self.tellings[a].parties & self.tellings[b].parties)
        return fewest >= (WORDS_ASKED - 1 if agree else WORDS_ASKED)

    def _repeats(self, a: int, b: int) -> bool:
        """Whether two places of one report tell one thing: in nearly the same words, or one meeting by two."""
        first, second = self.tellings[a], self.tellings[b]
        if first.place.span.overlaps(second.place.span):
            return False
        if same_appointment(first, second):
            firm = first.assertion.status is second.assertion.status is Status.PLANNED
            return firm and first.assertion.holder != second.assertion.holder
        return self.wordings.likeness(a, b).score >= REPEATED

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing forbids that the two tell one thing."""
        first, second = self.tellings[a], self.tellings[b]
        in_one = first.report == second.report
        alike = first.assertion.headline == second.assertion.headline
        if in_one and alike and not self._repeats(a, b):
            return False
        versions = self.passages.are_versions(first.report, second.report)
        return conflict(first, second, versions=versions) is None


def _claim(
    story: Story, tellings: Sequence[Telling], reasons: tuple[Reason, ...], parties: Parties
) -> Claim:
    clearest = clearest_of(tellings)
    voices = tuple(_voice(each, parties) for each in tellings)
    actors = _party(tellings, clearest, recipients=False)
    recipients = _party(tellings, clearest, recipients=True)
    return Claim(
        id=_id(tellings[0]),
        gist=clearest.words,
        kind=clearest.assertion.kind,
        act=clearest.assertion.act,
        status=status_of(tellings),
        actors=_names(actors, parties),
        recipients=_names(recipients, parties),
        actor_entities=_entities(actors, parties),
        recipient_entities=_entities(recipients, parties),
        days=_days(tellings),
        place=_place(tellings, clearest),
        voices=voices,
        evidence=tuple(dict.fromkeys(each.place for each in tellings)),
        counts=count_origins(story, voices),
        reasons=reasons or (Reason("single", 1.0, "told once"),),
    )


def _id(first: Telling) -> str:
    key = f"{first.report}:{first.place.span.start}-{first.place.span.end}:{first.index}"
    return "c" + hashlib.sha256(key.encode()).hexdigest()[:12]


def clearest_of(tellings: Sequence[Telling]) -> Telling:
    """The telling to show: of a body, with doer, day and figure, the longer the better up to a line's length."""

    def clarity(telling: Telling) -> tuple[bool, int, int, int]:
        assertion = telling.assertion
        known = bool(assertion.actors) + bool(assertion.recipients)
        details = bool(assertion.days) + bool(assertion.figures) + bool(assertion.place)
        return (not assertion.headline, known, details, min(len(telling.words), 160))

    return max(tellings, key=clarity)


def status_of(tellings: Sequence[Telling]) -> Status:
    """The status all together support: a fact only where each body tells a fact, else the firmest below it.

    What only a headline tells as a fact is no more than alleged.
    """
    bodies = {_held(each) for each in tellings if not each.assertion.headline}
    if not bodies:
        heads = {each.assertion.status for each in tellings}
        bodies = {Status.ALLEGED if each.is_fact else each for each in heads}
    below = [status for status in _FIRMEST if status in bodies]
    if below:
        return below[0]
    facts = (Status.HISTORICAL, Status.ONGOING, Status.HAPPENED)
    return next(each for each in facts if each in bodies)


def _held(telling: Telling) -> Status:
    """The status of a telling; what one side says that another did to somebody is alleged."""
    assertion = telling.assertion
    other = telling.holder not in telling.actors if telling.holder else False
    if assertion.holder and assertion.act in _ADVERSE and other and assertion.status.is_fact:
        return Status.ALLEGED
    return assertion.status


def _voice(telling: Telling, parties: Parties) -> Voice:
    holder = telling.assertion.holder
    return Voice(
        citation=telling.place,
        assertion=telling.index,
        holder=holder.name if holder else "",
        entity=parties.entity_id(telling.report, holder.entity) if holder else "",
        status=telling.assertion.status,
        headline=telling.assertion.headline,
    )


def _party(
    tellings: Sequence[Telling], clearest: Telling, *, recipients: bool
) -> tuple[tuple[str, Argument], ...]:
    """The parties of the clearest telling, else of the first that names any, each with its report."""
    for telling in (clearest, *tellings):
        assertion = telling.assertion
        arguments = assertion.recipients if recipients else assertion.actors
        if arguments:
            return tuple((telling.report, each) for each in arguments)
    return ()


def _names(arguments: Sequence[tuple[str, Argument]], parties: Parties) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties.name_of(report, each) for report, each in arguments))


def _entities(arguments: Sequence[tuple[str, Argument]], parties: Parties) -> tuple[str, ...]:
    found = (parties.entity_id(report, each.entity) for report, each in arguments)
    return tuple(dict.fromkeys(each for each in found if each))


def _days(tellings: Sequence[Telling]) -> Interval | None:
    """The narrowest stretch that a body names, else a headline."""
    for headline in (False, True):
        named = [
            each.assertion.days
            for each in tellings
            if each.assertion.days and each.assertion.headline is headline
        ]
        if named:
            return min(named, key=lambda days: (is_vague(days), days.days, days))
    return None


def _place(tellings: Sequence[Telling], clearest: Telling) -> str | None:
    """The place that the clearest telling names, else another body."""
    for telling in (clearest, *tellings):
        place = telling.assertion.place
        if place is not None and not telling.assertion.headline:
            return place.of(telling.reading.text)
    return None
