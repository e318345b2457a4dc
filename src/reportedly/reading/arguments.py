"""Who acts and on whom: the parties of a predicate, by the relations of the parse and the mentions of the report."""

from collections.abc import Iterable

from reportedly.language.countries import country_of_people, name_of
from reportedly.language.lexicon import noun_entry, qualifier_status
from reportedly.model.ontology import Act, EntityKind, Status
from reportedly.model.reading import Argument, Mention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.governors import completed_noun, is_listed
from reportedly.reading.persons import locality_named
from reportedly.reading.predicates import entry_of, is_predicate

PARTIES = (
    EntityKind.PERSON,
    EntityKind.ORGANISATION,
    EntityKind.COUNTRY,
    EntityKind.GROUP,
    EntityKind.ROLE,
)
_TOWARDS = ("against", "at", "for", "from", "of", "on", "to", "toward", "towards", "upon", "with")
_PARTNERS = ("for", "of", "on", "to", "with")
_PLACES = ("at", "in", "near", "outside", "inside")
_PLACE_NAMES = ("GPE", "LOC", "FAC")
_TURNS_TO_OBJECT = ("REQUEST", "ACCUSE", "CONCEDE")


def actors_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[Argument, ...]:
    """Who does it: subject, "by" phrase of a passive, possessor of a noun, subject of the verb that controls it."""
    return _arguments(reading, sentence, _actor_tokens(sentence, token, 0))


def recipients_of(reading: Reading, sentence: Sentence, token: Token) -> tuple[Argument, ...]:
    """To whom it is done: object, subject of a passive, "with", "against", "on" phrases."""
    actors = {each.span for each in actors_of(reading, sentence, token)}
    found = receiving(sentence, token)
    return tuple(each for each in _arguments(reading, sentence, found) if each.span not in actors)


def acting(sentence: Sentence, token: Token) -> list[Token]:
    """The heads of the phrases that name who does it, parties or not."""
    return _actor_tokens(sentence, token, 0)


def receiving(sentence: Sentence, token: Token) -> list[Token]:
    """The heads of the phrases that name to whom it is done, parties or not."""
    found: list[Token] = []
    if is_predicate(token):
        found += sentence.children_of(token, "dobj", "dative")
        if not _is_moved(sentence, token) and not _is_arranged(sentence, token):
            found += sentence.children_of(token, "nsubjpass")
    towards = _PARTNERS if _is_meeting(sentence, token) else _TOWARDS
    found += _phrases(sentence, token, towards)
    found += _owners(sentence, found)
    for noun in _event_nouns(sentence, token):
        found += _phrases(sentence, noun, towards)
    for verb in sentence.children_of(token, "xcomp"):
        found += (*sentence.children_of(verb, "dobj"), *_phrases(sentence, verb, _TOWARDS))
    return found


def _owners(sentence: Sentence, nouns: Iterable[Token]) -> list[Token]:
    """Whose deed or plan it is that something is done to: "rejected [Norway]'s request"."""
    deeds = [each for each in nouns if each.pos == "NOUN" and noun_entry(each.lemma) is not None]
    return [
        owner
        for deed in deeds
        for owner in (*sentence.children_of(deed, "poss"), *_phrases(sentence, deed, ("by",)))
        if owner.pos != "PRON"
    ]


def _is_meeting(sentence: Sentence, token: Token) -> bool:
    """Whether it tells of a meeting, which is held at a place and aimed at nobody."""
    objects = sentence.children_of(token, "dobj", "nsubjpass") if is_predicate(token) else ()
    entries = (entry_of(sentence, token), *(noun_entry(each.lemma) for each in objects))
    return any(entry is not None and entry.act is Act.CONSULT for entry in entries)


def place_of(sentence: Sentence, token: Token) -> Span | None:
    """Where it is said to take place: the name in a locative phrase of the predicate or of its noun."""
    heads = [
        token,
        *sentence.children_of(token, "dobj", "nsubj", "nsubjpass", "attr", "xcomp", "prep"),
    ]
    for head in heads:
        for phrase in _phrases(sentence, head, _PLACES):
            noun = locality_named(sentence, phrase) or phrase
            met_at = _is_meeting(sentence, token) and noun.entity == "PERSON"
            if noun.entity in _PLACE_NAMES or noun != phrase or met_at or _is_unknown(noun):
                inside = [each for each in sentence.subtree(noun) if each.index < noun.index]
                near = [each for each in inside if each.entity in _PLACE_NAMES]
                return Span((*near, noun)[0].span.start, noun.span.end)
    return None


