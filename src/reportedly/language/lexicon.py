"""What verbs, nouns and adjectives of the news do: the act they tell and the status they lay on what they govern."""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.model.ontology import Act, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its act. `inner` is the status it lays on what it governs; `governs` is false for plain deeds.

    `inner` None with `governs` true leaves the governed clause as it is: "confirm", "say".
    """

    lemma: str
    act: Act
    inner: Status | None
    governs: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tables. Look words up with the functions of this module."""

    verbs: dict[tuple[str, str], Entry]
    nouns: dict[str, Entry]
    qualifiers: dict[str, Status]
    adverbs: dict[str, Status]
    modals: dict[str, Status]
    lemmas: dict[str, str]
    harm: frozenset[str]
    light: frozenset[str]
    negators: frozenset[str]
    conditions: frozenset[str]
    news_acts: frozenset[str]
    mere: frozenset[str]
    fulfilled: frozenset[str]
    forces: frozenset[str]
    sending: frozenset[str]
    silence: frozenset[str]
    charges: frozenset[str]
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
    mandative: frozenset[str]
    directions: frozenset[str]
    uniformed: frozenset[str]
    wishing: frozenset[str]
    awaited: frozenset[str]
    following: frozenset[str]
    raising: frozenset[str]
    beyond: frozenset[str]


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The word tables of the package, read once a process."""
    lists = tomllib.loads(_data("lexicon.toml"))
    return Lexicon(
        verbs={(row["lemma"], row["frame"]): _entry(row) for row in _rows("act_verbs.csv")},
        nouns={row["lemma"]: _entry(row) for row in _rows("act_nouns.csv")},
        qualifiers={row["lemma"]: Status(row["inner"]) for row in _rows("qualifiers.csv")},
        adverbs={str(word): Status(status) for word, status in lists["adverbs"].items()},
        lemmas={str(word): str(lemma) for word, lemma in lists["lemmas"].items()},
        modals={str(word): Status(status) for word, status in lists["modals"].items()},
        harm=frozenset(lists["harm"]),
        light=frozenset(lists["light"]),
        negators=frozenset(lists["negators"]),
        conditions=frozenset(lists["conditions"]),
        news_acts=frozenset(lists["news_acts"]),
        mere=frozenset(lists["mere"]),
        fulfilled=frozenset(lists["fulfilled"]),
        forces=frozenset(lists["forces"]),
        sending=frozenset(lists["sending"]),
        silence=frozenset(lists["silence"]),
        charges=frozenset(lists["charges"]),
        implicative=frozenset(lists["implicative"]),
        aims=frozenset(lists["aims"]),
        follows=frozenset(lists["follows"]),
        sequence=frozenset(lists["sequence"]),
        anonymity=frozenset(lists["anonymity"]),
        completed=frozenset(lists["completed"]),
        refusing=frozenset(lists["refusing"]),
        cancelling=frozenset(lists["cancelling"]),
        growth=frozenset(lists["growth"]),
        massing=frozenset(lists["massing"]),
        presupposing=frozenset(lists["presupposing"]),
        homeland=frozenset(lists["homeland"]),
        hostile=frozenset(lists["hostile"]),
        mandative=frozenset(lists["mandative"]),
        directions=frozenset(lists["directions"]),
        uniformed=frozenset(lists["uniformed"]),
        wishing=frozenset(lists["wishing"]),
        awaited=frozenset(lists["awaited"]),
        following=frozenset(lists["following"]),
        raising=frozenset(lists["raising"]),
        beyond=frozenset(lists["beyond"]),
    )


def verb_entry(lemma: str, frame: str = "", particles: tuple[str, ...] = ()) -> Entry | None:
    """The entry of a verb, its particles and prepositions tried first, the exact frame before any.

    >>> verb_entry("call", particles=("for",)).inner.value
    'demanded'
    >>> verb_entry("decide", "that").inner is None
    True
    """
    verbs = load_lexicon().verbs
    lemma = load_lexicon().lemmas.get(lemma, lemma)
    for name in (*(f"{lemma} {particle}" for particle in particles), lemma):
        for kind in (frame, frame.removeprefix("other "), ""):
            entry = verbs.get((name, kind))
            if entry is not None:
                return entry
    return None


def noun_entry(lemma: str) -> Entry | None:
    """The entry of a noun that tells an event: "talks", "invasion", "refusal"."""
    nouns = load_lexicon().nouns
    return nouns.get(lemma) or nouns.get(lemma.removesuffix("s"))


def qualifier_status(lemma: str) -> Status | None:
    """What an adjective or participle says of what it describes: "likely" possible, "alleged" alleged."""
    return load_lexicon().qualifiers.get(lemma)


def modal_status(word: str) -> Status | None:
    """The status that a modal verb gives its clause, by its form: "will" planned, "might" possible."""
    return load_lexicon().modals.get(word.lower())


def is_harm(lemma: str) -> bool:
    """Whether the word names something nobody wants done to them: a promise of it is a threat."""
    return lemma in load_lexicon().harm


def is_light(lemma: str) -> bool:
    """Whether the verb leaves the event to its noun: "hold talks", "launch an attack"."""
    return lemma in load_lexicon().light


def _entry(row: dict[str, str]) -> Entry:
    inner = row["inner"]
    status = None if inner in ("", "keep") else Status(inner)
    return Entry(row["lemma"], Act(row["act"]), status, bool(inner))


def _rows(name: str) -> Iterator[dict[str, str]]:
    lines = (line for line in _data(name).splitlines() if line and not line.startswith("#"))
    yield from csv.DictReader(lines)


def _data(name: str) -> str:
    return (files("reportedly.language") / name).read_text("utf-8")
