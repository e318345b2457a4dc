"""The parts of the brief, each a function from a story to lines."""

from collections.abc import Iterable
from datetime import date

from reportedly.model.brief import Line, Section
from reportedly.model.report import Known, Role
from reportedly.model.span import Citation, Span
from reportedly.model.story import Claim, Story
from reportedly.synthesis.quotebook import quote_lines
from reportedly.synthesis.wording import claim_words, meeting_words, one_line, span_of_days

STATEMENTS = 14
QUOTES = 8
POSITIONS = 24
DIFFERENCES = 12
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
        "Planned meetings", lines, f"no planned meeting in {len(story.readings)} reports"
    )


def _meeting_evidence(
    evidence: tuple[Citation, ...], confirmations: tuple[Citation, ...]
) -> tuple[Citation, ...]:
    return tuple(dict.fromkeys((*confirmations, *evidence)))


def body_claims(story: Story) -> list[Claim]:
    """Claims that a body tells, those with most origins, texts and reports first."""
    told = [each for each in story.claims if any(not voice.headline for voice in each.voices)]
    return sorted(
        told,
        key=lambda each: (
            -each.counts.origins[0],
            -each.counts.texts[0],
            -each.counts.reports,
            each.evidence[0],
        ),
    )


def statements(story: Story) -> Section:
    """What is told, each with its status, in whose name, and how many stand behind it."""
    disputed = {claim for each in story.differences for claim in each.claims}
    lines = [
        Line(
            claim_words(each),
            each.evidence,
            each.id,
            each.counts,
            ("differs, see below",) if each.id in disputed else (),
        )
        for each in body_claims(story)
    ]
    return section("Statements", lines, "nothing stated was found", STATEMENTS)


def positions(story: Story) -> Section:
    """Who demands, offers, rejects, threatens or denies what; by actor."""
    lines = [
        Line(
            f"{each.act}: “{one_line(each.issue)}”",
            each.evidence,
            each.id,
            each.counts,
            under=each.actor,
        )
        for each in story.positions
    ]
    return section("Positions", lines, "no demand, offer, threat or denial was found", POSITIONS)


def quotes(story: Story) -> Section:
    """Sayings in quotation marks, all wordings of one together."""
    return section("Quotes", quote_lines(story), "no quotation with a known speaker", QUOTES)


def differences(story: Story) -> Section:
    """Where tellings do not agree."""
    lines = [
        Line(f"{each.kind}: {each.note}", each.evidence, each.id)
        for each in sorted(story.differences, key=lambda each: (each.kind.value, each.id))
    ]
    return section(
        "Disputed or different", lines, "the reports do not contradict each other", DIFFERENCES
    )


def single_origin(story: Story) -> Section:
    """Statements that one origin stands behind, however many reports carry them."""
    lines = [
        Line(claim_words(each), each.evidence, each.id, each.counts)
        for each in body_claims(story)
        if each.counts.origins == (1, 1) and each.counts.reports > 1
    ]
    return section("Several reports, one origin", lines, "no such statement", STATEMENTS)


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
    return section("Headlines against their body", lines, "every headline agrees with its body")


def text_quality(story: Story) -> Section:
    """Undated reports, copies, cut and garbled text."""
    return section("Notes on the texts", (*_copies(story), *_dates(story), *_damage(story)), "none")


def _copies(story: Story) -> Iterable[Line]:
    for each in story.relations:
        first, second = story.reading(each.a).report, story.reading(each.b).report
        sure = "" if each.certain else "probably "
        reasons = "; ".join(reason.detail for reason in each.reasons)
        evidence = [
            citation
            for passage in each.passages[:2]
            for citation in (Citation(each.a, passage.a), Citation(each.b, passage.b))
        ] or [Citation(report.id, _top(story, report.id)) for report in (first, second)]
        text = f"{first.path} and {second.path}: {sure}{each.kind} ({reasons})"
        yield Line(text, tuple(evidence), f"r{each.a[:6]}{each.b[:6]}")


def _top(story: Story, report_id: str) -> Span:
    return story.reading(report_id).report.blocks[0].span


def _dates(story: Story) -> Iterable[Line]:
    for reading in story.readings:
        report = reading.report
        if report.published is not None and report.published.known is not Known.INFERRED:
            continue
        known = (
            f"no date; inferred {span_of_days(report.published.days)}: {report.published.because}"
            if report.published
            else "no date, and none could be inferred"
        )
        cited = Citation(report.id, _top(story, report.id))
        yield Line(f"{report.path}: {known}", (cited,), f"d{report.id[:8]}")


def _damage(story: Story) -> Iterable[Line]:
    for reading in story.readings:
        for block in reading.report.blocks:
            if block.role is Role.FURNITURE and (
                "cut" in block.because or "fragment" in block.because
            ):
                words = one_line(block.span.of(reading.text))
                cited = Citation(reading.report.id, block.span)
                yield Line(
                    f"{reading.report.path}: “{words}”: {block.because}",
                    (cited,),
                    f"b{reading.report.id[:8]}",
                )
