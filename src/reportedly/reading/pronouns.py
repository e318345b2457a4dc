"""Antecedents of he, she, it and they: subjects first, the nearest sentence first, nothing where it is doubtful."""

from reportedly.language.offices import offices
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.antecedents import Named, Place, Scene, fit, scene_of
from reportedly.reading.chains import FEMALE, MALE, Chain, gender_of
from reportedly.reading.cues import load_cues

REACH = 3
"""How many sentences back a person may be."""

MARGIN = 0.3
"""How far the best antecedent must be ahead of the next."""

NAMED = 0.5
"""What a name weighs more than a description."""

QUOTED = 0.6
"""What weighs against a name within quotation marks for a pronoun outside of them."""

TELLER = 0.8
"""What weighs for whoever says it: "Holt wrote that he had accepted"."""

_SUBJECTS = ("nsubj", "nsubjpass")
_QUOTES = {"“": 1, "”": -1}
_THREATS = frozenset({"impose", "punish", "threaten", "vow", "warn"})


class Pronouns:
    """Links the pronouns of one reading into its chains, in text order."""

    def __init__(self, reading: Reading, chains: list[Chain]) -> None:
        self.reading = reading
        self.mentions = reading.mentions
        self.chains = chains
        self.place: dict[int, Chain] = {i: chain for chain in chains for i in chain.members}
        self.numbers = {id(s): n for n, s in enumerate(reading.sentences)}

    def link(self) -> None:
        """What has no antecedent gets no chain: nobody is shown or compared under the name of "he"."""
        for index, mention in enumerate(self.mentions):
            if mention.form is not Form.PRONOUN:
                continue
            word = mention.name.casefold()
            personal = word in MALE | FEMALE
            chain = self._person(index) if personal else self._thing(index, word)
            if chain is not None:
                chain.add(index, mention)
                self.place[index] = chain

    def _where(self, mention: Mention) -> tuple[Sentence, Token, int] | None:
        sentence = self.reading.sentence_at(mention.head.start)
        if sentence is None:
            return None
        tokens = sentence.tokens_in(mention.head)
        if not tokens:
            return None
        return sentence, tokens[-1], self.numbers[id(sentence)]

    def _person(self, index: int) -> Chain | None:
        """The best person before the pronoun; none where two are level."""
        here = self._where(self.mentions[index])
        if here is None:
            return None
        scene, first = self._scene(here)
        beside = self._beside(index, here)
        scores: dict[int, tuple[float, Chain, int]] = {}
        for other in range(index - 1, -1, -1):
            if self.mentions[other].head.start < first.span.start:
                break
            chain = self.place.get(other)
            if chain is None or chain.kind not in (EntityKind.PERSON, EntityKind.ROLE):
                continue
            if id(chain) in beside:
                continue
            score = self._score(here, other, chain, scene)
            if score is not None and score > scores.get(id(chain), (-99.0, chain, other))[0]:
                scores[id(chain)] = (score, chain, other)
        ranked = sorted(scores.values(), key=lambda each: -each[0])
        if not ranked:
            return self._speaking_body(index, here)
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
            return None
        if len(ranked) > 1 and self._are_coordinated(ranked[0][2], ranked[1][2]):
            return None
        return ranked[0][1]

    def _beside(self, index: int, here: tuple[Sentence, Token, int]) -> set[int]:
        """The chains named in what the pronoun is the subject of: in "he praised Holt's plan" he is not Holt."""
        sentence, token, _ = here
        if token.dep not in _SUBJECTS:
            return set()
        found: set[int] = set()
        for other in range(index + 1, len(self.mentions)):
            mention = self.mentions[other]
            if mention.head.start >= sentence.span.end:
                break
            there = self._where(mention)
            named = mention.form is Form.NAMED and other in self.place and there is not None
            if named and there and _is_below(sentence, token, there[1]):
                found.add(id(self.place[other]))
        return found

    def _are_coordinated(self, one: int, other: int) -> bool:
        """Whether "Smith and Jones" stand together, so that "he" tells neither."""
        here, there = self._where(self.mentions[one]), self._where(self.mentions[other])
        if here is None or there is None or here[0] is not there[0]:
            return False
        return any(
            a.dep == "conj" and a.head == b.index
            for a, b in ((here[1], there[1]), (there[1], here[1]))
        )

    def _scene(self, here: tuple[Sentence, Token, int]) -> tuple[Scene, Sentence]:
        """What stands around the pronoun, and the first sentence that it may go back to."""
        sentence, token, number = here
        around = self.reading.sentences[max(0, number - REACH) : number + 1]
        return scene_of(around, Place(number, sentence, token)), around[0]

    def _score(
        self, here: tuple[Sentence, Token, int], other: int, chain: Chain, scene: Scene
    ) -> float | None:
        """How well a mention fits as antecedent; None where it cannot be."""
        sentence, token, number = here
        there, mention = self._where(self.mentions[other]), self.mentions[other]
        if there is None or (chain.gender and chain.gender != gender_of(token.text)):
            return None
        if there[1].dep in ("compound", "nmod", "amod") or _owns_a_person(there[0], there[1]):
            return None
        if there[2] == number and self._is_bound(sentence, token, there[1]):
            return None
        place = Place(there[2], there[0], there[1])
        named = Named(place, mention.head, mention.head.of(self.reading.text), chain.gender)
        told = TELLER if there[2] == number and _is_teller(sentence, token, there[1]) else 0.0
        apart = not self._is_said(token.span.start) and self._is_said(there[1].span.start)
        quoted = QUOTED if apart else 0.0
        return fit(scene, named) + (NAMED if chain.is_named else 0.0) + told - quoted

    def _is_said(self, place: int) -> bool:
        """Whether a place stands within quotation marks of its paragraph."""
        start = self.reading.text.rfind("\n", 0, place) + 1
        before = self.reading.text[start:place]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1

    def _is_bound(self, sentence: Sentence, pronoun: Token, other: Token) -> bool:
        """Subject and object of one verb are two: "Smith saw him", "Smith saw him leave"."""
        if pronoun.dep == "poss" or pronoun.tag == "PRP$":
            return False
        verb = sentence.head_of(pronoun)
        is_object = pronoun.text.casefold() in ("her", "him", "them") and verb.dep == "ccomp"
        if is_object and verb.head == other.head:
            return True
        return pronoun.head == other.head and pronoun.dep != other.dep

    def _speaking_body(self, index: int, here: tuple[Sentence, Token, int]) -> Chain | None:
        """In translated text a body may be he or she: "The agency reported. She also quoted"."""
        _, token, number = here
        if token.dep not in _SUBJECTS or self._somebody_before(number):
            return None
        for other in range(index - 1, -1, -1):
            chain, there = self.place.get(other), self._where(self.mentions[other])
            if chain is None or there is None or chain.kind is not EntityKind.ORGANISATION:
                continue
            if (
                number - there[2] == 1
                and there[1].dep in _SUBJECTS
                and there[1].head == there[0].root.index
            ):
                return chain
        return None

    def _somebody_before(self, number: int) -> bool:
        """Whether the sentence before tells of a person without name or office: "a former guard"."""
        before = self.reading.sentences[max(0, number - 1)]
        return any(token.lemma in offices().persons for token in before.tokens)

    def _thing(self, index: int, word: str) -> Chain | None:
        """The nearest subject that can be meant, in this sentence or, for a subject, the one before."""
        here = self._where(self.mentions[index])
        if here is None or self._in_quotes(here[0], here[1]):
            return None
        sentence, token, number = here
        kinds = (
            (EntityKind.GROUP,)
            if word.startswith("the")
            else (EntityKind.COUNTRY, EntityKind.ORGANISATION)
        )
        if _is_threatened_if(sentence, token):
            return None
        for other in range(index - 1, -1, -1):
            chain, there = self.place.get(other), self._where(self.mentions[other])
            if chain is None or there is None or chain.kind not in kinds:
                continue
            distance = number - there[2]
            if distance > (1 if token.dep in _SUBJECTS else 0):
                break
            if distance == 1 and there[1].head != there[0].root.index:
                continue  # over a full stop only the subject of the whole sentence
            if there[1].dep in _SUBJECTS and self.mentions[other].form is not Form.PRONOUN:
                return (
                    None if distance == 0 and self._is_bound(sentence, token, there[1]) else chain
                )
        return self._only_one(index, sentence, kinds) if token.dep == "poss" else None

    def _only_one(
        self, index: int, sentence: Sentence, kinds: tuple[EntityKind, ...]
    ) -> Chain | None:
        """The only such actor of the sentence before the pronoun."""
        found = {
            id(self.place[i]): self.place[i]
            for i in range(index)
            if i in self.place
            and self.place[i].kind in kinds
            and sentence.span.contains(self.mentions[i].span)
        }
        return next(iter(found.values())) if len(found) == 1 else None

    def _in_quotes(self, sentence: Sentence, token: Token) -> bool:
        """Whether the word stands in quotation marks, whose antecedents may lie elsewhere."""
        before = self.reading.text[sentence.span.start : token.span.start]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_below(sentence: Sentence, subject: Token, name: Token) -> bool:
    """Whether a name stands in what a subject does, not in a second clause joined to it: "he came, and Holt left"."""
    for each in (name, *sentence.ancestors(name)):
        if each.head == subject.head:
            return each.dep not in ("conj", "parataxis", "advcl")
    return False


