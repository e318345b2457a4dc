"""What the markup of a page says of its lines: bylines, dates and captions that a reader sees, in their places.

Extraction of articles leaves them out or takes them for text; here they are put back between the lines of the article.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import trafilatura

from reportedly.intake.furniture import furniture_reason
from reportedly.intake.page import Marked
from reportedly.intake.rules import MarkupWords, markup_words
from reportedly.intake.stamps import is_date_line
from reportedly.model.report import Role

BLOCKS = frozenset(
    ("blockquote", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre", "td")
)
APART = frozenset(("aside", "form", "nav", "noscript", "script", "select", "style", "template"))
FRAMES = frozenset(("article", "body", "html", "main", "section"))
DEEP = 40  # ancestors that are looked at
MOST = 200  # marked elements of a page
KEY = 40  # letters and figures by which a line is known again
SIGNED = 20  # words of a byline
CAPTION = 120
HEAD = 3  # lines of text within which a byline or date of the head stands
FOOT = 1  # elements behind the last line; farther off stand the teasers of other stories
PREFIX = re.compile(r"(?:\w+ )?by:?", re.IGNORECASE)
WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


class Node(Protocol):
    """An element as lxml gives it."""

    tag: object

    def get(self, key: str) -> str | None:
        """An attribute."""

    def iter(self) -> Iterator["Node"]:
        """The element and all below it in the order of the page."""

    def iterancestors(self) -> Iterator["Node"]:
        """The elements around it."""

    def itertext(self) -> Iterator[str]:
        """Its text in pieces."""


@dataclass(frozen=True, slots=True)
class Element:
    """An element with text, and its role where the markup gives it one."""

    key: str
    marked: Marked | None


def with_marked(lines: Sequence[str], source: str) -> tuple[list[str], tuple[Marked, ...]]:
    """The lines of an article with the marked ones that extraction left out, and all marked ones."""
    elements = list(_elements(source))
    places = _places(lines, elements)
    if not places:
        return list(lines), ()
    known = {key_of(line) for line in lines}
    text = sorted(place for place in places if place is not None)
    missing: dict[int, list[str]] = {}
    marked: list[Marked] = []
    for index, element in enumerate(elements):
        found = element.marked
        if found is None or not _belongs(found.role, index, text):
            continue
        marked.append(found)
        if element.key not in known:
            known.add(element.key)
            before = sum(place < index for place in text)
            missing.setdefault(before, []).append(found.text)
    return list(_woven(lines, places, missing)), tuple(marked)


def _places(lines: Iterable[str], elements: Sequence[Element]) -> list[int | None]:
    """Which element each line is, in the order of the page; None where no element begins so."""
    where: dict[str, list[int]] = {}
    for index, element in enumerate(elements):
        where.setdefault(element.key, []).append(index)
    places: list[int | None] = []
    at = -1
    for line in lines:
        same = where.get(key_of(line), [])
        behind = bisect_right(same, at)
        found = same[behind] if behind < len(same) else None
        at = at if found is None else found
        places.append(found)
    return places


def _belongs(role: Role, index: int, text: Sequence[int]) -> bool:
    """Whether an element stands where the report is, given where its lines are."""
    if not text:
        return False
    if role is Role.CAPTION:
        return text[0] - 2 * HEAD <= index <= text[-1] + 1
    head = text[min(HEAD, len(text)) - 1]
    return text[0] - HEAD <= index <= head or text[-1] < index <= text[-1] + FOOT


def _woven(
    lines: Sequence[str], places: Sequence[int | None], missing: dict[int, list[str]]
) -> Iterator[str]:
    """The lines with the missing ones behind those that stand before them on the page."""
    yield from missing.get(0, ())
    seen = 0
    for line, place in zip(lines, places, strict=True):
        yield line
        if place is not None:
            seen += 1
            yield from missing.get(seen, ())


def key_of(text: str) -> str:
    """The first letters and figures of a line, without case: what stays the same in every copy of it."""
    return "".join(islice((c for c in text.casefold() if c.isalnum()), KEY))


def _elements(source: str) -> Iterator[Element]:
    """The elements with text, in the order of the page; what is in a marked one is part of it."""
    root: Node | None = trafilatura.load_html(source)
    inside: set[int] = set()
    kept: list[Node] = []  # an element that is let go could lend its number to another
    for node in root.iter() if root is not None else ():
        if not isinstance(node.tag, str) or node.tag in FRAMES:
            continue
        marked = _marked(node) if len(kept) < MOST else None
        if marked and not _apart(node, inside):
            kept.append(node)
            inside.add(id(node))
            yield Element(key_of(marked.text), marked)
        elif node.tag in BLOCKS:
            key = key_of("".join(islice(node.itertext(), 2 * KEY)))
            if key:
                yield Element(key, None)


def _apart(node: Node, inside: set[int]) -> bool:
    """Whether an element is within a marked one, or beside the report."""
    return any(
        id(around) in inside
        or around.tag in APART
        or (around.tag not in FRAMES and _has(around, markup_words().hidden))
        for around in islice(node.iterancestors(), DEEP)
    )


def _marked(node: Node) -> Marked | None:
    """The role that tag, class and relation give an element, if its words bear it out."""
    role = _role(node, markup_words())
    text = _text(node) if role else ""
    words = len(text.split())
    if role is None or not words or furniture_reason(text) or words > CAPTION:
        return None
    if role is Role.DATE and not is_date_line(text):
        return None
    if role is Role.BYLINE and (words > SIGNED or text[-1] in "?!:" or PREFIX.fullmatch(text)):
        return None
    return Marked(text, role)


def _role(node: Node, words: MarkupWords) -> Role | None:
    if node.tag == "figcaption" or _has(node, words.caption):
        return Role.CAPTION
    if node.get("rel") == "author" or node.get("itemprop") == "author":
        return Role.BYLINE
    if _has(node, words.byline) and not _has(node, words.other):
        return Role.BYLINE
    if node.tag == "time" or _has(node, words.date):
        return Role.DATE
    return None


def _has(node: Node, words: frozenset[str]) -> bool:
    """Whether one of these words is in the element's class: "ArticleByline", "article-author"."""
    name = node.get("class") or ""
    return any(word.casefold() in words for word in WORD.findall(name[:300]))


def _text(node: Node) -> str:
    pieces = islice(node.itertext(), 2 * CAPTION)
    text = " ".join(" ".join(piece for piece in pieces if len(piece) < 20 * CAPTION).split())
    return re.sub(r"\s+(?=[,.;:)])", "", text)
