"""Which firm "the company" is, the one named last where only one is; and whose "Lund's team" is."""

from collections.abc import Mapping, Sequence

from reportedly.language.offices import offices
from reportedly.language.organisations import organisation_named
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Mention, Reading
from reportedly.reading.chains import Chain

REACH = 2  # sentences looked back


def firm_before(reading: Reading, place: Mapping[int, Chain], index: int) -> Chain | None:
    """The only firm of the nearest sentence that names one; None where two are named, or none is near."""
    sentence = reading.sentence_at(reading.mentions[index].head.start)
    if sentence is None:
        return None
    number = reading.sentences.index(sentence)
    for near in reversed(reading.sentences[max(0, number - REACH) : number + 1]):
        found = {
            id(place[i]): place[i]
            for i, each in enumerate(reading.mentions[:index])
            if i in place and near.span.contains(each.span) and _may_be_firm(each, place[i])
        }
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def _may_be_firm(mention: Mention, chain: Chain) -> bool:
    """Whether a body may be a company: named, of no state, and no ministry, party or union by its name."""
    if mention.kind is not EntityKind.ORGANISATION or chain.country or not chain.names:
        return False
    words = [name.casefold().split() for name in chain.names]
    if any(name[-1] in offices().outlets for name in words):
        return False
    return not any(organisation_named(name) for name in chain.names) and not _public(words)


def _public(names: Sequence[Sequence[str]]) -> bool:
    return any(word in offices().bodies - offices().firms for words in names for word in words)


def owners(text: str, mention: Mention) -> frozenset[str]:
    """The names before "'s" in a description: "Holt's team" is not "Lund's team"."""
    words = mention.span.of(text).replace("’", "'").split()
    return frozenset(each[:-2] for each in words if each.endswith("'s") and each[0].isupper())