def _is_unknown(token: Token) -> bool:
    """A name that the tagger has no label for."""
    return token.pos == "PROPN" and not token.entity


def party_at(reading: Reading, token: Token) -> Mention | None:
    """The mention of a possible party whose head holds the token; the smallest phrase around it failing that."""
    inside = [
        each for each in reading.mentions if each.span.overlaps(token.span) and each.kind in PARTIES
    ]
    headed = [each for each in inside if each.head.overlaps(token.span)]
    return min(headed, key=lambda each: len(each.span), default=None)


def _actor_tokens(sentence: Sentence, token: Token, depth: int) -> list[Token]:
    if depth > len(sentence.tokens) or sentence.children_of(token, "expl"):
        return []  # "there should be a meeting" is nobody's doing
    if not is_predicate(token):
        return _noun_actors(sentence, token)
    agents = [
        noun
        for agent in sentence.children_of(token, "agent")
        for noun in sentence.children_of(agent, "pobj")
    ]
    passives = list(sentence.children_of(token, "nsubjpass"))
    if agents or passives:
        act = _is_moved(sentence, token) or _is_arranged(sentence, token)
        return agents or (passives if act else [])
    subjects = list(sentence.children_of(token, "nsubj"))
    if subjects and noun_entry(subjects[0].lemma) is not None and subjects[0].pos == "NOUN":
        return _noun_actors(sentence, subjects[0])
    if subjects:
        return [_antecedent(sentence, token, subject) for subject in subjects]
    return _inherited(sentence, token, depth)


def _inherited(sentence: Sentence, token: Token, depth: int) -> list[Token]:
    """The subject of a verb without one of its own: of its first conjunct, or of the verb that controls it."""
    governor = sentence.head_of(token)
    noun = completed_noun(sentence, token)
    if noun is not None:
        return _asked_or_owner(sentence, noun)
    if token.dep == "relcl" or (token.dep == "acl" and token.tag == "VBG"):
        return [governor]
    if governor.dep == "prep" or governor.pos == "ADP":
        governor = sentence.head_of(governor)
    if governor.index == token.index or not is_predicate(governor):
        return []
    return _controlled(sentence, governor, token) or _actor_tokens(sentence, governor, depth + 1)


def _controlled(sentence: Sentence, governor: Token, token: Token) -> list[Token]:
    """The object of "asked them to go", "accused it of massing", or the subject of "was told to go"."""
    passives = list(sentence.children_of(governor, "nsubjpass"))
    if token.dep not in ("xcomp", "ccomp", "pcomp") and not is_listed(sentence, token):
        return passives
    entry = entry_of(sentence, governor, token)
    turns = entry is not None and entry.act.value in _TURNS_TO_OBJECT
    return (
        list(sentence.children_of(governor, "dobj", "dative"))
        if turns and not passives
        else passives
    )


def _asked_or_owner(sentence: Sentence, noun: Token) -> list[Token]:
    """Who is to do it: of a demand the one asked ("a call on both sides to stop"), else whose plan it is."""
    entry = entry_of(sentence, noun)
    if entry is not None and entry.act is Act.REQUEST:
        return _phrases(sentence, noun, ("on", "to", "upon"))
    return _noun_actors(sentence, noun)


def _is_moved(sentence: Sentence, token: Token) -> bool:
    """Troops that "were sent" are those who act."""
    entry = entry_of(sentence, token)
    return entry is not None and entry.act is Act.MOBILIZE


def _is_arranged(sentence: Sentence, token: Token) -> bool:
    """Whoever "is set to sign", "is expected to visit" is to do it."""
    status = qualifier_status(token.text.lower())
    ahead = status in (Status.PLANNED, Status.POSSIBLE)
    return ahead and bool(sentence.children_of(token, "xcomp"))


