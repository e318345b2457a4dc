"""Clean articles, and the same articles as careless copying leaves them: sentences, paragraphs and bylines glued."""

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.intake.blocks import label_blocks
from reportedly.model.report import Role
from reportedly.reading.sentences import SPLIT, sentence_spans

SENTENCE_GLUED = 0.5  # share of the gaps between sentences that are deleted
PARAGRAPH_GLUED = 0.3  # the same between paragraphs
NAMES = ("Ann Doe", "Carlos Diaz", "Eva van Dam", "Jane Roe", "John O'Neil", "Min-jun Park")
BYLINES = (
    "Written by{name}",
    "By {name}March 3, 2024",
    "Posted by{name}",
    "By {name}Sunrise Daily",
)
HEADS = (Role.CREDIT, Role.DATELINE)
TOUCHING = (Role.FURNITURE, Role.CAPTION, Role.DATE, Role.BYLINE, Role.HEADLINE)
END = tuple(".!?…\"”’')")


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article: its headline and the sentences of its paragraphs."""

    title: str
    paragraphs: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class Copy:
    """A text in the making, and where its sentences and blocks begin."""

    pieces: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, piece: str, *, begins: bool = False) -> None:
        """Put a piece at the end."""
        if begins:
            self.starts.append(self.length)
        self.pieces.append(piece)
        self.length += len(piece)


def read_articles(path: Path) -> Iterator[Article]:
    """The articles of a BASIL folder: JSON files that give the sentences of each paragraph.

    Paragraphs that do not end as sentences do are left out: headings, and headlines said again.
    """
    for file in sorted((path / "articles").rglob("*.json")):
        record = json.loads(file.read_text(encoding="utf-8"))
        paragraphs = tuple(
            tuple(" ".join(str(each).split()) for each in group if str(each).strip())
            for group in record["body-paragraphs"]
            if group and str(group[-1]).rstrip().endswith(END)
        )
        yield Article(str(record["title"]).strip(), tuple(filter(None, paragraphs)))


def glued(article: Article, chance: random.Random) -> tuple[str, tuple[int, ...]]:
    """The article with gaps deleted and a byline run together, and where its sentences and blocks begin."""
    copy = Copy()
    copy.add(f"{article.title}\n\n", begins=True)
    name = chance.choice(NAMES)
    shape = chance.choice(BYLINES)
    before, after = shape.split("{name}")
    copy.add(f"{before}{name}", begins=True)
    if after[:1] == "M":
        copy.add(after, begins=True)
    elif after:
        copy.add(after)
    copy.add("\n\n")
    for paragraph in article.paragraphs:
        for index, sentence in enumerate(paragraph):
            copy.add(sentence, begins=True)
            between, share = (
                (" ", SENTENCE_GLUED) if index + 1 < len(paragraph) else ("\n\n", PARAGRAPH_GLUED)
            )
            keeps = chance.random() >= share or not sentence.endswith(END)
            copy.add(between if keeps else "")
    return "".join(copy.pieces), tuple(copy.starts)


def found_starts(text: str) -> frozenset[int]:
    """Where intake and reading together let sentences and other blocks begin.

    A paragraph goes on behind its dateline and credit: that is no boundary that copying could have lost.
    """
    starts: set[int] = set()
    blocks = label_blocks(text)
    for index, block in enumerate(blocks):
        if block.role not in SPLIT:
            starts.add(block.span.start)
            continue
        found = [span.start for span in sentence_spans(text, block.span)]
        before = blocks[index - 1] if index else block
        goes_on = before.role in HEADS and "\n" not in text[before.span.end : block.span.start]
        starts.update(found[1:] if goes_on else found)
    return frozenset(starts)


def naive_starts(text: str) -> frozenset[int]:
    """The same by the plain rule: a line, or an end mark and white space, begins a sentence."""
    gaps = re.finditer(r"(?:\n\s*|(?<=[.!?…\"”’')])\s+)(?=\S)", text)
    return frozenset({0, *(gap.end() for gap in gaps)})


def touched(article: Article) -> tuple[int, int]:
    """Characters of a clean article's body that a label other than text covers, and all of them."""
    head = f"{article.title}\n\n"
    text = head + "\n\n".join(" ".join(paragraph) for paragraph in article.paragraphs)
    hit = sum(
        min(block.span.end, len(text)) - max(block.span.start, len(head))
        for block in label_blocks(text)
        if block.role in TOUCHING and block.span.end > len(head)
    )
    return hit, len(text) - len(head)
