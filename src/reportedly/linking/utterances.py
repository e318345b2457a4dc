"""One thing somebody said, in all its wordings: quotations of several reports that render one saying.

Two quotations are one saying when the speaker may be the same, the occasion may be the same and the words agree;
where both lie in one aligned passage of two versions of a text, less agreement of words is asked for. Like-sounding
sayings of different days stay apart.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import combinations, groupby
from operator import itemgetter

from reportedly.linking.copies import in_frame
from reportedly.linking.drift import drift_of
from reportedly.linking.grouping import SINGLE, Link, Ruling, group, reasons_of, ruling_of
from reportedly.linking.likeness import Likeness, Wordings, prepare
from reportedly.linking.origins import count_origins
from reportedly.linking.parties import parties_of
from reportedly.linking.places import GAP, AlignedPlaces, aligned_places
from reportedly.linking.sayings import Saying, sayings_of, words_said
from reportedly.model.correction import CorrectionKind
from reportedly.model.ontology import QuoteKind, Status
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Story, Utterance, Voice

ALIGNED_ENOUGH = 0.30  # likeness asked for inside one aligned passage
ALIKE_ENOUGH = 0.60  # likeness asked for between different texts, same speaker
GAP_ENOUGH = 0.45  # likeness asked for where only what stands before and after is aligned
WORDS_ASKED = 2  # content words that both must have outside the aligned passages
VERSIONS_ENOUGH = 0.50  # likeness asked for in versions of one text, outside the aligned passages
SAME_DATE_ENOUGH = 0.42  # the same speaker names the same day in both
RUN_AT_LEAST = 3  # words in a row that may show that the words are the same, where they are
MOST = 0.6  # of the shorter wording
RUN = 6  # so many words in a row show it alone
SAME_BREATH = 2000  # characters between two pieces of one saying
VERBATIM = 0.93  # from here on the words alone show that it is one saying
FAR_APART = 3  # days between two reports; further apart an undated saying is of another occasion
RARE = 100  # a word of more quotations than this brings no candidates in a larger story
NEAR_ENOUGH = 0.25  # and pairs whose whole vectors are less near than this are not looked at there
SMALL_STORY = 400  # up to this many quotations every pair is looked at


def align_utterances(story: Story) -> Story:
    """Fill `utterances`: every quotation of every reading belongs to exactly one."""
    aside = story.bodies_aside
    parties = parties_of(story)
    found = (each for reading in story.readings for each in sayings_of(reading, parties))
    kept = (
        each
        for each in found
        if each.report not in aside or in_frame(each.reading, each.places[0].span)
    )
    sayings = tuple(sorted(kept, key=lambda each: each.places))
    pairing = _Pairing(
        sayings,
        prepare([words_said(each) for each in sayings]),
        aligned_places(story),
    )
    ruling = ruling_of(
        story,
        [each.places for each in sayings],
        CorrectionKind.SAME_QUOTE,
        CorrectionKind.DIFFERENT_QUOTE,
    )
    return replace(story, utterances=tuple(_utterances(story, pairing, ruling)))


@dataclass(frozen=True, slots=True)
class _Pairing:
    """All sayings of a story, ready to be compared two by two."""

    sayings: tuple[Saying, ...]
    wordings: Wordings
    passages: AlignedPlaces

    def links(self) -> Iterator[Link]:
        """Every pair that is one saying, with the reasons."""
        for a, pairs in groupby(self._candidates(), key=itemgetter(0)):
            others = [b for _, b in pairs if self._may_link(a, b)]
            for b, alike in zip(others, self.wordings.likenesses(a, others), strict=True):
                link = self._link(a, b, alike)
                if link is not None:
                    yield link

    def _candidates(self) -> Iterator[tuple[int, int]]:
        count = len(self.sayings)
        if count <= SMALL_STORY:
            yield from combinations(range(count), 2)
            return
        yield from self.wordings.near_pairs(RARE, NEAR_ENOUGH)

    def _may_link(self, a: int, b: int) -> bool:
        return self.sayings[a].report != self.sayings[b].report and self.may_join(a, b)

    def _link(self, a: int, b: int, alike: Likeness) -> Link | None:
        first, second = self.sayings[a], self.sayings[b]
        run = shared_run(first.said, second.said)
        aligned = max(self.passages.aligned(p, q) for p in first.places for q in second.places)
        fewest = min(len(self.wordings.all[each].content) for each in (a, b))
        if not aligned and not run and fewest < WORDS_ASKED:
            return None
        if alike.score < self._asked(first, second, aligned) and not run:
            return None
        reasons = (*_reasons(first, second, alike, aligned), *_run_reason(run))
        return Link(
            a, b, max(alike.score, min(1.0, run / RUN)) + (1.0 if aligned else 0.0), reasons
        )

    def _asked(self, first: Saying, second: Saying, aligned: float) -> float:
        """The likeness that makes these two one saying."""
        if aligned:
            return ALIGNED_ENOUGH if aligned > GAP else GAP_ENOUGH
        if self.passages.are_versions(first.report, second.report):
            return VERBATIM if self._elsewhere(first, second) else VERSIONS_ENOUGH
        if first.entity and first.entity == second.entity:
            return SAME_DATE_ENOUGH if first.names & second.names else ALIKE_ENOUGH
        return VERBATIM

    def _elsewhere(self, first: Saying, second: Saying) -> bool:
        return self.passages.elsewhere(first.places[0], second.places[0])

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing forbids that the two are one saying: report, speaker, occasion."""
        first, second = self.sayings[a], self.sayings[b]
        if first.report == second.report:
            return self._one_speech(first, second)
        if _same_speaker(first, second) and self._same_occasion(first, second):
            return True
        return self._verbatim(first, second)

    def _verbatim(self, first: Saying, second: Saying) -> bool:
        """Whether both put so many same words in marks at one time that it outweighs who and when they are said."""
        marked = QuoteKind.INDIRECT not in (first.quotation.kind, second.quotation.kind)
        near = marked and at_one_time(first, second)
        return near and shared_run(first.said, second.said) >= RUN

    def _one_speech(self, first: Saying, second: Saying) -> bool:
        """Whether two quotations of one report may be pieces of one saying: one speaker, close by or a headline.

        What is told in other words twice is two sayings, unless one tells a part of the other.
        """
        if {first.quotation.kind, second.quotation.kind} == {QuoteKind.INDIRECT}:
            within = any(p.span.overlaps(q.span) for p in first.places for q in second.places)
            if not within and first.headline == second.headline:
                return False
        apart = max(first.places[0].span.start, second.places[0].span.start) - min(
            first.places[-1].span.end, second.places[-1].span.end
        )
        near = apart <= SAME_BREATH or first.headline != second.headline
        return near and _same_speaker(first, second)

    def _same_occasion(self, first: Saying, second: Saying) -> bool:
        if first.day and second.day:
            return first.day.overlaps(second.day)
        if self.passages.are_versions(first.report, second.report):
            return True
        for one, other in ((first, second), (second, first)):
            published = other.reading.report.published
            if one.day and published and published.days.last < one.day.first:
                return False  # told before it was said
        return at_one_time(first, second)


