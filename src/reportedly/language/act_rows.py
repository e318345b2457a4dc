"""The rows of the act tables: what a word does in each of its frames, for events, status, quotations and the ledger.

docs/guidelines/lexicon.md says what the columns mean and how to add a word.
"""

import csv
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
class Row:
    """A line of a table. `entry` is None for a word that tells no event of its own: "begin", in `"...," she began`.

    `cue` holds the frames in which it ascribes words to somebody; `stand` is the ledger's word for it.
    """

    lemma: str
    frame: str
    entry: Entry | None
    cue: frozenset[str]
    stand: str
    traits: frozenset[str]

    @property
    def head(self) -> str:
        """The word without its preposition or particle: "call" of "call for"."""
        return self.lemma.split(" ")[0]


@lru_cache(maxsize=1)
def verb_rows() -> tuple[Row, ...]:
    """The verbs, one row for a lemma and frame."""
    return tuple(_rows("act_verbs.csv"))


@lru_cache(maxsize=1)
def noun_rows() -> tuple[Row, ...]:
    """The nouns that tell an event or ascribe words."""
    return tuple(_rows("act_nouns.csv"))


def _rows(name: str) -> Iterator[Row]:
    for row in read_table(name):
        yield Row(
            lemma=row["lemma"],
            frame=row.get("frame", ""),
            entry=_entry(row),
            cue=frozenset(row["cue"].split()),
            stand=row.get("stand", ""),
            traits=frozenset(row.get("traits", "").split()),
        )


def _entry(row: dict[str, str]) -> Entry | None:
    if not row["act"]:
        return None
    inner = row["inner"]
    status = None if inner in ("", "keep") else Status(inner)
    return Entry(row["lemma"], Act(row["act"]), status, bool(inner))


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this package; columns left out at the end of a line are empty."""
    text = (files("reportedly.language") / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    yield from csv.DictReader(lines, restval="")
