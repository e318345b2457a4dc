"""The parts of the brief, each a function from a story to lines."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from reportedly.model.brief import Line, Section
from reportedly.model.lineage import Lineage, Relation
from reportedly.model.ontology import RelationKind
from reportedly.model.report import Known, Published, Role
from reportedly.model.span import Citation, Span
from reportedly.model.story import Claim, Position, Story
from reportedly.synthesis.quotebook import quote_lines
from reportedly.synthesis.sides import Sides
from reportedly.synthesis.statements import body_claims
from reportedly.synthesis.telling import Telling
from reportedly.synthesis.wording import (
    clipped,
    listed,
    meeting_words,
    name_of_report,
    number,
    one_line,
    span_of_days,
)

ALONE = 10
QUOTES = 8
NO_NOTES = "no copy, missing date or damage in the texts"
POSITIONS = 24
DIFFERENCES = 12
VERSIONS = 6  # of one text that are named, of each kind
PAST = ("held",)


def section(title: str, lines: Iterable[Line], empty: str, most: int = 40) -> Section:
    """A section of at most `most` lines; the rest is counted, never dropped silently."""
    found = tuple(lines)
    return Section(title, found[:most], empty, max(0, len(found) - most))


def planned_meetings(story: Story, today: date | None) -> Section:
    """Meetings to come, the nearest first."""
    lines = [
        Line(
            meeting_words(each),
            _meeting_evidence(each.evidence, each.confirmations),
            each.id,
            each.counts,
        )
        for each in story.meetings
        if each.status not in PAST and not (today and each.days and each.days.last < today)
    ]
    return section(
        "Planned meetings",
        lines,
        f"no planned meeting in {number((len(story.readings), len(story.readings)), 'report')}",
    )


def _meeting_evidence(
    evidence: tuple[Citation, ...], confirmations: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys((*confirmations, *evidence)))


def positions(story: Story) -> Section:
    """Who demands, offers, rejects, threatens or denies what; by actor."""
    sides = Sides(story)
    lines = [
        Line(
            f"{each.act}: “{clipped(each.issue)}”{_told_by(story, each, sides)}",
            each.evidence,
            each.id,
            each.counts,
            under=each.actor,
        )
        for each in story.positions
    ]
    return section("Positions", lines, "no demand, offer, threat or denial was found", POSITIONS)


def _told_by(story: Story, position: Position, sides: Sides) -> str:
    """Who says that the actor does it, where that is another: "Tarvia: accept, told by Marek Dahl"."""
    voices = [voice for each in story.claims if each.id in position.claims for voice in each.voices]
    tellers = [each for each in voices if each.holder]
    names = [Telling(story).name(each) for each in tellers]
    held = [side.name for each in tellers if (side := sides.of_entity(each.entity))]
    is_own = not names or any(each in position.actor for each in (*names, *held))
    return "" if is_own else f", told by {listed(names)}"


def quotes(story: Story) -> Section:
    """Sayings in quotation marks, all wordings of one together."""
    return section("Quotes", quote_lines(story), "no quotation with a known speaker", QUOTES)


def differences(story: Story) -> Section:
    """Where tellings do not agree."""
    lines = [
        Line(f"{each.kind}: {_with_short_paths(story, each.note)}", each.evidence, each.id)
        for each in sorted(story.differences, key=lambda each: (each.kind.value, each.id))
    ]
    return section(
        "Disputed or different", lines, "no contradiction between the reports", DIFFERENCES
    )


def _with_short_paths(story: Story, note: str) -> str:
    """A note that names files by their last part, as every other line does."""
    for reading in story.readings:
        note = note.replace(reading.report.path, name_of_report(reading.report))
    return note


def single_origin(story: Story) -> Section:
    """Who alone stands behind statements that several reports carry: a line a teller, not a line a report."""
    alone: dict[str, list[Claim]] = {}
    for claim in body_claims(story):
        if claim.counts.origins == (1, 1) and claim.counts.reports > 1:
            alone.setdefault(claim.counts.tellers[0].name, []).append(claim)
    lines = [_alone(name, claims) for name, claims in alone.items()]
    return section(
        "Several reports, one origin",
        lines,
        "no statement that several reports carry from one origin alone",
        ALONE,
    )


def _alone(name: str, claims: list[Claim]) -> Line:
    reports = max(claim.counts.reports for claim in claims)
    stated = number((len(claims), len(claims)), "statement")
    evidence = tuple(claim.evidence[0] for claim in claims)
    text = f"{name} alone: {stated}, carried by up to {reports} reports"
    return Line(text, evidence, claims[0].id)


def headline_flags(story: Story) -> Section:
    """Headlines that say more than their body."""
    lines = [
        Line(
            f"“{one_line(story.text_of(each.headline))}” {each.verdict}: {each.note}",
            (each.headline, *each.evidence),
            f"h{each.report[:8]}",
        )
        for each in story.headline_checks
        if each.verdict != "supported"
    ]
    return section(
        "Headlines against their body", lines, "no headline that says more than its body"
    )


def text_quality(story: Story) -> Section:
    """Undated reports, copies, cut and garbled text."""
    return section(
        "Notes on the texts", (*_copies(story), *_dates(story), *_damage(story)), NO_NOTES
    )


def _copies(story: Story) -> Iterable[Line]:
    """A line a text of several versions, and one for each passage that different texts share."""
    relations = {frozenset((each.a, each.b)): each for each in story.relations}
    for lineage in story.lineages:
        if len(lineage.reports) > 1:
            yield _versions(story, lineage, relations)
    for each in story.relations:
        if each.kind is RelationKind.SHARED_PASSAGE or not each.certain:
            yield _related(story, each)


def _versions(story: Story, lineage: Lineage, relations: Mapping[frozenset[str], Relation]) -> Line:
    """One text: its first version, then how each other one stands to it."""
    first, *others = (story.reading(each).report for each in lineage.reports)
    named: dict[str, list[str]] = {}
    for other in others:
        relation = relations.get(frozenset((first.id, other.id)))
        how = _how(relation) if relation else "through another version"
        named.setdefault(how, []).append(name_of_report(other))
    parts = [f"{_few(names)} ({how})" for how, names in named.items()]
    evidence = tuple(Citation(each, _top(story, each)) for each in lineage.reports)
    count = len(lineage.reports)
    text = f"one text in {count} versions: {name_of_report(first)}; {'; '.join(parts)}"
    return Line(text, evidence, lineage.id)


def _few(names: Sequence[str]) -> str:
    """The first names of many, the others counted."""
    more = len(names) - VERSIONS
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:VERSIONS])} and {more} more"


def _how(relation: Relation) -> str:
    return f"{relation.kind}: {relation.reasons[0].detail}" if relation.reasons else relation.kind


def _related(story: Story, relation: Relation) -> Line:
    """Two texts that share a passage, or are probably one."""
    names = [name_of_report(story.reading(each).report) for each in (relation.a, relation.b)]
    sure = "" if relation.certain else "probably "
    evidence = tuple(
        citation
        for passage in relation.passages[:2]
        for citation in (Citation(relation.a, passage.a), Citation(relation.b, passage.b))
    )
    cited = evidence or (Citation(relation.a, _top(story, relation.a)),)
    text = f"{names[0]} and {names[1]}: {sure}{_how(relation)}"
    return Line(text, cited, f"r{relation.a[:6]}{relation.b[:6]}")


def _top(story: Story, report_id: str) -> Span:
    return story.reading(report_id).report.blocks[0].span


def _dates(story: Story) -> Iterable[Line]:
    inferred = {each.report: each.published for each in story.inferred}
    for reading in story.readings:
        report = reading.report
        published = report.published or inferred.get(report.id)
        if published is not None and published.known is not Known.INFERRED:
            continue
        known = _known_of(published, proved=report.published is not None)
        cited = Citation(report.id, _top(story, report.id))
        yield Line(f"{name_of_report(report)}: {known}", (cited,), f"d{report.id[:8]}")


def _known_of(published: Published | None, *, proved: bool) -> str:
    """What is known of the day of a report that states none; what is only usual is told, and dates no report."""
    if published is None:
        return "no date, and none could be inferred"
    how = "inferred" if proved else "none proved;"
    return f"no date; {how} {span_of_days(published.days)}: {published.because}"


def _damage(story: Story) -> Iterable[Line]:
    for reading in story.readings:
        for block in reading.report.blocks:
            if block.role is Role.FURNITURE and (
                "cut" in block.because or "fragment" in block.because
            ):
                words = one_line(block.span.of(reading.text))
                cited = Citation(reading.report.id, block.span)
                yield Line(
                    f"{name_of_report(reading.report)}: “{words}”: {block.because}",
                    (cited,),
                    f"b{reading.report.id[:8]}",
                )
