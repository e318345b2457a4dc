"""The words of a telling that a reader can follow: a piece without a subject of its own is given with its doer."""

from collections.abc import Sequence

from reportedly.model.reading import Reading
from reportedly.model.span import Citation, Span
from reportedly.model.story import Story
from reportedly.model.syntax import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
CONTENT = ("ADJ", "NOUN", "NUM", "PROPN", "VERB")
VERBS = ("AUX", "VERB")
HELPING = ("ADV", "AUX", "PART")
PRONOUNS = frozenset({"he", "her", "his", "it", "she", "that", "their", "they", "this", "we"})
WANTED = ("acomp", "attr", "ccomp", "dobj", "oprd", "pcomp", "pobj", "xcomp")
OPENING = frozenset(
    (
        *("although", "as", "before", "if", "once", "since", "than", "though"),
        *("unless", "until", "when", "whenever", "whether", "while"),
    )
)
LEADING_ON = (",", ":", "CC", "DT", "WDT", "WP", "WRB")
RELATIVE = ("WDT", "WP")


def readable(story: Story, citation: Citation) -> Citation:
    """The citation without loose ends, begun at its subject where nothing else stands between."""
    reading = story.reading(citation.report)
    sentence = reading.sentence_at(citation.span.start)
    if sentence is None or not sentence.tokens:
        return citation
    citation = Citation(citation.report, _without_loose_end(sentence, citation.span))
    if is_clause(sentence, citation.span):
        return citation
    subject = _doer(sentence, citation.span)
    if subject is None or not _adjoins(sentence, subject, citation.span):
        return citation
    return Citation(citation.report, subject.joined(citation.span))


def doer(story: Story, citation: Citation) -> Citation | None:
    """Who does it, where other words stand between: "Thieves ... took 14 paintings"; None where none is missing."""
    sentence = story.reading(citation.report).sentence_at(citation.span.start)
    if sentence is None or not sentence.tokens or is_clause(sentence, citation.span):
        return None
    subject = _doer(sentence, citation.span)
    if subject is None or subject.end > citation.span.start:
        return None
    return Citation(citation.report, subject)


def is_clause(sentence: Sentence, span: Span) -> bool:
    """Whether the words have a subject and its verb, which depend on nothing: no "who took it", no "before it does"."""
    tokens = sentence.tokens_in(span)
    if tokens and (tokens[0].tag.startswith("W") or completes_noun(sentence, tokens)):
        return False  # "how it was", "who took it", "[the price] they would pay"
    if is_question(sentence, tokens):
        return False
    heads = _heads(tokens)
    return any(
        token.dep in SUBJECTS
        and token.tag not in RELATIVE
        and (verb := sentence.head_of(token)) in heads
        and _is_told(sentence, verb)
        for token in tokens
    )


