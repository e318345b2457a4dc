"""Lines for people: numbered rows, each with its id, its counts and the words it rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

import click

from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.model.interval import Interval
from reportedly.model.span import Citation
from reportedly.model.story import Counts, Story
from reportedly.synthesis.wording import counts_line, one_line

SHORT = 8  # characters of a report's id that are shown


@dataclass(frozen=True, slots=True)
class Row:
    """One record as shown: `notes` are lines under the title, `evidence` the places whose words are printed."""

    id: str
    title: str
    notes: tuple[str, ...]
    evidence: tuple[Citation, ...]
    counts: Counts | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A record that a view shows, with its story and its row."""

    story: Story
    record: object
    row: Row


def show(found: Iterable[Found], *, as_json: bool) -> int:
    """Print the records as they come, JSON as they are, or rows for people; how many there were."""
    number = 0
    for number, each in enumerate(found, start=1):
        if as_json:
            click.echo(to_json(each.record, story=each.story.id))
            continue
        for line in row_lines(number, each):
            click.echo(printable(line))
    return number


def row_lines(number: int, found: Found) -> Iterable[str]:
    """A row: title and id, notes, counts, then each distinct wording with its places."""
    row = found.row
    yield f"{number:>3}  {row.title}  ({row.id})"
    for note in row.notes:
        yield f"     {note}"
    if row.counts is not None:
        yield f"     {counts_line(row.counts)}"
    for words, places in wordings(found.story, row.evidence):
        yield f"       “{words}” [{', '.join(places)}]"


def wordings(story: Story, evidence: Iterable[Citation]) -> Iterable[tuple[str, list[str]]]:
    """The distinct words cited, white space as one blank, each with the places where they stand."""
    found: dict[str, list[str]] = {}
    for citation in dict.fromkeys(evidence):
        words = one_line(story.text_of(citation))
        found.setdefault(words, []).append(place(citation))
    return found.items()


def place(citation: Citation) -> str:
    """A citation as printed and as `why` and `correct` take it: "3f2a91b0:120-188"."""
    return f"{citation.report[:SHORT]}:{citation.span.start}-{citation.span.end}"


def day_words(days: Interval | None) -> str:
    """Days as shown: "2022-01-10", "2022-01-01 to 2022-01-10", "no day given"."""
    if days is None:
        return "no day given"
    return str(days.first) if days.days == 1 else f"{days.first} to {days.last}"
