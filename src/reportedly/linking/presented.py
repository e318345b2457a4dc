"""One saying that reports present otherwise: taken as given here ("admitted"), at a distance or as false there.

A plain word beside another of its kind is no finding ("said", "stated"), and neither is one step ("said", "claimed"):
`compare` shows those side by side. Held against each other are only words of one speaker that tell the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from reportedly.language.commitment import Commitment
from reportedly.language.cue_words import verbs_with
from reportedly.language.lexicon import noun_entry, qualifier_entry, verb_entry
from reportedly.linking.ground import Ground, Side, difference, report_named
from reportedly.linking.parties import Parties, parties_of
from reportedly.linking.sayings import Saying, sayings_of
from reportedly.linking.utterances import RUN, at_one_time, shared_run
from reportedly.linking.wording import family_of, firmness_of, wording_of
from reportedly.model.ontology import DifferenceKind, Presentation
from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Reason, Span
from reportedly.model.story import Difference, Story
from reportedly.model.syntax import Token

HELD = 0.7  # share of the words of the shorter saying that the other must have
WORDS_ASKED = 3  # content words that both must share, names left out
LONGEST = 240  # characters of a place that is cited

_GIVEN, _FALSE = Presentation.GIVEN, Presentation.FALSE
_CLASHES: Mapping[frozenset[Presentation], float] = {
    frozenset({_GIVEN, _FALSE}): 1.0,
    frozenset({_GIVEN, Presentation.DISTANT}): 1.0,
    frozenset({_FALSE, Presentation.NEUTRAL}): 1.0,
    frozenset({_FALSE, Presentation.RESERVED}): 1.0,
    frozenset({_FALSE, Presentation.DISTANT}): 0.8,
    frozenset({_GIVEN, Presentation.RESERVED}): 0.8,
    frozenset({_GIVEN, Presentation.NEUTRAL}): 0.5,
}
_FOR = (Commitment.CERTAIN, Commitment.BELIEVED, Commitment.CHARGED)


@dataclass(frozen=True, slots=True)
class Words:
    """A saying as it is held against others: its content words, whether it says no, how it is presented."""

    saying: Saying
    content: frozenset[str]
    names: frozenset[str]
    negated: bool
    clause: bool  # a verb stands in it: "her view of marriage" states nothing
    stands: bool | None  # for the content, against it; None where it is wanted, feared, planned

    @property
    def presented(self) -> Presentation:
        """How its report presents it."""
        return self.saying.quotation.presented


def presentation_differs(ground: Ground) -> Iterator[Difference]:
    """Sayings that one report takes as given, and another keeps at a distance or calls false."""
    found: dict[tuple[Citation, ...], tuple[Words, Words]] = {}
    worn: set[tuple[Citation, ...]] = set()
    for sayings in of_one_mouth(ground.story, ground.parties):
        for pair in pairs_apart(sayings):
            places = tuple(sorted(map(cue_of, pair)))
            if _weight(*pair):
                found[places] = pair
            if _is_worn(sayings, *pair):
                worn.add(places)
    for joined in _joined(found[places] for places in sorted(found.keys() - worn)):
        yield _recorded(ground, joined)


def of_one_mouth(story: Story, parties: Parties) -> Iterator[tuple[Words, ...]]:
    """The sayings of each known speaker and of each utterance, where any is presented by more than a plain word."""
    sayings = [each for reading in story.readings for each in sayings_of(reading, parties)]
    by_place = {place: each for each in sayings for place in each.places}
    groups: dict[tuple[str, ...], dict[tuple[Citation, ...], Saying]] = {}
    for each in sayings:
        if each.entity or each.side:
            groups.setdefault(("speaker", each.entity, each.side), {})[each.places] = each
    for utterance in story.utterances:
        told = (by_place[place] for place in utterance.evidence)
        groups["utterance", utterance.id] = {each.places: each for each in told}
    for _, group in sorted(groups.items()):
        if any(each.quotation.presented_by for each in group.values()):
            yield tuple(map(_words, group.values()))


def pairs_apart(sayings: Sequence[Words]) -> Iterator[tuple[Words, Words]]:
    """Pairs of sayings of one speaker that tell the same and are presented otherwise."""
    for first in sayings:
        for second in sayings if first.saying.quotation.presented_by else ():
            again = second.saying.quotation.presented_by and cue_of(second) < cue_of(first)
            if first.presented is not second.presented and not again and same_said(first, second):
                yield first, second


def _words(saying: Saying) -> Words:
    reading, content = saying.reading, saying.quotation.content
    wording = wording_of(reading, content)
    return Words(
        saying,
        content=frozenset(map(family_of, wording.content)),
        names=wording.names,
        negated="negated" in firmness_of(reading, content),
        clause=any(_has_verb(reading, span) for span in content),
        stands=_stands(saying),
    )


def _has_verb(reading: Reading, span: Span) -> bool:
    return any(each.pos in ("AUX", "VERB") for each in _tokens(reading, span))


def _tokens(reading: Reading, span: Span) -> tuple[Token, ...]:
    return tuple(
        each for sentence in reading.sentences_in(span) for each in sentence.tokens_in(span)
    )


def _stands(saying: Saying) -> bool | None:
    """Whether the speaker stands for the content, by the row of the cue; None where it is not told that he spoke."""
    cue, lemma = saying.quotation.cue, saying.quotation.cue_lemma
    tokens = _tokens(saying.reading, cue) if cue else ()
    if any(each.tag in ("MD", "TO") or each.dep == "neg" for each in tokens):
        return None
    entry = verb_entry(lemma, "that") or noun_entry(lemma) or qualifier_entry(lemma)
    if entry is None or entry.speaker in _FOR:
        return True
    return False if entry.speaker is Commitment.DENIED else None


def same_said(first: Words, second: Words) -> bool:
    """Whether two sayings of one speaker, in two reports of one time, tell the same, or one all that the other does."""
    if first.saying.report == second.saying.report or not (first.clause and second.clause):
        return False
    if first.stands is None or first.stands != second.stands or first.negated != second.negated:
        return False
    fewest = min(len(first.content), len(second.content))
    shared = first.content & second.content
    telling = shared - first.names - second.names
    if len(telling) < WORDS_ASKED or not at_one_time(first.saying, second.saying):
        return False
    return len(shared) >= HELD * fewest or shared_run(first.saying.said, second.saying.said) >= RUN


def _weight(first: Words, second: Words) -> float:
    """How far apart two presentations are, 0 for no finding; "noted" is hardly more than "said", "admitted" is."""
    both = frozenset((first.presented, second.presented))
    plain = both == {_GIVEN, Presentation.NEUTRAL} and not (_is_avowed(first) or _is_avowed(second))
    return 0.0 if plain else _CLASHES.get(both, 0.0)


def presented_apart(story: Story) -> Iterator[tuple[Words, Words]]:
    """The sayings of a story of two reports that both have and present otherwise, in the order of the first."""
    by_place = {
        cue_of(first): (first, second)
        for sayings in of_one_mouth(story, parties_of(story))
        for pair in pairs_apart(sayings)
        for first, second in (sorted(pair, key=lambda each: each.saying.report),)
    }
    yield from (pair for _, pair in sorted(by_place.items()))


def _is_worn(sayings: Sequence[Words], first: Words, second: Words) -> bool:
    """Whether a report uses both words for one thing: it varies its words, or has judged it elsewhere."""
    for ours, theirs in ((first, second), (second, first)):
        used = {
            each.presented
            for each in sayings
            if each.saying.report == ours.saying.report and same_said(each, theirs)
        }
        if theirs.presented in used and (
            theirs.presented is _FALSE or ours.presented is not _FALSE
        ):
            return True
    return False


def _is_avowed(words: Words) -> bool:
    """Whether it is told as owned up to or brought to light: to "admit" is more than to say, to "note" is not.

    Headlines reach for such words ("reveals" over "announced").
    """
    owned = words.presented is _GIVEN and words.saying.quotation.cue_lemma in verbs_with("avowal")
    return owned and not words.saying.headline


def cue_of(words: Words) -> Citation:
    """Where the words stand that show how it is presented: the cue; the content itself where it has none."""
    quotation = words.saying.quotation
    span = quotation.presented_by or quotation.cue or quotation.content[0]
    return Citation(words.saying.report, span)


def _joined(pairs: Iterable[tuple[Words, Words]]) -> list[tuple[Words, ...]]:
    """The sayings that pairs join, each once: one finding for all reports of one saying."""
    found: list[dict[Citation, Words]] = []
    for pair in pairs:
        places = {cue_of(each): each for each in pair}
        for other in [each for each in found if each.keys() & places.keys()]:
            found.remove(other)
            places |= other
        found.append(places)
    return [tuple(each for _, each in sorted(places.items())) for places in found]


def _recorded(ground: Ground, sayings: Sequence[Words]) -> Difference:
    told = ", ".join(_told(each) for each in sayings)
    said = min((_said(each) for each in sayings if each.saying.quotation.presented_by), key=len)
    note = f"{_speaker(ground, sayings[0])}: {told}: “{said}”"
    score = max(_weight(first, second) for first, second in combinations(sayings, 2))
    reasons = (Reason("presented", score, "the reports bind themselves otherwise by their words"),)
    return difference(
        DifferenceKind.HEDGED, [_side(ground, each) for each in sayings], note, reasons
    )


def _side(ground: Ground, words: Words) -> Side:
    """The cue with what it ascribes, where both are short enough, and the claim that is told there."""
    cue, saying = _in_context(words), words.saying
    shown_as = cue_of(words).span.of(saying.reading.text)
    for telling, claim in zip(ground.tellings, ground.claims, strict=True):
        if telling.report == saying.report and _within(telling.place.span, saying):
            return Side(cue, shown_as, claim)
    return Side(cue, shown_as, "")


def _in_context(words: Words) -> Citation:
    """The place from the cue to what it ascribes, so that both can be read; the cue alone where that is long."""
    cue = cue_of(words)
    whole = cue.span.joined(words.saying.quotation.content[0])
    return Citation(cue.report, whole) if len(whole) <= LONGEST else cue


def _within(span: Span, saying: Saying) -> bool:
    return any(piece.contains(span) for piece in saying.quotation.content)


def _told(words: Words) -> str:
    """The cue with its report: "“falsely claimed” (Post, 2024-05-03: calls it false)"."""
    source = report_named(words.saying.reading)
    cue = " ".join(cue_of(words).span.of(words.saying.reading.text).split())
    return f"“{cue}” ({source}: {words.presented.words})"


def _said(words: Words) -> str:
    pieces = (span.of(words.saying.reading.text) for span in words.saying.quotation.content)
    return " ".join(" ".join(pieces).split()).strip('“”"')


def _speaker(ground: Ground, words: Words) -> str:
    speaker, saying = words.saying.quotation.speaker, words.saying
    entity = ground.parties.entity_of(saying.report, speaker.entity) if speaker else None
    return entity.name if entity else (speaker.name if speaker else "somebody")