def _is_teller(sentence: Sentence, pronoun: Token, other: Token) -> bool:
    """Whether the pronoun is the subject of what the other says or thinks."""
    verb, above = sentence.head_of(pronoun), sentence.head_of(other)
    if pronoun.dep not in _SUBJECTS or other.dep != "nsubj" or verb.dep != "ccomp":
        return False
    return verb.head == above.index and above.lemma in load_cues().verbs


def _owns_a_person(sentence: Sentence, token: Token) -> bool:
    """Whether it only says whose somebody is: "the gunman's [daughter] said she knew"."""
    noun = sentence.head_of(token)
    return token.dep == "poss" and noun.lemma in offices().persons and noun.dep in _SUBJECTS


def _role(sentence: Sentence, token: Token) -> str:
    while token.dep in ("conj", "appos"):
        token = sentence.head_of(token)
    return "subject" if token.dep in (*_SUBJECTS, "agent") else "object"


def _is_threatened_if(sentence: Sentence, token: Token) -> bool:
    """In "A threatened sanctions if it ..." the sentence need not name who "it" is: the threatened."""
    verb = sentence.head_of(token)
    marks = {child.lemma for child in sentence.children_of(verb, "mark")}
    return "if" in marks and any(each.lemma in _THREATS for each in sentence.ancestors(verb))
