"""Which tellings of a story may be one claim: candidates, what each pair is asked for, and the reasons."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, groupby
from operator import itemgetter

from reportedly.linking.agreement import (
    family_score,
    is_charge_beside_fact,
    same_appointment,
    same_outlook,
    same_speech_act,
)
from reportedly.linking.comparison import (
    Telling,
    conflict,
    same_deferral,
    same_journey,
    telling_of,
)
from reportedly.linking.copies import in_frame
from reportedly.linking.grouping import Link
from reportedly.linking.likeness import Likeness, Wordings, prepare
from reportedly.linking.parties import Parties, parties_of
from reportedly.linking.places import GAP, AlignedPlaces, aligned_places
from reportedly.linking.referents import wording_at
from reportedly.linking.story_key import StoryKey
from reportedly.model.ontology import Status
from reportedly.model.span import Reason, Span
from reportedly.model.story import Story

# Scores (0 to 1: likeness of words four fifths, act and parties one fifth) asked for that two tellings are one claim,
# chosen on the five reports of the answer key and read through on some twenty other stories.
ALIGNED_ENOUGH = 0.35  # inside one aligned passage
GAP_ENOUGH = 0.45  # where only what stands before and after is aligned
APPOINTED_ENOUGH = 0.25  # a meeting on one day by the same parties
DEFERRED_ENOUGH = 0.15  # the same put off until the same day
JOURNEY_ENOUGH = 0.30  # the same people on their way to one place on the same days
OUTLOOK_ENOUGH = 0.52  # talks to come between the same parties, no day named
SPEECH_ENOUGH = (
    0.28  # one side demands, denies or threatens in both, and KIN_ASKED words are shared
)
KIN_ASKED = 2
HEADLINE_ENOUGH = 0.65  # a headline and its own body
ALIKE_ENOUGH = 0.62  # all others
CHARGE_ENOUGH = 0.72  # what somebody is accused or suspected of, and a fact that another tells
REPEATED = 0.85  # likeness inside one report, whose sentences tell different things
NEVER = 9.0
SAME_KIND = 0.1  # so much surer are two of one kind, of several that a telling might go with

WORDS_ASKED = (
    3  # content words that each of an unaligned pair must have; one less where the parties agree
)
SAME: tuple[tuple[Callable[[Telling, Telling], bool], float, Reason | None], ...] = (
    (
        same_appointment,
        APPOINTED_ENOUGH,
        Reason("appointment", 1.0, "a meeting of these parties on the same day"),
    ),
    (
        same_deferral,
        DEFERRED_ENOUGH,
        Reason("put off", 1.0, "both put the same off until the same day"),
    ),
    (
        same_journey,
        JOURNEY_ENOUGH,
        Reason("journey", 1.0, "the same people go to one place on the same days"),
    ),
    (same_outlook, OUTLOOK_ENOUGH, None),
)

SMALL_STORY = 300  # up to this many assertions every pair is looked at
NEAR_ENOUGH = 0.30  # cosine; pairs further apart are not looked at in a larger story
RARE = 40  # a word of more assertions than this brings no candidates in a larger story


def tellings_of(story: Story, parties: Parties) -> tuple[Telling, ...]:
    """All assertions of a story in an order that does not depend on how the reports arrived.

    What the body of a copy asserts its like asserts.
    """
    aside = story.bodies_aside
    found = (
        telling_of(reading, index, parties)
        for reading in story.readings
        for index, assertion in enumerate(reading.assertions)
        if reading.report.id not in aside or in_frame(reading, assertion.span)
    )
    return tuple(sorted(found, key=lambda each: (each.place, each.index)))


def wordings_of(tellings: Sequence[Telling]) -> Wordings:
    """The wordings of tellings, ready to be compared."""
    return prepare([wording_at(each.reading, each.place.span) for each in tellings])


def pairing_of(story: Story) -> "Pairing":
    """The tellings of this story; those of the story asked for last are kept, for claims and differences both ask."""
    return _pairing(StoryKey(story))


@lru_cache(maxsize=1)
def _pairing(key: StoryKey) -> "Pairing":
    parties = parties_of(key.story)
    tellings = tellings_of(key.story, parties)
    return Pairing(tellings, wordings_of(tellings), parties, aligned_places(key.story))


@dataclass(frozen=True, slots=True)
class Pairing:
    """All tellings of a story, ready to be compared two by two."""

    tellings: tuple[Telling, ...]
    wordings: Wordings
    parties: Parties
    passages: AlignedPlaces

    def links(self) -> Iterator[Link]:
        """Every pair that tells one thing, with the reasons."""
        for a, pairs in groupby(self.candidates(), key=itemgetter(0)):
            others = [b for _, b in pairs if self.may_join(a, b) and self._may_reach(a, b)]
            for b, alike in zip(others, self.wordings.likenesses(a, others), strict=True):
                link = self._link(a, b, alike)
                if link is not None:
                    yield link

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Pairs worth comparing: all in a small story, else those of a shared rare word or passage."""
        count = len(self.tellings)
        if count <= SMALL_STORY:
            yield from combinations(range(count), 2)
            return
        near = self.wordings.near_pairs(RARE, NEAR_ENOUGH)
        yield from sorted({*near, *self._aligned_pairs()})

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

    def _link(self, a: int, b: int, alike: Likeness) -> Link | None:
        first, second = self.tellings[a], self.tellings[b]
        family = family_score(first, second)
        aligned = self.passages.aligned(first.place, second.place)
        score = _score(alike.score, family)
        if score < self._asked(a, b, alike.kin, aligned):
            return None
        reasons = [Reason("words", round(alike.score, 3), "how alike the words are")]
        if aligned:
            reasons.append(Reason("aligned passage", aligned, "the same passage of both texts"))
        reasons += (reason for is_same, _, reason in SAME if reason and is_same(first, second))
        if family:
            reasons.append(Reason("act and parties", family, "the same act, who and whom"))
        same_kind = first.assertion.kind is second.assertion.kind
        surer = (1.0 if aligned else 0.0) + (SAME_KIND if same_kind else 0.0)
        return Link(a, b, score + surer, tuple(reasons))

    def _may_reach(self, a: int, b: int) -> bool:
        """Whether the two could be alike enough, if all their words were the same: most pairs need no closer look."""
        first, second = self.tellings[a], self.tellings[b]
        aligned = self.passages.aligned(first.place, second.place)
        at_most = _score(self.wordings.at_most(a, b), family_score(first, second))
        return at_most >= self._asked(a, b, KIN_ASKED, aligned)

    def _asked(self, a: int, b: int, kin: int, aligned: float) -> float:
        """The score that makes these two one claim."""
        first, second = self.tellings[a], self.tellings[b]
        if first.assertion.headline or second.assertion.headline:
            return HEADLINE_ENOUGH if self._own_body(first, second) else NEVER
        if aligned:
            return ALIGNED_ENOUGH if aligned > GAP else GAP_ENOUGH
        for is_same, enough, _ in SAME:
            if is_same(first, second):
                return enough
        if same_speech_act(first, second) and kin >= KIN_ASKED:
            return SPEECH_ENOUGH
        enough = CHARGE_ENOUGH if is_charge_beside_fact(first, second) else ALIKE_ENOUGH
        return enough if self._tells_enough(a, b) else NEVER

    def _own_body(self, first: Telling, second: Telling) -> bool:
        """Whether the two stand in one report, or in versions of one text: a headline speaks for its own body alone."""
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
        near = self.wordings.at_most(a, b) >= REPEATED
        return near and self.wordings.likeness(a, b).score >= REPEATED

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing forbids that the two tell one thing."""
        first, second = self.tellings[a], self.tellings[b]
        in_one = first.report == second.report
        alike = first.assertion.headline == second.assertion.headline
        if in_one and alike and not self._repeats(a, b):
            return False
        versions = self.passages.are_versions(first.report, second.report)
        return conflict(first, second, versions=versions) is None


def _score(alike: float, family: float) -> float:
    """Likeness of words, act and parties as one figure."""
    return 0.8 * alike + 0.2 * family
