"""What the lexicon knows of words that ascribe a statement to somebody: their frames, traits and stands."""

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from reportedly.language.act_rows import Row, noun_rows, read_table, verb_rows
from reportedly.model.ontology import Act, Presentation


@lru_cache(maxsize=1)
def cue_verbs() -> Mapping[str, frozenset[str]]:
    """The frames in which each verb ascribes words, its particles and prepositions among them.

    >>> sorted(cue_verbs()["hope"])
    ['clause', 'for', 'to']
    """
    return _frames(verb_rows())


@lru_cache(maxsize=1)
def cue_nouns() -> Mapping[str, frozenset[str]]:
    """The frames in which each noun ascribes words: "their demand [for] talks"."""
    return _frames(noun_rows())


@lru_cache(maxsize=1)
def cue_adjectives() -> Mapping[str, frozenset[str]]:
    """The frames in which each adjective ascribes words: "insistent [that] ..."."""
    rows = read_table("qualifiers.csv")
    return {row["lemma"]: frozenset(row["cue"].split()) for row in rows if row["cue"]}


@lru_cache(maxsize=16)
def verbs_with(trait: str) -> frozenset[str]:
    """The verbs of a class that the table names: "plain", "relay", "reporting", "mere".

    >>> "add" in verbs_with("plain"), "deny" in verbs_with("plain")
    (True, False)
    """
    return frozenset(row.head for row in verb_rows() if trait in row.traits)


def stand_of(lemma: str, act: Act | None = None) -> str:
    """The ledger's word for what a verb does, "" for none; of verbs with particles only those that tell `act`.

    >>> stand_of("call", Act.REQUEST), stand_of("call", Act.REJECT), stand_of("call")
    ('demand', '', 'demand')
    """
    return next((row.stand for row in _stands().get(lemma, ()) if _tells(row, act)), "")


def has_stand(lemma: str, beside: Collection[str]) -> bool:
    """Whether the ledger lists the verb by itself, or with one of the prepositions that stand beside it.

    >>> has_stand("call", ["for"]), has_stand("call", ["him"]), has_stand("reject", [])
    (True, False, True)
    """
    rows = _stands().get(lemma, ())
    return any(row.lemma == row.head or row.lemma.split()[-1] in beside for row in rows)


@lru_cache(maxsize=1)
def stands_of_words() -> Mapping[str, str]:
    """The ledger's word for what an adjective or noun makes known of a thing.

    >>> stands_of_words()["constructive"], stands_of_words()["concern"]
    ('welcome', 'express concern')
    """
    nouns = {row.lemma: row.stand for row in noun_rows() if row.stand}
    rows = read_table("qualifiers.csv")
    return {**nouns, **{row["lemma"]: row["stand"] for row in rows if row["stand"]}}


def all_stands() -> frozenset[str]:
    """Every word that the ledger has for a verb."""
    return frozenset(row.stand for rows in _stands().values() for row in rows)


@lru_cache(maxsize=1)
def noun_presentations() -> Mapping[str, Presentation]:
    """What a report binds itself to by a noun that ascribes words: "his claim that", "her insistence that".

    >>> noun_presentations()["allegation"].value
    'distant'
    """
    return {row.lemma: row.reporter for row in noun_rows() if row.cue and row.reporter}


def _tells(row: Row, act: Act | None) -> bool:
    bare = row.lemma == row.head
    return bare or act is None or (row.entry is not None and row.entry.act is act)


@lru_cache(maxsize=1)
def _stands() -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for row in verb_rows():
        if row.stand:
            found[row.head] = (*found.get(row.head, ()), row)
    return found


def _frames(rows: Iterable[Row]) -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        if row.cue:
            found[row.head] = found.get(row.head, frozenset()) | row.cue
    return found
