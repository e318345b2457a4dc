"""What falls when a report is taken out: nothing here touches the archive."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.cli.records import Named, list_statements
from reportedly.model.story import Counts, Story


@dataclass(frozen=True, slots=True)
class Loss:
    """A record that rests on the report: it falls with it, or keeps less support (`after`)."""

    named: Named
    falls: bool
    after: Counts | None


def find_losses(
    before: Sequence[Story], after: Sequence[Story], report_id: str
) -> tuple[Loss, ...]:
    """The records that cite the report, those that fall first.

    `before` is the story that has it, `after` what is told anew without it. A record lives on where one of the same
    sort still cites a place that it cited; with a headline check, its report is gone and so is the check.
    """
    left = [named for story in after for named in list_statements(story)]
    losses = []
    for story in before:
        for named in list_statements(story):
            if any(citation.report == report_id for citation in named.evidence):
                heir = _heir(named, left)
                losses.append(Loss(named, heir is None, heir.counts if heir else None))
    return tuple(sorted(losses, key=lambda loss: not loss.falls))


def _heir(named: Named, left: Sequence[Named]) -> Named | None:
    """The record that says the same after the report is gone."""
    places = set(named.evidence)
    for other in left:
        if other.sort == named.sort and places.intersection(other.evidence):
            return other
    return None
