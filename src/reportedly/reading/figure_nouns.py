"""What a figure counts: the noun phrase that follows it, with its modifiers."""

from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

NOUNS = ("NOUN", "PROPN")
INNER = ("ADJ", "DET", "NOUN", "PROPN", "NUM")
PLAIN_WORDS = 2  # words taken where there is no parse


def counted_noun(text: str, spans: Sequence[Span], sentence: Sentence | None) -> str:
    """The counted noun phrase after a figure, "" where none follows: "Russian troops", "waves of expansion"."""
    if not spans:
        return ""
    if sentence is None or not sentence.tokens:
        return _plain_noun(text, spans)
    tokens: Sequence[Token] = [
        token for token in sentence.tokens if token.span.start >= spans[0].start
    ]
    if tokens and tokens[0].text == "-":  # "a 28-nation bloc" counts nations
        return tokens[1].text if len(tokens) > 1 and tokens[1].pos in NOUNS else ""
    if tokens and tokens[0].text.lower() == "of":
        tokens = _bare(tokens[1:])
    end = _phrase_end(tokens)
    if not end:
        return ""
    if end + 1 < len(tokens) and tokens[end].text.lower() == "of":
        end += (1 + more) if (more := _phrase_end(tokens[end + 1 :])) else 0
    return " ".join(text[tokens[0].span.start : tokens[end - 1].span.end].split())


def _bare(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens without "the", "his", "17" at their head."""
    place = 0
    while place < len(tokens) and (
        tokens[place].pos in ("DET", "NUM") or tokens[place].tag == "PRP$"
    ):
        place += 1
    return tokens[place:]


def _phrase_end(tokens: Sequence[Token]) -> int:
    """How many tokens the noun phrase at the head of these takes; it ends with a noun."""
    end = 0
    for place, token in enumerate(tokens):
        if token.pos in NOUNS:
            end = place + 1
        elif not _is_inside(tokens, place):
            break
    return end


def _is_inside(tokens: Sequence[Token], place: int) -> bool:
    """Adjectives, hyphens, possessives and participles before the noun go on; anything else ends it."""
    token = tokens[place]
    if token.pos in ("ADV", "CCONJ"):
        return _joins(tokens, place)
    if token.pos in INNER or token.text == "-" or token.tag == "POS":
        return True
    return (
        token.tag in ("VBN", "VBG") and place + 1 < len(tokens) and tokens[place + 1].pos in NOUNS
    )


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """An adverb or "and" before an adjective: "fundamentally different views", "low- and middle-income families"."""
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if following is None or following.pos != "ADJ":
        return False
    return tokens[place].pos == "ADV" or (
        place > 0 and (tokens[place - 1].pos == "ADJ" or tokens[place - 1].text == "-")
    )


def _plain_noun(text: str, spans: Sequence[Span]) -> str:
    words: list[Span] = []
    for span in spans:
        word = span.of(text)
        if word.lower() == "of" and not words:
            continue
        if not word.isalpha() or len(words) == PLAIN_WORDS:
            break
        words.append(span)
    return text[words[0].start : words[-1].end] if words else ""
