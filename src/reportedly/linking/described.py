"""Whom a report quotes by a description that another report puts before the name: "the Texas governor" is Berg.

Taken up are descriptions of two words and more, all of which stand beside one name somewhere in the story, where the
report has named that person before.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from reportedly.language.names import parse_name
from reportedly.model.ontology import EntityKind, Form, Grade
from reportedly.model.reading import Mention, Quotation, Reading, Speaker
from reportedly.model.story import Story

FEWEST = 2  # words of a description that tell somebody apart
SHORT = {"gov": "governor", "rep": "representative", "sen": "senator"}
_EMPTY = frozenset({"a", "an", "and", "at", "for", "former", "of", "s", "the"})
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_POST = re.compile(
    r"(?: \([^)\n]{1,12}\))?, (?:the )?(?!who|which|said|and|but)[a-z][^,.;:\n“\"]{3,80}"
)
_HOME = re.compile(r" of [A-Z]\w+(?: [A-Z]\w+)?")


@dataclass(frozen=True, slots=True)
class _Title:
    """What stands beside a name once: the surname, and the words."""

    surname: str
    words: frozenset[str]


def name_described(story: Story) -> Story:
    """The story with speakers named who are only described where they are quoted."""
    titles = [each for reading in story.readings for each in _titles(reading)]
    readings = tuple(_named(reading, titles) for reading in story.readings)
    return replace(story, readings=readings)


def _titles(reading: Reading) -> Iterator[_Title]:
    for mention in reading.mentions:
        if _is_named_person(mention):
            words = _words(_beside(reading.text, mention))
            if words:
                yield _Title(parse_name(mention.name).surname, words)


def _beside(text: str, mention: Mention) -> str:
    """The words before the name, the post told of it, a home or post behind it: "Gov. Berg of Texas"."""
    before = text[mention.span.start : mention.head.start]
    behind = (each.match(text, mention.head.end) for each in (_HOME, _POST))
    told = [before, mention.office or "", mention.body or ""]
    return " ".join([*told, *(each[0] for each in behind if each)])


def _words(text: str) -> frozenset[str]:
    found = (each.group().casefold() for each in _WORD.finditer(text))
    return frozenset(SHORT.get(word, word) for word in found) - _EMPTY


def _is_named_person(mention: Mention) -> bool:
    return mention.kind is EntityKind.PERSON and mention.form is Form.NAMED


def _named(reading: Reading, titles: Iterable[_Title]) -> Reading:
    """The reading with such speakers under the names of their chains."""
    found: dict[Speaker, Speaker] = {}
    for quotation in reading.quotations:
        person = _person(reading, quotation, titles)
        if person is not None and quotation.speaker is not None:
            found[quotation.speaker] = person
    if not found:
        return reading
    quotations = (_renamed(each, found) for each in reading.quotations)
    assertions = (
        replace(each, holder=found.get(each.holder, each.holder)) if each.holder else each
        for each in reading.assertions
    )
    return replace(reading, quotations=tuple(quotations), assertions=tuple(assertions))


def _renamed(quotation: Quotation, found: dict[Speaker, Speaker]) -> Quotation:
    if quotation.speaker is None:
        return quotation
    return replace(quotation, speaker=found.get(quotation.speaker, quotation.speaker))


def _person(reading: Reading, quotation: Quotation, titles: Iterable[_Title]) -> Speaker | None:
    """The one person named before to whom all words of the description are given; None where two are."""
    speaker = quotation.speaker
    if speaker is None or not speaker.name.lower().startswith("the ") or quotation.source is None:
        return None
    words = _words(speaker.name)
    if len(words) < FEWEST or any(_is_of(each, speaker) for each in reading.mentions):
        return None
    surnames = {each.surname for each in titles if words <= each.words}
    people = [
        each
        for each in reading.mentions
        if _is_named_person(each)
        and each.span.end <= quotation.source.start
        and parse_name(each.name).surname in surnames
    ]
    if len(surnames) != 1 or len({each.entity for each in people}) != 1:
        return None
    because = f'"{speaker.name}": so the story calls {people[-1].name}'
    return Speaker(people[-1].name, people[-1].entity, Grade.NAMED_PERSON, because)


def _is_of(mention: Mention, speaker: Speaker) -> bool:
    """Whether the description is of a chain that has a name: then that is who speaks."""
    return mention.entity == speaker.entity != "" and mention.form is Form.NAMED
