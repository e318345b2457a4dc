"""The quote book: what was said, all wordings together, those told in several reports first."""

import re

from reportedly.model.brief import Line
from reportedly.model.ontology import QuoteKind
from reportedly.model.story import Story, Utterance
from reportedly.synthesis.wording import one_line

COMMA = re.compile(r",([\"”»’']*)$")
MARKED = re.compile(r'"[^"]+(?:"|$)|[“„«][^”»]+')  # straight marks open and close in turn
FEW_WORDS = 4  # shorter scraps in quotation marks are words, not sayings


def quote_lines(story: Story) -> tuple[Line, ...]:
    """A line an utterance with a known speaker and its words in quotation marks somewhere."""
    quoted = [each for each in story.utterances if _is_quotable(story, each)]
    quoted.sort(key=lambda each: (-each.counts.reports, each.evidence[0]))
    kept: list[Utterance] = []
    for each in quoted:
        if not any(_lies_within(each, other) for other in kept):
            kept.append(each)
    return tuple(_line(story, each) for each in kept)


def _lies_within(utterance: Utterance, other: Utterance) -> bool:
    """Whether all its wordings are parts of the other's, or hold them: one saying, read twice."""
    return all(
        any(a.report == b.report and a.span.matches(b.span) for b in other.evidence)
        for a in utterance.evidence
    )


def _is_quotable(story: Story, utterance: Utterance) -> bool:
    words = max(_quoted(story.text_of(each), utterance.kind) for each in utterance.evidence)
    return (
        bool(utterance.speaker) and utterance.kind is not QuoteKind.INDIRECT and words >= FEW_WORDS
    )


def _quoted(words: str, kind: QuoteKind) -> int:
    """How many words stand between quotation marks, in a row."""
    marked: list[str] = MARKED.findall(words)
    found = [len(each.strip('"“„«').split()) for each in marked]
    return max(found, default=len(words.split()) if kind is QuoteKind.DIRECT else 0)


def _line(story: Story, utterance: Utterance) -> Line:
    wordings = dict.fromkeys(
        words for report in _reports(utterance) for words in _wordings(story, utterance, report)
    )
    text = f"{utterance.speaker}: {' / '.join(wordings)}"
    marks = (f"drift: {utterance.drift}",) if utterance.drift else ()
    return Line(text, utterance.evidence, utterance.id, utterance.counts, marks)


def _reports(utterance: Utterance) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.report for each in utterance.evidence))


def _wordings(story: Story, utterance: Utterance, report: str) -> list[str]:
    """What one report quotes: a saying broken by "he said" is put together again; words without marks stay out."""
    cited = {each.span for each in utterance.evidence if each.report == report}
    reading = story.reading(report)
    return [
        " ... ".join(_trimmed(part.of(reading.text)) for part in quotation.content)
        for quotation in reading.quotations
        if quotation.kind is not QuoteKind.INDIRECT and cited & set(quotation.content)
    ]


def _trimmed(words: str) -> str:
    """The words on one line, without the comma that only leads on to "he said"."""
    return COMMA.sub(r"\1", one_line(words))
