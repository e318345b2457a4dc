"""What the classifier of pairs sees: masked words, what stands between the two, the parse, the lexicon, vectors."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bench.event_pairs import QUADS, Pair
from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import noun_entry
from reportedly.language.parse import parse_sentences
from reportedly.language.vectors import Vectors, embed
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.mood import own_status
from reportedly.reading.predicates import entry_of, is_predicate, particles

DEPTH = 3  # how far below the source's own verb predicates are listed
PATH = 60  # characters of a path, which else is as good as unique
_BELOW = ("acl", "acomp", "advcl", "attr", "ccomp", "conj", "dobj", "pcomp", "pobj", "xcomp")
_NAMES = ("GPE", "NORP", "ORG", "PERSON")
_PARAPHRASES = Path(__file__).with_name("act_paraphrases.csv")


@dataclass(frozen=True, slots=True)
class Views:
    """One pair seen in several ways."""

    masked: str
    between: str
    lemmas: str
    syntax: tuple[str, ...]
    vector: tuple[float, ...]


def views_of(pairs: Sequence[Pair]) -> list[Views]:
    """All that is read off the words, the parse and the vectors of these pairs."""
    vectors = _vectors_of(pairs)
    return [_view(pair, vector) for pair, vector in zip(pairs, vectors, strict=True)]


def _view(pair: Pair, vector: tuple[float, ...]) -> Views:
    span = Span(0, len(pair.text))
    (sentence,) = parse_sentences(pair.text, [(span, Role.PARAGRAPH)])
    return Views(
        masked=masked(pair, " srcx ", " tgtx "),
        between=_between(pair),
        lemmas=_lemmas(sentence, pair),
        syntax=tuple(_syntax(sentence, pair)) if sentence.tokens else (),
        vector=vector,
    )


def masked(pair: Pair, source: str, target: str) -> str:
    """The sentence with other words for source and target."""
    (first, one), (second, other) = sorted([(pair.source, source), (pair.target, target)])
    text = pair.text
    if first.overlaps(second):
        return text[: first.start] + one + text[max(first.end, second.end) :]
    return text[: first.start] + one + text[first.end : second.start] + other + text[second.end :]


def _vectors_of(pairs: Sequence[Pair]) -> list[tuple[float, ...]]:
    """Vectors of sentence and middle, and how near both are to the wordings of each class."""
    whole = embed([masked(pair, " someone ", " somebody ") for pair in pairs])
    middle = embed([_between(pair) or "and" for pair in pairs])
    joined = np.hstack([whole, middle, _nearness(whole), _nearness(middle)])
    return [tuple(map(float, row)) for row in joined]


def _nearness(vectors: Vectors) -> Vectors:
    with _PARAPHRASES.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    scores = vectors @ embed([row["wording"] for row in rows]).T
    columns = [
        scores[:, [place for place, row in enumerate(rows) if row["root"] == root]].max(axis=1)
        for root in sorted(QUADS)
    ]
    return np.stack(columns, axis=1)


def _between(pair: Pair) -> str:
    first, second = sorted([pair.source, pair.target])
    return pair.text[first.end : second.start] if first.end < second.start else ""


def _lemmas(sentence: Sentence, pair: Pair) -> str:
    found = [""]
    for token in sentence.tokens:
        word = _stand_in(token, pair) or token.lemma
        if word != found[-1]:
            found.append(word)
    return " ".join(found[1:])


def _stand_in(token: Token, pair: Pair) -> str:
    if pair.source.overlaps(token.span):
        return "srcx"
    if pair.target.overlaps(token.span):
        return "tgtx"
    return "entx" if token.entity in _NAMES else ""


def _syntax(sentence: Sentence, pair: Pair) -> Iterator[str]:
    source, target = _head(sentence, pair.source), _head(sentence, pair.target)
    yield from _path(sentence, pair, source, target)
    above = [
        each
        for each in sentence.ancestors(source)
        if is_predicate(each) and not pair.source.overlaps(each.span)
    ]
    main = above[0] if above else sentence.root
    yield from _main(sentence, main, source)
    yield f"order={pair.source < pair.target}"
    yield f"nested={pair.source.overlaps(pair.target)}"
    for token, way in _below(sentence, main):
        if not pair.source.overlaps(token.span):
            yield from _predicate(sentence, pair, token, way)


def _head(sentence: Sentence, span: Span) -> Token:
    inside = sentence.tokens_in(span) or sentence.tokens
    for token in inside:
        if token.head == token.index or not span.overlaps(sentence.head_of(token).span):
            return token
    return inside[0]


def _path(sentence: Sentence, pair: Pair, source: Token, target: Token) -> Iterator[str]:
    """The way from source to target through the parse, and what lies on it."""
    up, down = [source, *sentence.ancestors(source)], [target, *sentence.ancestors(target)]
    shared = {each.index for each in up} & {each.index for each in down}
    rise = next(place for place, each in enumerate(up) if each.index in shared)
    fall = next(place for place, each in enumerate(down) if each.index in shared)
    top = up[rise]
    yield from (f"top={top.lemma}", f"toppos={top.pos}", f"sd={source.dep}", f"td={target.dep}")
    ways = ("/".join(each.dep for each in way) for way in (up[: rise + 1], down[:fall]))
    yield "path=" + "|".join(way[:PATH] for way in ways)
    for each in (*up[1 : rise + 1], *down[:fall]):
        if pair.source.overlaps(each.span) or pair.target.overlaps(each.span):
            continue
        yield f"mid={each.lemma}"
        if each.pos in ("AUX", "NOUN", "VERB"):
            yield f"midact={_act(entry_of(sentence, each))}"


def _main(sentence: Sentence, main: Token, source: Token) -> Iterator[str]:
    yield from (f"main={main.lemma}", f"mainact={_act(entry_of(sentence, main))}")
    status = own_status(sentence, main)
    if status is not None:
        yield f"mainstatus={status.status.value}"
    if sentence.children_of(main, "auxpass"):
        yield from ("passive", f"passive:{main.lemma}", f"passive as {source.dep}")


def _below(sentence: Sentence, main: Token) -> list[tuple[Token, str]]:
    """The predicates and nouns at and below the source's verb, with the way to them."""
    found: list[tuple[Token, str]] = []
    waiting = [(main, "m", 0)]
    while waiting:
        token, way, depth = waiting.pop(0)
        found.append((token, way))
        if depth == DEPTH:
            continue
        for child in sentence.children_of(token, "prep", *_BELOW):
            if child.dep == "prep":
                inner = sentence.children_of(child, "pcomp", "pobj")
                step = f"{way}>{child.text.lower()}"
                waiting += [(each, step, depth + 1) for each in inner]
            else:
                waiting.append((child, f"{way}>{child.dep}", depth + 1))
    return found


def _predicate(sentence: Sentence, pair: Pair, token: Token, way: str) -> Iterator[str]:
    entry = entry_of(sentence, token) or (noun_entry(token.lemma) if token.pos == "NOUN" else None)
    step = way.rsplit(">", maxsplit=1)[-1]
    yield from (f"{step}:{token.lemma}", f"act:{_act(entry)}", f"{way}:{_act(entry)}")
    if token.pos not in ("AUX", "VERB"):
        return
    status = own_status(sentence, token)
    if status is not None:
        yield from (f"{way}:st={status.status.value}", f"st={status.status.value}")
    for word in particles(sentence, token)[:4]:
        yield f"{token.lemma}_{word}"
    for child in sentence.children_of(token, "dobj", "nsubjpass"):
        yield f"{token.lemma}_{'tgt' if pair.target.overlaps(child.span) else child.lemma}"


def _act(entry: Entry | None) -> str:
    return entry.act.value if entry is not None else "none"
