"""Whose words a paper brings: "Lund's letter said", "the hospital issued a statement saying", "the statement said"."""

from collections.abc import Callable

from reportedly.language.lexicon import load_lexicon
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.clauses import own_subject
from reportedly.reading.sources import noun_phrase
from reportedly.reading.speaker_chains import head_word

_BACK = 8  # sentences that "the statement" looks back
_ISSUING = frozenset(
    {"give", "issue", "make", "post", "publish", "put", "release", "send", "write"}
)
_KNOWN = frozenset({"that", "the", "this"})


def issuer_of(reading: Reading, source: Span) -> Span | None:
    """Who speaks by the letter, statement or remark that a source is; None where it is none or nobody is told."""
    sentence, head = reading.sentence_at(source.start), head_word(reading, source)
    if sentence is None or head is None:
        return None
    head = _described(sentence, head)
    if head.lemma not in load_lexicon().papers:
        return None
    author = _author(sentence, head)
    if author is not None:
        return _phrase(sentence, author)
    known = any(each.text.lower() in _KNOWN for each in sentence.children_of(head, "det"))
    return _issued_before(reading, sentence, head) if known else None


def _described(sentence: Sentence, word: Token) -> Token:
    """The paper that "which" stands for, not one that only tells when: "a statement after the speech that said"."""
    clause = next((each for each in sentence.ancestors(word) if each.dep == "relcl"), None)
    if word.tag != "WDT" or clause is None:
        return word
    noun = sentence.head_of(clause)
    when = sentence.head_of(noun)
    issued = sentence.children_of(sentence.head_of(when), "dobj")
    timed = noun.dep == "pobj" and when.lemma in ("after", "before")
    return next((each for each in issued if timed and each.index < when.index), noun)


def _phrase(sentence: Sentence, author: Token) -> Span:
    """The words for the author, without the "'s" of an owner."""
    span = noun_phrase(sentence, author)
    marks = sentence.children_of(author, "case")
    cut = [each for each in marks if span.start < each.span.start < span.end == each.span.end]
    return Span(span.start, cut[0].span.start) if cut else span


def _author(sentence: Sentence, paper: Token) -> Token | None:
    """The owner, else the subject of the verb by which it is issued or in which something is said."""
    for step in _STEPS:
        author = step(sentence, paper)
        if author is not None:
            return author
    return None


def _owner(sentence: Sentence, paper: Token) -> Token | None:
    owners = sentence.children_of(paper, "poss")
    return next((each for each in owners if each.entity not in ("DATE", "TIME")), None)


def _sender(sentence: Sentence, paper: Token) -> Token | None:
    """The one behind "by" or "from": "a letter from the mayor"."""
    for child in sentence.children_of(paper, "prep"):
        if child.lemma in ("by", "from"):
            return next(iter(sentence.children_of(child, "pobj")), None)
    return None


def _issuer(sentence: Sentence, paper: Token) -> Token | None:
    verb = sentence.head_of(paper)
    issued = paper.dep == "dobj" and verb.lemma in _ISSUING
    return own_subject(sentence, verb) if issued else None


_STEPS: tuple[Callable[[Sentence, Token], Token | None], ...] = (_owner, _sender, _issuer)


def _issued_before(reading: Reading, here: Sentence, paper: Token) -> Span | None:
    """The author of the last paper of this kind before: "Lund said in a statement ... . “...,” the statement said"."""
    earlier = [each for each in reading.sentences if each.span.end <= here.span.start]
    for sentence in reversed(earlier[-_BACK:]):
        for token in reversed(sentence.tokens):
            if token.lemma == paper.lemma and token.pos == "NOUN":
                author = _author(sentence, token) or _sayer(sentence, token)
                return None if author is None else _phrase(sentence, author)
    return None


def _sayer(sentence: Sentence, paper: Token) -> Token | None:
    """The subject of "said in a statement"."""
    prep = sentence.head_of(paper)
    said = paper.dep == "pobj" and prep.lemma == "in"
    return own_subject(sentence, sentence.head_of(prep)) if said else None
