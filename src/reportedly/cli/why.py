"""`why`: from an id or a place down to rules, scores and characters."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from reportedly.cli.grounds import explain_record
from reportedly.cli.layers import Step, explain_words
from reportedly.cli.options import archive_option, json_option
from reportedly.cli.places import is_place, parse_place
from reportedly.cli.records import list_records
from reportedly.cli.sources import find_id, name_refused, tell
from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.model.report import Report
from reportedly.model.span import Citation
from reportedly.model.story import Stories, Story
from reportedly.synthesis.wording import one_line


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `why --json` prints: the record and the steps that led to it."""

    id: str
    sort: str
    story: str
    title: str
    steps: tuple[Step, ...]
    record: object


@click.command()
@click.argument("wanted", metavar="ID")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@archive_option
@json_option
def why(wanted: str, paths: tuple[str, ...], archive_path: Path, *, as_json: bool) -> int:
    """Explain a line: ID is what a view prints in brackets, or a place in a report (3f2a91b0:120-188).

    With PATH, among the stories of these files; else in the archive.
    """
    told = tell(paths, archive_path)
    where = ", ".join(paths) or str(archive_path)
    explain = _explain_place if is_place(wanted) else _explain_id
    explanation = explain(wanted, told.stories, where)
    if as_json:
        click.echo(to_json(explanation))
    else:
        for line in explanation_lines(explanation):
            click.echo(printable(line))
    return name_refused(told.refused)


def _explain_id(wanted: str, stories: Stories, where: str) -> Explanation:
    """The chain behind a record."""
    found = find_id(wanted, (named.id for named in list_records(stories)), where)
    named = next(each for each in list_records(stories) if each.id == found)
    steps = tuple(explain_record(named))
    # a story's or a report's text is not repeated: its parts have ids and places of their own
    record = None if isinstance(named.record, Story | Report) else named.record
    return Explanation(named.id, named.sort, named.story.id, named.title, steps, record)


def _explain_place(wanted: str, stories: Stories, where: str) -> Explanation:
    """What was read at a place, and the records that cite it."""
    lengths = {each.report.id: len(each.text) for story in stories for each in story.readings}
    citation = parse_place(wanted, lengths, where)
    story = next(each for each in stories if citation.report in each.report_ids)
    reading = story.reading(citation.report)
    steps = [*explain_words(reading, citation.span, 0)]
    steps.extend(
        Step(named.sort, one_line(named.title), f"cites this place; {named.id}")
        for named in list_records([story])
        if any(_meets(each, citation) for each in named.evidence)
    )
    words = citation.span.of(reading.text)
    return Explanation(wanted, "place", story.id, words, tuple(steps), citation)


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The chain for people, a step a line, deeper steps further in."""
    yield f"{explanation.sort} {explanation.id}: {one_line(explanation.title)}"
    for step in explanation.steps:
        because = f" - {step.because}" if step.because else ""
        yield f"{'  ' * (step.depth + 1)}{step.layer}: {step.found}{because}"


def _meets(one: Citation, other: Citation) -> bool:
    return one.report == other.report and one.span.overlaps(other.span)
