"""`why`: from an id or a place down to rules, scores and characters."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from reportedly.cli.options import archive_option, json_option
from reportedly.cli.places import is_place, parse_place
from reportedly.cli.records import Named, list_records
from reportedly.cli.rows import SHORT, count_words, place
from reportedly.cli.sources import find_id, name_refused, tell
from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.model.reading import Reading
from reportedly.model.report import Report
from reportedly.model.span import Citation, Reason, Span
from reportedly.model.story import Claim, Counts, HeadlineCheck, Lineage, Meeting, Story


@dataclass(frozen=True, slots=True)
class Step:
    """A link of the chain: `layer` is where it was decided, `found` what, `because` the rule or the score."""

    layer: str
    found: str
    because: str
    depth: int = 0


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


def _explain_id(wanted: str, stories: Sequence[Story], where: str) -> Explanation:
    """The chain behind a record."""
    records = tuple(list_records(stories))
    found = find_id(wanted, (named.id for named in records), where)
    named = next(each for each in records if each.id == found)
    steps = tuple(explain_record(named))
    # a story's or a report's text is not repeated: its parts have ids and places of their own
    record = None if isinstance(named.record, Story | Report) else named.record
    return Explanation(named.id, named.sort, named.story.id, named.title, steps, record)


def _explain_place(wanted: str, stories: Sequence[Story], where: str) -> Explanation:
    """What was read at a place, and the records that cite it."""
    readings = {each.report.id: each for story in stories for each in story.readings}
    lengths = {report: len(reading.text) for report, reading in readings.items()}
    citation = parse_place(wanted, lengths, where)
    story = next(
        each for each in stories if any(r.report.id == citation.report for r in each.readings)
    )
    steps = [*explain_words(readings[citation.report], citation.span, 0)]
    for named in list_records([story]):
        if any(_meets(each, citation) for each in named.evidence):
            steps.append(Step(named.sort, _flat(named.title), f"cites this place; {named.id}"))
    words = citation.span.of(readings[citation.report].text)
    return Explanation(wanted, "place", story.id, words, tuple(steps), citation)


def explanation_lines(explanation: Explanation) -> Iterator[str]:
    """The chain for people, a step a line, deeper steps further in."""
    yield f"{explanation.sort} {explanation.id}: {_flat(explanation.title)}"
    for step in explanation.steps:
        because = f" - {step.because}" if step.because else ""
        yield f"{'  ' * (step.depth + 1)}{step.layer}: {step.found}{because}"


def explain_record(named: Named) -> Iterator[Step]:
    """The record's own grounds, then each place it rests on with what was read there."""
    record = named.record
    if isinstance(record, Report):
        yield from _explain_report(named.story, record)
    elif isinstance(record, Story):
        for relation in record.relations:
            pair = f"{relation.a[:SHORT]} and {relation.b[:SHORT]}: {relation.kind.value}"
            yield Step("relation", f"{pair}, score {relation.score:.2f}", _why(relation.reasons))
    elif isinstance(record, Lineage):
        yield Step("lineage", ", ".join(each[:SHORT] for each in record.reports), record.because)
    elif isinstance(record, HeadlineCheck):
        yield Step("headline", record.verdict, record.note)
    elif isinstance(record, Meeting):
        yield from _explain_meeting(record)
    yield from _explain_counts(named.counts)
    for reason in getattr(record, "reasons", ()):
        yield _reason(reason)
    if isinstance(record, Claim):
        yield from _explain_voices(named.story, record)
    else:
        yield from explain_evidence(named.story, named.evidence)


def _explain_report(story: Story, report: Report) -> Iterator[Step]:
    source = report.source
    yield Step("source", source.agency or source.outlet or "not named", source.because)
    published = report.published
    if published is None:
        yield Step("published", "no date found", "")
    else:
        yield Step("published", f"{published.days.first}..{published.days.last}", published.because)
    for inferred in story.inferred:
        if inferred.report == report.id:
            yield from (_reason(reason) for reason in inferred.reasons)
    for block in report.blocks:
        shown = f"{block.role.value} {block.span.start}-{block.span.end}"
        yield Step("block", f"{shown} “{_flat(block.span.of(report.text))[:60]}”", block.because)
    for relation in story.relations:
        if report.id in (relation.a, relation.b):
            other = relation.b if relation.a == report.id else relation.a
            found = f"{relation.kind.value} with {other[:SHORT]}, score {relation.score:.2f}"
            yield Step("relation", found, _why(relation.reasons))


