"""Marked words beside a cue: `"...," he said`, `said the minister: "..."`, and sentences that marks run through."""

from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.attributions import Attribution
from reportedly.reading.contents import FINITE, SUBJECTS
from reportedly.reading.cues import Cues, verb_group
from reportedly.reading.quote_marks import Quoted
from reportedly.reading.runs import stretch, trim_run
from reportedly.reading.sources import recipient_of, source_of

LIGHT = (",", ":", "--", "—", "–", "-", '"', "“", "”", "''", "``", "'", "‘", "’")
LONG = 16  # words of a subject with its apposition
SHORT = 2  # words in marks after a colon that are no sentence
FAR = 6  # words between a cue and the marks after it
ENDS = (",", "?", "!", "—", "-", "–", "…", ".")


def find_beside(sentence: Sentence, marks: Sequence[Quoted], cues: Cues) -> tuple[Attribution, ...]:
    """Cue verbs outside the marks whose clause touches marked words."""
    found: list[Attribution] = []
    for verb in sentence.tokens:
        if verb.pos == "NOUN" or not cues.frames_of(verb) & {"clause", "quote"}:
            continue
        if any(mark.span.contains(verb.span) for mark in marks):
            continue
        content = _content_beside(sentence, verb, marks)
        if content:
            found.append(_attribution(sentence, verb, content))
    taken = [piece for each in found for piece in each.content]
    for mark in marks:
        verb_before = _before_colon(sentence, mark)
        if verb_before is not None and not any(mark.span.overlaps(piece) for piece in taken):
            found.append(_attribution(sentence, verb_before, (mark.span,)))
    return tuple(found)


def _before_colon(sentence: Sentence, mark: Quoted) -> Token | None:
    """The verb of a clause that ends in a colon before a whole sentence in marks: `They had an answer: "We go."`."""
    before = [each for each in sentence.tokens if each.span.end <= mark.span.start]
    inside = [each for each in sentence.tokens_in(mark.span) if each.pos != "PUNCT"]
    if not before or before[-1].text != ":" or len(inside) <= SHORT:
        return None
    verbs = [each for each in before if each.pos in ("VERB", "AUX") and each.dep == "ROOT"]
    subjects = sentence.children_of(verbs[0], "nsubj") if verbs else ()
    told = any(each.pos in ("PROPN", "PRON") or each.entity for each in subjects)
    return verbs[0] if told and any(each.tag in FINITE for each in inside) else None


def _content_beside(sentence: Sentence, verb: Token, marks: Sequence[Quoted]) -> tuple[Span, ...]:
    """The marked words before and after this verb's clause."""
    first, last = _clause_edges(sentence, verb, marks)
    before = [mark for mark in marks if _ends_at(sentence, mark, first)]
    far = 2 * FAR if before else FAR
    after = [mark for mark in marks if _starts_after(sentence, mark, last, far)]
    found: list[Span] = []
    if before and _carries(sentence, verb, before[-1]):
        found.append(_from_sentence_start(sentence, before[-1]))
    if after and (not before or _goes_on(sentence, after[0])):
        found.append(after[0].span)
    return tuple(found)


def _carries(sentence: Sentence, verb: Token, mark: Quoted) -> bool:
    """Whether marked words before the clause are what was said, not a title in the clause's own opening."""
    if mark.span.start <= sentence.span.start:
        return True
    later = any(each.index > verb.index for each in sentence.children_of(verb, "ccomp"))
    before = (each for each in sentence.tokens if each.span.end <= mark.span.end)
    return not later and any(each.tag in FINITE for each in before)


def _goes_on(sentence: Sentence, mark: Quoted) -> bool:
    """Whether marked words after the cue stand in its own sentence: `"A," he said, "B."`."""
    return mark.span.start < sentence.span.end


def _clause_edges(sentence: Sentence, verb: Token, marks: Sequence[Quoted]) -> tuple[int, int]:
    """Indexes of the first and last word of "the minister told reporters" without marked words."""
    indexes = {each.index for each in verb_group(sentence, verb)}
    for child in sentence.children_of(verb, *SUBJECTS):
        indexes.update(each.index for each in sentence.subtree(child))
    marked = {
        each.index
        for each in sentence.tokens
        if any(mark.span.overlaps(each.span) for mark in marks)
    }
    own = _run_around(sorted(indexes - marked), verb.index, marked)
    return own[0], own[-1]


def _run_around(indexes: Sequence[int], place: int, marked: set[int]) -> list[int]:
    """The indexes on this side of any marked word."""
    low = max((each for each in marked if each < place), default=-1)
    high = min((each for each in marked if each > place), default=place + len(indexes) + 1000)
    return [each for each in indexes if low < each < high] or [place]


def _ends_at(sentence: Sentence, mark: Quoted, first: int) -> bool:
    """Whether the marked words end right before the clause."""
    start = sentence.tokens[first].span.start
    between = [each for each in sentence.tokens if mark.span.end <= each.span.start < start]
    if mark.span.end > start:
        return False
    return all(each.text in LIGHT for each in between) or _is_name(between)


def _is_name(between: Sequence[Token]) -> bool:
    """Whether words after the marks are the subject with an apposition that the parse has lost."""
    named = between[0].pos in ("PROPN", "PRON", "DET")
    return (
        named
        and len(between) < LONG
        and not any(each.pos in ("VERB", "AUX", "CCONJ") for each in between)
    )


def _starts_after(sentence: Sentence, mark: Quoted, last: int, far: int) -> bool:
    """Whether the marked words follow the clause, with at most a phrase ("on Monday:") and no verb between."""
    end = sentence.tokens[last].span.end
    between = [
        each
        for each in sentence.tokens
        if end <= each.span.start and each.span.end <= mark.span.start
    ]
    if (
        mark.span.start < end
        or len(between) > far + 1
        or any(each.pos in ("VERB", "AUX") for each in between)
    ):
        return False
    if not between:
        return mark.span.end >= sentence.span.end - 1
    return between[-1].text in LIGHT


def _from_sentence_start(sentence: Sentence, mark: Quoted) -> Span:
    """The marked words, with what stands before them in the sentence where they do not open it."""
    before = [each for each in sentence.tokens if each.span.end <= mark.span.start]
    if not before or before[-1].text == ":":
        return mark.span
    return Span(sentence.span.start, mark.span.end)


def _attribution(sentence: Sentence, verb: Token, content: tuple[Span, ...]) -> Attribution:
    group = verb_group(sentence, verb)
    source, relay = source_of(sentence, verb)
    if source is None or any(source.overlaps(piece) for piece in content):
        source = _words_between(sentence, verb, content)
    return Attribution(
        cue=group[0].span.joined(group[-1].span),
        lemma=verb.lemma,
        verb=verb.span,
        source=source,
        content=content,
        because="marked words beside the cue",
        told=recipient_of(sentence, verb),
        relay=relay,
    )


def _words_between(sentence: Sentence, verb: Token, content: tuple[Span, ...]) -> Span | None:
    """What stands between the marked words and the cue, as the source that the parse has lost."""
    first = verb_group(sentence, verb)[0]
    run = trim_run(
        [each for each in sentence.tokens[: first.index] if each.span.start >= content[0].end]
    )
    return stretch(run) if run and _is_name(run) else None
