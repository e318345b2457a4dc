"""A headline held against its own body: supported, unsupported, overstated or contradicted, with the places.

The present tense of a headline may stand for the past or for what is to come ("hold talks", "is on", "confirms"),
so it overstates only what its body leaves open throughout. A place counts as missing only where the gazetteer knows
it and no form of it, of its people or of its country stands in the body.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reportedly.linking.agreement import family_score
from reportedly.linking.comparison import AHEAD, REFUSED, Telling, subjects_of, telling_of
from reportedly.linking.headline_findings import (
    Finding,
    body_sentences,
    day_findings,
    place_findings,
    quoted,
)
from reportedly.linking.likeness import Wordings, prepare
from reportedly.linking.pairing import pairing_of
from reportedly.linking.story_key import StoryKey
from reportedly.linking.wording import families_of, firmness_of, wording_of
from reportedly.model.ontology import Act, Status
from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Span
from reportedly.model.story import HeadlineCheck, Story

DENIED_ENOUGH = 0.50  # share of its words that a refusal must find in the headline to contradict it
KIN_ENOUGH = 2  # or so many words, names apart
WORDS_ASKED = 2  # and it must have so many itself: "was not released" refuses nothing in particular
NEAR_ENOUGH = 0.45  # likeness from which a telling of the body is about the headline's own matter
ONE_DEED_ENOUGH = 0.22  # the same where both name the deed and share another word

_WORST_FIRST = ("contradicted", "unsupported", "overstated", "supported")
_PLAIN_TAGS = frozenset({"VBZ", "VBP", "VBD"})  # finite verbs without a helper
_OPEN = frozenset({Status.POSSIBLE, Status.ALLEGED})
_NO = frozenset({"n't", "neither", "never", "no", "not"})
_NOTHING_AGAINST = "nothing in the body speaks against it"


def check_headlines(story: Story) -> Story:
    """Fill `headline_checks`: one for each report that has a headline and a body."""
    findings = headline_findings(story)
    checks = (_check(each, findings[each.report.id]) for each in story.readings)
    return replace(story, headline_checks=tuple(each for each in checks if each is not None))


def _check(reading: Reading, findings: Sequence[Finding]) -> HeadlineCheck | None:
    headline = reading.report.headline
    if headline is None or not body_sentences(reading):
        return None
    verdict = min((each.verdict for each in findings), key=_WORST_FIRST.index, default="supported")
    flagged = [each for each in findings if each.verdict != "supported"]
    places = sorted({span for each in flagged or findings for span in each.body})
    notes = dict.fromkeys(each.note for each in flagged or findings[:1])
    report = reading.report.id
    return HeadlineCheck(
        report=report,
        headline=Citation(report, headline),
        verdict=verdict,
        note="; ".join(notes) or _NOTHING_AGAINST,
        evidence=tuple(Citation(report, span) for span in places) or (Citation(report, headline),),
    )


def headline_findings(story: Story) -> Mapping[str, tuple[Finding, ...]]:
    """All that is found of each report's headline; that of the story asked for last is kept."""
    return _headline_findings(StoryKey(story))


@lru_cache(maxsize=1)
def _headline_findings(key: StoryKey) -> Mapping[str, tuple[Finding, ...]]:
    pairing = pairing_of(key.story)
    told: dict[str, list[Telling]] = {each.report.id: [] for each in key.story.readings}
    for telling in pairing.tellings:
        told[telling.report].append(telling)
    for copy in key.story.copies:  # each headline is held against the body below it
        if copy.own_frame:
            own = range(len(copy.reading.assertions))
            told[copy.reading.report.id] = [
                telling_of(copy.reading, index, pairing.parties) for index in own
            ]
    return {
        each.report.id: tuple(_findings(each, told[each.report.id])) for each in key.story.readings
    }


