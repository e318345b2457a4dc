"""Which places of a line stand on the page: of the same words in many copies a few, the others counted."""

from collections.abc import Hashable, Iterator
from dataclasses import replace

from reportedly.model.brief import Line, StoryBrief
from reportedly.model.span import Citation
from reportedly.model.story import Story
from reportedly.synthesis.wording import one_line

MOST = 3  # places with the same words of one text


def with_few_places(brief: StoryBrief, story: Story) -> StoryBrief:
    """The same lines, each with so many places as a person would look up; `why` has all of them."""
    text_of = {report: each.id for each in story.lineages for report in each.reports}
    texts = {each.report.id: each.text for each in story.readings}

    def same(citation: Citation) -> Hashable:
        report = citation.report
        return text_of.get(report, report), one_line(citation.span.of(texts[report]))

    def few(line: Line) -> Line:
        kept = tuple(_first_of_each(line.evidence, [same(each) for each in line.evidence]))
        reports = {each.report for each in line.evidence} - {each.report for each in kept}
        return replace(line, evidence=kept, copies=len(reports))

    sections = (
        replace(each, lines=tuple(few(line) for line in each.lines)) for each in brief.sections
    )
    return replace(brief, lead=few(brief.lead), sections=tuple(sections))


def _first_of_each(evidence: tuple[Citation, ...], words: list[Hashable]) -> Iterator[Citation]:
    """The first few places of those with the same words, in the order given."""
    count: dict[Hashable, int] = {}
    for place, key in zip(evidence, words, strict=True):
        count[key] = count.get(key, 0) + 1
        if count[key] <= MOST:
            yield place
