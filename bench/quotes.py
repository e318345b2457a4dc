"""Who said what: exact spans on CofeNet's paragraphs, or linked attributions on a PolNeAR folder."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import spacy
from textacy.extract.triples import direct_quotations

from bench.attribution_files import (
    Labelled,
    Triple,
    articles_of,
    lay_out,
    quoted,
    read_labelled,
    read_polnear,
    read_text,
)
from bench.result import Figures, Request, Result, f1
from reportedly.language.parse import PIPELINE
from reportedly.model.reading import Quotation
from reportedly.model.span import Span

ROLES = ("source", "cue", "content")
MARKS = ("“", '"', "``", "”", "''", "‘")
SUBORDINATORS = ("that",)
TAIL = re.compile(r" (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in a statement)\b|\s?:")
NEAR = 0.8
PUBLISHED: Mapping[str, Figures] = {
    "CRF, CofeNet paper": {"source": 50.6, "cue": 53.4, "content": 28.6},
    "BiLSTM+CRF, CofeNet paper": {"source": 69.6, "cue": 66.7, "content": 59.0},
    "BiLSTM-L2+Cofe, CofeNet paper": {"source": 73.3, "cue": 66.2, "content": 63.6},
    "BERT+Cofe (GPU), CofeNet paper": {"source": 83.2, "cue": 75.3, "content": 72.9},
}

Marked = tuple[int, str, int, int]  # paragraph, role, first and last word


def run(request: Request) -> Result:
    """Exact span F1 in percent on a .jsonl file; linked attributions on a folder with text/ and attributions/."""
    path = request.data[0]
    if path.is_dir():
        return _run_linked(path, request)
    paragraphs = read_labelled(path, request.limit)
    gold: set[Marked] = set()
    ours: set[Marked] = set()
    theirs: set[Marked] = set()
    failed, base = 0, 0
    pipeline = spacy.load(PIPELINE)
    for article in articles_of(paragraphs):
        report, places = lay_out(article)
        gold.update(_labelled(article, base))
        ours.update(_marked(quoted(report).quotations, report.text, places, base))
        for index, block in enumerate(report.blocks if request.rivals else ()):
            try:
                found = _textacy(pipeline, block.span, report.text)
            except ValueError:
                failed += 1
                continue
            theirs.update(_placed(found, places[index], base + index))
        base += len(article)
    opening = _opening(paragraphs)
    if request.verbose:
        _print_misses(paragraphs, gold, ours)
    return Result(
        n=len(paragraphs),
        ours=_figures(gold, ours, opening),
        baselines={"textacy 0.13": {**_figures(gold, theirs, opening), "failed": failed}},
        published=PUBLISHED,
        notes=("published figures are of the test part",),
    )


def _labelled(article: Sequence[Labelled], base: int) -> Iterator[Marked]:
    """Spans of begin/inside labels: an inside label of another type ends a span and opens none."""
    for index, paragraph in enumerate(article):
        opened: tuple[str, int] | None = None
        for place, label in enumerate((*paragraph.labels, "O")):
            kind, _, role = label.partition("-")
            if opened is not None and (kind != "I" or role != opened[0]):
                yield base + index, opened[0], opened[1], place - 1
                opened = None
            if kind == "B":
                opened = (role, place)


def _marked(
    quotations: Sequence[Quotation], text: str, places: Sequence[Sequence[Span]], base: int
) -> Iterator[Marked]:
    """Our outermost quotations as spans of words, by the corpus's conventions."""
    for quotation in outermost(quotations):
        spans = _roles(quotation, text)
        for index, words in enumerate(places):
            if words:
                yield from _placed(spans, words, base + index)


def outermost(quotations: Sequence[Quotation]) -> list[Quotation]:
    """Without those whose cue stands in the content of another: the corpus annotates the outermost only."""
    contents = [(each, piece) for each in quotations for piece in each.content]
    return [
        each
        for each in quotations
        if each.cue is None
        or not any(other is not each and piece.contains(each.cue) for other, piece in contents)
    ]


def _roles(quotation: Quotation, text: str) -> list[tuple[str, Span]]:
    """The spans of a quotation as the corpus draws them: "that" belongs to the content."""
    found = [("content", _with_subordinator(piece, text)) for piece in quotation.content]
    if quotation.cue is not None:
        found.append(("cue", _with_tail(quotation.cue, text)))
    if quotation.source is not None:
        found.append(("source", _with_comma(quotation.source, text)))
    return found


def _with_subordinator(piece: Span, text: str) -> Span:
    for word in SUBORDINATORS:
        start = piece.start - len(word) - 1
        if start >= 0 and text[start : piece.start].lower() == f"{word} ":
            return Span(start, piece.end)
    return piece


