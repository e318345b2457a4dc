"""What the reports state, as lines: each with its status, in whose name, and how many stand behind it."""

from collections.abc import Iterable, Iterator, Sequence

from reportedly.model.brief import Line, Section
from reportedly.model.interval import Interval
from reportedly.model.report import Known
from reportedly.model.span import Citation
from reportedly.model.story import Claim, Story, Voice
from reportedly.synthesis.newsworth import Newsworth
from reportedly.synthesis.telling import Telling
from reportedly.synthesis.wording import span_of_days

STATEMENTS = 14
NEW = 6


def body_claims(story: Story) -> list[Claim]:
    """Claims that a body tells, what matters most first."""
    telling = Telling(story)
    told = [each for each in story.claims if _is_of_a_body(each) and not telling.is_frame(each)]
    return Newsworth(story).ranked(told)


def _is_of_a_body(claim: Claim) -> bool:
    return any(not voice.headline for voice in claim.voices)


def statements(story: Story) -> Section:
    """What is told; pieces of sentences only where there is nothing else."""
    worth = Newsworth(story)
    claims = _each_once(story, body_claims(story))
    whole = [each for each in claims if worth.is_readable(each)] or claims
    lines = tuple(_lines(story, whole[:STATEMENTS]))
    more = max(0, len(whole) - STATEMENTS)
    return Section("Statements", lines, "nothing stated was found", more)


def latest(story: Story) -> Section | None:
    """What the newest day's reports tell first, where the story is of more than one day."""
    days = set(_stated_days(story))
    newest = max((each.last for each in days), default=None)
    if newest is None or all(each.last == newest for each in days):
        return None
    day = Interval.day(newest)
    worth = Newsworth(story)
    told = [
        each
        for each in _each_once(story, body_claims(story))
        if worth.is_readable(each) and all(_is_of(story, voice, day) for voice in each.voices)
    ]
    title = f"New in the latest reports, of {span_of_days(day)}"
    lines = tuple(_lines(story, told[:NEW]))
    return Section(title, lines, "nothing that was not told before", max(0, len(told) - NEW))


def _stated_days(story: Story) -> Iterator[Interval]:
    """The days of reports that state theirs; an inferred day makes no report the newest."""
    for reading in story.readings:
        published = reading.report.published
        if published is not None and published.known is not Known.INFERRED:
            yield published.days


def _is_of(story: Story, voice: Voice, day: Interval) -> bool:
    """Whether the telling's report is of that day; an undated one may be older."""
    published = story.reading(voice.citation.report).report.published
    return published is not None and published.days == day


def _lines(story: Story, claims: Iterable[Claim]) -> Iterator[Line]:
    telling = Telling(story)
    disputed = {claim for each in story.differences for claim in each.claims}
    for each in claims:
        marks = ("differs, see below",) if each.id in disputed else ()
        yield Line(telling.words(each), telling.evidence(each), each.id, each.counts, marks)


def _each_once(story: Story, claims: Sequence[Claim]) -> list[Claim]:
    """Without those whose words all stand in another's: "it imposes a tariff" in "it imposes a tariff in May"."""
    telling = Telling(story)
    places = {each.id: telling.evidence(each) for each in claims}
    kept: list[Claim] = []
    for place, claim in enumerate(claims):
        mine = places[claim.id]
        others = [each for at, each in enumerate(claims) if at != place]
        if not any(
            _lies_within(mine, places[each.id])
            and (each in kept or not _lies_within(places[each.id], mine))
            for each in others
        ):
            kept.append(claim)
    return kept


def _lies_within(inner: Sequence[Citation], outer: Sequence[Citation]) -> bool:
    return all(any(a.report == b.report and b.span.contains(a.span) for b in outer) for a in inner)