def _findings(reading: Reading, tellings: Sequence[Telling]) -> Iterator[Finding]:
    """What is found of one headline: its clauses one by one, its places, its days."""
    headline = reading.report.headline
    if headline is None:
        return
    yield from _clause_findings(sorted(tellings, key=lambda each: each.index))
    yield from place_findings(reading, headline)
    yield from day_findings(reading, headline)


def _clause_findings(tellings: Sequence[Telling]) -> Iterator[Finding]:
    """Each headline assertion against the assertions of the body."""
    heads = [each for each in tellings if each.assertion.headline]
    bodies = [each for each in tellings if not each.assertion.headline]
    if not heads or not bodies:
        return
    wordings = prepare([wording_of(each.reading, (each.place.span,)) for each in (*heads, *bodies)])
    for index, head in enumerate(heads):
        near = _ranked(wordings, index, head, (len(heads), bodies))
        yield _contradiction(head, near) or _support(head, near)


@dataclass(frozen=True, slots=True)
class _Near:
    """A telling of the body and how near it is to the headline's clause."""

    telling: Telling
    score: float
    held: float  # share of the body's own words that the headline has
    kin: int  # words that both have, names apart
    words: int  # content words of the body's telling


def _ranked(
    wordings: Wordings, index: int, head: Telling, others: tuple[int, Sequence[Telling]]
) -> tuple[_Near, ...]:
    """The body's tellings, nearest first; `others` are their first place in the wordings, and they."""
    found = []
    places = range(others[0], others[0] + len(others[1]))
    likenesses = wordings.likenesses(index, places)
    for place, body, alike in zip(places, others[1], likenesses, strict=True):
        score = 0.7 * alike.score + 0.3 * family_score(head, body)
        found.append(_Near(body, score, alike.back, alike.kin, len(wordings.words[place])))
    return tuple(sorted(found, key=lambda near: (-near.score, near.telling.place)))


def told_plainly(telling: Telling) -> bool:
    """Whether a headline's clause has a finite verb without a helper: "hold talks", not "to hold", "may hold"."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    tokens = sentence.tokens_in(telling.place.span) if sentence else ()
    for token in tokens:
        if token.pos in ("VERB", "AUX"):
            before = tokens[: tokens.index(token)]
            helped = any(each.tag in ("MD", "TO") for each in before[-2:])
            return token.tag in _PLAIN_TAGS and not helped
    return telling.assertion.status.is_fact and not tokens


def _contradiction(head: Telling, bodies: Sequence[_Near]) -> Finding | None:
    """A refusal in the body of what the headline tells as done, agreed or to come."""
    status = head.assertion.status
    if status in REFUSED or head.negated or not (status.is_fact or status in AHEAD):
        return None
    if head.assertion.holder:
        return None  # who says so in the headline is not contradicted by what somebody else says
    refusals = [each for each in bodies if each.telling.assertion.status in REFUSED]
    against = [
        each.telling.place.span
        for each in refusals
        if _refuses(head, each) or _holds_out(head, each.telling)
    ]
    if not against:
        return None
    note = f"“{head.words}”: the body has {quoted(head.reading, against[0])}"
    return Finding("contradicted", note, head.place.span, tuple(against))


def _refuses(head: Telling, body: _Near) -> bool:
    """Whether a refusal is of the headline's own matter."""
    near = body.held >= DENIED_ENOUGH or body.kin >= KIN_ENOUGH
    return near and body.words >= WORDS_ASKED and _same_deed(head, body.telling)


def _holds_out(head: Telling, refusal: Telling) -> bool:
    """Whether one of several whom the headline has agree has not: "A and B agree", "B has not accepted it yet"."""
    joined = [each for each in subjects_of(head) if len(subjects_of(head)) > 1]
    return head.assertion.act is Act.AGREE is refusal.assertion.act and any(
        each.text == other.text for each in joined for other in subjects_of(refusal)
    )