def _with_tail(cue: Span, text: str) -> Span:
    """A cue takes the colon, the bare weekday and "in a statement" after it."""
    found = TAIL.match(text, cue.end)
    return Span(cue.start, found.end()) if found else cue


def _with_comma(source: Span, text: str) -> Span:
    """A source with an apposition or relative clause takes the comma that closes it."""
    if "," in source.of(text) and text[source.end : source.end + 1] == ",":
        return Span(source.start, source.end + 1)
    return source


def _placed(
    found: Iterable[tuple[str, Span]], words: Sequence[Span], paragraph: int
) -> Iterator[Marked]:
    """Character spans as first and last word of a paragraph."""
    for role, span in found:
        inside = [index for index, word in enumerate(words) if word.overlaps(span)]
        if inside:
            yield paragraph, role, inside[0], inside[-1]


def _textacy(pipeline: spacy.language.Language, block: Span, text: str) -> list[tuple[str, Span]]:
    """What textacy finds in a paragraph; it raises ValueError on an odd number of marks."""
    found: list[tuple[str, Span]] = []
    for quote in direct_quotations(pipeline(block.of(text))):
        for role, tokens in (
            ("source", quote.speaker),
            ("cue", quote.cue),
            ("content", quote.content),
        ):
            if len(tokens):
                start, end = tokens[0].idx, tokens[-1].idx + len(tokens[-1].text)
                found.append((role, Span(block.start + int(start), block.start + int(end))))
    return found


def _opening(paragraphs: Sequence[Labelled]) -> set[tuple[int, int]]:
    """Where a quotation mark stands: (paragraph, word)."""
    return {
        (index, place)
        for index, paragraph in enumerate(paragraphs)
        for place, token in enumerate(paragraph.tokens)
        if token in MARKS
    }


def _figures(
    gold: set[Marked], found: set[Marked], opening: set[tuple[int, int]]
) -> dict[str, float]:
    """Exact F1 per role in percent, and of contents that open with a quotation mark."""
    figures = {}
    for role in ROLES:
        figures[role] = _score(
            {each for each in gold if each[1] == role}, {each for each in found if each[1] == role}
        )
    direct = [
        {each for each in some if each[1] == "content" and (each[0], each[2]) in opening}
        for some in (gold, found)
    ]
    figures["direct_content"] = _score(direct[0], direct[1])
    return figures


def _score(gold: set[Marked], found: set[Marked]) -> float:
    right = len(gold & found)
    return 100 * f1(right / len(found) if found else 0.0, right / len(gold) if gold else 0.0)


def _run_linked(folder: Path, request: Request) -> Result:
    """Attributions whose source, cue and content all agree by at least .8 of their characters."""
    count: Counter[str] = Counter()
    for text, triples in read_polnear(folder, request.limit):
        count["documents"] += 1
        ours = [
            triple_of(each, text)
            for each in outermost(quoted(read_text(text)).quotations)
            if each.cue
        ]
        count["gold"] += len(triples)
        count["found"] += len(ours)
        free = list(triples)
        for triple in ours:
            match = next((each for each in free if agree(triple, each)), None)
            if match is not None:
                free.remove(match)
                count["right"] += 1
    precision = count["right"] / max(1, count["found"])
    recall = count["right"] / max(1, count["gold"])
    return Result(
        n=count["documents"],
        ours={
            "linked": 100 * f1(precision, recall),
            "precision": 100 * precision,
            "recall": 100 * recall,
        },
    )


def triple_of(quotation: Quotation, text: str) -> Triple:
    """A quotation's spans as the corpus draws them."""
    spans = _roles(quotation, text)
    source, cue, content = (tuple(span for name, span in spans if name == role) for role in ROLES)
    return Triple(source, cue, content)


def agree(one: Triple, other: Triple) -> bool:
    """Whether source, cue and content each share .8 of the longer."""
    return all(
        _near(mine, theirs)
        for mine, theirs in (
            (one.source, other.source),
            (one.cue, other.cue),
            (one.content, other.content),
        )
    )


def _near(mine: Sequence[Span], theirs: Sequence[Span]) -> bool:
    """Whether they share .8 of the longer, or are both absent."""
    if not mine or not theirs:
        return not mine and not theirs
    shared = sum(one.shared(other) for one in mine for other in theirs)
    return shared >= NEAR * max(sum(map(len, mine)), sum(map(len, theirs)))


def _print_misses(paragraphs: Sequence[Labelled], gold: set[Marked], ours: set[Marked]) -> None:
    """Spans that only one side has."""
    for side, spans in (("missed", gold - ours), ("wrong", ours - gold)):
        for paragraph, role, first, last in sorted(spans):
            print(
                f"{side}\t{role}\t{paragraph}\t{' '.join(paragraphs[paragraph].tokens[first : last + 1])}"
            )
