"""Attribution corpora as the bench reads them: CofeNet's labelled paragraphs and PolNeAR's standoff files."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from pathlib import Path

from reportedly.model.reading import Reading
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences

WRITTEN = {
    "``": "“",
    "''": "”",
    "-LRB-": "(",
    "-RRB-": ")",
    "-LSB-": "[",
    "-RSB-": "]",
    "-LCB-": "{",
    "-RCB-": "}",
    "`": "‘",
}
NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:?!”)\]}%…]|n't|'(?:s|re|ve|ll|d|m)?)$", re.IGNORECASE)
NO_SPACE_AFTER = ("“", "(", "[", "{", "$", "‘", "#")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph of CofeNet: words, their begin/inside/outside labels, and the article it is from."""

    tokens: tuple[str, ...]
    labels: tuple[str, ...]
    article: str


@dataclass(frozen=True, slots=True)
class Triple:
    """A linked attribution: the spans of each role, any of which may be empty."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]


def read_labelled(path: Path, limit: int | None) -> list[Labelled]:
    """Paragraphs of a .jsonl (or .jsonl.gz) file, the first `limit` of them."""
    found: list[Labelled] = []
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as lines:
        for line in islice(lines, limit):
            row = json.loads(line)
            found.append(Labelled(tuple(row["tokens"]), tuple(row["labels"]), str(row["id"])))
    return found


def articles_of(paragraphs: Sequence[Labelled]) -> Iterator[tuple[Labelled, ...]]:
    """Runs of paragraphs from one article."""
    for _, group in groupby(paragraphs, key=lambda each: each.article):
        yield tuple(group)


def lay_out(paragraphs: Sequence[Labelled]) -> tuple[Report, tuple[tuple[Span, ...], ...]]:
    """A report of these paragraphs as running text, and where each word of each paragraph stands in it."""
    text, places, blocks = "", [], []
    straight = not any("``" in paragraph.tokens for paragraph in paragraphs)
    for paragraph in paragraphs:
        start, spans, glued = len(text), [], True
        for token in _turned(paragraph.tokens) if straight else paragraph.tokens:
            word = WRITTEN.get(token, token) or "_"
            text += "" if glued or NO_SPACE_BEFORE.match(word) else " "
            spans.append(Span(len(text), len(text) + len(word)))
            text += word
            glued = word in NO_SPACE_AFTER
        blocks.append(Block(Span(start, len(text)), Role.PARAGRAPH, "given"))
        places.append(tuple(spans))
        text += "\n"
    return _report(text, tuple(blocks)), tuple(places)


def _turned(tokens: Sequence[str]) -> Iterator[str]:
    """The words of an article whose marks are all written as closing ones, with those that open turned."""
    opened = False
    for index, word in enumerate(tokens):
        last = index + 1 == len(tokens)
        if word == "''" and not (opened or last or tokens[index - 1] in (",", "?", "!")):
            opened = True
            yield "``"
        else:
            opened = opened and word != "''"
            yield word


def read_text(text: str) -> Report:
    """A report with a paragraph for each line of `text`."""
    found = re.finditer(r"\S(?:[^\n]*\S)?", text)
    blocks = tuple(Block(Span(*each.span()), Role.PARAGRAPH, "line") for each in found)
    return _report(text, blocks)


def _report(text: str, blocks: tuple[Block, ...]) -> Report:
    return Report("bench", "bench", text, blocks, Source(), None)


def quoted(report: Report) -> Reading:
    """The report with its sentences and quotations."""
    return find_quotations(split_sentences(Reading(report)))


def read_polnear(folder: Path, limit: int | None) -> Iterator[tuple[str, tuple[Triple, ...]]]:
    """Texts of a PolNeAR folder with their linked attributions, the first annotator's where there are several."""
    seen: set[str] = set()
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rpartition("_")[0]
        source = folder / "text" / f"{name}.txt"
        if name in seen or not source.exists():
            continue
        if limit is not None and len(seen) >= limit:
            return
        seen.add(name)
        yield source.read_text("utf-8"), tuple(_triples(path.read_text("utf-8")))


def _triples(standoff: str) -> Iterator[Triple]:
    """The attributions of a standoff file; the text column is ignored, since it may hold line breaks."""
    spans: dict[str, tuple[Span, ...]] = {}
    for found in re.finditer(r"^(T\d+)\t\w+ ([\d ;]+)\t", standoff, re.MULTILINE):
        pairs = (part.split() for part in found[2].split(";"))
        spans[found[1]] = tuple(Span(int(start), int(end)) for start, end in pairs)
    for found in re.finditer(r"^E\d+\t(.+)$", standoff, re.MULTILINE):
        roles: dict[str, tuple[Span, ...]] = {}
        for part in found[1].split():
            role, _, key = part.partition(":")
            role = role.rstrip("0123456789")
            roles[role] = (*roles.get(role, ()), *spans.get(key, ()))
        yield Triple(roles.get("Source", ()), roles.get("Cue", ()), roles.get("Content", ()))
