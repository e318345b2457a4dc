"""Small readings and stories for the tests of what reports say together, written as marked text.

A body is given as sentences; places are named by the words that stand there, so no test counts characters.
"""

from dataclasses import dataclass, replace
from datetime import date

from reportedly.language.parse import parse_sentences
from reportedly.model.interval import Interval
from reportedly.model.lineage import Lineage, Passage, Relation
from reportedly.model.ontology import Act, EntityKind, Form, Grade, QuoteKind, RelationKind, Status
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
from reportedly.model.story import Entity, Story
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
        """Add a quotation of these words by a speaker (the chain is the name in small letters)."""
        who = Speaker(speaker, speaker.casefold(), Grade.NAMED_PERSON) if speaker else None
        kind = QuoteKind.DIRECT if content[0] == "“" else QuoteKind.INDIRECT
        lemma = "say" if cue == "said" else cue
        source = self.at(speaker) if speaker else None
        found = Quotation((self.at(content),), kind, self.at(cue), source, who, (), "test", lemma)
        return Draft(replace(self.reading, quotations=(*self.reading.quotations, found)))

    def with_time(self, words: str, when: Interval) -> "Draft":
        """Add a date at these words."""
        found = TimeExpression(self.at(words), TimeType.DATE, "", when, "test")
        return Draft(replace(self.reading, times=(*self.reading.times, found)))

    def with_figure(self, words: str, low: float | None, high: float | None, of: str) -> "Draft":
        """Add a count at these words; two different bounds make it vague."""
        vague = low is not None and high is not None and low != high
        found = Figure(self.at(words), low, high, "", of, vague)
        return Draft(replace(self.reading, figures=(*self.reading.figures, found)))

    def with_mention(self, words: str, kind: EntityKind, country: str | None = None) -> "Draft":
        """Add a mention; its chain is the words in small letters."""
        span = self.at(words)
        found = Mention(span, span, kind, Form.NAMED, words, words.casefold(), country)
        return Draft(replace(self.reading, mentions=(*self.reading.mentions, found)))

    def with_assertion(self, words: str, status: Status, facts: "Facts | None" = None) -> "Draft":
        """Add an assertion at these words; figures that stand inside are its figures."""
        facts = facts or Facts()
        span = self.at(words)
        sentence = self.reading.sentence_at(span.start)
        holder = Speaker(facts.holder, facts.holder.casefold(), Grade.NAMED_OFFICE)
        inside = (i for i, each in enumerate(self.reading.figures) if span.contains(each.span))
        found = Assertion(
            span=span,
            kind=_KINDS.get(status, AssertionKind.EVENT),
            act=facts.act,
            status=status,
            holder=holder if facts.holder else None,
            chain=(),
            actors=self._arguments(facts.actor),
            recipients=self._arguments(facts.recipient),
            days=facts.when,
            place=self.at(facts.place) if facts.place else None,
            figures=tuple(inside),
            times=(),
            event=None,
            quotation=None,
            headline=sentence is not None and sentence.role is Role.HEADLINE,
            because="test",
        )
        return Draft(replace(self.reading, assertions=(*self.reading.assertions, found)))

    def _arguments(self, words: str) -> tuple[Argument, ...]:
        """Parties by name, each where it stands in the text (else at its start)."""
        names = [each.strip() for each in words.split("+") if each.strip()]
        return tuple(
            Argument(
                self.at(name) if name in self.reading.text else Span(0, 1), name, name.casefold()
            )
            for name in names
        )


@dataclass(frozen=True, slots=True)
class Facts:
    """What an assertion tells; several actors or recipients are joined by "+"."""

    act: Act = Act.STATEMENT
    actor: str = ""
    recipient: str = ""
    holder: str = ""
    when: Interval | None = None
    place: str = ""


_KINDS = {
    Status.PLANNED: AssertionKind.PLAN,
    Status.POSSIBLE: AssertionKind.PLAN,
    Status.DEMANDED: AssertionKind.DEMAND,
    Status.THREATENED: AssertionKind.THREAT,
    Status.DENIED: AssertionKind.DENIAL,
    Status.ALLEGED: AssertionKind.ACCUSATION,
}


def draft(
    report: str, *sentences: str, headline: str = "", published: str = "", parsed: bool = False
) -> Draft:
    """A reading with these body sentences, a paragraph each, after the headline; parsed where that matters."""
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
    if parsed:
        spans = list(parse_sentences(text, [(each.span, each.role) for each in spans]))
    return Draft(Reading(made, sentences=tuple(spans)))


def story_of(*drafts: Draft, entities: tuple[Entity, ...] = ()) -> Story:
    """A story of these readings."""
    return Story("s1", tuple(each.reading for each in drafts), entities=entities)


def entity(
    name: str,
    country: str | None,
    *chains: tuple[str, str],
    kind: EntityKind = EntityKind.PERSON,
) -> Entity:
    """An entity of the story that holds these chains of reports."""
    return Entity(f"e-{name.casefold()}", name, kind, country, (name,), (), chains, ())


def versions(story: Story, *pairs: tuple[str, str]) -> Story:
    """The story with its first two reports as versions of one text; each pair of words is an aligned passage."""
    first, second = story.readings[:2]
    passages = tuple(Passage(_at(first, a), _at(second, b), 0.9) for a, b in pairs)
    a, b = first.report.id, second.report.id
    relation = Relation(a, b, RelationKind.REWORDED, 0.9, True, None, passages, ())
    return replace(story, relations=(relation,), lineages=(Lineage("l1", (a, b), "test"),))


def _at(reading: Reading, words: str) -> Span:
    start = reading.text.index(words)
    return Span(start, start + len(words))