def shared_run(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """The words of the longest run that both have, where it shows that the words are the same; else 0.

    It does where most of the shorter one lies in it, or where it is long.
    """
    found = SequenceMatcher(None, ours, theirs, autojunk=False).find_longest_match()
    shorter = min(len(ours), len(theirs))
    most = found.size >= RUN_AT_LEAST and found.size >= MOST * shorter
    return found.size if most or found.size >= RUN else 0


def _run_reason(run: int) -> Iterator[Reason]:
    if run:
        yield Reason("run", float(run), f"{run} words in a row are the same")


def at_one_time(first: Saying, second: Saying) -> bool:
    """Whether the two reports may be of a few days."""
    ours, theirs = first.reading.report.published, second.reading.report.published
    if ours is None or theirs is None:
        return True
    early, late = sorted((ours.days, theirs.days))
    return (late.first - early.last).days <= FAR_APART


def _same_speaker(first: Saying, second: Saying) -> bool:
    """Whether the speakers may be one: the same entity, or one of them not known."""
    if not first.entity or not second.entity:
        return not (first.side and second.side) or first.side == second.side
    return first.entity == second.entity or bool(first.side and first.side == second.side)


def _reasons(first: Saying, second: Saying, alike: Likeness, aligned: float) -> Iterator[Reason]:
    if aligned:
        yield Reason("aligned passage", aligned, "the same passage of two versions of one text")
    yield Reason("words", round(alike.score, 3), f"{alike.held:.0%} of the shorter wording is held")
    if first.entity and first.entity == second.entity:
        yield Reason("speaker", 1.0, "the same speaker")
    for day in sorted(first.names & second.names):
        yield Reason("day named", 1.0, f"both name {day.first.isoformat()}")
    if first.day and first.day == second.day:
        yield Reason("day", 1.0, f"both said on {first.day.first.isoformat()}")


def _utterances(story: Story, pairing: _Pairing, ruling: Ruling) -> Iterator[Utterance]:
    links = tuple(pairing.links())
    groups = group(len(pairing.sayings), links, ruling, pairing.may_join)
    names = {each.id: each.name for each in reversed(story.entities)}
    for members, reasons in zip(groups, reasons_of(groups, links), strict=True):
        yield _utterance(story, names, [pairing.sayings[index] for index in members], reasons)


def _utterance(
    story: Story,
    known: Mapping[str, str],
    sayings: Sequence[Saying],
    reasons: tuple[Reason, ...],
) -> Utterance:
    evidence = tuple(sorted({place for each in sayings for place in each.places}))
    entity = next((each.entity for each in sayings if each.entity), "")
    names = [each.quotation.speaker.name for each in sayings if each.quotation.speaker]
    return Utterance(
        id=_id(evidence[0]),
        speaker=known.get(entity) or max(names, key=len, default=""),
        entity=entity,
        kind=_kind(sayings),
        evidence=evidence,
        counts=count_origins(story, [_voice(each) for each in sayings]),
        drift=drift_of(sayings),
        reasons=reasons or (Reason(SINGLE, 1.0, "told by one report"),),
    )


def _id(first: Citation) -> str:
    key = f"{first.report}:{first.span.start}-{first.span.end}"
    return "u" + hashlib.sha256(key.encode()).hexdigest()[:12]


def _kind(sayings: Sequence[Saying]) -> QuoteKind:
    """Direct where any wording is, else mixed where any is."""
    kinds = {each.quotation.kind for each in sayings}
    return next(
        kind for kind in (QuoteKind.DIRECT, QuoteKind.MIXED, QuoteKind.INDIRECT) if kind in kinds
    )


def _voice(saying: Saying) -> Voice:
    speaker = saying.quotation.speaker
    return Voice(
        citation=saying.places[0],
        assertion=-1,
        holder=speaker.name if speaker else "",
        entity=saying.entity,
        status=Status.HAPPENED,
        headline=saying.headline,
    )
