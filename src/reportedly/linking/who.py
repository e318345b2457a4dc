"""Differences of who: who says it, who did it, and how one person is named."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from reportedly.language.names import fold
from reportedly.linking.comparison import Telling
from reportedly.linking.ground import Ground, Side, difference
from reportedly.model.ontology import DifferenceKind, EntityKind, Form
from reportedly.model.reading import Argument
from reportedly.model.span import Citation, Reason
from reportedly.model.story import Difference, Entity

ONE_SPELLING = 80  # ratio of last names from which two spellings are no difference

_ALIGNED = Reason("versions", 1.0, "the same place of two versions of one text")


def who_differs(ground: Ground) -> Iterator[Difference]:
    """All differences of who."""
    for claim, members in ground.groups():
        yield from _attribution(ground, claim.id, members)
        yield from _doers(ground, members)
    names = _names_by_chain(ground)
    for entity in ground.story.entities:
        if entity.kind is EntityKind.PERSON:
            yield from _names(entity, names)


def _attribution(ground: Ground, claim: str, members: Sequence[int]) -> Iterator[Difference]:
    """A claim that one version of a text attributes and another tells in its own voice."""
    tellings = [ground.tellings[index] for index in members]
    named = [each for each in tellings if _holder_name(each).strip()]
    bare = [each for each in tellings if _is_own_voice(each)]
    pairs = [
        (a, b)
        for a in named
        for b in bare
        if a.holder not in b.actors
        and ground.passages.are_versions(a.report, b.report)
        and not _is_named_near(_holder_name(a), b)
    ]
    if pairs:
        yield _lost(claim, *pairs[0])


def _holder_name(telling: Telling) -> str:
    return telling.assertion.holder.name if telling.assertion.holder else ""


def _is_own_voice(telling: Telling) -> bool:
    """Whether the report says it itself: a whole sentence of its body without any attribution."""
    reading = telling.reading
    sentence = reading.sentence_at(telling.place.span.start)
    if telling.assertion.holder or sentence is None:
        return False
    whole = sentence.span.of(reading.text).rstrip("\"”’'").endswith((".", "!", "?"))
    main = 2 * len(telling.place.span) >= len(sentence.span)
    return (
        whole
        and main
        and not any(
            span.overlaps(sentence.span) for each in reading.quotations for span in each.content
        )
    )


def _is_named_near(holder: str, telling: Telling) -> bool:
    """Whether the last word of a name stands in the telling's sentence or the one before."""
    near = [
        each for each in telling.reading.sentences if each.span.start <= telling.place.span.start
    ]
    words = " ".join(each.span.of(telling.reading.text) for each in near[-2:])
    return holder.rsplit(maxsplit=1)[-1] in words


def _lost(claim: str, named: Telling, bare: Telling) -> Difference:
    holder = _holder_name(named)
    sides = (
        Side(_with_source(named), holder, claim),
        Side(bare.place, "the report itself", claim),
    )
    words = " ".join(bare.words.split())
    note = f"“{words}”: said by {holder} in one version of the text, told by the report itself in another"
    return difference(DifferenceKind.WHO, sides, note, (_ALIGNED,))


def _with_source(telling: Telling) -> Citation:
    """The telling with the words that name who says it, where they stand in its sentence."""
    index = telling.assertion.quotation
    source = telling.reading.quotations[index].source if index is not None else None
    sentence = telling.reading.sentence_at(telling.place.span.start)
    if source is None or sentence is None or not sentence.span.contains(source):
        return telling.place
    return Citation(telling.report, telling.place.span.joined(source))


def _doers(ground: Ground, members: Sequence[int]) -> Iterator[Difference]:
    """One act in one place of two versions, done by two doers of one side: an office that was garbled."""
    for a, b in combinations(members, 2):
        first, second = ground.tellings[a], ground.tellings[b]
        if ground.passages.aligned(first.place, second.place) and _other_doer(
            ground, first, second
        ):
            sides = [_doer_side(ground, index) for index in (a, b)]
            words = " ".join(first.words.split())
            note = f"“{words}”: done by {sides[0].words} in one version, by {sides[1].words} in another"
            yield difference(DifferenceKind.WHO, sides, note, (_ALIGNED,))


