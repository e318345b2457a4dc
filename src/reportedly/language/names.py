"""Parts of a name, and how alike two names are by spelling, sound, short forms and initials."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import permutations

from metaphone import doublemetaphone
from normality import ascii_text
from rapidfuzz.distance import OSA, JaroWinkler

from reportedly.model.ontology import EntityKind
from reportedly.model.span import Reason

SAME = 0.74
"""Names this alike are one name. Not tuned: .72 to .78 give F1 .868 to .872 (bench names, development half)."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_DOTTED = re.compile(r"\b(?:\w\.\s?){2,}")
_WORD = re.compile(r"[^\W_]+")
_SKELETON = re.compile(r"[aeiou]")
MAX_WORDS = 6
"""Words of the shorter name that are compared: more only repeat."""

_FEW = 5  # words of the longer name up to which every pairing is tried
_ACRONYM = range(2, 9)  # letters
_HEARD_ALIKE = 0.72  # Jaro-Winkler above which words of one sound are one: "Psaki", "Sackie"
_JOINED_ALIKE = 0.9  # "Patr ushev"
_APART = 0.4  # words of two persons this unlike forbid that they are one


@dataclass(frozen=True, slots=True)
class _Tables:
    titles: frozenset[str]
    particles: frozenset[str]
    legal_forms: frozenset[str]
    family_first: frozenset[str]
    places: frozenset[str]
    wordlike: frozenset[str]
    rewritten: tuple[tuple[str, str], ...]
    sounds: tuple[tuple[str, str], ...]
    nicknames: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def _tables() -> _Tables:
    source = resources.files("reportedly.language").joinpath("names.toml").read_text("utf-8")
    data = tomllib.loads(source)
    groups: dict[str, set[str]] = {}
    for name, short in data["nicknames"].items():
        for each in (name, *short):
            groups.setdefault(str(each), set()).add(str(name))
    return _Tables(
        titles=frozenset(map(str, data["titles"])),
        particles=frozenset(map(str, data["particles"])),
        legal_forms=frozenset(map(str, data["legal_forms"])),
        family_first=frozenset(map(str, data["family_first"])),
        places=frozenset(map(str, data["places"])),
        wordlike=frozenset(map(str, data["wordlike"])),
        rewritten=_longest_first(data["rewritten"]),
        sounds=_longest_first(data["sounds"]),
        nicknames={name: frozenset(found) for name, found in groups.items()},
    )


