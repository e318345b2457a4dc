"""Which mentions of one report are one entity: names first, then descriptions, then pronouns.

A wrong merge is worse than a split: what has no clear antecedent stays by itself.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.language import countries
from reportedly.language.names import fold, may_stand_first, parse_name
from reportedly.language.organisations import organisation_named, same_body
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.reading.chains import Chain, gender_of, same_person
from reportedly.reading.descriptions import Descriptions
from reportedly.reading.headline_names import trim_headline_names
from reportedly.reading.inherited import inherit_countries
from reportedly.reading.pronouns import Pronouns

_NEAR = 60  # characters before a name
_PAIRED = re.compile(r"(?:^|[^A-Z\W]\w* |[,.“] )[A-Z]\w+ and $")
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr."})


def link_mentions(reading: Reading) -> Reading:
    """Fill `entity` and `name` of all mentions; pronouns for things that no actor explains are left out."""
    reading = trim_headline_names(inherit_countries(reading))
    chains = link_names(reading.mentions, _leading(reading), _relatives(reading))
    Descriptions(reading, chains).link()
    Pronouns(reading, chains).link()
    return replace(reading, mentions=_finished(reading, chains))


def _leading(reading: Reading) -> frozenset[int]:
    """The mentions that are the subject of a whole sentence: whoever is now told of."""
    roots = {
        token.span
        for sentence in reading.sentences
        for token in sentence.children_of(sentence.root, "nsubj", "nsubjpass")
        if sentence.tokens
    }
    found = enumerate(reading.mentions)
    return frozenset(i for i, each in found if any(each.head.overlaps(span) for span in roots))


def _relatives(reading: Reading) -> frozenset[int]:
    """Who shares a surname with somebody named before: "Ann and Eva Lund"."""
    found: set[int] = set()
    for index, each in enumerate(reading.mentions):
        before = reading.text[max(0, each.head.start - _NEAR) : each.head.start]
        if each.kind is EntityKind.PERSON and _PAIRED.search(before):
            found.add(index)
    return frozenset(found)


def link_names(
    mentions: tuple[Mention, ...],
    leading: frozenset[int] = frozenset(),
    relatives: frozenset[int] = frozenset(),
) -> list[Chain]:
    """Chains of the named mentions: full names before bare surnames."""
    chains: list[Chain] = []
    named = [i for i, m in enumerate(mentions) if m.form in (Form.NAMED, Form.METONYM)]
    for index in sorted(named, key=lambda i: (_is_short(mentions[i]), i)):
        mention = mentions[index]
        open_to = [c for c in chains if not _is_relative(c, index, relatives)]
        chain = _chain_of_name(mention, open_to, index, leading)
        if chain is None:
            chain = Chain(mention.kind)
            chains.append(chain)
        chain.add(index, mention)
    return chains


def _is_relative(chain: Chain, index: int, relatives: frozenset[int]) -> bool:
    """Whether a chain is of somebody named with another only after this place, who is not the Lund named here."""
    first = min(chain.members)
    return first in relatives and index < first


def _is_short(mention: Mention) -> bool:
    """Whether a person is called by the surname alone: "Lund", "Lund Jr."."""
    return mention.kind is EntityKind.PERSON and len(_without_suffix(mention.name)) == 1


def _without_suffix(name: str) -> list[str]:
    return [word for word in name.split() if word not in _SUFFIXES] or name.split()


def _is_younger(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1] in _SUFFIXES


def _chain_of_name(
    mention: Mention, chains: list[Chain], index: int, leading: frozenset[int]
) -> Chain | None:
    same_kind = [chain for chain in chains if chain.kind is mention.kind]
    if mention.kind is EntityKind.COUNTRY:
        return next((c for c in same_kind if c.country == mention.country), None)
    if mention.kind is EntityKind.PERSON:
        return _chain_of_person(mention, same_kind, index, leading)
    if mention.kind is EntityKind.ORGANISATION:
        return next((c for c in same_kind if _fits_body(c, mention)), None)
    key = countries.plain(mention.name)
    return next((c for c in same_kind if key in map(countries.plain, c.names)), None)


def _chain_of_person(
    mention: Mention, chains: list[Chain], index: int, leading: frozenset[int]
) -> Chain | None:
    if not _is_short(mention):
        return next((c for c in chains if same_person(c, mention.name)), None)
    word = parse_name(mention.name).surname
    found = [c for c in chains if word in c.family_names] or [
        c for c in chains if any(fold(name).startswith(f"{word} ") for name in c.names)
    ]
    fitting = [c for c in found if _may_be_called(c, mention) and _bears(c, mention, index)]
    if len(fitting) < len(found) and len(fitting) == 1:
        return fitting[0]
    if len(fitting) > 1 and may_stand_first(word):
        return _foremost(fitting, index)
    if len(fitting) > 1:
        return _last_of_namesakes(fitting, index, leading)
    return fitting[0] if fitting else None


def _last_of_namesakes(chains: list[Chain], index: int, leading: frozenset[int]) -> Chain | None:
    """Of two Clintons whoever was called so before, or opens a sentence since; else the one named last.

    A relative named in passing does not take over the surname by which a report calls somebody.
    """
    before = [(m, c) for c in chains for m in c.members if m < index]
    bare = [(m, c) for m, c in before if " " not in c.name_at(m)]
    opening = [(m, c) for m, c in before if m in leading]
    found = sorted([*bare, *opening] or before, key=lambda each: each[0])
    return found[-1][1] if found else None


def _may_be_called(chain: Chain, mention: Mention) -> bool:
    """Whether the title beside a bare surname does not speak against it: "Mrs Lund", "President Lund"."""
    title = gender_of(mention.office or "")
    return not (title and chain.gender and title != chain.gender) and (
        mention.country is None or chain.country in (None, mention.country)
    )


def _bears(chain: Chain, mention: Mention, index: int) -> bool:
    """Whether "Lund Jr." is of a chain with that suffix, and a mere "Lund" no son who is named only later."""
    suffixed = any(map(_is_younger, chain.names))
    if _is_younger(mention.name):
        return suffixed
    return not suffixed or min(chain.members) < index


def _foremost(chains: list[Chain], index: int) -> Chain | None:
    """Of several Kims the leader, the only one named so far, else the one most often named; else nobody."""
    heads = [c for c in chains if c.is_head]
    before = [c for c in heads or chains if min(c.members) < index] or heads or chains
    ranked = sorted(before, key=lambda c: -len(c.names))
    if len(ranked) == 1 or len(ranked[0].names) > len(ranked[1].names):
        return ranked[0]
    return None


def _fits_body(chain: Chain, mention: Mention) -> bool:
    name = mention.body or mention.name
    known: Iterable[str] = chain.bodies | set(chain.names)
    return any(same_body(name, mention.country, each, chain.country) for each in known)


def _finished(reading: Reading, chains: list[Chain]) -> tuple[Mention, ...]:
    """The mentions with chain, name and what the chain knows, in text order."""
    place: dict[int, Chain] = {index: chain for chain in chains for index in chain.members}
    order = sorted((c for c in chains if c.members), key=lambda chain: min(chain.members))
    ids = {id(chain): f"e{number}" for number, chain in enumerate(order, start=1)}
    finished: list[Mention] = []
    for index, mention in enumerate(reading.mentions):
        chain = place.get(index)
        if chain is None:
            continue
        finished.append(
            replace(
                mention,
                entity=ids[id(chain)],
                kind=chain.kind,
                name=_shown(chain) or mention.span.of(reading.text),
                country=mention.country or chain.country,
            )
        )
    return tuple(finished)


def _shown(chain: Chain) -> str:
    """The chain's name; a listed body under the name that the report uses most fully."""
    if chain.kind is EntityKind.ORGANISATION and chain.names:
        listed = next((o for o in map(organisation_named, chain.names) if o is not None), None)
        if listed is not None and all(name.isupper() for name in chain.names):
            return listed.short
    return chain.name
