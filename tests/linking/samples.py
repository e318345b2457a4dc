"""Small readings and stories for the tests of what reports say together, written as marked text.

A body is given as sentences; places are named by the words that stand there, so no test counts characters.
"""

from dataclasses import dataclass, replace
from datetime import date

from reportedly.model.interval import Interval
from reportedly.model.ontology import Act, EntityKind, Form, Grade, QuoteKind, Status
from reportedly.model.reading import (
    Argument,
    Assertion,
    AssertionKind,
    Figure,
    Mention,
    Quotation,
    Reading,
    Speaker,
    TimeExpression,
    TimeType,
)
from reportedly.model.report import Block, Known, Published, Report, Role, Source
from reportedly.model.span import Span
from reportedly.model.story import Story
from reportedly.model.syntax import Sentence


def days(first: str, last: str = "") -> Interval:
    """An interval from ISO days: one day, or first and last."""
    return Interval(date.fromisoformat(first), date.fromisoformat(last or first))


@dataclass(frozen=True, slots=True)
class Draft:
    """A reading in the making; each `with_` method adds one record at words of the text."""

    reading: Reading

    def at(self, words: str) -> Span:
        """Where these words stand first."""
        start = self.reading.text.index(words)
        return Span(start, start + len(words))

    def with_quote(self, content: str, speaker: str, cue: str = "said") -> "Draft":
        """Add an indirect quotation of these words by a speaker (the chain is the name in small letters)."""
        who = Speaker(speaker, speaker.casefold(), Grade.NAMED_PERSON) if speaker else None
        span = self.at(content)
        kind = QuoteKind.DIRECT if content[0] in "“\"" else QuoteKind.INDIRECT
        found = Quotation((span,), kind, self.at(cue), None, who, (), "test", cue_lemma=cue)
        return self._replaced(quotations=(*self.reading.quotations, found))

    def with_time(self, words: str, when: Interval) -> "Draft":
        """Add a date at these words."""
        found = TimeExpression(self.at(words), TimeType.DATE, "", when, "test")
        return self._replaced(times=(*self.reading.times, found))

    def with_figure(self, words: str, low: float | None, high: float | None, of: str) -> "Draft":
        """Add a count at these words."""
        vague = low is not None and high is not None and low != high
        found = Figure(self.at(words), low, high, "", of, vague)
        return self._replaced(figures=(*self.reading.figures, found))

    def with_mention(self, words: str, kind: EntityKind, country: str | None = None) -> "Draft":
        """Add a mention; its chain is the words in small letters."""
        span = self.at(words)
        found = Mention(span, span, kind, Form.NAMED, words, words.casefold(), country)
        return self._replaced(mentions=(*self.reading.mentions, found))

    def with_assertion(self, words: str, status: Status, **more: "str | Act | Interval") -> "Draft":
        """Add an assertion at these words; `actor`, `recipient`, `holder`, `place` are words, `act`, `when` as named.

        Figures that stand inside are its figures; in a headline it is a headline's.
        """
        span = self.at(words)
        sentence = self.reading.sentence_at(span.start)
        act = more.get("act", Act.STATEMENT)
        when = more.get("when")
        found = Assertion(
            span=span,
            kind=_KINDS.get(status, AssertionKind.EVENT),
            act=act if isinstance(act, Act) else Act.STATEMENT,
            status=status,
            holder=_speaker(str(more.get("holder", ""))),
            chain=(),
            actors=self._arguments(str(more.get("actor", ""))),
            recipients=self._arguments(str(more.get("recipient", ""))),
            days=when if isinstance(when, Interval) else None,
            place=self.at(str(more["place"])) if "place" in more else None,
            figures=tuple(
                index
                for index, each in enumerate(self.reading.figures)
                if span.contains(each.span)
            ),
            times=(),
            event=None,
            quotation=None,
            headline=sentence is not None and sentence.role is Role.HEADLINE,
            because="test",
        )
        return self._replaced(assertions=(*self.reading.assertions, found))

    def _arguments(self, words: str) -> tuple[Argument, ...]:
        names = [each.strip() for each in words.split("+") if each.strip()]
        return tuple(Argument(Span(0, 1), name, name.casefold()) for name in names)

    def _replaced(self, **fields: object) -> "Draft":
        return Draft(replace(self.reading, **fields))  # type: ignore[arg-type]  # fields by name


_KINDS = {
    Status.PLANNED: AssertionKind.PLAN,
    Status.POSSIBLE: AssertionKind.PLAN,
    Status.DEMANDED: AssertionKind.DEMAND,
    Status.THREATENED: AssertionKind.THREAT,
    Status.DENIED: AssertionKind.DENIAL,
    Status.ALLEGED: AssertionKind.ACCUSATION,
}


def _speaker(name: str) -> Speaker | None:
    return Speaker(name, name.casefold(), Grade.NAMED_OFFICE) if name else None


def draft(report: str, *sentences: str, headline: str = "", published: str = "") -> Draft:
    """A reading with these body sentences, a paragraph each, after the headline."""
    lines = ([headline] if headline else []) + list(sentences)
    text = "\n".join(lines)
    blocks, spans, start = [], [], 0
    for number, line in enumerate(lines):
        span = Span(start, start + len(line))
        role = Role.HEADLINE if headline and number == 0 else Role.PARAGRAPH
        blocks.append(Block(span, role, "test"))
        spans.append(Sentence(span, role))
        start = span.end + 1
    when = Published(days(published), Known.STATED, "test") if published else None
    made = Report(report, f"{report}.txt", text, tuple(blocks), Source(), when)
    return Draft(Reading(made, sentences=tuple(spans)))


def story_of(*drafts: Draft) -> Story:
    """A story of these readings."""
    return Story("s1", tuple(each.reading for each in drafts))
