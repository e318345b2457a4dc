"""Two alike sentences that give one deed to two doers, or tell it on one side with a "not"."""

from collections.abc import Iterator

from rapidfuzz import fuzz

from reportedly.language.names import fold, likeness
from reportedly.linking.contrast_lines import Contrast, Line, is_named_in
from reportedly.linking.ground import Ground
from reportedly.linking.opposites import opposites_in
from reportedly.model.ontology import DifferenceKind, EntityKind, Form
from reportedly.model.reading import Mention
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

ONE_SPELLING = 60  # ratio from which two last names may be one name
_NAMES = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.COUNTRY})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def doers_apart(ground: Ground, first: Line, second: Line) -> Iterator[Contrast]:
    """Two named subjects of one verb, of two sides, of whom neither report names the other's."""
    for verb, ours in _subjects(first):
        for other, theirs in _subjects(second):
            if verb == other and _two_doers(ground, (first, ours), (second, theirs)):
                yield Contrast(DifferenceKind.WHO, ours.head, theirs.head, f"who ({verb})")


def _subjects(line: Line) -> Iterator[tuple[str, Mention]]:
    """The named subjects of a sentence, each with the lemma of its verb."""
    for mention in line.reading.mentions:
        if mention.form is not Form.NAMED or mention.kind not in _NAMES:
            continue
        if line.sentence.span.contains(mention.span):
            for token in line.sentence.tokens_in(mention.head):
                if token.dep in _SUBJECTS:
                    yield line.sentence.head_of(token).lemma, mention


def _two_doers(ground: Ground, one: tuple[Line, Mention], other: tuple[Line, Mention]) -> bool:
    (first, ours), (second, theirs) = one, other
    if ours.kind is not theirs.kind:
        return False
    sides = (
        ground.parties.side_of(first.report, ours.entity),
        ground.parties.side_of(second.report, theirs.entity),
    )
    if ours.kind is not EntityKind.PERSON and sides[0] == sides[1]:
        return False
    if is_named_in(ours, first, second) or is_named_in(theirs, second, first):
        return False
    names = [fold(line.words(each.head)) for line, each in (one, other)]
    return (
        not likeness(*names).same
        and fuzz.ratio(*(each.split()[-1] for each in names)) < ONE_SPELLING
    )


# whether


def negations_apart(first: Line, second: Line) -> Iterator[Contrast]:
    """One verb, with "not" in one sentence and without in the other."""
    ours, theirs = _verbs(first.sentence), _verbs(second.sentence)
    flipped = [
        (verb, theirs[lemma])
        for lemma, verb in ours.items()
        if lemma in theirs
        and _negated(first.sentence, verb) != _negated(second.sentence, theirs[lemma])
        and not _unclear(first.sentence, verb)
        and not _unclear(second.sentence, theirs[lemma])
    ]
    sentences = first.sentence, second.sentence
    counted = [_count_no(*sentences), _count_no(*reversed(sentences))]
    if len(flipped) == 1 and abs(counted[0] - counted[1]) == 1:
        verb, other = flipped[0]
        yield Contrast(
            DifferenceKind.WHETHER,
            _phrase(first.sentence, verb),
            _phrase(second.sentence, other),
            f"whether ({verb.lemma})",
        )


def _verbs(sentence: Sentence) -> dict[str, Token]:
    """The verbs that stand once in a sentence, by lemma."""
    verbs = [
        each
        for each in sentence.tokens
        if each.pos in ("VERB", "AUX") and each.dep not in ("aux", "auxpass")
        if not any(child.tag == "TO" for child in sentence.children_of(each, "aux"))
    ]
    lemmas = [each.lemma for each in verbs]
    return {each.lemma: each for each in verbs if lemmas.count(each.lemma) == 1}


def _negated(sentence: Sentence, verb: Token) -> bool:
    return any(each.dep == "neg" and sentence.head_of(each) == verb for each in sentence.tokens)


def _unclear(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb goes on from one that has a "not" ("not closed, sold off"): it may hold for both."""
    return verb.dep == "conj" and _negated(sentence, sentence.head_of(verb))


_NO = frozenset(
    {"n't", "neither", "never", "no", "nobody", "none", "nor", "not", "nothing", "without"}
)
_REFUSING = frozenset({"deny", "fail", "lack", "neglect", "refuse", "reject", "unable", "unlikely"})


def _count_no(sentence: Sentence, other: Sentence) -> int:
    """How many words of no and refusing stand in a sentence, "inaccurate" among them where the other has "accurate"."""
    lemmas = [[token.lemma for token in each.tokens] for each in (sentence, other)]
    plain = sum(each in _NO or each in _REFUSING for each in lemmas[0])
    return plain + len(opposites_in(lemmas[0], lemmas[1]))


def _phrase(sentence: Sentence, verb: Token) -> Span:
    """The verb with its helpers and its "not"."""
    span = verb.span
    for each in sentence.tokens:
        if each.dep in ("aux", "auxpass", "neg") and sentence.head_of(each) == verb:
            span = span.joined(each.span)
    return span
