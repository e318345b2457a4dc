"""A status with the word that shows it: what each rule of reality hands on."""

from dataclasses import dataclass

from reportedly.model.ontology import Status
from reportedly.model.syntax import Token


@dataclass(frozen=True, slots=True)
class Verdict:
    """A status with the token that shows it and a sentence for people.

    What is settled (by the calendar, by "since") no reading of the words around can change. What only these words
    suggest is open, or lacks a word that says who demands, offers, promises, threatens, denies or alleges it.
    """

    status: Status
    cue: Token | None
    because: str
    settled: bool = False
    suggested: bool = False
