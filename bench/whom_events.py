"""How often the product's own events have a marked actor and a marked recipient in one of them."""

from collections.abc import Sequence

from bench.attribution_files import read_text
from bench.whom_files import Marked, Sides, Spans
from reportedly.model.reading import Argument, EventMention
from reportedly.pipeline import read_report


def share_paired(marked: Sequence[Marked]) -> float:
    """Percent of the sentences with both sides marked of which an event has one of each, read as a report alone."""
    both = [(text, sides) for text, sides in marked if sides.actors and sides.recipients]
    paired = sum(
        any(_is_paired(event, sides) for event in read_report(read_text(text)).events)
        for text, sides in both
    )
    return round(100 * paired / len(both), 2) if both else 0.0


def _is_paired(event: EventMention, sides: Sides) -> bool:
    return _has(event.actors, sides.actors) and _has(event.recipients, sides.recipients)


def _has(arguments: Sequence[Argument], spans: Spans) -> bool:
    return any(each.span.matches(span) for each in arguments for span in spans)
