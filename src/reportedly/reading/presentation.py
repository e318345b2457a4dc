"""How the report presents what somebody says: as given, at a distance, as false; by the word it chose for the saying.

The word's row in the lexicon says it, a word beside it may say more ("falsely claimed", "claimed without evidence").
What did not take place presents nothing ("did not admit"), and a word inside another's words is that other's choice.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.language.act_rows import Entry
from reportedly.language.commitment import Commitment
from reportedly.language.cue_words import noun_presentations
from reportedly.language.lexicon import load_lexicon, qualifier_entry, verb_entry
from reportedly.model.ontology import Act, Presentation
from reportedly.model.reading import Quotation, Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.cues import load_cues
from reportedly.reading.governed import composed_status
from reportedly.reading.predicates import content_clause, frame_of, is_predicate, particles

_JUDGING = (Act.ACCUSE, Act.SUPPORT)
_BARE = ("no", "without")


@dataclass(frozen=True, slots=True)
class Presented:
    """A presentation with the words that show it; None where nothing but a plain word stands there."""

    value: Presentation
    words: Span | None


PLAINLY = Presented(Presentation.NEUTRAL, None)


def judge_presentation(reading: Reading) -> Reading:
    """Set how each quotation is presented."""
    return replace(reading, quotations=tuple(_judged(reading, each) for each in reading.quotations))


def _judged(reading: Reading, quotation: Quotation) -> Quotation:
    found = presented(reading, quotation)
    return replace(quotation, presented=found.value, presented_by=found.words)


def presented(reading: Reading, quotation: Quotation) -> Presented:
    """How the report presents the words of this quotation, and by which words."""
    cue = quotation.cue
    sentence = reading.sentence_at(cue.start) if cue is not None else None
    if cue is None or sentence is None or _is_anothers(reading.quotations, quotation, cue):
        return PLAINLY
    head = next((each for each in sentence.tokens_in(cue) if _is_head(each, quotation)), None)
    if head is None:
        return PLAINLY
    beside = _beside(sentence, head)
    if beside is not None:
        return beside
    noun = _noun_said(sentence, head, quotation)
    judged = _beside(sentence, noun) if noun is not None else None
    if judged is not None:
        return judged
    value = _by_row(sentence, noun or head, quotation)
    return PLAINLY if value is Presentation.NEUTRAL else Presented(value, (noun or head).span)


def _is_anothers(quotations: Sequence[Quotation], quotation: Quotation, cue: Span) -> bool:
    """Whether the cue stands in the words of another, whose choice it is: "Lund said that Oslo had admitted it"."""
    return any(
        each is not quotation and any(piece.contains(cue) for piece in each.content)
        for each in quotations
    )


def _is_head(token: Token, quotation: Quotation) -> bool:
    return load_cues().lemma_of(token) == quotation.cue_lemma


def _noun_said(sentence: Sentence, head: Token, quotation: Quotation) -> Token | None:
    """The noun of saying that is the object of a plain verb: "repeated his [claim] that the well was dry"."""
    entry = _entry(sentence, head, quotation) if is_predicate(head) else None
    if entry is None or entry.speaker is not Commitment.CERTAIN or not _is_so(sentence, head):
        return None
    objects = sentence.children_of(head, "dobj")
    return next((each for each in objects if each.lemma in noun_presentations()), None)


def _beside(sentence: Sentence, head: Token) -> Presented | None:
    """What an adverb, adjective or "without evidence" beside the cue, or a verdict on it, makes of it."""
    words = load_lexicon().presenting
    for child in (*sentence.children_of(head, "advmod", "amod"), *_next_to(sentence, head)):
        if child.text.lower() in words and _is_so(sentence, head):
            return Presented(words[child.text.lower()], child.span.joined(head.span))
    proof = _without_proof(sentence, head)
    if proof is not None:
        return Presented(Presentation.DISTANT, proof.span.joined(head.span))
    return _proved(sentence, head)


def _next_to(sentence: Sentence, head: Token) -> Iterator[Token]:
    """An adverb right before or after the cue, whatever it was parsed with: "the mayor falsely claimed"."""
    for each in sentence.tokens[max(0, head.index - 1) : head.index + 2]:
        if each.tag == "RB" and is_predicate(head):
            yield each


def _without_proof(sentence: Sentence, head: Token) -> Token | None:
    """The "evidence" of "claimed without evidence", "said, offering no proof"."""
    for child in sentence.children_of(head, "prep", "advcl"):
        for word in sentence.subtree(child):
            bare = {each.text.lower() for each in (child, *sentence.children_of(word, "det"))}
            if word.lemma in load_lexicon().proof and bare & set(_BARE):
                return word
    return None


def _proved(sentence: Sentence, noun: Token) -> Presented | None:
    """The verdict on a claim that is the subject: "his claim that the well was dry proved wrong"."""
    words, verb = load_lexicon().presenting, sentence.head_of(noun)
    if (
        noun.pos != "NOUN"
        or noun.dep != "nsubj"
        or not composed_status(sentence, verb).status.is_fact
    ):
        return None
    verdicts = sentence.children_of(verb, "acomp", "oprd")
    found = next((each for each in verdicts if each.text.lower() in words), None)
    return None if found is None else Presented(words[found.text.lower()], found.span)


def _by_row(sentence: Sentence, head: Token, quotation: Quotation) -> Presentation:
    """What the cue's own row binds the report to."""
    if head.pos == "NOUN":
        return noun_presentations().get(head.lemma, Presentation.NEUTRAL)
    entry = _entry(sentence, head, quotation)
    if entry is None or entry.reporter is None or entry.reporter is Presentation.OPEN:
        return Presentation.NEUTRAL
    value = _of_saying(entry, entry.reporter)
    frame = _frame_of_thing(sentence, head, quotation)
    if frame and (value is Presentation.DISTANT or frame not in load_cues().frames_of(head)):
        return Presentation.NEUTRAL  # "claimed victory", "showed his anger"
    return value if _is_so(sentence, head) else Presentation.NEUTRAL


