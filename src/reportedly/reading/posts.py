"""What stands around a name or role noun: country, office and body ("White House Press Secretary Jane Doe")."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.language import countries
from reportedly.language.frequency import RARE, share_of_reports
from reportedly.language.offices import offices
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.phrases import Name, modifiers

_LEAST = 2
_FIELDED = frozenset({"minister", "ministry", "secretary"})


@dataclass(frozen=True, slots=True)
class Post:
    """What stands around a name or role noun: its country, the words of the office, the body."""

    country: str | None = None
    office: str | None = None
    body: str | None = None


def read_post(text: str, sentence: Sentence, words: list[Token], listed: tuple[Name, ...]) -> Post:
    """Country, office and body from the words of a title or role phrase."""
    chosen = {token.index for token in words}
    code: str | None = None
    body: str | None = None
    rest = set(chosen)
    several = False
    for name in listed:
        indexes = {token.index for token in name.tokens}
        if not indexes <= chosen or name.label == "PERSON" or is_field(sentence, name.tokens):
            continue
        named = name.span.of(text)
        country = countries.country(named) or countries.country_of_capital(named)
        rest -= indexes if country or name.head.lemma not in offices().people else set()
        if is_joined(sentence, name.tokens[-1]):
            continue
        several = several or (country is not None and code not in (None, country))
        code = code or country
        if name.label == "NORP" and country is None:  # "European" is no body
            continue
        if country is None or countries.country_of_seat(named):
            inner_code, inner_body = split_body(named)
            code = code or inner_code
            body = body if body and not inner_body else (inner_body or named)
    rest -= {t.index for t in words if is_joined(sentence, t) or t.text in "-–"}
    kept = [t for t in words if t.index in rest and t.pos in ("NOUN", "PROPN", "ADJ", "ADP")]
    while kept and kept[-1].pos == "ADP":
        kept = kept[:-1]
    office = " ".join(
        t.text.casefold()
        for t in kept
        if t.lemma not in offices().ranks and not countries.country_of_people(t.text)
    )
    return Post(None if several else code, office or None, body)


def is_field(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether these words are what a minister is of, and no body: the "Trade" of "Trade Minister"."""
    if not tokens:
        return False
    after = sentence.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
    common = all(
        share_of_reports(token.text.casefold()) > RARE and not token.text.isupper()
        for token in tokens
    )
    return common and any(token.lemma in _FIELDED for token in after)


def split_body(named: str) -> tuple[str | None, str]:
    """A body's own name apart from the country or seat before it.

    >>> split_body("White House National Security Council")
    ('USA', 'National Security Council')
    """
    words = named.removeprefix("The ").removeprefix("the ").split()
    if len(words) > _LEAST and words[-2] == "in" and countries.country_of_capital(words[-1]):
        return countries.country_of_capital(words[-1]), " ".join(words[:-2])
    for size in (3, 2, 1):
        first, rest = " ".join(words[:size]), " ".join(words[size:])
        code = countries.country(first)
        if code is not None and rest:
            return code, rest
    return countries.country_of_seat(named), " ".join(words)


def adjective_country(sentence: Sentence, head: Token) -> str | None:
    """The country of a nationality or possessor before a noun."""
    found = {
        code
        for token in modifiers(sentence, head)
        if not is_joined(sentence, token) and (code := countries.country(token.text)) is not None
    }
    return found.pop() if len(found) == 1 else None


def is_joined(sentence: Sentence, token: Token) -> bool:
    """Whether it tells by whom or for whom, not whose: "Russia-backed", "pro-Moscow"."""
    around = sentence.tokens[max(0, token.index - 1) : token.index + 2]
    return any(each.text in "-–" for each in around)
