"""Who is quoted saying what: direct, indirect and mixed attributions with their cues, sources and chains.

Quotation marks and syntax are read apart and then joined: a clause under a cue verb takes in the marked words
that it touches, marked words beside a cue are its content, and marked words without a cue continue the quotation
before them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.model.ontology import QuoteKind
from reportedly.model.reading import Quotation, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence
from reportedly.reading.attributions import Attribution, find_attributions
from reportedly.reading.beside_marks import find_beside
from reportedly.reading.choice import choose
from reportedly.reading.content_borders import with_marks, without_that
from reportedly.reading.cues import load_cues
from reportedly.reading.quote_marks import Quoted, pair_marks
from reportedly.reading.titles import is_title

PROSE = (Role.HEADLINE, Role.PARAGRAPH)
SCARE = 3  # words: shorter stretches between marks say nothing by themselves


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution on its way to a quotation."""

    attribution: Attribution
    content: tuple[Span, ...]


def find_quotations(reading: Reading) -> Reading:
    """The reading with its quotations, speakers still open."""
    text = reading.text
    paired = pair_marks(text, reading.report.spans_of(*PROSE))
    marks = tuple(each for each in paired if not is_title(text, each))
    found: list[_Found] = []
    for sentence in reading.sentences:
        if sentence.role in PROSE and sentence.tokens:
            found.extend(_read_sentence(sentence, marks))
    found = [_to_paragraph_end(reading, _bordered(reading, each, marks)) for each in found]
    found = _own_voice_only(found, marks)
    quotations = [_quotation(text, each, marks) for each in _relayed(text, found)]
    quotations = _join_and_float(reading, quotations, marks)
    ordered = sorted(quotations, key=lambda each: (each.content[0], each.cue or each.content[0]))
    return replace(reading, quotations=tuple(ordered))


def _read_sentence(sentence: Sentence, marks: Sequence[Quoted]) -> list[_Found]:
    """Attributions of one sentence: marked words beside a cue win over what the parse makes of them."""
    near = tuple(mark for mark in marks if mark.span.overlaps(sentence.span))
    beside = find_beside(sentence, near, load_cues())
    taken = {each.verb for each in beside}
    found = [_Found(each, each.content) for each in beside]
    plain = [each for each in find_attributions(sentence, load_cues()) if each.verb not in taken]
    found.extend(_Found(each, each.content) for each in choose(sentence, near, plain, taken))
    return found


def _bordered(reading: Reading, found: _Found, marks: Sequence[Quoted]) -> _Found:
    """With the borders of its content drawn: marks and "that"."""
    named = found.attribution.because in ("named", "object and phrase")
    content = with_marks(reading.text, found.content, marks, named=named)
    sentence = reading.sentence_at(content[0].start)
    if sentence is not None:
        content = (without_that(sentence, content[0]), *content[1:])
    return replace(found, content=content)


def _to_paragraph_end(reading: Reading, found: _Found) -> _Found:
    """What stands after a name and a colon, as in a transcript, goes on to the end of the paragraph."""
    source, first = found.attribution.source, found.content[0]
    if found.attribution.lemma != ":" or source is None:
        return found
    for block in reading.report.spans_of(Role.PARAGRAPH):
        if block.start == source.start:
            return replace(found, content=(Span(first.start, block.end),))
    return found


def _own_voice_only(found: Sequence[_Found], marks: Sequence[Quoted]) -> list[_Found]:
    """Without cues inside quoted words that speak of the quoted speaker or of nobody ("I think", "they know")."""
    return [
        each
        for each in found
        if not any(mark.inner.contains(each.attribution.verb) for mark in marks)
    ]


def _relayed(text: str, found: Sequence[_Found]) -> list[tuple[_Found, tuple[Span, ...]]]:
    """Each attribution with those who pass it on; an agency that only closes another's statement is such a link."""
    kept: list[tuple[_Found, tuple[Span, ...]]] = []
    dropped: set[Span] = set()
    for outer in found:
        inner = [each for each in found if each is not outer and _closes_over(outer, each)]
        again = any(_is_told_again(outer, each) for each in found if each is not outer)
        if again or (inner and _passes_on(text, outer.attribution)):
            dropped.add(outer.attribution.verb)
    for each in found:
        if each.attribution.verb in dropped:
            continue
        passing = [
            outer.attribution.source
            for outer in found
            if outer.attribution.verb in dropped
            and (_closes_over(outer, each) or _is_told_again(outer, each))
            and outer.attribution.source
        ]
        own = [span for span in (each.attribution.relay, each.attribution.told) if span is not None]
        kept.append((each, tuple(passing + own)))
    return kept


def _passes_on(text: str, attribution: Attribution) -> bool:
    """Whether an outlet says what another has said: a minister who says what was promised tells it himself."""
    cues, source = load_cues(), attribution.source
    if source is None or attribution.lemma not in cues.relays:
        return False
    words = source.of(text)
    nouns = frozenset(words.casefold().split())
    return _link(words.removeprefix("the ")) in cues.agencies or bool(nouns & cues.outlets)