def _same_deed(head: Telling, refusal: Telling) -> bool:
    """Whether what is refused is what the headline tells, and not something beside it.

    A plain "no" refuses the word it stands with, which must be in the headline; a denial refuses what it has inside.
    """
    if refusal.assertion.status is Status.DENIED:
        deed = _families(head, head.predicate or head.place.span)
        denies = "denied" in firmness_of(refusal.reading, (refusal.place.span,))
        return denies and bool(deed & _families(refusal, refusal.place.span))
    return any(
        _families(refusal, word) & _families(head, head.predicate or head.place.span)
        for word in _refused_words(refusal)
    )


def _families(telling: Telling, span: Span) -> frozenset[str]:
    return families_of(telling.reading, span)


def _refused_words(telling: Telling) -> Iterator[Span]:
    """The words that a "no" or "not" stands with: "no final [agreement] on talks"."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    tokens = sentence.tokens_in(telling.place.span) if sentence else ()
    if sentence is None or any(token.lemma in ("who", "which") for token in tokens):
        return  # "the man, who was not hit": said of another than the headline's
    for token in tokens:
        if token.lemma in _NO:
            yield sentence.head_of(token).span


def _support(head: Telling, bodies: Sequence[_Near]) -> Finding:
    """The nearest telling of the body, and whether it is told as firmly there."""
    near = [each for each in bodies if _is_near(head, each)]
    if not near:
        return Finding("supported", _NOTHING_AGAINST, head.place.span, ())
    best = near[0].telling
    words = quoted(best.reading, best.place.span)
    if told_plainly(head) and _left_open(head, near):
        status = best.assertion.status.value
        note = f"“{head.words}”: in the body it is only {status}, {words}"
        places = tuple(each.telling.place.span for each in near)
        return Finding("overstated", note, head.place.span, places)
    return Finding("supported", f"the body has {words}", head.place.span, (best.place.span,))


def _is_near(head: Telling, body: _Near) -> bool:
    """Whether a telling of the body is about the headline's own matter."""
    one_deed = body.kin >= KIN_ENOUGH and _one_deed(head, body.telling)
    return body.score >= (ONE_DEED_ENOUGH if one_deed else NEAR_ENOUGH)


def _left_open(head: Telling, near: Sequence[_Near]) -> bool:
    """Whether the headline is firm, and the body tells of its deed only as possible or alleged."""
    told = [each.telling for each in near if each.kin and _one_deed(head, each.telling)]
    told += [each.telling for each in near if _one_appointment(head, each.telling)]
    marked = firmness_of(head.reading, (head.place.span,)) & {"open", "intended"}
    return (
        bool(told)
        and not marked
        and (_is_firm(head) or _is_plan(head))
        and all(each.assertion.status in _OPEN for each in told)
    )


def _is_plan(head: Telling) -> bool:
    return head.assertion.status is Status.PLANNED and head.assertion.act is not Act.ACCUSE


def _is_firm(head: Telling) -> bool:
    """A fact, an agreement told as reached ("Kenya and Somalia agree to meet"), or a deed told plainly.

    Talks in the present tense may be to come: "Kenya and Somalia hold talks". That somebody is charged, sought or
    spoken of says no more than what the body has.
    """
    act = head.assertion.act
    if act is Act.ACCUSE:
        return False
    plain = told_plainly(head) and act not in (Act.CONSULT, Act.REQUEST, Act.STATEMENT)
    return head.assertion.status.is_fact or act is Act.AGREE or plain


def _one_appointment(head: Telling, body: Telling) -> bool:
    """Whether the headline has an agreement on the very day for which the body tells of a meeting."""
    return (
        head.assertion.act is Act.AGREE
        and body.assertion.act is Act.CONSULT
        and head.assertion.days is not None
        and head.assertion.days == body.assertion.days
    )


def _one_deed(head: Telling, body: Telling) -> bool:
    deed = _families(head, head.predicate or head.place.span)
    return bool(deed & _families(body, body.place.span))
