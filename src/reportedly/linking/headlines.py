"""A headline held against its own body: supported, unsupported, overstated or contradicted, with the places.

The present tense of a headline may stand for the past or for what is to come, so it overstates a plan at most.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.linking.wording import Wording, Wordings, prepare, wording_of
from reportedly.model.interval import Interval
from reportedly.model.ontology import EntityKind, Status
from reportedly.model.reading import Assertion, Mention, Reading, TimeExpression
from reportedly.model.report import Role
from reportedly.model.span import Citation, Span
from reportedly.model.story import HeadlineCheck, Story

DENIED_ENOUGH = 0.55  # share of its words that a refusal must find in the headline to contradict it
NEAR_ENOUGH = 0.50  # likeness from which a telling of the body is about the headline's own matter

_REFUSED = frozenset({Status.DENIED, Status.NEGATED})
_AHEAD = frozenset({Status.PLANNED, Status.PROPOSED, Status.POSSIBLE, Status.PROMISED})
_WORST_FIRST = ("contradicted", "unsupported", "overstated", "supported")
_SHOWN = {
    Status.PLANNED: "planned",
    Status.PROPOSED: "proposed",
    Status.POSSIBLE: "possible",
    Status.PROMISED: "promised",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a stretch of a headline is found to be, in words, with the places of the body that show it."""

    verdict: str
    note: str
    headline: Span
    body: tuple[Span, ...]


def check_headlines(story: Story) -> Story:
    """Fill `headline_checks`: one for each report that has a headline and a body."""
    checks = (_check(each) for each in story.readings)
    return replace(story, headline_checks=tuple(each for each in checks if each is not None))


def _check(reading: Reading) -> HeadlineCheck | None:
    headline = reading.report.headline
    if headline is None or not _body_sentences(reading):
        return None
    findings = tuple(findings_of(reading))
    verdict = min((each.verdict for each in findings), key=_WORST_FIRST.index, default="supported")
    flagged = [each for each in findings if each.verdict != "supported"]
    places = sorted({span for each in flagged or findings for span in each.body})
    notes = dict.fromkeys(each.note for each in flagged or findings[:1])
    report = reading.report.id
    return HeadlineCheck(
        report=report,
        headline=Citation(report, headline),
        verdict=verdict,
        note="; ".join(notes) or "nothing in the body speaks against it",
        evidence=tuple(Citation(report, span) for span in places) or (Citation(report, headline),),
    )


def _body_sentences(reading: Reading) -> tuple[Span, ...]:
    return tuple(each.span for each in reading.sentences if each.role is not Role.HEADLINE)


def findings_of(reading: Reading) -> Iterator[Finding]:
    """All that is found of a report's headline: its clauses one by one, its places, its days."""
    headline = reading.report.headline
    if headline is None:
        return
    yield from _clause_findings(reading)
    yield from _place_findings(reading, headline)
    yield from _day_findings(reading, headline)


def _clause_findings(reading: Reading) -> Iterator[Finding]:
    """Each headline assertion against the assertions of the body."""
    heads = [each for each in reading.assertions if each.headline]
    bodies = [each for each in reading.assertions if not each.headline]
    if not heads or not bodies:
        return
    wordings = prepare([_wording(reading, each) for each in (*heads, *bodies)])
    for index, head in enumerate(heads):
        found = _contradiction(reading, head, _ranked(wordings, index, bodies, len(heads)))
        yield found or _support(reading, head, _ranked(wordings, index, bodies, len(heads)))


def _wording(reading: Reading, assertion: Assertion) -> Wording:
    return wording_of(reading, (assertion.span,))


@dataclass(frozen=True, slots=True)
class _Near:
    """A telling of the body and how near it is to the headline's clause."""

    assertion: Assertion
    alike: float
    held: float  # share of the body's own words that the headline has


def _ranked(
    wordings: Wordings, head: int, bodies: Sequence[Assertion], offset: int
) -> tuple[_Near, ...]:
    found = []
    for index, body in enumerate(bodies):
        likeness = wordings.likeness(head, offset + index)
        found.append(_Near(body, likeness.score, likeness.back))
    return tuple(sorted(found, key=lambda near: (-near.alike, near.assertion.span)))


def _contradiction(reading: Reading, head: Assertion, bodies: Sequence[_Near]) -> Finding | None:
    """A refusal in the body of what the headline tells as done, agreed or to come."""
    if head.status in _REFUSED or not (head.status.is_fact or head.status in _AHEAD):
        return None
    against = [
        each for each in bodies if each.assertion.status in _REFUSED and each.held >= DENIED_ENOUGH
    ]
    if not against:
        return None
    places = tuple(each.assertion.span for each in against)
    note = f"{_quoted(reading, head.span)}: the body has {_quoted(reading, places[0])}"
    return Finding("contradicted", note, head.span, places)


def _support(reading: Reading, head: Assertion, bodies: Sequence[_Near]) -> Finding:
    """The nearest telling of the body, and whether it is told as firmly there."""
    near = [each for each in bodies if each.alike >= NEAR_ENOUGH]
    if not near:
        return Finding("supported", "nothing in the body speaks against it", head.span, ())
    best = near[0].assertion
    plain = any(each.assertion.status.is_fact for each in near)
    if head.status.is_fact and best.status in _AHEAD and not plain:
        note = f"told as a fact; in the body it is {_SHOWN[best.status]}: {_quoted(reading, best.span)}"
        return Finding("overstated", note, head.span, (best.span,))
    return Finding(
        "supported", f"the body has {_quoted(reading, best.span)}", head.span, (best.span,)
    )


def _place_findings(reading: Reading, headline: Span) -> Iterator[Finding]:
    """Places that stand in the headline and nowhere in the body."""
    bodies = _body_sentences(reading)
    texts = [span.of(reading.text) for span in bodies]
    for mention in reading.mentions:
        if mention.kind is not EntityKind.PLACE or not headline.contains(mention.span):
            continue
        name = mention.head.of(reading.text)
        if not any(name in text for text in texts) and not _named_in(mention, reading, bodies):
            yield Finding("unsupported", f"“{name}” is nowhere in the body", mention.span, ())


def _named_in(mention: Mention, reading: Reading, bodies: Iterable[Span]) -> bool:
    """Whether the body names the same place in other words."""
    return any(
        other.entity == mention.entity and any(span.contains(other.span) for span in bodies)
        for other in reading.mentions
        if mention.entity
    )


def _day_findings(reading: Reading, headline: Span) -> Iterator[Finding]:
    """Days of the headline that the body does not give so exactly."""
    bodies = _body_sentences(reading)
    told = [each for each in reading.times if any(span.contains(each.span) for span in bodies)]
    for time in reading.times:
        if time.days is None or not headline.contains(time.span):
            continue
        if any(each.days and time.days.contains(each.days) for each in told):
            continue
        near = _near_times(time.days, told)
        words = _quoted(reading, time.span)
        if near:
            note = f"{words} is nowhere in the body, which has {_quoted(reading, near[0])}"
        else:
            note = f"{words} is nowhere in the body"
        yield Finding("unsupported", note, time.span, near)


def _near_times(days: Interval, told: Iterable[TimeExpression]) -> tuple[Span, ...]:
    """Times of the body that say it less exactly."""
    return tuple(each.span for each in told if each.days and each.days.overlaps(days))


def _quoted(reading: Reading, span: Span) -> str:
    return f"“{span.of(reading.text)}”"
