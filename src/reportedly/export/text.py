"""The brief as plain text for a terminal or a mail."""

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap

from reportedly.model.brief import Brief, Line, Note, Section, StoryBrief
from reportedly.model.span import Citation
from reportedly.model.story import Counts

WIDTH = 100
LONGEST_NOTE = 160  # characters of a note that are printed


def render_text(brief: Brief) -> str:
    """The whole page, lines wrapped at 100 columns, numbers in brackets pointing to the end notes."""
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    day = f"{brief.today.day} {brief.today:%B %Y}" if brief.today else "no date known"
    yield f"BRIEF, {day}. {brief.summary}."
    numbers = {note.citation: note.number for note in brief.notes}
    for story in brief.stories:
        yield from _story(story, numbers) if story.sections else _in_short(story, numbers)
    yield ""
    yield "END NOTES (report, characters, SHA-256 of its bytes)"
    for note in brief.notes:
        yield from _note(note)


def _story(story: StoryBrief, numbers: Mapping[Citation, int]) -> Iterator[str]:
    yield ""
    yield "=" * WIDTH
    yield from wrap(f"{story.lead.text} {_marks(story.lead, numbers)}", WIDTH)
    yield story.origin_line
    for section in story.sections:
        if section.lines:
            yield ""
            yield section.title.upper()
            yield from _section(section, numbers)
    empty = nothing_found(story)
    if empty:
        yield ""
        yield from wrap(empty, WIDTH, subsequent_indent="  ")


def nothing_found(story: StoryBrief) -> str:
    """What was looked for and is not there, in one line; "" where every section has something."""
    empty = [each for each in story.sections if not each.lines and each.empty]
    return f"Also looked for: {'; '.join(each.empty for each in empty)}." if empty else ""


def shortened(words: str) -> str:
    """The words of a note, cut between two of them where they are long: the characters cited stay the same.

    >>> shortened("word " * 40)[-13:]
    'word word ...'
    """
    if len(words) <= LONGEST_NOTE:
        return words
    return words[:LONGEST_NOTE].rsplit(" ", 1)[0].rstrip(",;: ") + " ..."


def _in_short(story: StoryBrief, numbers: Mapping[Citation, int]) -> Iterator[str]:
    """A further story: its lead and its counts."""
    yield ""
    lead = f"ALSO: {story.lead.text} ({story.origin_line}) {_marks(story.lead, numbers)}"
    yield from wrap(lead, WIDTH, subsequent_indent="  ")


def _section(section: Section, numbers: Mapping[Citation, int]) -> Iterator[str]:
    under = ""
    for line in section.lines:
        if line.under != under:
            under = line.under
            yield f"  {under}"
        yield from _line(line, numbers)
    if section.more:
        yield f"  ... and {section.more} more"


def _line(line: Line, numbers: Mapping[Citation, int]) -> Iterator[str]:
    indent = "    " if line.under else "  "
    parts = [line.text, *(f"<{mark}>" for mark in line.marks)]
    if line.counts:
        parts.append(f"({support_words(line.counts)})")
    parts.append(_marks(line, numbers))
    yield from wrap(
        " ".join(parts), WIDTH, initial_indent=f"{indent}- ", subsequent_indent=f"{indent}  "
    )


def support_words(counts: Counts) -> str:
    """The three rungs of one line, short."""
    return ", ".join(
        f"{_range(count)} {word}{'' if count == (1, 1) else 's'}"
        for count, word in (
            ((counts.reports, counts.reports), "report"),
            (counts.texts, "text"),
            (counts.origins, "origin"),
        )
    )


def _range(count: tuple[int, int]) -> str:
    return str(count[0]) if count[0] == count[1] else f"{count[0]}-{count[1]}"


def _marks(line: Line, numbers: Mapping[Citation, int]) -> str:
    """The numbers of the line's end notes, runs of them joined: [1-3,7], [1-3 and 20 copies]."""
    cited = ",".join(_runs(sorted({numbers[each] for each in line.evidence})))
    return f"[{cited}{copies_words(line)}]"


def copies_words(line: Line) -> str:
    """How many reports more have the words that are cited."""
    if not line.copies:
        return ""
    return " and 1 copy" if line.copies == 1 else f" and {line.copies} copies"


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Numbers in order, those that follow each other as one.

    >>> list(_runs([1, 2, 3, 7]))
    ['1-3', '7']
    """
    first = last = numbers[0]
    for number in (*numbers[1:], None):
        if number == last + 1:
            last = number
            continue
        yield str(first) if first == last else f"{first}-{last}"
        if number is not None:
            first = last = number


def _note(note: Note) -> Iterator[str]:
    span = note.citation.span
    where = f"{note.source}: {span.start}-{span.end}, {note.citation.report[:12]}"
    yield from wrap(
        f"[{note.number}] {where} “{shortened(note.words)}”", WIDTH, subsequent_indent="     "
    )