def _event_nouns(sentence: Sentence, token: Token) -> list[Token]:
    """Nouns below the verb whose own phrases name the other side: "preparing for talks with them"."""
    found = list(sentence.children_of(token, "dobj", "attr"))
    found += [
        noun for noun in sentence.children_of(token, "nsubj", "nsubjpass") if noun_entry(noun.lemma)
    ]
    for prep in sentence.children_of(token, "prep"):
        found += [noun for noun in sentence.children_of(prep, "pobj") if noun_entry(noun.lemma)]
    return found


def _noun_actors(sentence: Sentence, token: Token) -> list[Token]:
    found = list(sentence.children_of(token, "poss"))
    found += _phrases(sentence, token, ("between", "by"))
    if not found:
        found += [
            each for each in sentence.children_of(token, "amod", "compound", "nmod") if each.entity
        ]
    entry = noun_entry(token.lemma)
    if not found and entry is not None and entry.act is Act.MOBILIZE:
        found += _phrases(sentence, token, ("of",))  # "the buildup of Norwegian troops"
    return found or _by_means(sentence, token)


def _by_means(sentence: Sentence, noun: Token) -> list[Token]:
    """The subject of the verb that the noun is a means of: "[Norway] angered them with a raid"."""
    prep = sentence.head_of(noun)
    verb = sentence.head_of(prep)
    if noun.dep != "pobj" or prep.text.lower() != "with" or not is_predicate(verb):
        return []
    entry = entry_of(sentence, verb)
    if entry is not None and entry.act is Act.CONSULT:
        return []
    return [_antecedent(sentence, verb, each) for each in sentence.children_of(verb, "nsubj")]


def _antecedent(sentence: Sentence, verb: Token, subject: Token) -> Token:
    if verb.dep == "relcl" and subject.tag in ("WDT", "WP"):
        return sentence.head_of(verb)
    return subject


def _phrases(sentence: Sentence, token: Token, words: Iterable[str]) -> list[Token]:
    found: list[Token] = []
    for child in sentence.children_of(token, "prep", "agent", "dative"):
        if child.text.lower() in words:
            found += sentence.children_of(child, "pobj")
    return found


def _arguments(
    reading: Reading, sentence: Sentence, tokens: Iterable[Token]
) -> tuple[Argument, ...]:
    found: dict[Span, Argument] = {}
    for token in tokens:
        for each in _coordinated(sentence, token):
            argument = _argument(reading, sentence, each)
            if argument is not None:
                found.setdefault(argument.span, argument)
    return tuple(found.values())


def _coordinated(sentence: Sentence, token: Token) -> list[Token]:
    found = [token]
    also = (
        ("conj", "appos") if sentence.role is Role.HEADLINE else ("conj",)
    )  # "US, Russia to meet"
    for child in sentence.children_of(token, *also):
        if child.pos in ("NOUN", "PROPN", "PRON"):
            found += _coordinated(sentence, child)
    return found


def _argument(reading: Reading, sentence: Sentence, token: Token) -> Argument | None:
    mention = party_at(reading, token)
    if mention is not None:
        return Argument(mention.span, mention.name, mention.entity)
    if token.pos == "ADJ" and (people := country_of_people(token.text)) is not None:
        return _people(reading, token, people)
    if (
        token.pos != "PROPN"
        or token.entity in ("DATE", "TIME", "LOC", "FAC", "EVENT")
        or noun_entry(token.lemma)
    ):
        return None
    span = _name_span(sentence, token)
    return Argument(span, span.of(reading.text), "")


def _people(reading: Reading, token: Token, code: str) -> Argument:
    """The state of "the [Norwegian] raid", with its chain where the report names it."""
    for each in reading.mentions:
        if each.kind is EntityKind.COUNTRY and each.country == code:
            return Argument(token.span, each.name, each.entity)
    return Argument(token.span, name_of(code), "")


def _name_span(sentence: Sentence, token: Token) -> Span:
    words = [each for each in sentence.children_of(token, "compound") if each.index < token.index]
    first = words[0] if words else token
    return Span(first.span.start, token.span.end)
