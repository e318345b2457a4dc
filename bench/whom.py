"""Who acts on whom in a raw sentence: spans of source and target on CAMEO's and PLV's, and events where none is."""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.result import Figures, Request, Result
from bench.whom_files import (
    Marked,
    Sides,
    Spans,
    find_files,
    read_labelled,
    read_marked,
    read_statements,
)
from bench.whom_scores import figures, intervals, is_found
from reportedly.language.act_rows import Entry
from reportedly.language.lexicon import noun_entry
from reportedly.language.parse import parse_sentences
from reportedly.model.ontology import Act, Status
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.arguments import acting
from reportedly.reading.events import predicates_of
from reportedly.reading.governed import composed_status
from reportedly.reading.predicates import event_noun, is_attribution, is_predicate

APPEALS = frozenset(
    {"appeal", "apply", "ask", "call", "encourage", "push", "request", "seek", "urge", "want"}
)  # CAMEO 02, which PLOVER drops
MUTUAL = frozenset({"consultation", "dialogue", "meet", "meeting", "negotiation", "talk"})
UNREAL = (Status.ALLEGED, Status.DENIED, Status.HISTORICAL, Status.POSSIBLE)
CARRYING = frozenset(
    map(str, tomllib.loads(Path(__file__).with_name("carrying_nouns.toml").read_text())["nouns"])
)
DEEPEST = 3
BASELINE = "subject and object of the root"
_ON = ("about", "against", "at", "by", "for", "from", "in", "on", "over", "to", "toward", "with")
_TO = ("against", "for", "from", "on", "to", "towards", "with")
_AT = ("against", "at", "for", "from", "in", "into", "of", "on", "over", "to", "towards", "with")
_CUT = ("acl", "advcl", "appos", "cc", "conj", "punct", "relcl")


@dataclass(frozen=True, slots=True)
class Measured:
    """Our figures on some sentences, the baseline's, and what is to be said of them."""

    ours: Figures
    plain: Figures
    notes: tuple[str, ...]


def run(request: Request) -> Result:
    """F1 in percent of actors, recipients and exact spans; share of statements in which an event is told."""
    files = find_files(request.data)
    held = read_labelled(files.pairs)[: request.limit] if files.pairs else []
    if files.spans is None:
        alone = _measured(held, request.seed)
        return Result(len(held), alone.ours, {BASELINE: alone.plain}, notes=alone.notes)
    marked = read_marked(files.spans)[: request.limit]
    if request.verbose:
        _print_misses(marked)
    measured = _measured(marked, request.seed)
    statements = [parse(text) for text in read_statements(files.classes)[: request.limit]]
    ours = {**measured.ours, "false_events": _share(statements, tells_event)}
    plain = {**measured.plain, "false_events": _share(statements, lambda each: bool(each.tokens))}
    notes = (f"false_events on {len(statements)} mere statements", *measured.notes)
    if held:
        apart = _measured(held, request.seed)
        ours, plain = ours | {"held_out": apart.ours}, plain | {"held_out": apart.plain}
        notes += tuple(f"held out: {note}" for note in apart.notes)
    return Result(len(marked), ours, {BASELINE: plain}, notes=notes)


def _measured(marked: Sequence[Marked], seed: int) -> Measured:
    gold = [sides for _, sides in marked]
    sentences = [parse(text) for text, _ in marked]
    ours = [sides_of(sentence) for sentence in sentences]
    unmarked = sum(not each.recipients for each in gold)
    notes = [f"the key marks no recipient in {unmarked} of {len(gold)} sentences"]
    notes += intervals(gold, ours, seed)
    plain = [subject_and_object(sentence) for sentence in sentences]
    return Measured(figures(gold, ours), figures(gold, plain), tuple(notes))


def parse(text: str) -> Sentence:
    """One sentence, parsed."""
    (sentence,) = parse_sentences(text, [(Span(0, max(1, len(text))), Role.PARAGRAPH)])
    return sentence


