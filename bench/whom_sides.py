"""Who acts on whom by rules: the foremost verb with its subject, its object and the phrases behind what it carries."""

import tomllib
from collections.abc import Sequence
from pathlib import Path

from bench.whom_files import Sides, Spans
from reportedly.intake.header import lead_parts
from reportedly.language.lexicon import noun_entry
from reportedly.language.parse import parse_sentences
from reportedly.model.ontology import Act
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import acting
from reportedly.reading.predicates import entry_of, event_noun, is_attribution

MUTUAL = frozenset(
    {"consultation", "dialogue", "discuss", "discussion", "meet", "meeting", "negotiation", "talk"}
)
CARRYING = frozenset(
    map(str, tomllib.loads(Path(__file__).with_name("carrying_nouns.toml").read_text())["nouns"])
)
DEEPEST = 3
_ON = ("about", "against", "at", "by", "for", "from", "in", "on", "over", "to", "toward", "with")
_TO = ("against", "for", "from", "on", "to", "towards", "with")
_AT = ("against", "at", "for", "from", "in", "into", "of", "on", "over", "to", "towards", "with")
_DASHES = ' "-\u2013\u2014'
_CUT = ("acl", "advcl", "appos", "cc", "conj", "punct", "relcl")


def parse(text: str) -> Sentence:
    """One sentence, parsed from behind its dateline on: "OSLO (AFP) - Ministers met"."""
    start = max((part.end for part in lead_parts(text)), default=0)
    start += len(text[start:]) - len(text[start:].lstrip(_DASHES))
    (sentence,) = parse_sentences(text, [(Span(start, max(1, len(text))), Role.PARAGRAPH)])
    return sentence


def sides_by_rules(sentence: Sentence) -> Sides:
    """Who does or says the foremost thing of a sentence, and towards whom, each in one role."""
    main = foremost(sentence)
    actors = phrases_of(sentence, split_list(sentence, _named(acting(sentence, main))))
    free = [
        each
        for each in _towards(sentence, main)
        if not is_thing(sentence, each)
        and not any(phrase_of(sentence, each).overlaps(actor) for actor in actors)
    ]
    return Sides(actors, phrases_of(sentence, split_list(sentence, free[:1])))


def with_mutual(sentence: Sentence, sides: Sides) -> Sides:
    """Both sides in both roles where they do it to one another: "France and Norway signed a treaty"."""
    main, actors, recipients = foremost(sentence), sides.actors, sides.recipients
    if is_mutual(sentence, main):
        return Sides((*actors, *recipients), (*recipients, *actors))
    entry = entry_of(sentence, main)
    speaks = entry is not None and entry.act is Act.STATEMENT
    several = len(actors) > 1 or any(_is_of_several(sentence, each) for each in actors)
    named = any(_holds_name(sentence, each) for each in recipients)
    return Sides(actors, actors) if several and not speaks and not named else sides


def _is_of_several(sentence: Sentence, span: Span) -> bool:
    """Whether one noun names several parties: "British and Danish envoys"."""
    modifiers = [each for each in sentence.tokens_in(span) if each.dep in ("amod", "compound")]
    pairs = [(each, *sentence.children_of(each, "conj")) for each in modifiers if each.entity]
    return any(all(each.entity for each in pair) for pair in pairs if len(pair) > 1)


def foremost(sentence: Sentence) -> Token:
    """The root; where the root only says who said it after the content, the content's verb."""
    root = sentence.root
    before = [each for each in sentence.children_of(root, "ccomp") if each.index < root.index]
    return before[0] if before and is_attribution(sentence, root) else root


def is_mutual(sentence: Sentence, token: Token) -> bool:
    """Whether those named do it to one another: they meet, hold talks."""
    noun = event_noun(sentence, token)
    return token.lemma in MUTUAL or (noun is not None and noun.lemma in MUTUAL)


def _named(tokens: Sequence[Token]) -> list[Token]:
    return [each for each in tokens if each.entity not in ("DATE", "TIME")]


