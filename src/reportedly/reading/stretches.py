"""The stretch of text that tells a predicate: its clause without attribution, marks and what is told apart."""

from collections.abc import Iterator

from reportedly.language.lexicon import load_lexicon
from reportedly.model.ontology import Act
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.governors import shares_negation
from reportedly.reading.predicates import SUBJECTS, entry_of, has_subject, is_finite, is_predicate

GAP = 2  # a mark or "and" left out does not end the clause
_OPENERS = frozenset({"however", "that", "when", "where", "while"})
_OPENING = "“‘«"
_CLOSING = "”’»"
_STRAIGHT = "\"'"
_LOOSE = " \t\n,;:-–—"
_ENDS = ".!?"
_CHARGES = frozenset({"accusation", "allegation", "charge", "count", "suspicion"})
_RELATIVE = ("WDT", "WP", "WP$")


def clause_span(sentence: Sentence, token: Token, stops: frozenset[int] = frozenset()) -> Span:
    """The stretch that tells this predicate: its words without coordinated clauses, attribution and marks.

    `stops` are tokens whose own subtree is told apart. A relative clause is told with what it describes:
    "the envoy, who left on Monday", never "who left on Monday".
    """
    kept = sorted(set(_kept(sentence, token, stops)), key=lambda each: each.index)
    run = _trimmed(sentence, _run_around(kept, token), token)
    span = Span(run[0].span.start, run[-1].span.end)
    described = _described(sentence, token, run[0])
    return span if described is None else described.joined(span)


def tidied(text: str, span: Span) -> Span:
    """The span without the white space, commas and unpaired quotation marks at its ends; a lost mark takes its stop.

    >>> text = 'it is real."'
    >>> tidied(text, Span(0, len(text))).of(text)
    'it is real'
    """
    start, end = span.start, span.end
    while end - start > 1 and (text[start] in _LOOSE or _is_unpaired(text, start, start, end)):
        start += 1
    while end - start > 1 and (text[end - 1] in _LOOSE or _is_unpaired(text, end - 1, start, end)):
        marked = text[end - 1] not in _LOOSE
        end -= 1
        while marked and end - start > 1 and text[end - 1] in _ENDS:
            end -= 1
    return Span(_word_start(text, start), _bracketed_end(text, start, _word_end(text, end)))


def _word_start(text: str, start: int) -> int:
    """Where the hyphenated word begins that a span would cut: before "ex-" of "ex-minister"."""
    if not (1 < start < len(text) and text[start - 1] == "-" and text[start].isalnum()):
        return start
    first = start - 1
    while first > 0 and (text[first - 1].isalnum() or text[first - 1] == "-"):
        first -= 1
    return first if text[first] != "-" else start


def _word_end(text: str, end: int) -> int:
    """Where the hyphenated word ends that a span would cut: behind "re-open", not "re"."""
    hyphen = text[end - 1 : end].isalnum() and text[end : end + 1] == "-"
    if not (hyphen and text[end + 1 : end + 2].isalnum()):
        return end
    while end < len(text) and (text[end].isalnum() or text[end] == "-"):
        end += 1
    return end


def _bracketed_end(text: str, start: int, end: int) -> int:
    """Behind the bracket that closes one opened inside: "Ann Lund (Oslo)"."""
    inside = text[start:end]
    return end + 1 if text[end : end + 1] == ")" and inside.count("(") > inside.count(")") else end


def _is_unpaired(text: str, place: int, start: int, end: int) -> bool:
    """Whether the character is a quotation mark whose partner lies outside."""
    mark, inside = text[place], text[start:end]
    if mark in _STRAIGHT:
        others = inside.count(mark)
        return others % 2 == 1 if mark == '"' else others == 1
    if mark in _OPENING:
        return _CLOSING[_OPENING.index(mark)] not in inside
    return mark in _CLOSING and _OPENING[_CLOSING.index(mark)] not in inside


def _described(sentence: Sentence, token: Token, first: Token) -> Span | None:
    """The noun that a relative clause describes, with the words before it, where nothing stands between them."""
    if token.dep != "relcl" or first.tag == "WP$":
        return None
    noun = sentence.head_of(token)
    if noun.pos not in ("NOUN", "PROPN", "PRON"):
        return None
    between = sentence.tokens[noun.index + 1 : first.index]
    if first.tag not in _RELATIVE and any(each.tag not in _RELATIVE for each in between):
        return None
    before = [each for each in sentence.subtree(noun) if each.index <= noun.index]
    run = [noun]
    for each in reversed(before[:-1]):
        if each.index != run[-1].index - 1:
            break
        run.append(each)
    while len(run) > 1 and run[-1].pos in ("PUNCT", "CCONJ"):
        run.pop()
    return Span(run[-1].span.start, noun.span.end)


