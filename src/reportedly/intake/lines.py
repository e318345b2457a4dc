"""The lines of a text, with lines that were wrapped at a fixed width joined again."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.intake.furniture import ends_sentence
from reportedly.intake.header import Part
from reportedly.model.report import Role

LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
SCREEN = 120  # characters that no line goes past where a text is broken at a fixed width
FEW = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it, and what is known of it so far."""

    start: int
    text: str
    gap: bool  # an empty line stands before it
    parts: tuple[Part, ...] = ()

    @property
    def role(self) -> Role | None:
        """The role of the line where it is one block."""
        return self.parts[0].role if len(self.parts) == 1 else None

    def whole(self, role: Role, because: str) -> "Line":
        """The line as one block."""
        return replace(self, parts=(Part(0, len(self.text), role, because),))


def split_lines(text: str) -> Iterator[Line]:
    """The lines that hold more than white space; lines wrapped at a fixed width are joined to paragraphs."""
    lines: list[Line] = []
    end = 0
    for match in LINE.finditer(text):
        stripped = match[0].strip()
        if stripped:
            start = match.start() + match[0].index(stripped)
            lines.append(Line(start, stripped, text.count("\n", end, start) > 1))
            end = start + len(stripped)
    yield from _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the text is broken at a fixed width: most lines with a neighbour below end in mid-sentence."""
    joins = [(a, b) for a, b in pairwise(lines) if not b.gap]
    upper = [a for a, _ in joins]
    if len(upper) < FEW or max(len(line.text) for line in lines) > SCREEN:
        return False
    broken = sum(3 * len(line.text) > SCREEN and not ends_sentence(line.text) for line in upper)
    continued = sum(lower.text[0].islower() for _, lower in joins)
    return 2 * broken > len(upper) and 3 * continued >= len(upper)


def _unwrapped(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    begin = lines[0]
    end = begin.start + len(begin.text)
    for line in lines[1:]:
        if line.gap:
            yield replace(begin, text=text[begin.start : end])
            begin = line
        end = line.start + len(line.text)
    yield replace(begin, text=text[begin.start : end])
