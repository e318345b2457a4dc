"""The text divided into labelled blocks: headline, byline, credit, dateline, date, caption, furniture, paragraph.

Nothing is cut and nothing repaired: every character that is not white space stands in exactly one block. Head, body
and foot have rules of their own, since the first lines of a report are worth most and look most like furniture.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.intake.captions import caption_reason, is_agency_picture
from reportedly.intake.furniture import (
    cut_mark,
    ends_sentence,
    fragment,
    furniture_reason,
    headline_suffix,
    is_crosshead,
)
from reportedly.intake.header import (
    Part,
    byline_parts,
    contribution,
    credit_line,
    lead_parts,
    tail_credit,
)
from reportedly.intake.page import Metadata, host_of
from reportedly.intake.stamps import Kind, Stamp, find_stamps, is_date_line
from reportedly.model.report import Block, Role
from reportedly.model.span import Span

LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
PROSE = 12  # words from which a line with an end mark is running text
LONG = 30  # words from which any line is
FEW = 3
SCREEN = 120  # characters that no line goes past where a text is broken at a fixed width
NEAR = 8  # lines from the top within which a byline or a credit may follow the first paragraph
SOURCE_LINE = re.compile(r"(?i:source)\s*:\s*(?P<name>[A-Z][^.!?]*)")
LISTED = re.compile(
    r"[•·▪*-]\s+[a-z]"
)  # an item that goes on a sentence, not a link to another story
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it, and what is known of it so far."""

    start: int
    text: str
    gap: bool  # an empty line stands before it
    parts: tuple[Part, ...] = ()

    def whole(self, role: Role, because: str) -> "Line":
        """The line as one block."""
        return replace(self, parts=(Part(0, len(self.text), role, because),))


def label_blocks(text: str, metadata: Metadata | None = None) -> tuple[Block, ...]:
    r"""The blocks of a text, in order; `metadata` helps to know the headline.

    >>> [block.role.value for block in label_blocks("Talks in Oslo | World\n\nMinisters met in Oslo.")]
    ['headline', 'furniture', 'paragraph']
    """
    known = metadata or Metadata()
    lines = list(_lines(text))
    first, last = _body(lines)
    lines = [_by_words(line, index, first, last) for index, line in enumerate(lines)]
    _label_head(lines, first, known)
    for index in range(first, len(lines)):
        if not lines[index].parts:
            lines[index] = _in_body(lines, index, first, last)
    return tuple(_blocks(lines))


def _lines(text: str) -> Iterator[Line]:
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


def _body(lines: Sequence[Line]) -> tuple[int, int]:
    """The first and the last line of running text."""
    for enough in (PROSE, PROSE // 2):
        prose = [index for index, line in enumerate(lines) if _is_prose(line.text, enough)]
        if prose:
            return prose[0], prose[-1]
    return min(1, max(0, len(lines) - 1)), len(lines) - 1


def _is_prose(line: str, enough: int) -> bool:
    words = len(line.split())
    if words >= LONG:
        return True
    stops = ends_sentence(line) and not re.search(r"[?!][\"'”’]?$", line[-2:])
    if caption_reason(line) or furniture_reason(line) or contribution(line):
        return False
    return words >= enough and (stops or bool(lead_parts(line)))


def _by_words(line: Line, index: int, first: int, last: int) -> Line:
    """A line that its own words give away: furniture, caption; near head and foot also date, byline, credit."""
    reason = furniture_reason(line.text)
    if reason:
        return line.whole(Role.FURNITURE, reason)
    if index < max(first, NEAR) or index >= last:
        parts = _head_parts(line.text)
        if parts:
            return replace(line, parts=parts)
    caption = caption_reason(line.text)
    if caption is None and 0 < index != last and is_agency_picture(line.text):
        caption = "caption: ends with an agency's picture credit"
    return line.whole(Role.CAPTION, caption) if caption else line


def _head_parts(text: str) -> tuple[Part, ...]:
    if is_date_line(text):
        return (Part(0, len(text), Role.DATE, "date on a line of its own"),)
    named = SOURCE_LINE.fullmatch(text)
    if named and len(text) < SCREEN:
        return (Part(0, len(text), Role.CREDIT, f"names its source, “{named['name']}”"),)
    return contribution(text) or credit_line(text) or byline_parts(text)


def _label_head(lines: list[Line], first: int, known: Metadata) -> None:
    """Find the headline among the lines above the body; what stands over it is furniture."""
    open_lines = [index for index in range(first) if not lines[index].parts]
    best = _best_headline(lines, open_lines, first, known)
    for index in open_lines:
        line = lines[index]
        if index == best:
            lines[index] = replace(line, parts=_headline_parts(line.text, known))
        elif best is not None and index < best:
            lines[index] = line.whole(Role.FURNITURE, "short line above the headline")
        elif ends_sentence(line.text):
            lines[index] = line.whole(Role.PARAGRAPH, "sentence above the first long paragraph")
        elif len(line.text.split()) <= FEW:  # "World news": a section
            lines[index] = line.whole(Role.FURNITURE, "short line between headline and text")
        else:
            lines[index] = line.whole(Role.HEADLINE, "line under the headline, above the text")


def _best_headline(
    lines: Sequence[Line], open_lines: Sequence[int], first: int, known: Metadata
) -> int | None:
    """The line that the metadata call the headline, else the one that shares most words with the body."""
    wanted = _words(known.headline or "")
    for index in open_lines:
        if wanted and wanted <= _words(lines[index].text):
            return index
    body = _words(" ".join(line.text for line in lines[first : first + 5]))
    best, most = None, -1
    for index in open_lines:
        words = _words(lines[index].text)
        score = (
            len(words & body)
            + (len(words) > FEW)
            - (index > 0 and ends_sentence(lines[index].text))
        )
        if score > most:
            best, most = index, score
    return best


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in WORD.findall(text) if len(word) >= FEW)