def _closes_over(outer: _Found, inner: _Found) -> bool:
    """Whether `outer` stands after a statement that has its own speaker and passes it on whole."""
    content = outer.content[0]
    cue = inner.attribution.cue
    return (
        len(outer.content) == 1
        and content.end <= outer.attribution.cue.start
        and content.contains(cue)
        and inner.attribution.source is not None
        and content.start == inner.attribution.source.start
    )


def _is_told_again(outer: _Found, inner: _Found) -> bool:
    """Whether it only says by what the words are known: "“...,” she said, according to excerpts"."""
    according = outer.attribution.lemma == "according"
    behind = inner.attribution.cue.end <= outer.attribution.cue.start
    return according and behind and outer.content == inner.content


def _quotation(
    text: str, item: tuple[_Found, tuple[Span, ...]], marks: Sequence[Quoted]
) -> Quotation:
    found, passing = item
    attribution = found.attribution
    repairs = [
        mark.repair
        for mark in marks
        if mark.repair and any(mark.span.overlaps(each) for each in found.content)
    ]
    return Quotation(
        content=found.content,
        kind=kind_of(found.content, marks),
        cue=attribution.cue,
        source=attribution.source,
        speaker=None,
        chain=tuple(
            _link(span.of(text)) for span in passing if _is_outlet(span.of(text), attribution, span)
        ),
        because="; ".join([f"{attribution.lemma}: {attribution.because}", *repairs]),
        cue_lemma=attribution.lemma,
    )


def _is_outlet(words: str, attribution: Attribution, span: Span) -> bool:
    """Whether a link belongs in the chain: who passes it on always, who was told only where it is an agency."""
    return span != attribution.told or words.removeprefix("the ") in load_cues().agencies


def _link(words: str) -> str:
    """A link's name: the capitalised end of "the state-run RIA", else its words as they stand."""
    parts = words.split()
    while parts and not parts[0][:1].isupper():
        parts.pop(0)
    return " ".join(parts) if parts else words


def kind_of(content: Sequence[Span], marks: Sequence[Quoted]) -> QuoteKind:
    """Direct where marks hold all of it, mixed where they hold a part, else indirect."""
    inside = [any(mark.span.contains(piece) for mark in marks) for piece in content]
    if all(inside):
        return QuoteKind.DIRECT
    if any(mark.span.overlaps(piece) for mark in marks for piece in content):
        return QuoteKind.MIXED
    return QuoteKind.INDIRECT


def _join_and_float(
    reading: Reading, quotations: Sequence[Quotation], marks: Sequence[Quoted]
) -> list[Quotation]:
    """Marked words that nobody has taken: they go on with the quotation before, or float."""
    found = list(quotations)
    for mark in marks:
        if any(mark.span.overlaps(piece) for each in found for piece in each.content):
            continue
        if not _is_statement(reading, mark):
            continue
        place = _continued(reading, mark, found, marks)
        if place is None and len(mark.span.of(reading.text).split()) > SCARE:
            found.append(_floating(mark))
        elif place is not None:
            found[place] = replace(found[place], content=(*found[place].content, mark.span))
    return found


def _is_statement(reading: Reading, mark: Quoted) -> bool:
    """Whether marked words without a cue are somebody's sentence, not a title or a turn of phrase."""
    sentence = reading.sentence_at(mark.inner.start)
    if sentence is None or sentence.role is Role.HEADLINE:
        return False
    opens = not reading.text[sentence.span.start : mark.span.start].strip()
    return opens and mark.inner.of(reading.text).rstrip(" '’")[-1:] in tuple(".,!?…")


def _continued(
    reading: Reading, mark: Quoted, found: Sequence[Quotation], marks: Sequence[Quoted]
) -> int | None:
    """The quotation that `mark` goes on with: one that ends in marks, its cue clause in the sentence before it."""
    before = [
        (
            max(
                piece.end
                for piece in (*each.content, *(span for span in (each.cue, each.source) if span))
            ),
            index,
        )
        for index, each in enumerate(found)
        if _ends_in_marks(each, marks)
        and each.cue is not None
        and each.content[0].start < mark.span.start
    ]
    if not before:
        return None
    end, index = max(before)
    between = reading.text[end : mark.span.start] if end <= mark.span.start else "\n"
    parted = any(end <= each.span.start < mark.span.start for each in reading.sentences)
    if "\n" in between and (between.strip() or not _fills_paragraph(reading, mark)):
        return None
    return None if parted else index


def _ends_in_marks(quotation: Quotation, marks: Sequence[Quoted]) -> bool:
    """Whether it is direct, or mixed with marked words at its end."""
    if quotation.kind is QuoteKind.MIXED:
        return any(mark.span.end == quotation.content[-1].end for mark in marks)
    return quotation.kind is QuoteKind.DIRECT


def _fills_paragraph(reading: Reading, mark: Quoted) -> bool:
    """Whether a paragraph is nothing but these marked words."""
    blocks = reading.report.spans_of(Role.PARAGRAPH)
    return any(block.start == mark.span.start and block.end <= mark.span.end for block in blocks)


def _floating(mark: Quoted) -> Quotation:
    because = "; ".join(["quoted without a cue", *([mark.repair] if mark.repair else [])])
    return Quotation((mark.span,), QuoteKind.DIRECT, None, None, None, (), because)
