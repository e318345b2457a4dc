"""The rows of the act tables: what a word does in each of its frames, for events, status, quotations and the ledger.

docs/guidelines/lexicon.md says what the columns mean and how to add a word.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reportedly.language.commitment import Commitment, status_laid
from reportedly.model.ontology import Act, Presentation, Status


@dataclass(frozen=True, slots=True)
class Entry:
    """A word with its act, and what it binds its speaker and the report to; None for both in plain deeds."""

    lemma: str
    act: Act
    speaker: Commitment | None = None
    reporter: Presentation | None = None

    @property
    def inner(self) -> Status | None:
        """The status it lays on what it governs; None leaves that as it is: "confirm", "say"."""
        return status_laid(self.speaker, self.reporter)

    @property
    def governs(self) -> bool:
        """Whether it says anything of a content; plain deeds do not."""
        return self.speaker is not None or self.reporter is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table. `entry` is None for a word that tells no event of its own: "begin", in `"...," she began`.

    `reporter` is what it binds the report to, also where it has no act. `cue` holds the frames in which it ascribes
    words to somebody; `stand` is the ledger's word for it.
    """

    lemma: str
    frame: str
    entry: Entry | None
    reporter: Presentation | None
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
            entry=entry_in(row, row["act"]),
            reporter=_presentation(row),
            cue=frozenset(row["cue"].split()),
            stand=row.get("stand", ""),
            traits=frozenset(row.get("traits", "").split()),
        )


def entry_in(row: dict[str, str], act: str) -> Entry | None:
    """The entry that a row of a table gives its word under this act; None without an act."""
    if not act:
        return None
    speaker = Commitment(row["speaker"]) if row["speaker"] else None
    return Entry(row["lemma"], Act(act), speaker, _presentation(row))


def _presentation(row: dict[str, str]) -> Presentation | None:
    return Presentation(row["reporter"]) if row["reporter"] else None


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table of this package; columns left out at the end of a line are empty."""
    text = (files("reportedly.language") / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    yield from csv.DictReader(lines, restval="")
