"""What verbs, nouns and adjectives of the news do: the act they tell and the status they lay on what they govern."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.language.act_rows import (
    Entry,
    entry_in,
    noun_rows,
    read_table,
    verb_rows,
)
from reportedly.model.ontology import Act, Presentation, Status


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The lists of `lexicon.toml`, by their names there; a comment above each says what its words have in common."""

    adverbs: dict[str, Status]
    attributive: dict[str, Status]
    absent: dict[str, Status]
    modals: dict[str, Status]
    presenting: dict[str, Presentation]
    proof: frozenset[str]
    offing: dict[str, Status]
    lemmas: dict[str, str]
    harm: frozenset[str]
    light: frozenset[str]
    negators: frozenset[str]
    conditions: frozenset[str]
    news_acts: frozenset[str]
    fulfilled: frozenset[str]
    forces: frozenset[str]
    sending: frozenset[str]
    silence: frozenset[str]
    courts: frozenset[str]
    pleas: frozenset[str]
    voiced: frozenset[str]
    asks_nothing: frozenset[str]
    charges: frozenset[str]
    deeds: frozenset[str]
    broadcasters: frozenset[str]
    outlets: frozenset[str]
    implicative: frozenset[str]
    aims: frozenset[str]
    follows: frozenset[str]
    sequence: frozenset[str]
    anonymity: frozenset[str]
    cancelling: frozenset[str]
    refusing: frozenset[str]
    completed: frozenset[str]
    homeland: frozenset[str]
    growth: frozenset[str]
    massing: frozenset[str]
    presupposing: frozenset[str]
    hostile: frozenset[str]
    knowing: frozenset[str]
    papers: frozenset[str]
    undoing: frozenset[str]
    hit_in_peace: frozenset[str]
    endangered: frozenset[str]
    broken_in_peace: frozenset[str]
    mandative: frozenset[str]
    directions: frozenset[str]
    uniformed: frozenset[str]
    wishing: frozenset[str]
    awaited: frozenset[str]
    following: frozenset[str]
    raising: frozenset[str]
    beyond: frozenset[str]
    proving: frozenset[str]
    noun_adjuncts: frozenset[str]
    short_of: frozenset[str]
    clear: frozenset[str]
    true: frozenset[str]
    frameworks: frozenset[str]
    tells_content: frozenset[str]
    invariant: frozenset[str]
    twofold: frozenset[str]
    planners: frozenset[str]
    agendas: frozenset[str]
    needed: frozenset[str]
    untrue: frozenset[str]
    reactions: frozenset[str]
    met_by_plans: frozenset[str]
    given: frozenset[str]
    adjuncts: frozenset[str]
    felt: frozenset[str]
    causative: frozenset[str]
    scant: frozenset[str]
    presumed: frozenset[str]
    beyond_doubt: frozenset[str]
    elided: frozenset[str]
    open_gerunds: dict[str, frozenset[str]]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The word lists of the package, read once a process."""
    tables = tomllib.loads((files("reportedly.language") / "lexicon.toml").read_text("utf-8"))
    words = {
        name: frozenset(map(str, row)) for name, row in tables.items() if isinstance(row, list)
    }
    return Lexicon(
        adverbs=_statuses(tables["adverbs"]),
        attributive=_statuses(tables["attributive"]),
        absent=_statuses(tables["absent"]),
        lemmas={str(word): str(lemma) for word, lemma in tables["lemmas"].items()},
        modals=_statuses(tables["modals"]),
        presenting={str(word): Presentation(value) for word, value in tables["presenting"].items()},
        offing=_statuses(tables["offing"]),
        open_gerunds={str(word): frozenset(row) for word, row in tables["open_gerunds"].items()},
        **words,
    )


@lru_cache(maxsize=1)
def _verbs() -> dict[tuple[str, str], Entry]:
    return {(row.lemma, row.frame): row.entry for row in verb_rows() if row.entry is not None}


@lru_cache(maxsize=1)
def _nouns() -> dict[str, Entry]:
    return {row.lemma: row.entry for row in noun_rows() if row.entry is not None}


@lru_cache(maxsize=1)
def _qualifiers() -> dict[str, Entry]:
    entries = (entry_in(row, Act.STATEMENT) for row in read_table("qualifiers.csv"))
    return {entry.lemma: entry for entry in entries if entry is not None}


def verb_entry(lemma: str, frame: str = "", particles: tuple[str, ...] = ()) -> Entry | None:
    """The entry of a verb, its particles and prepositions tried first, the exact frame before any.

    >>> verb_entry("call", particles=("for",)).inner.value
    'demanded'
    >>> verb_entry("decide", "that").inner is None
    True
    """
    verbs = _verbs()
    lemma = load_lexicon().lemmas.get(lemma, lemma)
    for name in (*(f"{lemma} {particle}" for particle in particles), lemma):
        for kind in (frame, frame.removeprefix("other "), ""):
            entry = verbs.get((name, kind))
            if entry is not None:
                return entry
    return None


def noun_entry(lemma: str) -> Entry | None:
    """The entry of a noun that tells an event: "talks", "invasion", "refusal"."""
    nouns = _nouns()
    return nouns.get(lemma) or nouns.get(lemma.removesuffix("s"))


def qualifier_entry(lemma: str) -> Entry | None:
    """The entry of an adjective or participle: "likely", "insistent"."""
    return _qualifiers().get(lemma)


def qualifier_status(lemma: str) -> Status | None:
    """What an adjective or participle says of what it describes: "likely" possible, "alleged" alleged."""
    entry = qualifier_entry(lemma)
    return None if entry is None else entry.inner


def modal_status(word: str) -> Status | None:
    """The status that a modal verb gives its clause, by its form: "will" planned, "might" possible."""
    return load_lexicon().modals.get(word.lower())


def is_harm(lemma: str) -> bool:
    """Whether the word names something nobody wants done to them: a promise of it is a threat."""
    return lemma in load_lexicon().harm


def is_light(lemma: str) -> bool:
    """Whether the verb leaves the event to its noun: "hold talks", "launch an attack"."""
    return lemma in load_lexicon().light


def _statuses(words: Mapping[str, str]) -> dict[str, Status]:
    return {str(word): Status(status) for word, status in words.items()}
