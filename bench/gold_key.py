"""The answer key of a story, and what the product told of it, side by side."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.intake.formats import Taken, open_reports
from reportedly.model.interval import Interval
from reportedly.model.lineage import Relation
from reportedly.model.reading import Reading
from reportedly.model.report import Report
from reportedly.model.span import Citation, Span
from reportedly.model.story import Claim, Entity, Story
from reportedly.pipeline import read_reports, tell_story

Item = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Place:
    """A span of the key: the document's name and code points."""

    doc: str
    span: Span


@dataclass(frozen=True, slots=True)
class Told:
    """What the product says of a story folder; `names` maps a report's id to the key's document name."""

    key: Item
    stories: tuple[Story, ...]
    names: Mapping[str, str]

    @property
    def readings(self) -> Iterator[Reading]:
        """All readings."""
        return (reading for story in self.stories for reading in story.readings)

    @property
    def claims(self) -> Iterator[Claim]:
        """All claims."""
        return (claim for story in self.stories for claim in story.claims)

    @property
    def entities(self) -> Iterator[Entity]:
        """All entities."""
        return (entity for story in self.stories for entity in story.entities)

    @property
    def relations(self) -> Iterator[Relation]:
        """All relations that are not plainly independent."""
        return (relation for story in self.stories for relation in story.relations)

    def report(self, doc: str) -> Report:
        """The report behind a document name, with its inferred date where there is one."""
        return next(each.report for each in self.readings if self.names[each.report.id] == doc)

    def reading(self, doc: str) -> Reading:
        """The reading of a document."""
        return next(each for each in self.readings if self.names[each.report.id] == doc)

    def cites(self, evidence: Sequence[Citation], place: Place) -> bool:
        """Whether a citation shares half of the shorter span with the key's place."""
        return any(
            self.names[each.report] == place.doc and each.span.matches(place.span)
            for each in evidence
        )

    def docs(self, evidence: Sequence[Citation]) -> set[str]:
        """The documents that are cited."""
        return {self.names[each.report] for each in evidence}


def tell(folder: Path) -> Told:
    """Run the product on a story folder's reports, taken as the one story they are (`stories` measures grouping)."""
    key: Item = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    taken = [each for each in open_reports([folder / "reports"]) if isinstance(each, Taken)]
    reports = [each.report for each in taken]
    names = {report.id: document_name(report.path) for report in reports}
    readings = tuple(sorted(read_reports(reports), key=lambda reading: reading.report.id))
    return Told(key, (tell_story(Story(folder.name, readings)),), names)


def document_name(path: str) -> str:
    """The key's name of a report: its file without folder and ending, with the member of a container: "wire#2"."""
    file, _, member = path.partition("#")
    return Path(file).stem + (f"#{member}" if member else "")


def items(source: Item, name: str) -> list[Item]:
    """The entries of a list of the key, () where it is missing."""
    found = source.get(name, [])
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def word(item: Item, name: str) -> str:
    """A text field, "" where it is missing."""
    found = item.get(name)
    return found if isinstance(found, str) else ""


def accepted(item: Item, name: str) -> tuple[object, ...]:
    """What the key takes besides its own value: under this field name, or in a plain list."""
    accept = item.get("accept")
    if isinstance(accept, list):
        return tuple(accept)
    found = accept.get(name, []) if isinstance(accept, dict) else []
    return tuple(found) if isinstance(found, list) else (found,)


def may_be_absent(item: Item) -> bool:
    """Whether the key forgives that the item is not marked at all."""
    words = {str(each) for name in ("also", "") for each in accepted(item, name)}
    return "not marked" in words


def place(item: Item) -> Place:
    """The place that an entry points to."""
    start, end = item.get("start"), item.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        message = f"no span in {item}"
        raise TypeError(message)
    return Place(word(item, "doc"), Span(start, end))


def places(item: Item, name: str = "spans") -> list[Place]:
    """The places of an entry's list of spans."""
    return [place(each) for each in items(item, name)]


def interval(value: object) -> Interval | None:
    """The days of "2022-01-10", "2022-01", "2022-01-01/2022-01-10", with words after them passed over."""
    if not isinstance(value, str) or not value[:4].isdigit() or "onwards" in value:
        return None
    first, _, last = value.split(" ")[0].partition("/")
    begin, end = _days(first), _days(last or first)
    return Interval(begin[0], end[1]) if begin and end else None


def _days(value: str) -> tuple[date, date] | None:
    parts = value.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 3:
        day = date(*numbers)
        return day, day
    year, month = (numbers[0], numbers[1]) if len(numbers) == 2 else (numbers[0], None)
    first = date(year, month or 1, 1)
    after = date(year + 1, 1, 1) if month in (None, 12) else date(year, (month or 0) + 1, 1)
    return first, date.fromordinal(after.toordinal() - 1)