def _longest_first(pairs: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        sorted(((str(a), str(b)) for a, b in pairs.items()), key=lambda p: (-len(p[0]), p))
    )


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name in parts, each lower case and in Latin letters."""

    titles: tuple[str, ...]
    given: tuple[str, ...]
    particles: tuple[str, ...]
    surname: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 1, and why. `forbidden`: they cannot be one, whatever else speaks for it."""

    score: float
    forbidden: bool
    reasons: tuple[Reason, ...]

    @property
    def same(self) -> bool:
        """Whether the names alone suffice to call it one."""
        return self.score >= SAME and not self.forbidden


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name in lower-case Latin letters and figures, other signs as spaces.

    >>> fold("Recep Tayyip Erdoğan")
    'recep tayyip erdogan'
    """
    split = _CAMEL.sub(" ", name) if " " not in name.strip() else name
    joined = _DOTTED.sub(lambda match: match[0].replace(".", "").replace(" ", "") + " ", split)
    latin = ascii_text(joined.replace("’", "'").replace("'", "")).lower()
    for long, short in _tables().rewritten:
        if not long.isalpha() or re.search(rf"\b{long}\b", latin):
            latin = latin.replace(long, short)
    return " ".join(_WORD.findall(latin))


def may_stand_first(word: str) -> bool:
    """Whether a family name goes before the given name: "Xi" of "Xi Jinping"."""
    return fold(word) in _tables().family_first


def family_names(name: str) -> frozenset[str]:
    """The words by which alone somebody may be called: the last, and the first where it may be the family's.

    >>> sorted(family_names("Kim Jong Un")), sorted(family_names("Ann Lund"))
    (['kim', 'un'], ['lund'])
    """
    parts = parse_name(name)
    words = (*parts.given, parts.surname)
    first = {words[0]} if words[0] in _tables().family_first else set()
    return frozenset({parts.surname, *first} - {""})


def parse_name(name: str) -> Name:
    """The parts of a person's name; "Smith, John" is turned round.

    >>> parse_name("President Ursula von der Leyen")
    Name(titles=('president',), given=('ursula',), particles=('von', 'der'), surname='leyen')
    """
    last, comma, first = name.partition(",")
    words = fold(f"{first} {last}" if comma and first.strip() else name).split()
    tables = _tables()
    titles = tuple(word for word in words if word in tables.titles)
    rest = [word for word in words if word not in tables.titles] or words
    particles = tuple(word for word in rest[:-1] if word in tables.particles)
    given = tuple(word for word in rest[:-1] if word not in tables.particles)
    return Name(
        titles if len(rest) < len(words) else (), given, particles, rest[-1] if rest else ""
    )


@lru_cache(maxsize=4096)
def canonical(word: str) -> str:
    """One spelling for all that transliteration makes of a word.

    >>> canonical("lawrow") == canonical("lavrov"), canonical("riabkov") == canonical("ryabkov")
    (True, True)
    """
    for written, heard in _tables().sounds:
        word = word.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", word)


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    source = resources.files("reportedly.language").joinpath("given_names.toml").read_text("utf-8")
    data = tomllib.loads(source)
    genders = (("f", data["female"]), ("m", data["male"]))
    return {str(name): gender for gender, names in genders for name in names}


def gender_of_name(name: str) -> str | None:
    """Male ("m") or female ("f") where the given name is borne by hardly anybody else.

    >>> gender_of_name("Anna Harlow"), gender_of_name("Robin Harlow")
    ('f', None)
    """
    words = fold(name).split()
    return _given_names().get(words[0]) if words else None


def is_place_too(name: str) -> bool:
    """Whether a given name is a place as well: "Virginia", "Charlotte"."""
    return fold(name) in _tables().places


def is_wordlike(name: str) -> bool:
    """Whether a given name is an English article as well: "An"."""
    return fold(name) in _tables().wordlike


def inside_sentence(name: str) -> str:
    """A name or description inside a sentence, its article small; the "An" of "An Claes" is none.

    >>> inside_sentence("The Kremlin"), inside_sentence("An aide of Lund"), inside_sentence("An Claes")
    ('the Kremlin', 'an aide of Lund', 'An Claes')
    """
    article, _, rest = name.partition(" ")
    if not rest or article not in ("A", "An", "The"):
        return name
    whole = article != "The" and all(word[0].isupper() for word in rest.split())
    return name if whole else f"{article.lower()} {rest}"


@lru_cache(maxsize=16384)
def sounds(word: str) -> frozenset[str]:
    """Double metaphone codes, empty ones left out."""
    primary, secondary = doublemetaphone(word)
    return frozenset(str(code) for code in (primary, secondary) if code)


def is_given_name_pair(one: str, other: str) -> bool:
    """Whether one is known as the other's short or foreign form."""
    table = _tables().nicknames
    return bool(table.get(one, frozenset()) & table.get(other, frozenset()))


@lru_cache(maxsize=65536)
def word_likeness(one: str, other: str) -> float:
    """How alike two words of names are, 0 to 1: spelling, sound, short form, initial."""
    if one == other:
        return 1.0
    if is_given_name_pair(one, other) or canonical(one) == canonical(other):
        return 0.95
    if len(one) == 1 or len(other) == 1:
        return 0.8 if one[0] == other[0] else 0.0
    spelling = OSA.normalized_similarity(canonical(one), canonical(other))
    if sounds(one) & sounds(other) and min(len(one), len(other)) >= _ACRONYM.start + 1:
        return max(0.85 if JaroWinkler.similarity(one, other) > _HEARD_ALIKE else 0.0, spelling)
    return float(spelling)


