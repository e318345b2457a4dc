"""The words of a telling that a reader can follow: a piece without a subject of its own is given with its clause."""

from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Span
from reportedly.model.story import Story
from reportedly.model.syntax import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CONTENT = ("ADJ", "NOUN", "NUM", "PROPN", "VERB")
VERBS = ("AUX", "VERB")
PRONOUNS = frozenset({"he", "her", "his", "it", "she", "that", "their", "they", "this", "we"})
OPENING = frozenset({"before", "if", "once", "unless", "until", "when", "whenever", "whether"})
RELATIVE = ("WDT", "WP")
LONGEST = 260  # characters; what grows longer than this by its clause stays as it is


def readable(story: Story, citation: Citation) -> Citation:
    """The citation, begun at the subject of its clause: "Thieves broke in and took 14 paintings"."""
    reading = story.reading(citation.report)
    sentence = reading.sentence_at(citation.span.start)
    if sentence is None or not sentence.tokens or is_clause(sentence, citation.span):
        return citation
    start = _start(sentence, citation.span)
    span = Span(min(start, citation.span.start), citation.span.end)
    return Citation(citation.report, span) if len(span) <= LONGEST else citation


def is_clause(sentence: Sentence, span: Span) -> bool:
    """Whether the words have a subject and its verb, which depend on nothing: no "who took it", no "before it does"."""
    tokens = sentence.tokens_in(span)
    return any(
        token.dep in SUBJECTS
        and token.tag not in RELATIVE
        and (verb := sentence.head_of(token)) in tokens
        and not (verb.dep == "relcl" and sentence.head_of(verb) in tokens)
        and not _is_open(sentence, verb, span)
        for token in tokens
    )


def _is_open(sentence: Sentence, verb: Token, span: Span) -> bool:
    """Whether the verb stands under an "if" or "before" that the words leave out."""
    marks = sentence.children_of(verb, "mark", "advmod")
    outside = (each for each in marks if each.span.end <= span.start)
    return verb.dep == "advcl" and any(each.text.lower() in OPENING for each in outside)


def is_readable(story: Story, citation: Citation) -> bool:
    """Whether the words, given with their clause, have a subject and a verb."""
    cited = readable(story, citation)
    sentence = story.reading(cited.report).sentence_at(cited.span.start)
    return sentence is None or not sentence.tokens or is_clause(sentence, cited.span)


def content_words(reading: Reading, span: Span) -> frozenset[str]:
    """The lemmas of the words that carry meaning."""
    sentence = reading.sentence_at(span.start)
    tokens = sentence.tokens_in(span) if sentence else ()
    return frozenset(each.lemma.lower() for each in tokens if each.pos in CONTENT)


def stands_alone(reading: Reading, span: Span) -> bool:
    """Whether the words say who they speak of: a clause that no pronoun begins."""
    sentence = reading.sentence_at(span.start)
    if sentence is None or not sentence.tokens:
        return True
    first = span.of(reading.text).split(None, 1)[0].lower().strip("\"“'‘")
    return is_clause(sentence, span) and first.split("'")[0].split("’")[0] not in PRONOUNS


def _start(sentence: Sentence, span: Span) -> int:
    """Where the nearest verb above the words has its subject; the words' own start where none has."""
    tokens = sentence.tokens_in(span)
    top = next((each for each in tokens if sentence.head_of(each) not in tokens), None)
    top = next((each for each in tokens if each.head == each.index), top)
    for token in (top, *sentence.ancestors(top)) if top else ():
        if _is_open(sentence, token, span):
            break
        subject = _subject(sentence, token)
        if token.pos in VERBS and subject is not None:
            return sentence.subtree_span(subject).start
    return span.start


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    """The verb's own subject, if it stands before it and is no relative pronoun."""
    found = sentence.children_of(verb, *SUBJECTS)
    before = (each for each in found if each.index < verb.index and each.tag not in RELATIVE)
    return next(before, None)
