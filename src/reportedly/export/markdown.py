"""The brief as Markdown, with the end notes as footnotes."""

from collections.abc import Iterator, Mapping

from reportedly.export.text import copies_words, nothing_found, shortened, support_words
from reportedly.model.brief import Brief, Line, Section
from reportedly.model.span import Citation


def render_markdown(brief: Brief) -> str:
    """Headings a story and section, a list item a line, footnotes `[^n]`."""
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    day = f"{brief.today.day} {brief.today:%B %Y}" if brief.today else "no date known"
    yield f"# Brief, {day}"
    yield f"\n{_escaped(brief.summary)}."
    numbers = {note.citation: note.number for note in brief.notes}
    for story in brief.stories:
        yield f"\n## {_escaped(story.lead.text)}{_marks(story.lead, numbers)}"
        yield f"\n**{story.origin_line}**"
        for section in story.sections:
            if section.lines:
                yield from _section(section, numbers)
        empty = nothing_found(story)
        if empty:
            yield f"\n*{_escaped(empty)}*"
    yield "\n---\n"
    for note in brief.notes:
        span = note.citation.span
        where = f"{note.source}: characters {span.start}-{span.end}, SHA-256 {note.citation.report}"
        yield f"[^{note.number}]: {_escaped(where)}: “{_escaped(shortened(note.words))}”"


def _section(section: Section, numbers: Mapping[Citation, int]) -> Iterator[str]:
    yield f"\n### {section.title}\n"
    under = ""
    for line in section.lines:
        if line.under != under:
            under = line.under
            yield f"\n**{_escaped(under)}**\n"
        yield _line(line, numbers)
    if section.more:
        yield f"\n*... and {section.more} more*"


def _line(line: Line, numbers: Mapping[Citation, int]) -> str:
    support = f" ({support_words(line.counts)})" if line.counts else ""
    marks = "".join(f" *{_escaped(mark)}*" for mark in line.marks)
    return f"- {_escaped(line.text)}{marks}{support}{_marks(line, numbers)}"


def _marks(line: Line, numbers: Mapping[Citation, int]) -> str:
    return "".join(f"[^{numbers[each]}]" for each in line.evidence) + copies_words(line)


def _escaped(text: str) -> str:
    """Characters that Markdown would take for its own, with a backslash before them."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|" else char for char in text)
