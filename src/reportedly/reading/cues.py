"""The words that ascribe a statement to somebody, and the phrases that each of them takes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from reportedly.language.agencies import agencies
from reportedly.language.cue_words import cue_adjectives, cue_nouns, cue_verbs, verbs_with
from reportedly.language.lexicon import load_lexicon
from reportedly.model.syntax import Sentence, Token


@dataclass(frozen=True, slots=True)
class Cues:
    """Lemmas with the frames in which they ascribe something, as the lexicon has them (docs/guidelines/lexicon.md)."""

    verbs: Mapping[str, frozenset[str]]
    nouns: Mapping[str, frozenset[str]]
    adjectives: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, str]
    relays: frozenset[str]
    agencies: frozenset[str]
    outlets: frozenset[str]
    deeds: frozenset[str]

    def lemma_of(self, token: Token) -> str:
        """The lemma of a word, with what the parser is known to get wrong put right."""
        return self.lemmas.get(token.lemma, token.lemma)

    def frames_of(self, token: Token) -> frozenset[str]:
        """The frames in which this word ascribes something; empty where it never does."""
        if token.pos in ("VERB", "AUX"):
            return self.verbs.get(self.lemma_of(token), frozenset())
        if token.pos == "NOUN":
            return self.nouns.get(token.lemma, frozenset())
        if token.pos == "ADJ":
            return self.adjectives.get(token.lemma, frozenset())
        return frozenset()


@lru_cache(maxsize=1)
def load_cues() -> Cues:
    """What the lexicon says of cues, read once."""
    words = load_lexicon()
    return Cues(
        verbs=cue_verbs(),
        nouns=cue_nouns(),
        adjectives=cue_adjectives(),
        lemmas=words.lemmas,
        relays=verbs_with("relay"),
        agencies=words.broadcasters | frozenset(agencies()),
        outlets=words.outlets,
        deeds=words.deeds,
    )


def verb_group(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """A verb with auxiliaries, negation, particle and adverbs, in one piece: "has not ruled out", "said angrily"."""
    around = sentence.children_of(verb, "aux", "auxpass", "neg", "prt", "advmod")
    parts = [each for each in around if each.tag != "WRB"]  # "when asked": "when" is no part
    members = {verb.index}
    for part in reversed([each for each in parts if each.index < verb.index]):
        if part.index + 1 not in members:
            break
        members.add(part.index)
    for part in parts:
        manner = part.tag == "RB" and part.text.endswith("ly")
        if (manner or part.dep in ("prt", "neg")) and part.index - 1 in members:
            members.add(part.index)
    return tuple(sentence.tokens[index] for index in sorted(members))
