"""What one report says as text for people: its blocks with their roles, the finds marked where they stand.

`[[Jan. 10|2022-01-10]]` marks a time, a name or a figure with what was made of it; lines under a sentence say who said
it and what it tells.
"""

from collections.abc import Iterable, Iterator

from reportedly.language.characters import printable
from reportedly.model.interval import Interval
from reportedly.model.ontology import Form
from reportedly.model.reading import Argument, EventMention, Figure, Mention, Quotation, Reading
from reportedly.model.report import Block, Report, Role
from reportedly.model.span import Span

Mark = tuple[Span, str]


def render_marked(reading: Reading) -> str:
    """The whole report, marked."""
    return printable("\n".join(_lines(reading)) + "\n")


def _lines(reading: Reading) -> Iterator[str]:
    yield from _head(reading.report)
    marks = find_marks(reading)
    for block in reading.report.blocks:
        yield ""
        if block.role is Role.FURNITURE:
            yield f"furniture ({block.because}): {_flat(block.span.of(reading.text))}"
        else:
            yield f"{block.role.value} {block.span.start}-{block.span.end}"
            yield from _block(reading, block, marks)


def _head(report: Report) -> Iterator[str]:
    """Which report it is, who stands on it, when it came out."""
    yield f"{report.path}  {report.id}"
    source = report.source
    named = (("outlet", source.outlet), ("agency", source.agency), ("author", source.author))
    known = [f"{label} {name}" for label, name in named if name]
    yield f"source: {', '.join(known) or 'not named'}"
    published = report.published
    if published is None:
        yield "published: no date found"
    else:
        yield f"published: {day_range(published.days)} ({published.known.value}: {published.because})"


def _block(reading: Reading, block: Block, marks: tuple[Mark, ...]) -> Iterator[str]:
    """The sentences of a block, or its text where it was not split."""
    sentences = [each.span for each in reading.sentences if block.span.contains(each.span)]
    for span in sentences or [block.span]:
        yield f"  {mark_text(reading.text, span, marks)}"
        yield from (f"      {line}" for line in _findings(reading, span))


def find_marks(reading: Reading) -> tuple[Mark, ...]:
    """Times, figures and names with their labels, none within another, in the order of the text."""
    found: list[Mark] = [
        (time.span, day_range(time.days) if time.days else time.value) for time in reading.times
    ]
    found += [(figure.span, bounds(figure)) for figure in reading.figures]
    found += [
        (mention.head, _label(reading.text, mention))
        for mention in reading.mentions
        if mention.form in (Form.NAMED, Form.METONYM)
    ]
    kept: list[Mark] = []
    for span, label in found:
        if not any(span.overlaps(other) for other, _ in kept):
            kept.append((span, label))
    return tuple(sorted(kept))


def _label(text: str, mention: Mention) -> str:
    """What the name stands for: its kind, and its full name where the text has another form."""
    named = _flat(mention.head.of(text)) == mention.name
    return mention.kind.value if named else f"{mention.name}, {mention.kind.value}"


def mark_text(text: str, span: Span, marks: Iterable[Mark]) -> str:
    """The words of `span` with the marks that lie in it.

    >>> mark_text("Talks on Jan. 10.", Span(0, 17), [(Span(9, 16), "2022-01-10")])
    'Talks on [[Jan. 10|2022-01-10]].'
    """
    pieces = []
    at = span.start
    for place, label in marks:
        if span.contains(place):
            pieces += [text[at : place.start], f"[[{place.of(text)}|{label}]]"]
            at = place.end
    pieces.append(text[at : span.end])
    return _flat("".join(pieces))


def day_range(days: Interval) -> str:
    """Days as in TIMEX3 ranges: "2022-01-10", "2022-01-01..2022-01-10"."""
    return str(days.first) if days.days == 1 else f"{days.first}..{days.last}"


def bounds(figure: Figure) -> str:
    """A figure's bounds: "100000.. Russian troops", "5 USD"."""
    low = "" if figure.low is None else f"{figure.low:.15g}"
    high = "" if figure.high is None else f"{figure.high:.15g}"
    number = low if low == high else f"{low}..{high}"
    return " ".join(part for part in (number, figure.unit, figure.of) if part)


def _findings(reading: Reading, span: Span) -> Iterator[str]:
    """Who said what, and what happened, in this sentence."""
    for quotation in reading.quotations:
        if quotation.content and span.overlaps(quotation.content[0]):
            yield _said(reading, quotation)
    for event in reading.events:
        if span.contains(event.predicate):
            yield _told(reading, event)


def _said(reading: Reading, quotation: Quotation) -> str:
    """A quotation: kind, speaker with grade, the chain, how it is presented, the words."""
    speaker = quotation.speaker
    who = f"{speaker.name} ({speaker.grade.value})" if speaker else "speaker not known"
    via = f", through {', '.join(quotation.chain)}" if quotation.chain else ""
    words = " ... ".join(_flat(piece.of(reading.text)) for piece in quotation.content)
    return f"said, {quotation.kind.value}: {who}{via}{_presented(reading, quotation)}: “{words}”"


def _presented(reading: Reading, quotation: Quotation) -> str:
    """How the report presents it: "; the report keeps its distance (“claimed”)"; nothing where it is neutral."""
    if quotation.presented_by is None:
        return ""
    cue = _flat(quotation.presented_by.of(reading.text))
    return f"; the report {quotation.presented.words} (“{cue}”)"


def _told(reading: Reading, event: EventMention) -> str:
    """An event: type, status, who to whom, when, where, in whose words."""
    parties = f"{_names(event.actors)} -> {_names(event.recipients)}"
    when = f", {day_range(event.days)}" if event.days else ""
    where = f", {_flat(event.place.of(reading.text))}" if event.place else ""
    holder = f"; says {event.holder.name}" if event.holder else ""
    word = _flat(event.predicate.of(reading.text))
    return f"event, {event.status.value}: {event.act.value} “{word}” {parties}{when}{where}{holder}"


def _names(arguments: tuple[Argument, ...]) -> str:
    return ", ".join(each.name for each in arguments) or "?"


def _flat(text: str) -> str:
    """The words on one line."""
    return " ".join(text.split())
