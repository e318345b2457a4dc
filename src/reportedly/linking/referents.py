"""What "the proposal" is: "accepted the proposal" after "proposed a ceasefire" accepts a ceasefire."""

from collections.abc import Iterator, Sequence

from reportedly.language.lexicon import noun_entry, verb_entry
from reportedly.linking.wording import Wording, with_antecedent, wording_of
from reportedly.model.ontology import Status
from reportedly.model.reading import Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

NEAR = 3  # sentences back in which it is told what is proposed
_PUT_FORWARD = frozenset({Status.DEMANDED, Status.PROMISED, Status.PROPOSED})
_POINTING = frozenset({"that", "the", "this"})


def wording_at(reading: Reading, span: Span) -> Wording:
    """The wording of a place, with what was proposed, demanded or offered where it says "the proposal" alone."""
    sentence = reading.sentence_at(span.start)
    for noun in sentence.tokens_in(span) if sentence else ():
        if sentence is not None and (inner := _points_back(sentence, noun)) is not None:
            meant = next(_put_forward(reading, sentence, inner), None)
            if meant is not None:
                return _with(reading, span, noun, meant)
    return with_antecedent(reading, span)


def _points_back(sentence: Sentence, noun: Token) -> Status | None:
    """What kind of thing "the proposal" is, where nothing beside it says which; None for other nouns."""
    entry = noun_entry(noun.lemma) if noun.pos == "NOUN" else None
    if entry is None or entry.inner not in _PUT_FORWARD or noun.dep not in ("dobj", "pobj"):
        return None
    beside = sentence.children_of(noun)
    alone = len(beside) == 1 and beside[0].lemma in _POINTING and beside[0].dep == "det"
    return entry.inner if alone else None


def _put_forward(reading: Reading, sentence: Sentence, inner: Status) -> Iterator[Span]:
    """The objects of verbs that put such a thing forward, the nearest before first."""
    earlier = [
        each
        for each in reading.sentences
        if each.span.end <= sentence.span.start and each.role is not Role.HEADLINE
    ]
    for each in reversed(earlier[-NEAR:]):
        for verb in reversed(each.tokens):
            entry = verb_entry(verb.lemma) if verb.pos == "VERB" else None
            if entry is not None and entry.inner is inner:
                yield from (_whole(each, it) for it in each.children_of(verb, "dobj"))


def _whole(sentence: Sentence, noun: Token) -> Span:
    """A noun with all that stands below it."""
    words: Sequence[Token] = sentence.subtree(noun)
    return words[0].span.joined(words[-1].span)


def _with(reading: Reading, span: Span, noun: Token, meant: Span) -> Wording:
    """The wording of a place with the noun replaced by what it stands for."""
    told, inside = wording_of(reading, (span,)), wording_of(reading, (meant,))
    before = (
        Span(span.start, noun.span.start).of(reading.text) if noun.span.start > span.start else ""
    )
    words = before.split()[:-1]  # without "the"
    after = reading.text[noun.span.end : span.end].split()
    text = " ".join([*words, *inside.text.split(), *after])
    kept = tuple(each for each in told.content if each != noun.lemma)
    return Wording(text, (*kept, *inside.content), told.names | inside.names)
