"""The timeline: claims and meetings that have a place on the calendar, in order; plans are marked as plans."""

from reportedly.model.brief import Line
from reportedly.model.story import Claim, Story
from reportedly.synthesis.telling import Telling
from reportedly.synthesis.wording import span_of_days

LONGEST = 31  # days; what has no closer place is background


def timeline_lines(story: Story) -> tuple[Line, ...]:
    """A line a dated claim that a body tells, earliest first."""
    dated = [each for each in story.claims if _is_dated(each)]
    dated.sort(key=lambda each: (_first(each), each.evidence[0]))
    telling = Telling(story)
    return tuple(
        Line(
            f"{span_of_days(each.days)}: {telling.words(each)}", each.evidence, each.id, each.counts
        )
        for each in dated
    )


def _first(claim: Claim) -> str:
    return claim.days.first.isoformat() if claim.days else ""


def _is_dated(claim: Claim) -> bool:
    close = claim.days is not None and claim.days.days <= LONGEST
    return close and any(not voice.headline for voice in claim.voices)
