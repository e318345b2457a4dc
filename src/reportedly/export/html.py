"""The brief as one HTML page that needs nothing else: no script, no address outside it."""

from collections.abc import Iterator, Mapping
from html import escape

from reportedly.export.text import copies_words, nothing_found, shortened, support_words
from reportedly.model.brief import Brief, Line, Note, Section
from reportedly.model.span import Citation

STYLE = """
body { font: 16px/1.5 Georgia, serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #222; background: #fff }
h1, h2, h3 { font-family: system-ui, sans-serif; line-height: 1.25 }
h2 { border-top: 3px solid #222; padding-top: .7em; margin-top: 2em; font-size: 1.3em }
h3 { font-size: 1em; text-transform: uppercase; letter-spacing: .05em; margin-bottom: .3em }
h4 { margin: .6em 0 .2em; font-size: 1em }
ul { margin: 0; padding-left: 1.2em }
.badge { font-family: system-ui, sans-serif; font-weight: 600; background: #eef2f6; display: inline-block; padding: .1em .6em }
.support { color: #555; font-size: .85em; font-family: system-ui, sans-serif }
.mark { border-bottom: 2px dotted #a33; font-size: .85em }
sup a { text-decoration: none; padding: 0 .1em }
ol.notes { font-size: .85em; color: #333 }
ol.notes code { font-size: .9em; color: #666 }
@media print { body { margin: 0; font-size: 11pt } }
"""


def render_html(brief: Brief) -> str:
    """A whole page; numbers link to the end notes and back."""
    return "\n".join(_page(brief)) + "\n"


def _page(brief: Brief) -> Iterator[str]:
    day = f"{brief.today.day} {brief.today:%B %Y}" if brief.today else "no date known"
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f"<title>Brief, {day}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>"
    yield f"<h1>Brief, {day}</h1>\n<p>{escape(brief.summary)}.</p>"
    numbers = {note.citation: note.number for note in brief.notes}
    for story in brief.stories:
        yield f"<h2>{escape(story.lead.text)}{_marks(story.lead, numbers)}</h2>"
        yield f'<p class="badge">{escape(story.origin_line)}</p>'
        for section in story.sections:
            if section.lines:
                yield from _section(section, numbers)
        empty = nothing_found(story)
        if empty:
            yield f"<p><em>{escape(empty)}</em></p>"
    yield '<h2>End notes</h2>\n<ol class="notes">'
    for note in brief.notes:
        yield _note(note)
    yield "</ol>\n</main>\n</body>\n</html>"


def _section(section: Section, numbers: Mapping[Citation, int]) -> Iterator[str]:
    yield f"<h3>{escape(section.title)}</h3>"
    yield "<ul>"
    under = ""
    for line in section.lines:
        if line.under != under:
            under = line.under
            yield f"</ul>\n<h4>{escape(under)}</h4>\n<ul>"
        yield _line(line, numbers)
    yield "</ul>"
    if section.more:
        yield f"<p><em>... and {section.more} more</em></p>"


def _line(line: Line, numbers: Mapping[Citation, int]) -> str:
    support = f' <span class="support">({support_words(line.counts)})</span>' if line.counts else ""
    marks = "".join(f' <span class="mark">{escape(mark)}</span>' for mark in line.marks)
    return f"<li>{escape(line.text)}{marks}{support}{_marks(line, numbers)}</li>"


def _marks(line: Line, numbers: Mapping[Citation, int]) -> str:
    links = (f'<a href="#n{numbers[each]}">{numbers[each]}</a>' for each in line.evidence)
    return f"<sup>{' '.join(links)}{copies_words(line)}</sup>"


def _note(note: Note) -> str:
    span = note.citation.span
    where = f"{escape(note.source)}: characters {span.start}-{span.end}"
    words = f"<q>{escape(shortened(note.words))}</q>"
    return f'<li id="n{note.number}">{where}: {words} <code>{note.citation.report}</code></li>'
