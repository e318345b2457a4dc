"""Parsed sentences, independent of the parser that made them."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import attrgetter

from reportedly.model.report import Role
from reportedly.model.span import Span

_start, _end = attrgetter("span.start"), attrgetter("span.end")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. Offsets are of the report's text; `head` is an index into the sentence's tokens.

    `pos`, `tag`, `dep`, `entity` are spaCy's English labels (UPOS, Penn, ClearNLP, OntoNotes; "" outside names).
    The root's head is itself. `begins` is true on the first token of a name.
    """

    index: int
    span: Span
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    begins: bool
    children: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a body paragraph, headline or caption, with its parse (`tokens` is () before parsing).

    Tokens are in the order of the text and do not overlap.
    """

    span: Span
    role: Role
    tokens: tuple[Token, ...] = ()

    @property
    def root(self) -> Token:
        """The token that heads the sentence."""
        return next(token for token in self.tokens if token.head == token.index)

    def head_of(self, token: Token) -> Token:
        """The token that governs `token` (itself for the root)."""
        return self.tokens[token.head]

    def children_of(self, token: Token, *deps: str) -> tuple[Token, ...]:
        """Direct dependents in order, of these relations or of all."""
        found = [self.tokens[index] for index in token.children]
        return tuple([child for child in found if child.dep in deps] if deps else found)

    def subtree(self, token: Token) -> tuple[Token, ...]:
        """`token` and all it governs, in text order."""
        found: list[Token] = []
        waiting = [token]
        while waiting:
            current = waiting.pop()
            found.append(current)
            waiting.extend(self.tokens[index] for index in current.children)
        return tuple(sorted(found, key=lambda each: each.index))

    def ancestors(self, token: Token) -> tuple[Token, ...]:
        """The governors of `token`, nearest first, the root last."""
        found: list[Token] = []
        while token.head != token.index:
            token = self.tokens[token.head]
            found.append(token)
        return tuple(found)

    def subtree_span(self, token: Token) -> Span:
        """From the first to the last character that `token` governs, itself included."""
        tokens = self.subtree(token)
        return Span(tokens[0].span.start, tokens[-1].span.end)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap `span`."""
        first = bisect_right(self.tokens, span.start, key=_end)
        return self.tokens[first : bisect_left(self.tokens, span.end, first, key=_start)]
