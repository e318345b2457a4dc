"""The text divided into labelled blocks: headline, byline, credit, dateline, date, caption, furniture, paragraph.

Nothing is cut and nothing repaired: every character that is not white space stands in exactly one block. Head, body
and foot have rules of their own, since the first lines of a report are worth most and look most like furniture.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.intake.bylines import byline_parts, contribution, stamped_byline
from reportedly.intake.captions import caption_reason, is_agency_picture
from reportedly.intake.furniture import (
    buttons,
    closing_furniture,
    cut_mark,
    ends_sentence,
    fragment,
    furniture_reason,
    has_sentence,
    is_crosshead,
    reads_as_text,
)
from reportedly.intake.header import Part, credit_line, lead_parts, tail_credit
from reportedly.intake.headlines import label_head
from reportedly.intake.lines import FEW, SCREEN, Line, split_lines
from reportedly.intake.outlets import SOURCE_LINE, outlet_parts
from reportedly.intake.page import Metadata
from reportedly.intake.stamps import find_stamps, is_date_line, is_time_line
from reportedly.model.report import Block, Role
from reportedly.model.span import Span

PROSE = 12  # words from which a line with an end mark is running text
LONG = 30  # words from which any line is
LINK = 16  # words up to which a line without an end mark may be a link
CROSSHEAD = 8  # the same of a heading
SHORTEST = 5  # words up to which a lone line of the foot is no sentence
TWICE = 5  # words of a line that is a caption where it stands twice in a row
REPEATED = 300  # characters within which a line may say the headline again
NEAR = 8  # lines from the top within which a byline or a credit may follow the first paragraph
LISTED = re.compile(
    r"[•·▪*-]\s+[a-z]"
)  # an item that goes on a sentence, not a link to another story


def label_blocks(text: str, metadata: Metadata | None = None) -> tuple[Block, ...]:
    r"""The blocks of a text, in order; `metadata` helps to know the headline.

    >>> [block.role.value for block in label_blocks("Talks in Oslo | World\n\nMinisters met in Oslo.")]
    ['headline', 'furniture', 'paragraph']
    """
    known = metadata or Metadata()
    marked = {line.text: line.role for line in known.marked}
    lines = [_by_markup(line, marked.get(line.text)) for line in split_lines(text)]
    first, last = _body(lines)
    lines = [
        line if line.parts else _by_words(line, index, first, last)
        for index, line in enumerate(lines)
    ]
    _label_twice(lines)
    label_head(lines, first, known)
    for index in range(first, len(lines)):
        if not lines[index].parts:
            lines[index] = _in_body(lines, index, first, last)
    return tuple(_blocks(lines))


def _by_markup(line: Line, role: Role | None) -> Line:
    """A line to which the page's markup gives a role; a date beside a name in it is a block of its own."""
    if role is None:
        return line
    if role is Role.BYLINE:
        parts = outlet_parts(line.text, first=False) or _head_parts(line.text)
        if parts:
            return replace(line, parts=parts)
    return line.whole(role, f"the page marks it as {role.value}")