def _doer_side(ground: Ground, index: int) -> Side:
    """The doer of a telling, by the name that the story has for them."""
    telling = ground.tellings[index]
    doer = telling.assertion.actors[0]
    name = ground.parties.name_of(telling.report, doer)
    return Side(Citation(telling.report, doer.span), name, ground.claims[index])


def _other_doer(ground: Ground, first: Telling, second: Telling) -> bool:
    """Whether both name one doer of the same act, by a name, and not the same one."""
    ours, theirs = first.assertion.actors, second.assertion.actors
    if not len(ours) == len(theirs) == 1 or first.assertion.act is not second.assertion.act:
        return False
    if _is_pronoun(first, ours[0]) or _is_pronoun(second, theirs[0]):
        return False
    entities = (
        ground.parties.entity_of(first.report, ours[0].entity),
        ground.parties.entity_of(second.report, theirs[0].entity),
    )
    if entities[0] is None or entities[1] is None or entities[0].id == entities[1].id:
        return False
    return _may_be_one_office(entities[0], entities[1])


def _is_pronoun(telling: Telling, doer: Argument) -> bool:
    """Whether a doer stands there as "he" or "it": nobody is named, so nobody is named otherwise."""
    sentence = telling.reading.sentence_at(doer.span.start)
    tokens = sentence.tokens_in(doer.span) if sentence else ()
    return bool(tokens) and all(each.pos == "PRON" for each in tokens)


def _may_be_one_office(first: Entity, second: Entity) -> bool:
    """Whether two names may be one office that was garbled: two offices, of one country as far as it is known.

    A country beside its minister ("Moscow" for "Putin") is no difference, and two persons are two doers.
    """
    if {first.kind, second.kind} & {EntityKind.COUNTRY, EntityKind.PERSON, EntityKind.PLACE}:
        return False
    one_country = first.country == second.country or not (first.country and second.country)
    ours, theirs = _words(first.name), _words(second.name)
    return one_country and not (ours <= theirs or theirs <= ours)


def _words(name: str) -> frozenset[str]:
    """The words of a name, without articles and the like."""
    return frozenset(word for word in fold(name).split() if len(word) > len("the"))


Chain = tuple[str, str]  # a report and a chain in it


@dataclass(frozen=True, slots=True)
class _Name:
    """A named mention: where its report stands in the story, its place, the words of its head, how full it is."""

    order: int
    citation: Citation
    words: str
    fullness: tuple[int, int]  # the longer the fuller; of equals the first


def _names_by_chain(ground: Ground) -> dict[Chain, _Name]:
    """The fullest named mention of each chain."""
    found: dict[Chain, _Name] = {}
    for order, reading in enumerate(ground.story.readings):
        report = reading.report.id
        for each in reading.mentions:
            if each.form is Form.NAMED:
                fullness = len(each.head), -each.span.start
                words = each.head.of(reading.text)
                name = _Name(order, Citation(report, each.span), words, fullness)
                known = found.setdefault((report, each.entity), name)
                if fullness > known.fullness:
                    found[report, each.entity] = name
    return found


def _names(entity: Entity, names: Mapping[Chain, _Name]) -> Iterator[Difference]:
    """One person under names that no spelling explains: "Jane Sackie", "Jen Psaki"."""
    for first, second in combinations(_first_of_each_name(entity, names), 2):
        if _unlike(first.words, second.words):
            sides = [Side(each.citation, each.words, "") for each in (first, second)]
            note = f"one person is named {first.words} and {second.words}"
            yield difference(DifferenceKind.WHO, sides, note, entity.reasons or (_ALIGNED,))
            return


def _first_of_each_name(entity: Entity, names: Mapping[Chain, _Name]) -> tuple[_Name, ...]:
    """The names that the reports have for an entity, one a report, each name where it comes first."""
    by_report: dict[str, _Name] = {}
    for chain in entity.chains:
        if chain in names:
            known = by_report.setdefault(chain[0], names[chain])
            if names[chain].fullness > known.fullness:
                by_report[chain[0]] = names[chain]
    found: dict[str, _Name] = {}
    for name in sorted(by_report.values(), key=lambda each: each.order):
        found.setdefault(name.words, name)
    return tuple(found.values())


def _unlike(first: str, second: str) -> bool:
    """Whether two names share no word and their last words are spelt apart."""
    ours, theirs = fold(first).split(), fold(second).split()
    if set(ours) & set(theirs):
        return False
    return fuzz.ratio(ours[-1], theirs[-1]) < ONE_SPELLING
