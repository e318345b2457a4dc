"""Where a report names or describes somebody: persons, bodies, countries, places, groups, unnamed roles, pronouns."""

from collections.abc import Iterator
from dataclasses import replace

from reportedly.language.names import may_stand_first
from reportedly.language.offices import offices
from reportedly.language.organisations import organisation_named
from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Role
from reportedly.model.syntax import Sentence
from reportedly.reading.chains import FEMALE, MALE
from reportedly.reading.named import named_mention
from reportedly.reading.nominals import described
from reportedly.reading.persons import has_title, is_inside_title, is_person, person
from reportedly.reading.phrases import Name, names
from reportedly.reading.posts import is_field


def find_mentions(reading: Reading) -> Reading:
    """Fill `mentions`, in text order; `entity` is filled by `link_mentions`."""
    surnames = _surnames(reading)
    found = [
        m
        for each in reading.sentences
        if each.tokens
        for m in _mentions(reading.text, each, surnames)
    ]
    unique = {(mention.span, mention.head): mention for mention in found}
    return replace(reading, mentions=tuple(sorted(unique.values(), key=lambda m: (m.span, m.head))))


def _surnames(reading: Reading) -> frozenset[str]:
    """Last words of names of persons, to right the tagger where it takes a bare surname for a body."""
    found: set[str] = set()
    body = [s for s in reading.sentences if s.role is not Role.HEADLINE] or reading.sentences
    for sentence in body:
        for name in names(sentence):
            is_full = len(name.tokens) > 1 or has_title(sentence, name)
            if is_full and is_person(sentence, name, frozenset()):
                found.update(_surname(name))
                if may_stand_first(name.tokens[0].text):
                    found.add(name.tokens[0].text)
            elif _is_personal(sentence, name):
                found.add(name.tokens[0].text)
    return frozenset(found)


def _surname(name: Name) -> Iterator[str]:
    """The last word, with what a hyphen joins to it: "Lund", "Lund - Berg" as its tokens stand."""
    words = [token.text for token in name.tokens]
    if words[-1][0].isupper():
        yield words[-1]
    if words[-2:-1] == ["-"]:
        yield " ".join(words[-3:])


def _is_personal(sentence: Sentence, name: Name) -> bool:
    """Whether a single word taken for a body is followed by he or she and nobody else is there: "Holt said he"."""
    token = name.tokens[0]
    if len(name.tokens) > 1 or name.label != "ORG" or token.text.isupper():
        return False
    if token.dep not in ("nsubj", "nsubjpass", "poss") or organisation_named(token.text):
        return False
    persons = any(t.entity == "PERSON" or t.lemma in offices().people for t in sentence.tokens)
    after = sentence.tokens[token.index + 1 :]
    return not persons and any(t.text.casefold() in MALE | FEMALE for t in after)


def _mentions(text: str, sentence: Sentence, surnames: frozenset[str]) -> Iterator[Mention]:
    """All mentions of a sentence: names first, then nouns that no person's name has used up as its title."""
    listed = names(sentence, surnames)
    persons = [name for name in listed if is_person(sentence, name, surnames)]
    used: set[int] = set()
    for name in persons:
        mention, titles = person(text, sentence, name, listed)
        used |= titles | {token.index for token in name.tokens}
        yield mention
    others = [n for n in listed if n not in persons and not is_inside_title(sentence, n, used)]
    for name in others:
        if is_field(sentence, name.tokens):
            continue
        found = named_mention(text, sentence, name)
        used |= {token.index for token in name.tokens if token.lemma not in offices().people}
        if found is not None:
            yield found
    for token in sentence.tokens:
        found = described(text, sentence, token, listed) if token.index not in used else None
        if found is not None:
            yield found
