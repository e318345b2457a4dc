"""Speakers by name and description: the mention that a source is, the chain it belongs to, and its grade."""

from collections.abc import Sequence

from reportedly.model.ontology import EntityKind, Form, Grade
from reportedly.model.reading import Mention, Reading, Speaker
from reportedly.model.span import Span
from reportedly.model.syntax import Token

SHORT = {
    "gov.": "governor", "lt.": "lieutenant", "rep.": "representative", "sen.": "senator",
}  # fmt: skip
SOURCES = ("source", "sources", "people", "person", "insider", "insiders")


def as_it_stands(words: str) -> Speaker:
    """A source that no mention covers: its own words, graded by how they look."""
    words = _bare(words)
    grade = (
        Grade.SOURCES if words.rsplit(maxsplit=1)[-1].lower() in SOURCES else Grade.UNNAMED_OFFICIAL
    )
    return Speaker(words, "", grade, f'"{words}" as it stands')


def _bare(words: str) -> str:
    """Without what is only added, and without a bracket that does not close.

    >>> _bare("the front-runner, who has said little"), _bare("Whip Ola Lund (D-Md.")
    ('the front-runner', 'Whip Ola Lund')
    """
    words = words.partition(", who ")[0].strip()
    before, opened, behind = words.rpartition(" (")
    return before if opened and ")" not in behind else words


def of_chain(reading: Reading, mention: Mention, because: str) -> Speaker:
    """The speaker that a mention stands for, graded by all mentions of its chain."""
    chain = [
        each for each in reading.mentions if each.entity == mention.entity and mention.entity
    ] or [mention]
    return Speaker(mention.name, mention.entity, grade_of(chain), because)


def grade_of(chain: Sequence[Mention]) -> Grade:
    """How well the mentions of one entity name it."""
    kind = chain[0].kind
    named = any(each.form in (Form.NAMED, Form.METONYM) for each in chain)
    if kind is EntityKind.PERSON:
        return Grade.NAMED_PERSON if named else Grade.SOURCES
    if kind in (EntityKind.ORGANISATION, EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.WORK):
        return Grade.NAMED_OFFICE
    if any(each.body or each.country for each in chain):
        return Grade.UNNAMED_OFFICIAL
    return Grade.NAMED_OFFICE if named else Grade.SOURCES


def is_named(reading: Reading, mention: Mention) -> bool:
    """Whether the chain of a mention holds a name."""
    return mention.form in (Form.NAMED, Form.METONYM) or any(
        each.form in (Form.NAMED, Form.METONYM)
        for each in reading.mentions
        if mention.entity and each.entity == mention.entity
    )


def mention_for(reading: Reading, source: Span) -> Mention | None:
    """The mention that holds the head word of the source: the longest of them, a pronoun never."""
    head = head_word(reading, source)
    fitting = [
        each
        for each in reading.mentions
        if each.span.overlaps(source) and each.form is not Form.PRONOUN
    ]
    if not fitting:
        return None
    holding = [each for each in fitting if head is not None and each.head.overlaps(head.span)]
    holding = holding or [
        each for each in fitting if head is not None and each.span.overlaps(head.span)
    ]
    if head is not None and not holding:
        return None
    return max(holding or fitting, key=lambda each: (each.span.shared(source), -each.span.start))


def is_joint(reading: Reading, source: Span, mention: Mention) -> bool:
    """Whether the source names several at once: "France and Germany"."""
    sentence, head = reading.sentence_at(source.start), head_word(reading, source)
    if sentence is None or head is None:
        return False
    partners = [each for each in sentence.children_of(head, "conj") if source.contains(each.span)]
    others = [each for each in reading.mentions if each.entity != mention.entity]
    return any(other.head.overlaps(each.span) for other in others for each in partners)


def head_word(reading: Reading, span: Span) -> Token | None:
    """The word of the span whose governor lies outside it."""
    sentence = reading.sentence_at(span.start)
    if sentence is None:
        return None
    tokens = sentence.tokens_in(span)
    inside = {each.index for each in tokens}
    return next(
        (each for each in tokens if each.head == each.index or each.head not in inside), None
    )


def taken_up(reading: Reading, source: Span) -> Mention | None:
    """The one name before that a bare description takes up; None where two are told of.

    "The senator" after "Senator Berg", "the fund" after "the Pension Fund"; no plural, which takes up several.
    """
    words = source.of(reading.text).removesuffix("'s").removesuffix("’s").lower().split()
    bare = len(words) == 2 and words[0] in ("that", "the", "this")  # noqa: PLR2004 - "the", noun
    if not bare or words[1].endswith("s"):
        return None
    found = [
        each
        for each in reading.mentions
        if each.span.end <= source.start
        and each.form is Form.NAMED
        and words[1] in _posts(each, reading.text)
    ]
    return found[-1] if len({each.entity for each in found}) == 1 else None


def apposed(reading: Reading, source: Span) -> Mention | None:
    """The person named beside a description: "the panel's ranking member, Ann Lund, Democrat of Ohio"."""
    sentence = reading.sentence_at(source.start)
    tokens = sentence.tokens_in(source) if sentence is not None else ()
    for each in reading.mentions:
        named = each.kind is EntityKind.PERSON and each.form is Form.NAMED
        before = [token for token in tokens if token.span.end <= each.span.start]
        beside = bool(before) and before[-1].text == ","
        if named and beside and source.contains(each.span) and _is_apposition(tokens, each):
            return each
    return None


def _is_apposition(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether the name stands beside what goes before it, and is no one of several."""
    heads = [each for each in tokens if mention.head.overlaps(each.span)]
    return any(each.dep == "appos" for each in heads)


def called_by_surname(reading: Reading, source: Span) -> Mention | None:
    """The one person whose surname a source is that no mention covers: "August" after "Bernard August"."""
    word = source.of(reading.text)
    if not word.isalpha() or not word[:1].isupper():
        return None
    found = [
        each
        for each in reading.mentions
        if each.kind is EntityKind.PERSON
        and each.form is Form.NAMED
        and each.name.endswith(f" {word}")
        and each.span.end <= source.start
    ]
    return found[-1] if len({each.entity for each in found}) == 1 else None


def _posts(mention: Mention, text: str) -> set[str]:
    """The words that say what a named one is: of the post of a person, of the name of a body."""
    words = (mention.office or "").lower().split()
    if mention.kind in (EntityKind.ORGANISATION, EntityKind.ROLE):
        words += mention.name.lower().split()[-1:]
    before = mention.head.start - mention.span.start
    words += mention.span.of(text)[:before].lower().replace(",", " ").split()
    return {SHORT.get(each, each) for each in words}
