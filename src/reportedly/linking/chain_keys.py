"""Which pairs of chains are worth comparing: those that share a key, or stand in aligned passages.

The cost grows with the pairs that share something, never with all pairs of a story.
"""

from collections.abc import Iterator

from reportedly.language import countries
from reportedly.language.names import canonical, fold, gender_of_name, parse_name, sounds
from reportedly.language.offices import body_key, offices
from reportedly.language.organisations import expanded, is_force, organisation_named
from reportedly.linking.report_chains import ReportChain
from reportedly.model.ontology import EntityKind


def candidates(
    chains: list[ReportChain], aligned: frozenset[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of two reports to compare, each once, in order."""
    buckets: dict[tuple[EntityKind, str], list[int]] = {}
    for index, chain in enumerate(chains):
        for key in set(keys_of(chain)) - {""}:
            buckets.setdefault((chain.kind, key), []).append(index)
    found = set(aligned)
    for bucket in buckets.values():
        found.update(_pairs(chains, bucket))
    yield from (
        (one, other) for one, other in sorted(found) if chains[one].report != chains[other].report
    )


def _pairs(chains: list[ReportChain], bucket: list[int]) -> Iterator[tuple[int, int]]:
    """Each chain with the first of every look before it in the bucket."""
    first: dict[tuple[object, ...], int] = {}
    for index in bucket:
        look = chains[index].look
        yield from ((other, index) for other in first.values())
        first.setdefault(look, index)


def keys_of(chain: ReportChain) -> Iterator[str]:
    """Two chains without a key in common are never one entity, unless aligned passages say so."""
    if chain.kind is EntityKind.COUNTRY:
        yield from (chain.country,) if chain.country else ()
    elif chain.kind is EntityKind.PERSON:
        for name in chain.full_names:
            yield from _keys_of_person(name)
    elif chain.kind is EntityKind.ORGANISATION:
        for name in (*chain.names, *chain.bodies):
            yield from _keys_of_body(name)
    elif chain.kind is EntityKind.ROLE:
        for body in chain.bodies:
            yield from _keys_of_body(body)
    else:
        yield from map(countries.plain, chain.names)
        yield from chain.parts


def _keys_of_person(name: str) -> Iterator[str]:
    """Spelling and sound of the words that are no common given name; a surname stands first or last."""
    parts = parse_name(name)
    words = [word for word in (*parts.given, parts.surname) if len(word) > 1]
    rare = [word for word in words if gender_of_name(word) is None] or [parts.surname]
    for word in rare:
        yield canonical(word)
        yield from sounds(word)


def _keys_of_body(name: str) -> Iterator[str]:
    """The listed body, the whole name, the words that say which one, the initials."""
    listed = organisation_named(name)
    if listed is not None:
        yield listed.short
        return
    full = expanded(name)
    key = body_key(full)
    yield "force" if is_force(key) else key
    words = fold(full).split()
    rare = [word for word in words if word not in offices().bodies]
    yield from (f"{canonical(word)} of {len(words)}" for word in sorted(rare, key=len)[-2:])
    if len(words) > 1:
        yield "".join(word[0] for word in words if word != "the")
        yield "".join(word[0] for word in full.split() if word[0].isupper()).casefold()
    if name.isupper():
        yield name.replace(".", "").casefold()
