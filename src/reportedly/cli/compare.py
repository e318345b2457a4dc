"""`compare`: how two reports are related, why, the passages they share and what they present otherwise, in columns."""

import shutil
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.archive.store import Archive
from reportedly.cli.options import archive_option, json_option
from reportedly.cli.rows import SHORT
from reportedly.cli.sources import BROKEN, STANDARD_INPUT, find_id, open_paths
from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.model.errors import InputError
from reportedly.model.lineage import Passage, Relation
from reportedly.model.ontology import Presentation, RelationKind
from reportedly.model.reading import Reading
from reportedly.model.span import Reason, Span
from reportedly.model.story import Story

if TYPE_CHECKING:
    from reportedly.linking.presented import Words

NARROW = 40  # columns below which a side cannot be read


@dataclass(frozen=True, slots=True)
class PassageText:
    """Two stretches that say the same, with their words."""

    a: Span
    b: Span
    score: float
    a_text: str
    b_text: str


@dataclass(frozen=True, slots=True)
class PresentedText:
    """One report's wording of a saying: the words that present it ("claimed"), how, and what is said."""

    cue: Span
    cue_text: str
    presented: Presentation
    content: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class SayingText:
    """One saying that both reports have and present otherwise."""

    a: PresentedText
    b: PresentedText


@dataclass(frozen=True, slots=True)
class Comparison:
    """The relation of two reports as `compare --json` prints it; `a` and `b` in the order of the command."""

    a: str
    b: str
    kind: RelationKind
    score: float
    certain: bool
    derived: str | None
    passages: tuple[PassageText, ...]
    reasons: tuple[Reason, ...]
    sayings: tuple[SayingText, ...] = ()