def _headline_parts(text: str, known: Metadata) -> tuple[Part, ...]:
    """The headline without the date glued before it and the section's name after it."""
    parts = []
    start = 0
    stamp = next(find_stamps(text), None)
    if stamp and _glued(text, stamp):
        parts.append(Part(0, stamp.end, Role.DATE, "date glued before the headline"))
        start = len(text) - len(text[stamp.end :].lstrip(" \t\xa0|:-–—"))
    suffix = headline_suffix(text[start:], (known.outlet, host_of(known.url)))
    end = len(text) if suffix is None else start + suffix
    parts.append(
        Part(start, end, Role.HEADLINE, "first line above the text that speaks of its matter")
    )
    if suffix is not None:
        parts.append(
            Part(end, len(text), Role.FURNITURE, "section or site name after the headline")
        )
    return tuple(parts)


def _glued(text: str, stamp: Stamp) -> bool:
    """Whether a date opens the line and a headline follows: "date 2021-12-25 Ministers meet in Oslo"."""
    rest = text[stamp.end :].lstrip(" \t\xa0|:-–—")
    opens = stamp.start == 0 and len(rest.split()) >= FEW and not rest[0].islower()
    numeric = text[stamp.start].isdigit() and "-" in text[stamp.start : stamp.end]
    return opens and (stamp.kind != Kind.BARE or numeric)


def _in_body(lines: Sequence[Line], index: int, first: int, last: int) -> Line:
    """A line of the body: a crosshead, or a paragraph with what is glued to its ends; after it, the foot."""
    line = lines[index]
    if index > last:
        return _in_foot(line)
    if first < index < last and is_crosshead(line.text):
        return line.whole(Role.FURNITURE, "crosshead: a heading between paragraphs")
    return replace(
        line, parts=_paragraph_parts(line.text, opens=index <= first + 1, closes=index == last)
    )


def _in_foot(line: Line) -> Line:
    if (
        LISTED.match(line.text)
        or ends_sentence(line.text)
        or len(line.text.split()) > PROSE
        or line.text[-1] in '"”:'
    ):
        return replace(line, parts=_paragraph_parts(line.text, opens=False, closes=True))
    return line.whole(Role.FURNITURE, "short line without an end mark after the text")


def _paragraph_parts(text: str, *, opens: bool, closes: bool) -> tuple[Part, ...]:
    parts = list(lead_parts(text)) if opens else []
    start = parts[-1].end if parts else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    end, tail = len(text), []
    if closes:
        credit = tail_credit(text)
        mark = cut_mark(text)
        if credit:
            tail.append(credit)
        elif mark is not None and mark > start:
            tail.append(Part(mark, end, Role.FURNITURE, "cut mark: the copy breaks off here"))
        end = tail[0].start if tail else end
    cut = fragment(text[start:end]) if end > start else None
    if cut is not None and not tail:
        tail.append(
            Part(start + cut, end, Role.FURNITURE, "cut fragment after the last whole sentence")
        )
        end = start + cut
    body = Part(start, end, Role.PARAGRAPH, "running text")
    return (*parts, body, *tail) if end > start else (*parts, *tail)


def _blocks(lines: Sequence[Line]) -> Iterator[Block]:
    """The parts of all lines as blocks of the text, trimmed of white space."""
    for line in lines:
        for index, part in enumerate(line.parts):
            after = line.parts[index + 1].start if index + 1 < len(line.parts) else len(line.text)
            piece = line.text[part.start : after]
            start = part.start
            if part.role is not Role.FURNITURE or index == 0:  # " | Russia" keeps its space
                start += len(piece) - len(piece.lstrip())
            span = Span(line.start + start, line.start + part.start + len(piece.rstrip()))
            yield Block(span, part.role, part.because)