def _body(lines: Sequence[Line]) -> tuple[int, int]:
    """The first and the last line of running text."""
    for enough in (PROSE, PROSE // 2):
        prose = [
            index
            for index, line in enumerate(lines)
            if not line.parts and _is_prose(line.text, enough)
        ]
        if prose:
            return prose[0], prose[-1]
    unended = sum(not ends_sentence(line.text) for line in lines[1:])
    if unended >= FEW:  # nothing but links
        return 1, 0
    return min(1, max(0, len(lines) - 1)), len(lines) - 1


def _label_twice(lines: list[Line]) -> None:
    """Captions of a row of pictures: a line twice in a row, a line without an end mark between two captions."""
    told = {
        line.text for line in lines if ends_sentence(line.text) and len(line.text.split()) > FEW
    }
    for index, (line, after) in enumerate(pairwise(lines)):
        if len(told) <= FEW:  # it may be all that the report says
            break
        if line.text == after.text and not line.parts and len(line.text.split()) >= TWICE:
            for twin in (index, index + 1):
                lines[twin] = lines[twin].whole(Role.CAPTION, "caption: stands twice in a row")
    for index in range(1, len(lines) - 1):
        beside = (lines[index - 1].role, lines[index + 1].role)
        if (
            beside == (Role.CAPTION, Role.CAPTION)
            and not lines[index].parts
            and not ends_sentence(lines[index].text)
        ):
            lines[index] = lines[index].whole(Role.CAPTION, "caption: between two captions")


def _is_prose(line: str, enough: int) -> bool:
    words = len(line.split())
    if words >= LONG:
        return True
    stops = tail_credit(line) or (
        ends_sentence(line) and not re.search(r"[?!][\"'”’]?$", line[-2:])
    )
    if caption_reason(line) or furniture_reason(line) or contribution(line):
        return False
    return words >= enough and bool(line[-1] == ":" or stops or lead_parts(line))


def _by_words(line: Line, index: int, first: int, last: int) -> Line:
    """A line that its own words give away: furniture, caption; near head and foot also date, byline, credit."""
    reason = furniture_reason(line.text)
    if reason and not (
        (
            index < max(first, NEAR)
            and next(find_stamps(line.text), None)
            and is_date_line(line.text)
        )
        or (line.text[0] == "[" and credit_line(line.text))
    ):
        return line.whole(Role.FURNITURE, reason)
    if is_time_line(line.text):
        return line.whole(Role.DATE, "time on a line of its own")
    if index < max(first, NEAR) or index >= last:
        named = outlet_parts(line.text, first=index == 0) if index < first else ()
        parts = named or _head_parts(line.text)
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
    return contribution(text) or credit_line(text) or byline_parts(text) or stamped_byline(text)


def _in_body(lines: Sequence[Line], index: int, first: int, last: int) -> Line:
    """A line of the body: a crosshead, or a paragraph with what is glued to its ends; after it, the foot."""
    line = lines[index]
    if index > last:
        return _in_foot(lines, index)
    before = lines[index - 1] if index else line
    beside = bool(before.parts) and all(  # under a heading, a caption, a link
        part.role is not Role.PARAGRAPH for part in before.parts
    )
    if first < index < last and _between(line.text) and (beside or ends_sentence(before.text)):
        return line.whole(Role.FURNITURE, "crosshead or link: a line between paragraphs")
    opens = index <= first + 1 or beside
    parts = _paragraph_parts(line.text, opens=opens, closes=index == last)
    return replace(line, parts=_without_repeats(line.text, parts, lines) if opens else parts)


def _between(text: str) -> bool:
    """Whether a line is a heading between paragraphs, or longer, a link written as headlines are."""
    return is_crosshead(text, CROSSHEAD) or (is_crosshead(text, LINK) and not reads_as_text(text))


def _without_repeats(text: str, parts: tuple[Part, ...], lines: Sequence[Line]) -> tuple[Part, ...]:
    """Parts without what is glued before the first: buttons of a player, the headline once more."""
    start = buttons(text)
    role, because = Role.CAPTION, "caption behind the buttons of a picture or film"
    if start is None:
        start = _after_headline(text, lines)
        role, because = Role.PARAGRAPH, "running text"
    if not start or start >= parts[0].end or len(parts) > 1:
        return parts
    glued = Part(0, start, Role.FURNITURE, "page furniture glued before the text")
    return (glued, Part(start, len(text), role, because))


def _after_headline(text: str, lines: Sequence[Line]) -> int | None:
    """Where a line goes on that says the report's headline again before its own words."""
    said = next(
        (line.parts[0] for line in lines if line.parts and line.parts[0].role is Role.HEADLINE),
        None,
    )
    headline = next((line.text[: said.end] for line in lines if said and said in line.parts), "")
    if len(headline.split()) <= FEW or not text.startswith(headline):
        return None
    end = text.rfind(headline, 0, REPEATED + len(headline)) + len(headline)
    rest = text[end:].lstrip()
    return (
        len(text) - len(rest) if rest and not rest[0].islower() and rest[0] not in ",;.:" else None
    )


def _in_foot(lines: Sequence[Line], index: int) -> Line:
    line = lines[index]
    words = len(line.text.split())
    alone = not _is_link(lines, index - 1) and not _is_link(lines, index + 1)
    if (
        LISTED.match(line.text)
        or ends_sentence(line.text)
        or has_sentence(line.text)
        or words > LINK
        or (words > SHORTEST and alone and reads_as_text(line.text))
        or line.text[-1] in '"”:'
    ):
        return replace(line, parts=_paragraph_parts(line.text, opens=False, closes=True))
    return line.whole(Role.FURNITURE, "short line without an end mark after the text")


def _is_link(lines: Sequence[Line], index: int) -> bool:
    """Whether a line of the foot is furniture, or looks like a link itself."""
    if index >= len(lines):
        return False
    line = lines[index]
    if line.role is Role.FURNITURE:
        return any(character.isalnum() for character in line.text)
    return not (line.parts or ends_sentence(line.text))


def _paragraph_parts(text: str, *, opens: bool, closes: bool) -> tuple[Part, ...]:
    parts = list(lead_parts(text)) if opens else []
    start = parts[-1].end if parts else 0
    start += len(text[start:]) - len(text[start:].lstrip())
    end, tail = len(text), []
    if closes:
        credit = tail_credit(text)
        mark = cut_mark(text)
        page = closing_furniture(text)
        if credit:
            tail.append(credit)
        elif page is not None and page > start:
            tail.append(Part(page, end, Role.FURNITURE, "last sentence speaks of the page"))
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
