"""Shapes of time expressions over lexemes. The shapes are rows of time_rules.csv: name, shape, reader.

A shape is a row of elements: a kind (`weekday`), a word (`'of'`), alternatives (`last|next|'the'`); `?` makes
one optional; a last one with `^` must follow the mark. The longest match wins; of equal ones the smaller name.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.model.span import Span
from reportedly.reading.lexer import Lexeme


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a shape: the keys that fit it, and whether it may be left out."""

    keys: tuple[str, ...]
    optional: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape and the reader that gives it a value."""

    name: str
    elements: tuple[Element, ...]
    reader: str
    ahead: tuple[str, ...] = ()  # one of these must follow, outside the mark


@dataclass(frozen=True, slots=True)
class Part:
    """A lexeme of a match and the key under which it fitted."""

    key: str
    lexeme: Lexeme


@dataclass(frozen=True, slots=True)
class Match:
    """A shape found in a text."""

    rule: Rule
    parts: tuple[Part, ...]
    first: int
    after: int
    marked: Span | None = (
        None  # where the mark is not the whole shape: the "12" of "Jan. 10 and 12"
    )

    @property
    def span(self) -> Span:
        """From the first to the last lexeme."""
        return self.marked or self.parts[0].lexeme.span.joined(self.parts[-1].lexeme.span)

    def get(self, key: str) -> Lexeme | None:
        """The first lexeme that fitted under this key."""
        return next((part.lexeme for part in self.parts if part.key == key), None)

    def sense(self, key: str) -> str:
        """Its value, "" where there is none."""
        lexeme = self.get(key)
        return lexeme.sense(key) if lexeme else ""


@dataclass(frozen=True, slots=True)
class Opening:
    """A rule that may begin with a key, and the keys of which one must come next; None where it may end there.

    Most lexemes are turned away by that: "the" opens a third of all rules.
    """

    rule: Rule
    next_keys: frozenset[str] | None

    def fits(self, following: frozenset[str]) -> bool:
        """Whether the rule may go on with a lexeme of these keys."""
        return self.next_keys is None or not self.next_keys.isdisjoint(following)


@lru_cache(maxsize=1)
def load_rules() -> Mapping[str, tuple[Opening, ...]]:
    """The rules by the keys they may begin with."""
    text = files("reportedly.reading").joinpath("time_rules.csv").read_text("utf-8")
    rows = csv.reader(line for line in text.splitlines() if line and not line.startswith("#"))
    begun: dict[str, tuple[Opening, ...]] = {}
    for name, shape, reader in rows:
        pieces = shape.split()
        ahead = pieces.pop().rstrip("^") if pieces[-1].endswith("^") else ""
        elements = tuple(_element(piece) for piece in pieces)
        rule = Rule(name, elements, reader, tuple(ahead.split("|")) if ahead else ())
        for key, place in _first_keys(elements):
            opening = Opening(rule, _next_keys(elements[place + 1 :]))
            begun[key] = (*begun.get(key, ()), opening)
    return begun


def _element(piece: str) -> Element:
    return Element(tuple(piece.rstrip("?").split("|")), piece.endswith("?"))


def _first_keys(elements: Sequence[Element]) -> Iterator[tuple[str, int]]:
    """The keys that a shape may begin with, and the place of their element."""
    for place, element in enumerate(elements):
        yield from ((key, place) for key in element.keys)
        if not element.optional:
            return


def _next_keys(elements: Sequence[Element]) -> frozenset[str] | None:
    if all(element.optional for element in elements):
        return None
    return frozenset(key for key, _ in _first_keys(elements))


def match_at(lexemes: Sequence[Lexeme], place: int) -> Match | None:
    """The longest shape that begins at this lexeme."""
    best: Match | None = None
    for rule in _open_rules(lexemes, place):
        parts = _fit(rule.elements, lexemes, place)
        if not _goes_on(rule, lexemes, place + len(parts)):
            continue
        if parts and (best is None or _is_better(len(parts), rule, best)):
            best = Match(rule, parts, place, place + len(parts))
    return best


def _open_rules(lexemes: Sequence[Lexeme], place: int) -> Iterator[Rule]:
    """The rules that the next two lexemes allow; a mark begins with a word, not with a hyphen."""
    if lexemes[place].word == "-":
        return
    rules = load_rules()
    following = lexemes[place + 1].keys if place + 1 < len(lexemes) else frozenset()
    for key in lexemes[place].keys:
        for opening in rules.get(key, ()):
            if opening.fits(following):
                yield opening.rule


def _goes_on(rule: Rule, lexemes: Sequence[Lexeme], after: int) -> bool:
    return not rule.ahead or (
        after < len(lexemes) and not lexemes[after].keys.isdisjoint(rule.ahead)
    )


def _is_better(length: int, rule: Rule, best: Match) -> bool:
    """Longer first; of equal length the rule with the smaller name, so that the order of a set does not matter."""
    return (length, best.rule.name) > (len(best.parts), rule.name)


def _fit(elements: Sequence[Element], lexemes: Sequence[Lexeme], place: int) -> tuple[Part, ...]:
    """The parts of the longest fit, () where the shape does not fit."""
    if not elements:
        return ()
    element, rest = elements[0], elements[1:]
    found: tuple[Part, ...] = ()
    if place < len(lexemes):
        key = next((each for each in element.keys if each in lexemes[place].keys), None)
        if key is not None:
            tail = _fit(rest, lexemes, place + 1)
            if tail or all(each.optional for each in rest):
                found = (Part(key, lexemes[place]), *tail)
    if element.optional:
        without = _fit(rest, lexemes, place)
        return max(found, without, key=len)
    return found
