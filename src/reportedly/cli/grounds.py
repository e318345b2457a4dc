"""The grounds of a record: its counts, its reasons, then each place that it rests on."""

from collections.abc import Collection, Iterable, Iterator

from reportedly.cli.layers import Step, explain_words
from reportedly.cli.records import Named
from reportedly.cli.rows import SHORT, day_words, place
from reportedly.model.lineage import Lineage
from reportedly.model.report import Report
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Claim, Counts, HeadlineCheck, Meeting, Story
from reportedly.synthesis.wording import counts_line, one_line


def explain_record(named: Named) -> Iterator[Step]:
    """The record's own grounds, then each place it rests on with what was read there."""
    record = named.record
    if isinstance(record, Report):
        yield from _explain_report(named.story, record)
    elif isinstance(record, Story):
        yield from _explain_relations(record, [each.report.id for each in record.readings])
    elif isinstance(record, Lineage):
        yield Step("lineage", ", ".join(each[:SHORT] for each in record.reports), record.because)
        yield from _explain_relations(named.story, record.reports)
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
        yield Step("block", f"{shown} “{one_line(block.span.of(report.text))[:60]}”", block.because)
    others = [each.report.id for each in story.readings]
    yield from _explain_relations(story, others, report.id)


def _explain_relations(story: Story, reports: Collection[str], of: str = "") -> Iterator[Step]:
    """The relations between these reports, or those of one of them."""
    for each in story.relations:
        pair = (each.a, each.b)
        if all(report in reports for report in pair) and (not of or of in pair):
            certain = "" if each.certain else ", not certain"
            found = f"{each.a[:SHORT]} and {each.b[:SHORT]}: {each.kind.value}{certain}"
            yield Step("relation", f"{found}, score {each.score:.2f}", _why(each.reasons))


def _explain_meeting(meeting: Meeting) -> Iterator[Step]:
    confirmed = ", ".join(meeting.confirmed_by) or "nobody"
    yield Step("status", meeting.status, f"confirmed by {confirmed}")
    for each in meeting.dates:
        told = f"{day_words(each.days)}, {each.status.value}"
        yield Step("date", told, f"{each.holder or 'the report itself'} [{place(each.citation)}]")
    for claim in meeting.claims:
        yield Step("claim", claim, "made of this claim")


def _explain_counts(counts: Counts | None) -> Iterator[Step]:
    if counts is None:
        return
    yield Step("count", counts_line(counts), "; ".join(counts.because))
    for teller in counts.tellers:
        reports = ", ".join(each[:SHORT] for each in teller.reports)
        yield Step("origin", f"{teller.name}, carried by {reports}", teller.because, 1)


def _explain_voices(story: Story, claim: Claim) -> Iterator[Step]:
    """A claim's tellings: in whose name, by which assertion, out of which words."""
    for voice in claim.voices:
        holder = voice.holder or "the report itself"
        words = one_line(story.text_of(voice.citation))
        yield Step(
            "told", f"“{words}” [{place(voice.citation)}]", f"by {holder}, {voice.status.value}"
        )
        reading = story.reading(voice.citation.report)
        yield from explain_words(reading, voice.citation.span, 1)


def explain_evidence(story: Story, evidence: Iterable[Citation]) -> Iterator[Step]:
    """Each cited place with its words and what was read there."""
    for citation in dict.fromkeys(evidence):
        words = one_line(story.text_of(citation))
        yield Step("words", f"“{words}” [{place(citation)}]", "")
        yield from explain_words(story.reading(citation.report), citation.span, 1)


def _reason(reason: Reason) -> Step:
    return Step("reason", f"{reason.feature} {reason.score:.2f}", reason.detail)


def _why(reasons: Iterable[Reason]) -> str:
    return "; ".join(f"{each.feature} {each.score:.2f}: {each.detail}" for each in reasons)