@click.command()
@click.argument("a")
@click.argument("b")
@archive_option
@json_option
def compare(a: str, b: str, archive_path: Path, *, as_json: bool) -> None:
    """How reports A and B are related, why, and the passages they share, side by side.

    First come sayings that both have and present otherwise: "said" here, "claimed" there.

    A and B are files with one report each, or ids of reports in the archive.
    """
    first, second = _find(a, archive_path), _find(b, archive_path)
    comparison = compare_readings(first, second)
    comparison = replace(comparison, sayings=tuple(presented_otherwise(first, second)))
    if as_json:
        click.echo(to_json(comparison))
        return
    width = shutil.get_terminal_size((100, 24)).columns
    for line in comparison_lines(comparison, (first, second), max(NARROW, (width - 3) // 2)):
        click.echo(printable(line.rstrip()))


def _find(given: str, archive_path: Path) -> Reading:
    """The reading of a file with one report or of a report in the archive."""
    if given == STANDARD_INPUT or Path(given).exists():
        return _read_one(given)
    if not archive_path.exists():
        raise InputError(
            given, f"no such file, and no archive at {archive_path} to look for an id in"
        )
    with Archive.open(archive_path) as archive:
        return archive.reading(find_id(given, archive.report_ids(), str(archive_path)))


def _read_one(path: str) -> Reading:
    """The reading of a file's one report."""
    from reportedly.intake.formats import Refused
    from reportedly.pipeline import read_reports

    taken = tuple(open_paths([path]))
    for each in taken:
        if isinstance(each, Refused):
            raise InputError(each.path, each.reason)
    if len(taken) != 1:
        raise InputError(path, f"holds {len(taken)} reports; compare takes one on each side")
    readings = read_reports(each.report for each in taken if not isinstance(each, Refused))
    if not readings:
        raise InputError(path, BROKEN)
    return readings[0]


def compare_readings(first: Reading, second: Reading) -> Comparison:
    """What lineage finds between two readings, turned to the order asked for."""
    from reportedly.linking.lineage import trace_lineage

    a, b = first.report.id, second.report.id
    if a == b:
        return _same_bytes(first)
    for relation in trace_lineage(Story("compared", (first, second))).relations:
        return _turned(relation, first, second)
    reason = Reason("passages", 0.0, "no passage and no order of sentences in common")
    return Comparison(
        a,
        b,
        RelationKind.INDEPENDENT,
        0.0,
        certain=True,
        derived=None,
        passages=(),
        reasons=(reason,),
    )


def presented_otherwise(first: Reading, second: Reading) -> Iterator[SayingText]:
    """What both let one speaker say and present otherwise, "said" beside "claimed", in the order asked for."""
    from reportedly.linking.entities import merge_entities
    from reportedly.linking.presented import presented_apart
    from reportedly.linking.utterances import align_utterances

    if first.report.id == second.report.id:
        return
    readings = {each.report.id: each for each in (first, second)}
    story = Story("compared", tuple(readings[each] for each in sorted(readings)))
    for pair in presented_apart(align_utterances(merge_entities(story))):
        ours, theirs = sorted(pair, key=lambda each: each.saying.report != first.report.id)
        yield SayingText(_presented(ours), _presented(theirs))


def _presented(words: "Words") -> PresentedText:
    from reportedly.linking.presented import cue_of

    saying, cue = words.saying, cue_of(words).span
    content, text = saying.quotation.content, saying.reading.text
    said = " ... ".join(span.of(text) for span in content)
    return PresentedText(cue, cue.of(text), words.presented, content, said)


def _same_bytes(reading: Reading) -> Comparison:
    report = reading.report.id
    reason = Reason("bytes", 1.0, "the same bytes")
    return Comparison(
        report,
        report,
        RelationKind.IDENTICAL,
        1.0,
        certain=True,
        derived=None,
        passages=(),
        reasons=(reason,),
    )


def _turned(relation: Relation, first: Reading, second: Reading) -> Comparison:
    """The relation with `first` on the left."""
    swap = relation.a != first.report.id
    passages = [Passage(each.b, each.a, each.score) if swap else each for each in relation.passages]
    return Comparison(
        a=first.report.id,
        b=second.report.id,
        kind=relation.kind,
        score=relation.score,
        certain=relation.certain,
        derived=relation.derived,
        passages=tuple(
            PassageText(each.a, each.b, each.score, each.a.of(first.text), each.b.of(second.text))
            for each in sorted(passages, key=lambda each: each.a)
        ),
        reasons=relation.reasons,
    )


def comparison_lines(
    comparison: Comparison, sides: tuple[Reading, Reading], width: int
) -> Iterator[str]:
    """The comparison for people, the passages in two columns of this width."""
    a, b = (f"{side.report.id[:SHORT]}  {side.report.path}" for side in sides)
    certain = "" if comparison.certain else ", not certain"
    yield f"{comparison.kind.value}{certain}, score {comparison.score:.2f}"
    if comparison.derived:
        yield f"derived: {comparison.derived[:SHORT]}"
    for reason in comparison.reasons:
        yield f"  {reason.feature} {reason.score:.2f}: {reason.detail}"
    if not comparison.passages and not comparison.sayings:
        return
    yield ""
    yield from _columns(a, b, width)
    for saying in comparison.sayings:
        yield "-" * (2 * width + 3)
        yield from _columns(_heading(saying.a), _heading(saying.b), width)
        yield from _columns(saying.a.text, saying.b.text, width)
    for passage in comparison.passages:
        yield "-" * (2 * width + 3)
        left = f"{passage.a.start}-{passage.a.end}  ({passage.score:.2f})"
        yield from _columns(left, f"{passage.b.start}-{passage.b.end}", width)
        yield from _columns(passage.a_text, passage.b_text, width)


def _heading(saying: PresentedText) -> str:
    """The words that present a saying: "“claimed”, 120-127: keeps its distance"."""
    return f"“{saying.cue_text}”, {saying.cue.start}-{saying.cue.end}: the report {saying.presented.words}"


def _columns(left: str, right: str, width: int) -> Iterator[str]:
    """Two texts side by side."""
    wrapped = (textwrap.wrap(" ".join(side.split()), width) for side in (left, right))
    for one, other in zip_longest(*wrapped, fillvalue=""):
        yield f"{one:<{width}} | {other}"
