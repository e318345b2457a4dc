"""A report without its furniture: all that its reading hangs on, so that the copies of a text are read once.

Each site puts menus, notices and its own name around the text and into it. What is left is the same in all copies;
its reading is moved to where the words stand in each.
"""

from bisect import bisect_right
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.model.moving import moved
from reportedly.model.reading import Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span

GAP = "\n\n"  # stands for furniture between two blocks


@dataclass(frozen=True, slots=True)
class Bare:
    """A report of the blocks that are no furniture, nameless, and where each of them begins in both texts."""

    report: Report
    starts: tuple[int, ...]
    own_starts: tuple[int, ...]

    def furnished(self, reading: Reading, report: Report) -> Reading:
        """The reading of the bare report as that of the report it was made of."""
        if self.starts == self.own_starts:
            return replace(reading, report=report)
        layers = moved(replace(reading, report=self.report), self._move)
        return replace(layers, report=report)

    def _move(self, span: Span) -> Span:
        return Span(self._moved(span.start), self._moved(span.end - 1) + 1)

    def _moved(self, offset: int) -> int:
        block = max(0, bisect_right(self.starts, offset) - 1)
        return self.own_starts[block] + offset - self.starts[block]


def bare(report: Report) -> Bare:
    """The report without its furniture, source and name."""
    kept = [each for each in report.blocks if each.role is not Role.FURNITURE]
    own = tuple(each.span.start for each in kept)
    if not kept:
        return Bare(_nameless(report, report.text, report.blocks), own, own)
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
    return Bare(_nameless(report, "".join(pieces), blocks), tuple(starts), own)


def _nameless(report: Report, text: str, blocks: tuple[Block, ...]) -> Report:
    published = report.published and replace(report.published, because="", span=None)
    return Report("", "", text, blocks, Source(), published, report.language)
