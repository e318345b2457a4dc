"""Whether the archive still says what its bytes say: hashes, texts, and the words behind every citation."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from reportedly.archive.records import text_hash
from reportedly.archive.store import Archive, Kept
from reportedly.model.errors import DamagedArchiveError
from reportedly.model.report import Report
from reportedly.model.span import Citation
from reportedly.model.story import Stories, Story

Derive = Callable[
    [Kept], Report | None
]  # the report as its bytes give it today; None: not from them alone


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that does not hold: of which report, where, what."""

    report: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was checked, and what does not hold."""

    reports: int
    citations: int
    failures: tuple[Failure, ...]
    underived: tuple[
        str, ...
    ]  # members of containers whose text the bytes alone do not give: held to its hash


def check_archive(archive: Archive, stories: Stories, derive: Derive) -> Checked:
    """Derive every report's text anew from its bytes and hold every citation of the stories against it."""
    failures = [Failure("", "file", problem) for problem in archive.problems()]
    texts: dict[str, str] = {}
    underived = []
    for report in archive.report_ids():
        try:
            kept = archive.kept(report)
        except DamagedArchiveError as error:
            failures.append(Failure(report, "bytes", str(error)))
            continue
        derived = derive(kept)
        if derived is None:
            underived.append(report)
            derived = archive.reading(report).report
        texts[report] = derived.text
        failures.extend(_check_report(kept, derived.text))
    citations = 0
    for story in stories:
        cited = frozenset(list_citations(story))
        citations += len(cited)
        failures.extend(_check_citations(story, cited, texts))
    count = len(archive.report_ids())
    return Checked(count, citations, tuple(dict.fromkeys(failures)), tuple(underived))


def _check_report(kept: Kept, text: str) -> Iterable[Failure]:
    """Whether bytes and text are those that were added."""
    if hashlib.sha256(kept.data).hexdigest() != kept.id:
        yield Failure(kept.id, "bytes", "the bytes are not those that were added")
    if text_hash(text) != kept.text_hash:
        yield Failure(kept.id, "text", "the bytes give another text than was read")


def _check_citations(
    story: Story, cited: Iterable[Citation], texts: Mapping[str, str]
) -> Iterable[Failure]:
    """The citations whose words are not those of the text as its bytes give it."""
    for citation in sorted(cited, key=lambda each: (each.report, each.span.start, each.span.end)):
        place = f"{citation.span.start}-{citation.span.end}"
        if citation.report not in texts:
            yield Failure(citation.report, place, "cites a report that is not in the archive")
        elif citation.span.of(texts[citation.report]) != story.text_of(citation):
            yield Failure(citation.report, place, "the cited words are not in the bytes")
        elif len(citation.span.of(texts[citation.report])) != len(citation.span):
            yield Failure(citation.report, place, "cites beyond the end of the text")


def list_citations(story: Story) -> Iterable[Citation]:
    """Every citation that the story's records rest on."""
    for records in (
        story.entities,
        story.utterances,
        story.claims,
        story.differences,
        story.positions,
    ):
        for record in records:
            yield from record.evidence
    for claim in story.claims:
        yield from (voice.citation for voice in claim.voices)
    for check in story.headline_checks:
        yield from (check.headline, *check.evidence)
    for meeting in story.meetings:
        yield from meeting.evidence
        yield from meeting.places
        yield from meeting.confirmations
        yield from (each.citation for each in meeting.dates)
