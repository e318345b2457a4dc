"""The page an analyst signs. Every line is cut from a report or filled into a template, and cites its characters."""

from dataclasses import dataclass
from datetime import date

from reportedly.model.errors import ReportedlyError
from reportedly.model.span import Citation
from reportedly.model.story import Counts


class UncitedLineError(ReportedlyError):
    """A line of a brief without a citation: it must not exist."""

    def __init__(self, text: str) -> None:
        super().__init__(f"line {text!r} cites nothing; give it the characters it rests on")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of the brief. `record` is the id that `why` takes; `marks` are "new", "one origin", "disputed".

    `copies` are reports that have words of `evidence` too and are not cited for themselves.
    """

    text: str
    evidence: tuple[Citation, ...]
    record: str
    counts: Counts | None = None
    marks: tuple[str, ...] = ()
    under: str = ""  # heading inside the section: the actor of a position
    copies: int = 0

    def __post_init__(self) -> None:
        if not self.evidence:
            raise UncitedLineError(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the brief. Where it has no line, `empty` says why; `more` counts lines left out for length."""

    title: str
    lines: tuple[Line, ...]
    empty: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class StoryBrief:
    """One story's part: its lead, the line that counts who stands behind it, the sections."""

    story: str
    lead: Line
    origin_line: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A numbered end note: which report, which characters, the hash of its bytes, and the words themselves."""

    number: int
    citation: Citation
    source: str  # outlet, agency or file, and the date
    words: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole page."""

    today: date | None
    summary: str
    stories: tuple[StoryBrief, ...]
    notes: tuple[Note, ...]

    def number_of(self, citation: Citation) -> int:
        """The end note of a citation."""
        return next(note.number for note in self.notes if note.citation == citation)