def completes_noun(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether the words only describe the noun right before them and want it as their object."""
    first = tokens[0].index
    before = sentence.tokens[first - 1] if first else None
    if before is None or before.pos != "NOUN" or before.dep not in ("dobj", "pobj"):
        return False
    within = {each.index for each in tokens}
    verbs = [each for each in tokens if each.pos == "VERB" and each.head not in within]
    return any(not sentence.children_of(verb, *WANTED, "prep", "prt") for verb in verbs)


def subjects_of(sentence: Sentence, span: Span) -> list[Token]:
    """The subjects of the words' main verbs."""
    tokens = sentence.tokens_in(span)
    heads = _heads(tokens)
    return [each for each in tokens if each.dep in SUBJECTS and sentence.head_of(each) in heads]


def is_conditional(sentence: Sentence, span: Span) -> bool:
    """Whether the words say what will be done if something else is."""
    tokens = sentence.tokens_in(span)
    on_if = any(each.dep == "mark" and each.text.lower() in ("if", "unless") for each in tokens)
    main = [child for each in _heads(tokens) for child in sentence.children_of(each, "aux")]
    return on_if and any(each.text.lower() in ("will", "would") for each in main)


def is_question(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Whether the words are but a clause with "if" or "whether": "[if he would go]", not "if he goes, we stay"."""
    first = tokens[0] if tokens else None
    if first is None or first.dep != "mark" or first.text.lower() not in ("if", "whether"):
        return False
    return sentence.head_of(sentence.head_of(first)) not in tokens


def _heads(tokens: Sequence[Token]) -> list[Token]:
    """What the words hang on, with what "and" joins to it."""
    within = {each.index for each in tokens}
    found: dict[int, Token] = {}
    for token in tokens:
        is_top = token.head == token.index or token.head not in within
        if is_top or (token.dep in ("ccomp", "conj", "parataxis") and token.head in found):
            found[token.index] = token
    before = [each for each in tokens if each.dep in ("ccomp", "parataxis")]
    return [*found.values(), *(each for each in before if each.head in found)]


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb tells something: no bare participle or "to", no question, nothing under an "if" or "before"."""
    if verb.dep == "relcl":
        return False  # "who police say took it", "the price they would pay"
    if verb.tag in ("VBG", "VBN") and not sentence.children_of(verb, "aux", "auxpass"):
        return False
    helpers = sentence.children_of(verb, "aux", "advmod")
    if any(each.tag in {"TO", "WRB"} for each in helpers):
        return False
    return not _is_open(sentence, verb)


def _is_open(sentence: Sentence, verb: Token) -> bool:
    """Whether the verb stands under an "if", "before" or "while", or is one: "should the mayor go"."""
    marks = sentence.children_of(verb, "mark", "advmod")
    opened = any(each.text.lower() in OPENING for each in marks)
    return verb.dep == "advcl" and (opened or _is_turned(sentence, verb))


def _is_turned(sentence: Sentence, verb: Token) -> bool:
    """Whether a helping verb stands before its subject, as in a condition: "had they known"."""
    helpers = [each.index for each in sentence.children_of(verb, "aux")]
    subjects = [each.index for each in sentence.children_of(verb, *SUBJECTS)]
    return bool(helpers and subjects) and helpers[0] < subjects[0]


def breaks_off(reading: Reading, span: Span) -> bool:
    """Whether the last word governs one behind the words: "aimed at getting"; the reader is shown that they go on."""
    sentence = reading.sentence_at(span.start)
    tokens = sentence.tokens_in(span) if sentence else ()
    if sentence is None or not tokens:
        return False
    after = sentence.children_of(tokens[-1], *WANTED)
    return any(each.index > tokens[-1].index for each in after)


def is_readable(story: Story, citation: Citation) -> bool:
    """Whether the words, given with who does it, have a subject and a verb."""
    cited = readable(story, citation)
    sentence = story.reading(cited.report).sentence_at(cited.span.start)
    whole = sentence is None or not sentence.tokens or is_clause(sentence, cited.span)
    return whole or doer(story, cited) is not None


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


def _without_loose_end(sentence: Sentence, span: Span) -> Span:
    """The words without last ones that only lead on: ", which"."""
    whole = sentence.tokens_in(span)
    tokens = list(whole)
    while len(tokens) > 1 and tokens[-1].tag in LEADING_ON:
        tokens.pop()
    cut = len(tokens) < len(whole) and tokens[-1].span.end > span.start
    return Span(span.start, tokens[-1].span.end) if cut else span


def _doer(sentence: Sentence, span: Span) -> Span | None:
    """The subject that the words share with the verbs they are joined to by "and"."""
    tokens = sentence.tokens_in(span)
    top = next((each for each in tokens if sentence.head_of(each) not in tokens), None)
    top = next((each for each in tokens if each.head == each.index), top)
    while top is not None and top.pos in VERBS and not _is_open(sentence, top):
        subject = _subject(sentence, top)
        if subject is not None:
            return sentence.subtree_span(subject)
        top = sentence.head_of(top) if top.dep == "conj" else None
    return None


def _adjoins(sentence: Sentence, subject: Span, span: Span) -> bool:
    """Whether only helping words stand between a subject and what it does."""
    if subject.end >= span.start:
        return True
    between = sentence.tokens_in(Span(subject.end, span.start))
    return all(each.pos in HELPING for each in between)


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    """The verb's own subject, if it stands before it and is no relative pronoun."""
    found = sentence.children_of(verb, *SUBJECTS)
    before = (each for each in found if each.index < verb.index and each.tag not in RELATIVE)
    return next(before, None)