def _explain_meeting(meeting: Meeting) -> Iterator[Step]:
    confirmed = ", ".join(meeting.confirmed_by) or "nobody"
    yield Step("status", meeting.status, f"confirmed by {confirmed}")
    for each in meeting.dates:
        told = f"{each.days.first}..{each.days.last}, {each.status.value}"
        yield Step("date", told, f"{each.holder or 'the report itself'} [{place(each.citation)}]")
    for claim in meeting.claims:
        yield Step("claim", claim, "made of this claim")


def _explain_counts(counts: Counts | None) -> Iterator[Step]:
    if counts is None:
        return
    yield Step("count", count_words(counts), "; ".join(counts.because))
    for teller in counts.tellers:
        reports = ", ".join(each[:SHORT] for each in teller.reports)
        yield Step("origin", f"{teller.name}, carried by {reports}", teller.because, 1)


def _explain_voices(story: Story, claim: Claim) -> Iterator[Step]:
    """A claim's tellings: in whose name, by which assertion, out of which words."""
    for voice in claim.voices:
        holder = voice.holder or "the report itself"
        words = _flat(story.text_of(voice.citation))
        yield Step(
            "told", f"“{words}” [{place(voice.citation)}]", f"by {holder}, {voice.status.value}"
        )
        reading = story.reading(voice.citation.report)
        yield from explain_words(reading, voice.citation.span, 1)


def explain_evidence(story: Story, evidence: Iterable[Citation]) -> Iterator[Step]:
    """Each cited place with its words and what was read there."""
    for citation in dict.fromkeys(evidence):
        words = _flat(story.text_of(citation))
        yield Step("words", f"“{words}” [{place(citation)}]", "")
        yield from explain_words(story.reading(citation.report), citation.span, 1)


def explain_words(reading: Reading, span: Span, depth: int) -> Iterator[Step]:
    """What each layer of the reading found in these characters, and because of what."""
    text = reading.text
    for assertion in reading.assertions:
        if assertion.span.overlaps(span):
            found = f"{assertion.kind.value}, {assertion.act.value}, {assertion.status.value}"
            yield Step("assertion", f"{found} {_at(assertion.span)}", assertion.because, depth)
    for quotation in reading.quotations:
        if any(piece.overlaps(span) for piece in quotation.content):
            speaker = quotation.speaker
            who = f"{speaker.name} ({speaker.grade.value})" if speaker else "speaker not known"
            yield Step("quotation", f"{quotation.kind.value}, {who}", quotation.because, depth)
            if speaker and speaker.because:
                yield Step("speaker", speaker.name, speaker.because, depth + 1)
    for event in reading.events:
        if event.predicate.overlaps(span):
            found = f"{event.act.value} {event.status.value} “{event.predicate.of(text)}”"
            yield Step("event", f"{found} {_at(event.predicate)}", event.because, depth)
    for time in reading.times:
        if time.span.overlaps(span):
            found = f"“{time.span.of(text)}” = {time.value} {_at(time.span)}"
            yield Step("time", found, time.because, depth)
    for figure in reading.figures:
        if figure.span.overlaps(span):
            found = f"“{figure.span.of(text)}” = {figure.low}..{figure.high} {figure.unit}"
            yield Step("figure", f"{found} {_at(figure.span)}", figure.because, depth)
    for mention in reading.mentions:
        if mention.head.overlaps(span):
            found = f"“{mention.head.of(text)}” = {mention.name}, {mention.kind.value}"
            yield Step("mention", f"{found} {_at(mention.head)}", mention.because, depth)


def _meets(one: Citation, other: Citation) -> bool:
    return one.report == other.report and one.span.overlaps(other.span)


def _at(span: Span) -> str:
    return f"[{span.start}-{span.end}]"


def _reason(reason: Reason) -> Step:
    return Step("reason", f"{reason.feature} {reason.score:.2f}", reason.detail)


def _why(reasons: Iterable[Reason]) -> str:
    return "; ".join(f"{each.feature} {each.score:.2f}: {each.detail}" for each in reasons)


def _flat(text: str) -> str:
    return " ".join(text.split())