def _kept(sentence: Sentence, token: Token, stops: frozenset[int]) -> Iterator[Token]:
    yield token
    for child in sentence.children_of(token):
        if _is_left_out(sentence, token, child, stops):
            continue
        yield from _kept(sentence, child, stops)


def _is_left_out(sentence: Sentence, token: Token, child: Token, stops: frozenset[int]) -> bool:
    if child.index in stops:
        return not (
            _describes_subject(sentence, child) or _completes_charge(sentence, token, child)
        )
    return (
        _is_apart(sentence, token, child)
        or _is_stub(sentence, child, stops)
        or _only_dates(sentence, child, stops)
    )


def _describes_subject(sentence: Sentence, clause: Token) -> bool:
    """Whether it is a relative clause between subject and verb: "the envoy, who left, [is back]" stays whole."""
    noun = sentence.head_of(clause)
    return clause.dep == "relcl" and noun.dep in SUBJECTS and clause.index < noun.head


def _completes_charge(sentence: Sentence, preposition: Token, clause: Token) -> bool:
    """Whether it says what a charge is: "was indicted on charges of [hiding the money]".

    Not of "was arrested on suspicion of theft": the arrest is a fact, the theft is none.
    """
    noun = sentence.head_of(preposition)
    if clause.dep != "pcomp" or preposition.lemma != "of" or noun.lemma not in _CHARGES:
        return False
    verb = next((each for each in sentence.ancestors(noun) if is_predicate(each)), None)
    entry = entry_of(sentence, verb) if verb is not None else None
    return entry is not None and entry.act is Act.ACCUSE


def _only_dates(sentence: Sentence, child: Token, stops: frozenset[int]) -> bool:
    """The noun of "the day after he left", "hours before it sank" goes with the clause that is told apart."""
    if child.dep != "npadvmod":
        return False
    clauses = sentence.children_of(child, "advcl", "relcl", "acl")
    return any(each.index in stops for each in clauses)


def _is_stub(sentence: Sentence, child: Token, stops: frozenset[int]) -> bool:
    """An attribution whose content is told apart leaves nothing: "..., saying", "which he said"."""
    if child.dep not in ("advcl", "relcl") or not is_predicate(child):
        return False
    return any(each.index in stops for each in sentence.children_of(child, "ccomp"))


def _is_apart(sentence: Sentence, token: Token, child: Token) -> bool:
    if child.dep in ("mark", "cc") and child.head == token.index and is_predicate(token):
        return child.text.lower() not in load_lexicon().conditions
    if not is_predicate(child) or not is_predicate(token):
        return False
    if child.dep in ("conj", "parataxis"):
        return not shares_negation(sentence, child)
    marks = {mark.text.lower() for mark in sentence.children_of(child, "mark")}
    if child.dep == "advcl" and is_finite(sentence, child) and has_subject(sentence, child):
        return not marks & load_lexicon().conditions
    return False


def _run_around(tokens: list[Token], token: Token) -> list[Token]:
    place = next(index for index, each in enumerate(tokens) if each.index == token.index)
    first = last = place
    while first > 0 and tokens[first].index - tokens[first - 1].index <= GAP:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].index - tokens[last].index <= GAP:
        last += 1
    return tokens[first : last + 1]


def _trimmed(sentence: Sentence, run: list[Token], token: Token) -> list[Token]:
    first, last = _after_mark(sentence, run, token), len(run)
    while run[first].index != token.index and _is_edge(run[first], front=True):
        if run[first].lemma == "however" and run[first + 1].pos in ("ADJ", "ADV"):
            break  # "however small it was"
        first += 1
    while run[last - 1].index != token.index and _is_edge(run[last - 1], front=False):
        last -= 1
    return run[first:last]


def _after_mark(sentence: Sentence, run: list[Token], token: Token) -> int:
    """Where a clause begins that opens with "the day after": behind its mark."""
    marks = [each.index for each in sentence.children_of(token, "mark") if each.index < token.index]
    if token.dep != "advcl" or not marks or not sentence.children_of(token, "npadvmod"):
        return 0
    early = [place for place, each in enumerate(run) if each.index < marks[-1]]
    return early[-1] + 1 if early else 0


def _is_edge(token: Token, *, front: bool) -> bool:
    if token.dep == "punct" or token.pos == "PUNCT":
        return front or token.text not in (*_STRAIGHT, *_OPENING, *_CLOSING)
    if front:
        opens = token.text.lower() in _OPENERS and token.dep in ("mark", "advmod")
        return opens or token.dep in ("cc", "preconj") or token.tag == "TO"
    return token.dep in ("cc", "preconj", "mark", "prep")
