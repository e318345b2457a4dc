"""Differences of whether: denied by one side and alleged by another, or told with another firmness."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.language.lexicon import noun_entry
from reportedly.linking.comparison import AHEAD, Telling
from reportedly.linking.ground import Ground, difference
from reportedly.linking.gunfire import fired_from
from reportedly.linking.wording import families_of, firmness_of
from reportedly.model.ontology import Act, DifferenceKind, Status
from reportedly.model.reading import AssertionKind
from reportedly.model.span import Reason
from reportedly.model.story import Difference

CLOSE = 0.50  # likeness of two wordings of which one is said to have hardened by its article ("any", "the")
CLOSER = 0.65  # the same where a plan is told as a fact

_ALLEGED = frozenset({Status.ALLEGED, Status.HAPPENED, Status.ONGOING})
_OPEN_ARTICLES = frozenset({"a", "an", "any"})
_VERSIONS = Reason("versions", 1.0, "the same place of two versions of one text")

SAME_CHARGE = 0.75  # likeness of a charge and a denial of which no doer is known


def whether_differs(ground: Ground) -> Iterator[Difference]:
    """All differences of whether and of firmness between tellings of bodies."""
    yield from _disputes(ground)
    for _, members in ground.groups():
        yield from _what_is_denied(ground, members)
        yield from _hardened(ground, members)


def _disputes(ground: Ground) -> Iterator[Difference]:
    """One side denies what another side says of it."""
    denials = [i for i, each in enumerate(ground.tellings) if _is_denial(each)]
    charges = [i for i in range(len(ground.tellings)) if _is_charge(ground, i)]
    found: dict[str, set[int]] = {}
    for a in denials:
        for b in charges:
            if _answers(ground, a, b):
                found.setdefault(ground.claims[a], {a}).add(b)
    for denied, answered in sorted(found.items()):
        yield _dispute(ground, denied, answered)


def _dispute(ground: Ground, denied: str, answered: set[int]) -> Difference:
    """A denial in all its tellings, and all that it answers."""
    told = [index for index in answered if ground.claims[index] != denied]
    claims = {ground.claims[index] for index in told}
    members = {each for claim in (denied, *claims) for each in ground.members(claim)} | answered
    charge, denial = min(told), min(answered - set(told))
    sides_of = (ground.teller(charge), _denier(ground, denial))
    note = f"alleged by {sides_of[0]}, denied by {sides_of[1]}: {ground.put(charge)}; {ground.put(denial)}"
    reasons = (Reason("dispute", 1.0, "one side denies what another says of it"),)
    sides = [ground.side(each) for each in sorted(members)]
    return difference(DifferenceKind.WHETHER, sides, note, reasons)


def _denier(ground: Ground, denial: int) -> str:
    """Who denies: the holder, else the side whose denial it is."""
    telling = ground.tellings[denial]
    return ground.teller(denial) if telling.assertion.holder else ground.names(telling.actors)


def _is_denial(telling: Telling) -> bool:
    told = telling.assertion.kind is AssertionKind.DENIAL and not telling.assertion.headline
    return told and denies_in_words(telling)


def denies_in_words(telling: Telling) -> bool:
    """Whether a word of denying stands in it or over it: a judge who dismisses a charge denies nothing."""
    quotation = telling.assertion.quotation
    cue = telling.reading.quotations[quotation].cue if quotation is not None else None
    return "denied" in firmness_of(telling.reading, (telling.place.span, *([cue] if cue else [])))


def _is_charge(ground: Ground, index: int) -> bool:
    telling = ground.tellings[index]
    assertion = telling.assertion
    if assertion.status not in _ALLEGED or assertion.headline or not telling.holder:
        return False
    told = bool(_accused(ground, index)) or assertion.kind is AssertionKind.ACCUSATION
    own = telling.holder in _accused(ground, index)
    return told and not own and assertion.kind is not AssertionKind.DENIAL


def _accused(ground: Ground, index: int) -> frozenset[str]:
    """Who does it, or where the shells came from that did."""
    telling = ground.tellings[index]
    return telling.actors or fired_from(telling, ground.parties)


def _answers(ground: Ground, denial: int, charge: int) -> bool:
    """Whether a denial answers a charge: the accused denies, and both speak of one kind of deed.

    Where nobody is known to be accused in both, the deed must be the same in nearly the same words.
    """
    ours, theirs = ground.tellings[denial], ground.tellings[charge]
    if ours.holder == theirs.holder:
        return False
    alike = ground.wordings.likeness(denial, charge)
    return alike.kin > 0 if ours.actors & _accused(ground, charge) else alike.score >= SAME_CHARGE


def _what_is_denied(ground: Ground, members: Sequence[int]) -> Iterator[Difference]:
    """A denial of plans in some tellings, of the deed in others."""
    denials = [index for index in members if _is_denial(ground.tellings[index])]
    plans = [index for index in denials if _denies_plans(ground.tellings[index])]
    deeds = [index for index in denials if index not in plans]
    if plans and deeds:
        note = f"some deny plans (“{ground.tellings[plans[0]].words}”), "
        note += f"others the deed (“{ground.tellings[deeds[0]].words}”)"
        reasons = (Reason("firmness", 1.0, "an intention in some, a deed in others"),)
        sides = [ground.side(index) for index in denials]
        yield difference(DifferenceKind.WHETHER, sides, note, reasons)


def _denies_plans(telling: Telling) -> bool:
    return "intended" in firmness_of(telling.reading, (telling.place.span,))


def _hardened(ground: Ground, members: Sequence[int]) -> Iterator[Difference]:
    """What one version of a text leaves open another tells as given."""
    for a, b in combinations(members, 2):
        first, second = ground.tellings[a], ground.tellings[b]
        versions = ground.passages.are_versions(first.report, second.report)
        if not versions or not ground.passages.aligned(first.place, second.place):
            continue
        alike = ground.wordings.likeness(a, b).score
        if alike < CLOSE:
            continue
        for open_one, given in ((first, second), (second, first)):
            note = _hardening(open_one, given, alike)
            if note:
                sides = [ground.side(index) for index in (a, b)]
                yield difference(DifferenceKind.OVERSTATED, sides, note, (_VERSIONS,))


def _hardening(open_one: Telling, given: Telling, alike: float) -> str | None:
    """How the second tells more firmly what the first leaves open, in words; None where it does not."""
    told = open_one.assertion.status, given.assertion.status
    weighty = given.assertion.act is not Act.STATEMENT
    if told[0] in AHEAD and told[1].is_fact and weighty and alike >= CLOSER:
        return (
            f"{told[0].value} in one version, “{open_one.words}”, "
            f"{told[1].value} in another, “{given.words}”"
        )
    if told[0].is_fact:
        return None
    for family, words in _articles(open_one, _OPEN_ARTICLES).items():
        taken = _articles(given, frozenset({"the"})).get(family)
        if taken:
            return f"“{words}” in one version, “{taken}” in another, as if there were one"
    return None


def _articles(telling: Telling, articles: frozenset[str]) -> dict[str, str]:
    """The events that a telling names with one of these articles: word family to words."""
    found: dict[str, str] = {}
    sentence = telling.reading.sentence_at(telling.place.span.start)
    if sentence is None:
        return found
    for token in sentence.tokens_in(telling.place.span):
        if token.pos == "DET" and token.lemma in articles:
            noun = sentence.head_of(token)
            entry = noun_entry(noun.lemma)
            if entry is None or entry.act is Act.STATEMENT:
                continue  # "a statement", "the statement": nothing that may or may not be
            for family in families_of(telling.reading, noun.span):
                found.setdefault(family, token.span.joined(noun.span).of(telling.reading.text))
    return found
