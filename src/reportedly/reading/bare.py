"""A report without its furniture: all that its reading hangs on, so that the copies of a text are read once.

Each site puts menus, notices and its own name around the text and into it. What is left is the same in all copies;
its reading is moved to where the words stand in each.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.model.moving import Blockwise, moved
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span

GAP = "\n\n"  # stands for furniture between two blocks


@dataclass(frozen=True, slots=True)
class Bare:
    """A report of the blocks that are no furniture, nameless, and how to come from its text to the whole one."""

    report: Report
    way: Blockwise

    def furnished(self, reading: Reading, report: Report) -> Reading:
        """The reading of the bare report as that of the report it was made of."""
        if self.way.starts == self.way.other_starts:
            return replace(reading, report=report)
        return replace(moved(reading, self.way), report=report)


def bare(report: Report) -> Bare:
    """The report without its furniture, source and name."""
    kept = [each for each in report.blocks if each.role is not Role.FURNITURE]
    if not kept:
        return Bare(_nameless(report, report.text, report.blocks), Blockwise((), ()))
    pieces = [kept[0].span.of(report.text)]
    starts = [0]
    for before, after in pairwise(kept):
        between = report.text[before.span.end : after.span.start]
        pieces.append(between if not between.strip() else GAP)
        starts.append(starts[-1] + len(before.span) + len(pieces[-1]))
        pieces.append(after.span.of(report.text))
    blocks = tuple(
        Block(Span(start, start + len(each.span)), each.role, "")
        for start, each in zip(starts, kept, strict=True)
    )
    way = Blockwise(tuple(starts), tuple(each.span.start for each in kept))
    return Bare(_nameless(report, "".join(pieces), blocks), way)


def _nameless(report: Report, text: str, blocks: tuple[Block, ...]) -> Report:
    published = report.published and replace(report.published, because="", span=None)
    return Report("", "", text, blocks, Source(), published, report.language)