def sides_of(sentence: Sentence) -> Sides:
    """Who does or says the foremost thing of a sentence, and towards whom."""
    main = _foremost(sentence)
    actors = _phrases(sentence, _split(sentence, _named(acting(sentence, main))))
    free = [
        each
        for each in _towards(sentence, main)
        if not _is_thing(sentence, each)
        and not any(_phrase(sentence, each).overlaps(actor) for actor in actors)
    ]
    recipients = _phrases(sentence, _split(sentence, free[:1]))
    together = len(actors) > 1 and not any(_holds_name(sentence, each) for each in recipients)
    if together:
        return Sides(actors, actors)
    if _is_mutual(sentence, main):
        return Sides((*actors, *recipients), (*recipients, *actors))
    return Sides(actors, recipients)


def tells_event(sentence: Sentence) -> bool:
    """Whether somebody is told to have done something, by CAMEO's count; else it only says what somebody said."""
    main = _foremost(sentence)
    told = {token.index: entry for token, entry in predicates_of(sentence)}
    tops = [main, *sentence.children_of(main, "ccomp", "conj", "xcomp")]
    return any(each.index in told and _counts(sentence, each, told[each.index]) for each in tops)


def _foremost(sentence: Sentence) -> Token:
    """The root; where the root only says who said it after the content, the content's verb."""
    root = sentence.root
    before = [each for each in sentence.children_of(root, "ccomp") if each.index < root.index]
    return before[0] if before and is_attribution(sentence, root) else root


def _counts(sentence: Sentence, token: Token, entry: Entry) -> bool:
    """Whether CAMEO counts it: no word of saying, denying or appealing, no mere possibility."""
    if entry.act in (Act.DENY, Act.STATEMENT) or entry.lemma.split()[0] in APPEALS:
        return False
    if not is_predicate(token) or token.dep in ("pcomp", "relcl"):
        return False
    return composed_status(sentence, token).status not in UNREAL and bool(acting(sentence, token))


def _is_mutual(sentence: Sentence, token: Token) -> bool:
    """Whether those named do it to one another: they meet, hold talks."""
    noun = event_noun(sentence, token)
    return token.lemma in MUTUAL or (noun is not None and noun.lemma in MUTUAL)


def _named(tokens: Sequence[Token]) -> list[Token]:
    return [each for each in tokens if each.entity not in ("DATE", "TIME")]


def _split(sentence: Sentence, heads: Sequence[Token]) -> list[Token]:
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
    named = [each for each in (*behind, *phrases) if _is_named(sentence, each)]
    unnamed = not any(_is_named(sentence, each) for each in direct)
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


def _is_thing(sentence: Sentence, noun: Token) -> bool:
    """Whether it is what is done or given, not to whom: "a statement", "an attack"."""
    done = noun_entry(noun.lemma) is not None and not _is_named(sentence, noun)
    return done or noun.lemma in CARRYING


def _is_named(sentence: Sentence, noun: Token) -> bool:
    """Whether the phrase holds a name that may be a party's."""
    return any(each.entity in ("GPE", "NORP", "ORG", "PERSON") for each in sentence.subtree(noun))


def _holds_name(sentence: Sentence, span: Span) -> bool:
    return any(_is_named(sentence, each) for each in sentence.tokens_in(span)[-1:])


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
        _phrases(sentence, sentence.children_of(root, "nsubj")),
        _phrases(sentence, sentence.children_of(root, "dobj", "nsubjpass", "pobj")),
    )


def _phrases(sentence: Sentence, heads: Sequence[Token]) -> Spans:
    found: dict[Span, None] = {}
    for head in heads:
        if head.pos in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"):
            found[_phrase(sentence, head)] = None
    return tuple(found)


def _phrase(sentence: Sentence, head: Token) -> Span:
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


def _share(statements: Sequence[Sentence], tells: Callable[[Sentence], bool]) -> float:
    """Percent of mere statements in which an event is told."""
    events = sum(tells(each) for each in statements)
    return round(100 * events / len(statements), 2) if statements else 0.0


def _print_misses(marked: Sequence[Marked]) -> None:
    for text, gold in marked:
        ours = sides_of(parse(text))
        if not is_found(gold, ours):
            print(f"  {_words(text, gold)}  told as  {_words(text, ours)}")


def _words(text: str, sides: Sides) -> str:
    parts = (
        " + ".join(each.of(text) for each in role) for role in (sides.actors, sides.recipients)
    )
    return " > ".join(parts)
