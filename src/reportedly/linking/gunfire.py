"""Whose fire it is where only the shells are told to do it: "Shells fired from Kestria killed four people".

That speaks of a state and may be denied by it; it does not say that the state fired, so no claim has it as its doer.
"""

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from reportedly.linking.comparison import Telling
from reportedly.linking.parties import Parties
from reportedly.model.syntax import Sentence, Token

_TABLE = tomllib.loads(files("reportedly.linking").joinpath("gunfire.toml").read_text("utf-8"))
_WEAPONS = frozenset(map(str, _TABLE["weapons"]))
_FIRING = frozenset(map(str, _TABLE["firing"]))
_ORIGIN = frozenset({"by", "from"})


def fired_from(telling: Telling, parties: Parties) -> frozenset[str]:
    """The sides from which, or by which, the words of a telling say that something was fired."""
    sentence = telling.reading.sentence_at(telling.place.span.start)
    if sentence is None:
        return frozenset()
    tokens = sentence.tokens_in(telling.place.span)
    weapons = [each for each in tokens if _is_weapon(each)]
    origins = [origin for each in weapons for origin in _origins(sentence, each)]
    sides = (_side(telling, parties, each) for each in origins if each in tokens)
    return frozenset(side for side in sides if side)


def _is_weapon(token: Token) -> bool:
    """'Rockets' at the start of a sentence may be taken for a name."""
    return token.pos in ("NOUN", "PROPN") and not {token.lemma, token.lemma[:-1]}.isdisjoint(
        _WEAPONS
    )


def _origins(sentence: Sentence, weapon: Token) -> Iterator[Token]:
    """The names behind "from" and "by" of a weapon, or of the verb that fires it."""
    verbs = [
        each
        for each in sentence.tokens
        if each.lemma in _FIRING and each.pos == "VERB" and _is_fired(sentence, each, weapon)
    ]
    for governor in (weapon, *verbs):
        for preposition in sentence.children_of(governor, "agent", "prep"):
            if preposition.lemma in _ORIGIN:
                yield from sentence.children_of(preposition, "pobj")


def _is_fired(sentence: Sentence, verb: Token, weapon: Token) -> bool:
    """'Shells [that were] fired from', whether the parse has a clause of its own or one of the noun."""
    subjects = sentence.children_of(verb, "nsubj", "nsubjpass")
    return weapon in subjects or (verb.dep in ("acl", "relcl") and verb.head == weapon.index)


def _side(telling: Telling, parties: Parties, name: Token) -> str:
    """The side that a name stands for."""
    for mention in telling.reading.mentions:
        if mention.head.overlaps(name.span):
            return parties.side_of(telling.report, mention.entity)
    return ""