def split_list(sentence: Sentence, heads: Sequence[Token]) -> list[Token]:
    """Each of "France and Germany" for itself."""
    found = list(heads)
    for head in found:
        found += [
            each for each in sentence.children_of(head, "conj") if each.pos in ("NOUN", "PROPN")
        ]
    return found


def _towards(sentence: Sentence, token: Token, depth: int = 0) -> list[Token]:
    """Those it is towards: behind a noun that carries it, its object, phrases, then the clause it governs."""
    objects = [
        each
        for each in sentence.children_of(token, "dobj", "dative", "nsubjpass", "oprd")
        if each.dep != "dative" or each.pos != "ADP"
    ]
    carrying = [each for each in objects if _carries(each)]
    behind = [far for each in carrying for far in _behind(sentence, each, _ON)]
    direct = [each for each in objects if each.dep != "nsubjpass" or _has_agent(sentence, token)]
    phrases = _behind(sentence, token, _ON if carrying else _TO if objects else _AT)
    named = [each for each in (*behind, *phrases) if is_named(sentence, each)]
    unnamed = not any(is_named(sentence, each) for each in direct)
    first = [*behind, *phrases] if carrying else named if unnamed else []
    found = _named([*first, *direct, *phrases])
    if found or depth == DEEPEST:
        return found
    for clause in sentence.children_of(token, "xcomp", "ccomp", "acomp", "conj", "prep", "advcl"):
        subjects = _named(sentence.children_of(clause, "nsubj", "nsubjpass"))
        own = [each for each in subjects if each.pos != "PRON"]
        found = own if clause.dep == "ccomp" else []
        found = found or _towards(sentence, clause, depth + 1)
        if found:
            return found
    return []


def is_thing(sentence: Sentence, noun: Token) -> bool:
    """Whether it is what is done or given, not to whom: "a statement", "an attack"."""
    done = noun_entry(noun.lemma) is not None and not is_named(sentence, noun)
    return done or noun.lemma in CARRYING


def is_named(sentence: Sentence, noun: Token) -> bool:
    """Whether the phrase holds a name that may be a party's."""
    return any(each.entity in ("GPE", "NORP", "ORG", "PERSON") for each in sentence.subtree(noun))


def _holds_name(sentence: Sentence, span: Span) -> bool:
    return any(is_named(sentence, each) for each in sentence.tokens_in(span)[-1:])


def _carries(noun: Token) -> bool:
    return noun_entry(noun.lemma) is not None or noun.lemma in CARRYING


def _has_agent(sentence: Sentence, token: Token) -> bool:
    return bool(sentence.children_of(token, "agent"))


def _behind(sentence: Sentence, token: Token, words: Sequence[str]) -> list[Token]:
    """The nouns that these prepositions bring in."""
    found: list[Token] = []
    for child in sentence.children_of(token, "prep", "dative", "agent"):
        if child.text.lower() in words:
            found += _named(sentence.children_of(child, "pobj"))
    return found


def subject_and_object(sentence: Sentence) -> Sides:
    """The baseline: whatever is subject and object of the root."""
    root = sentence.root
    return Sides(
        phrases_of(sentence, sentence.children_of(root, "nsubj")),
        phrases_of(sentence, sentence.children_of(root, "dobj", "nsubjpass", "pobj")),
    )


def phrases_of(sentence: Sentence, heads: Sequence[Token]) -> Spans:
    """The noun phrases of these heads, each once."""
    found: dict[Span, None] = {}
    for head in heads:
        if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
            found[phrase_of(sentence, head)] = None
    return tuple(found)


def phrase_of(sentence: Sentence, head: Token) -> Span:
    """The noun phrase without clauses and appositions that follow it."""
    kept = [head]
    waiting = [head]
    while waiting:
        for child in sentence.children_of(waiting.pop()):
            if child.dep in _CUT and child.index > head.index:
                continue
            kept.append(child)
            waiting.append(child)
    places = {each.index: each for each in kept}
    first = last = head.index
    while first - 1 in places:
        first -= 1
    while last + 1 in places:
        last += 1
    return Span(places[first].span.start, places[last].span.end)
