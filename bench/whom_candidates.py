"""The phrases of a sentence that may be who acts or whom it is done to, with what is known of each, as words."""

from collections.abc import Iterator
from dataclasses import dataclass

from bench.whom_files import Spans
from bench.whom_sides import CARRYING, foremost, is_named, is_thing, phrase_of
from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import noun_entry
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.predicates import entry_of

PARTIES = ("GPE", "NORP", "ORG", "PERSON")
_NOUNS = ("NOUN", "NUM", "PRON", "PROPN")
_NO_PARTIES = ("DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME")
_BESIDE = ("compound", "npadvmod", "nummod", "quantmod")
_COUNTED = ("conj", "dative", "dobj", "nsubj", "nsubjpass", "pobj")
_FARTHEST = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """The head of a phrase, the phrase, and its features for one role."""

    head: Token
    span: Span
    features: tuple[str, ...]


def candidates_of(sentence: Sentence, told: Spans) -> tuple[Candidate, ...]:
    """The phrases, described in the light of those (`told`) that the rules give the role; of a list the first alone."""
    main = foremost(sentence)
    found: list[Candidate] = []
    behind = 0
    for head in sentence.tokens:
        if _may_be_party(sentence, head):
            behind += head.index > main.index
            span = phrase_of(sentence, head)
            by_rule = any(span.matches(each) for each in told)
            words = (
                f"rule={by_rule}",
                f"order={min(behind, _FARTHEST)}",
                *_of_phrase(sentence, head),
                *_of_place(sentence, main, head),
                *_of_governor(sentence, main, head),
            )
            found.append(Candidate(head, span, tuple(dict.fromkeys(words))))
    return tuple(found)


def _may_be_party(sentence: Sentence, token: Token) -> bool:
    governor = sentence.head_of(token)
    if token.entity in _NO_PARTIES or token.tag in ("WDT", "WP"):
        return False
    if token.pos == "ADJ":
        return token.entity in ("GPE", "NORP") and token.dep in ("amod", "compound")
    if token.pos not in _NOUNS or (token.pos == "NUM" and token.dep not in _COUNTED):
        return False
    if token.dep == "conj":
        return governor.pos not in _NOUNS
    if token.dep not in _BESIDE:
        return True
    return token.entity in PARTIES and not _is_inside_name(sentence, token)


def _is_inside_name(sentence: Sentence, token: Token) -> bool:
    """Whether the name goes on behind the word."""
    after = sentence.tokens[token.index + 1 : token.index + 2]
    governor = sentence.head_of(token)
    near = [*after, governor] if token.dep == "compound" else []
    return any(each.entity == token.entity and not each.begins for each in near)


def _of_phrase(sentence: Sentence, head: Token) -> Iterator[str]:
    """What it is: its word, whether it names a party or a thing done or given."""
    parts = [each for each in sentence.subtree(head) if each.index != head.index]
    yield f"word={'name' if head.entity else head.lemma}"
    yield f"named={is_named(sentence, head)}"
    yield f"part named={any(each.entity in PARTIES for each in parts)}"
    yield f"carries={head.lemma in CARRYING}"
    yield f"deed={_act(noun_entry(head.lemma))}"
    yield f"thing={is_thing(sentence, head)}"
    yield f"relation={head.dep}"
    yield f"class={head.pos}"


def _of_place(sentence: Sentence, main: Token, head: Token) -> Iterator[str]:
    """The way to it from the foremost verb."""
    way = _way(sentence, main, head)
    rough = ">".join("prep" if each.startswith("prep:") else each for each in way)
    yield f"way={'>'.join(way)}"
    yield f"rough way={rough}"
    yield f"rough way, named={rough}, {is_named(sentence, head)}"
    yield f"end of way={'>'.join(way[-2:])}"
    yield f"depth={min(len(way), _FARTHEST)}"
    yield f"before={head.index < main.index}"
    yield f"verb, start of way={main.lemma}, {way[0]}"
    if {"acl", "advcl", "relcl"} & set(way):
        yield "in a clause below"


def _way(sentence: Sentence, main: Token, head: Token) -> list[str]:
    """The relations from the foremost verb down to the head, prepositions by their word; "outside" if not below it."""
    steps: list[str] = []
    token = head
    while token.index != main.index:
        if token.head == token.index:
            return ["outside"]
        if token.dep != "pobj":
            steps.append(_relation(token))
        token = sentence.head_of(token)
    return list(reversed(steps)) or ["root"]


def _relation(token: Token) -> str:
    if token.dep in ("agent", "prep") or (token.dep == "dative" and token.pos == "ADP"):
        return f"prep:{token.text.lower()}"
    return token.dep


def _of_governor(sentence: Sentence, main: Token, head: Token) -> Iterator[str]:
    """What it hangs on, and by which preposition."""
    above = sentence.head_of(head)
    led = above.pos == "ADP" and above.dep in ("agent", "dative", "prep")
    governor = sentence.head_of(above) if led else above
    by = above.text.lower() if led else (_way(sentence, main, head) or ["root"])[-1]
    is_noun, is_verb = governor.pos == "NOUN", governor.pos in ("AUX", "VERB")
    entry = noun_entry(governor.lemma) if is_noun else None
    entry = entry_of(sentence, governor) if is_verb else entry
    yield f"by, governor={by}, {governor.lemma if is_noun or is_verb else governor.pos}"
    yield f"by, act={by}, {_act(entry)}"
    yield f"by, named={by}, {is_named(sentence, head)}"
    if is_noun:
        carries = governor.lemma in CARRYING or entry is not None
        yield f"by, carries={by}, {carries}"


def _act(entry: Entry | None) -> str:
    return entry.act.value if entry is not None else "none"