@lru_cache(maxsize=65536)
def likeness(one: str, other: str, kind: EntityKind = EntityKind.PERSON) -> Likeness:
    """Compare two names of one kind.

    >>> likeness("Sergei Lavrov", "Sergey Lawrow").same, likeness("Hillary Clinton", "Bill Clinton").same
    (True, False)
    """
    is_person = kind is EntityKind.PERSON
    a, b = _words(one, is_person=is_person), _words(other, is_person=is_person)
    if not a or not b:
        return Likeness(0.0, forbidden=False, reasons=())
    if a == b or "".join(a) == "".join(b):
        return Likeness(
            1.0, forbidden=False, reasons=(Reason("same name", 1.0, f"{one} = {other}"),)
        )
    if not is_person and (is_acronym(one, other) or is_acronym(other, one)):
        return Likeness(
            0.95, forbidden=False, reasons=(Reason("acronym", 0.95, f"{one}: {other}"),)
        )
    return _compared(a, b, is_person=is_person)


def is_acronym(short: str, full: str) -> bool:
    """Whether `short` is made of the first letters of `full`, small words counted or not.

    >>> is_acronym("OSCE", "Organization for Security and Co-operation in Europe")
    True
    """
    letters = short.replace(".", "").strip()
    if not (len(letters) in _ACRONYM and letters.isupper() and letters.isalpha()):
        return False
    words = [word for word in re.split(r"[\s/]+", full.strip()) if word[:1].isalpha()]
    if len(words) < _ACRONYM.start:
        return False
    capital = "".join(word[0] for word in words if word[0].isupper())
    every = "".join(word[0] for word in words if word.lower() != "the").upper()
    return letters in (capital, every)


def _words(name: str, *, is_person: bool) -> tuple[str, ...]:
    tables = _tables()
    if is_person:
        parts = parse_name(name)
        return tuple(word for word in (*parts.given, parts.surname) if word)
    words = fold(name).split()
    kept = tuple(w for w in words if w not in tables.legal_forms and w not in tables.particles)
    return kept or tuple(words)


def _compared(a: tuple[str, ...], b: tuple[str, ...], *, is_person: bool) -> Likeness:
    """Words set against each other in the best way; what stays over on both sides speaks against."""
    short, long = sorted((a, b), key=len)
    joined = OSA.normalized_similarity(canonical("".join(a)), canonical("".join(b)))
    if not is_person and len(long) > len(short) and joined <= _JOINED_ALIKE:
        return Likeness(0.0, forbidden=False, reasons=())  # a word more makes it another body
    pairs = _aligned(short[:MAX_WORDS], long)
    scores = [word_likeness(x, y) for x, y in pairs]
    mean = sum(scores) / len(scores)
    extra = len(long) - len(short)
    score = 0.5 * mean + 0.5 * min(scores) - (0.04 if is_person else 0.3) * extra
    if len(short) == 1 and extra:
        score -= 0.3
    score = max(0.0, score, (joined if joined > _JOINED_ALIKE else 0.0))
    reasons = tuple(
        Reason("words", round(value, 2), f"{x} / {y}")
        for (x, y), value in zip(pairs, scores, strict=True)
    )
    return Likeness(score, forbidden=is_person and min(scores) < _APART, reasons=reasons)


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> list[tuple[str, str]]:
    """The pairing of words that is most alike in all."""
    if len(long) <= _FEW:
        best = max(
            permutations(long, len(short)),
            key=lambda order: sum(map(word_likeness, short, order)),
        )
        return list(zip(short, best, strict=True))
    left = list(long)
    pairs: list[tuple[str, str]] = []
    for word in short:
        nearest = max(left, key=lambda other: word_likeness(word, other))
        left.remove(nearest)
        pairs.append((word, nearest))
    return pairs