def _entry(sentence: Sentence, head: Token, quotation: Quotation) -> Entry | None:
    if not is_predicate(head):
        return qualifier_entry(head.text.lower())
    clause = content_clause(sentence, head)
    frame = frame_of(sentence, clause) if clause is not None else "that"
    return verb_entry(quotation.cue_lemma, frame, particles(sentence, head))


def _of_saying(entry: Entry, reporter: Presentation) -> Presentation:
    """The presentation of what is said: what is refused is no saying, a denial that is proved is given.

    Who criticises or welcomes a deed judges it; that the deed is taken as given is not about his words.
    """
    if reporter is Presentation.FALSE:
        proved = {Commitment.CERTAIN: reporter, Commitment.DENIED: Presentation.GIVEN}
        return proved.get(entry.speaker or Commitment.REFUSED, Presentation.NEUTRAL)
    judges = reporter is Presentation.GIVEN and entry.act in _JUDGING
    return Presentation.NEUTRAL if judges else reporter


def _frame_of_thing(sentence: Sentence, head: Token, quotation: Quotation) -> str:
    """The frame of a content that is a thing: "object" in "claimed victory", "for" in "known for"; else ""."""
    if content_clause(sentence, head) is not None:
        return ""
    for child in sentence.children_of(head, "dobj", "prep"):
        words = (child, *sentence.children_of(child, "pobj"))
        if any(piece.contains(each.span) for piece in quotation.content for each in words):
            return "object" if child.dep == "dobj" else child.lemma
    return ""


def _is_so(sentence: Sentence, head: Token) -> bool:
    """Whether the saying is told as done."""
    return not is_predicate(head) or composed_status(sentence, head).status.is_fact
