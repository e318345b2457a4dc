"""Antecedents of descriptions inside one report: "the spokesman", "the Russian president", "the country"."""

from dataclasses import replace

from reportedly.language import countries
from reportedly.language.offices import body_key, office_key, offices
from reportedly.language.organisations import can_be_called, organisation_named, same_body
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.chains import Chain
from reportedly.reading.described_countries import Countries
from reportedly.reading.firms import firm_before, owners

_UNNAMED = frozenset(
    {"aide", "diplomat", "official", "officer", "person", "representative", "source"}
)
_PARTS = {"eastern": "east", "western": "west", "northern": "north", "southern": "south"}
_PART_NAMES = frozenset({"east", "west", "north", "south"})
_TELLS_APART = frozenset(
    {"acting", "chief", "current", "deputy", "different", "first", "former", "last", "late", "new", "next", "old", "only", "other", "previous", "same", "second", "senior", "third"}
)  # fmt: skip
_ANY_BODY = frozenset({"charity", "nonprofit", "organisation", "organization"})
_BARE = 2  # words: "the group"
_DEFINITE = ("the", "this", "that")


class Descriptions:
    """Links the nominal mentions of one reading into its chains, in text order."""

    def __init__(self, reading: Reading, chains: list[Chain]) -> None:
        self.reading = reading
        self.mentions = reading.mentions
        self.chains = chains
        self.place: dict[int, Chain] = {i: chain for chain in chains for i in chain.members}
        self.countries = Countries(reading, chains, self.place)

    def link(self) -> None:
        """All of them; parts of countries last, since they wait for "the country"."""
        nominal = [i for i, m in enumerate(self.mentions) if m.form is Form.NOMINAL]
        for index in sorted(nominal, key=lambda i: (self.mentions[i].kind is EntityKind.PLACE, i)):
            mention = self._with_leader(self.mentions[index])
            token = self._token(mention)
            if token is None:
                continue
            chain = self._antecedent(index, mention, token)
            if chain is None:
                chain = Chain(mention.kind)
                self.chains.append(chain)
            chain.add(index, mention, noun=token.lemma)
            self.place[index] = chain

    def _with_leader(self, mention: Mention) -> Mention:
        """Give "a Biden government spokesman" the country that the report gives Biden."""
        if mention.country is not None:
            return mention
        for index, other in enumerate(self.mentions):
            is_person = other.kind is EntityKind.PERSON and other.form is Form.NAMED
            if is_person and mention.span.contains(other.span) and self._is_of_government(mention):
                return replace(mention, country=self.place[index].country, body=None)
        return mention

    def _is_of_government(self, mention: Mention) -> bool:
        words = mention.span.of(self.reading.text).casefold().split()
        return bool(set(words) & offices().governments)

    def _token(self, mention: Mention) -> Token | None:
        sentence = self.reading.sentence_at(mention.head.start)
        tokens = sentence.tokens_in(mention.head) if sentence else ()
        return tokens[-1] if tokens else None

    def _sentence(self, mention: Mention) -> Sentence | None:
        return self.reading.sentence_at(mention.head.start)

    def _antecedent(self, index: int, mention: Mention, token: Token) -> Chain | None:
        if mention.kind is EntityKind.ROLE:
            return self._role(index, mention, token)
        if mention.kind is EntityKind.GROUP:
            return self._group(index, mention, token)
        if mention.kind is EntityKind.COUNTRY:
            return self.countries.antecedent(index, mention, token)
        if mention.kind is EntityKind.ORGANISATION:
            return self._body(index, mention, token)
        return self._part(mention)

    def _is_definite(self, mention: Mention) -> bool:
        first = mention.span.of(self.reading.text).split()[0].casefold()
        return (
            first in _DEFINITE or first.endswith(("'s", "’s")) or first in ("its", "his", "their")
        )

    def _is_indefinite(self, mention: Mention) -> bool:
        return mention.span.of(self.reading.text).split()[0].casefold() in (
            "a",
            "an",
            "another",
            "one",
        )

    def _role(self, index: int, mention: Mention, token: Token) -> Chain | None:
        """A holder named in this report, or the last unnamed role of the kind."""
        if self._is_indefinite(mention):
            return None
        office = office_key(mention.office or token.lemma)
        holders = [
            c
            for c in self.chains
            if c.kind is EntityKind.PERSON and self._holds(index, c, office, mention)
        ]
        if not holders and self._is_told_plainly(mention, token):
            holders = [c for c in self.chains if _is_called_after(c, _last_word(office))]
        if len(holders) == 1 and (mention.country or self._is_definite(mention)):
            recent = self._last_role(index, mention, office)
            if recent is None or mention.country is not None:
                return holders[0]
        if self._is_definite(mention) or mention.body is not None:
            return self._last_role(index, mention, office)
        return None

    def _is_told_plainly(self, mention: Mention, token: Token) -> bool:
        """Whether only what somebody is like stands before the office: "the liberal justice", not "the other judge"."""
        sentence = self._sentence(mention)
        words = sentence.tokens_in(mention.span) if sentence else ()
        described = words[1:-1]
        if mention.country is not None or mention.body is not None or not described:
            return False
        return (
            words[0].lemma == "the"
            and words[-1] == token
            and all(
                each.pos == "ADJ" and each.text.islower() and each.lemma not in _TELLS_APART
                for each in described
            )
        )

    def _holds(self, index: int, chain: Chain, office: str, mention: Mention) -> bool:
        """Whether a named person is said to hold this office of this country."""
        later = min(chain.members) > index
        if mention.body and later and body_key(mention.body) not in chain.bodies:
            return (
                False  # "the chairman of the panel" is no chairman of whatever who is named later
            )
        if _last_word(office) in _UNNAMED:
            return False
        if mention.country and chain.country != mention.country:
            return False
        if (
            mention.body
            and _is_international(mention.body)
            and body_key(mention.body) not in chain.bodies
        ):
            return False  # "NATO's Russian president" is no president that the report names
        if office == "leader":
            return bool(chain.offices & offices().heads) and mention.country is not None
        return office in chain.offices

    def _last_role(self, index: int, mention: Mention, office: str) -> Chain | None:
        """The last unnamed person before this place in the same role, if country and body do not contradict."""
        word = _last_word(office)
        for other in range(index - 1, -1, -1):
            chain = self.place.get(other)
            if chain is None or chain.kind is not EntityKind.ROLE:
                continue
            if word not in {_last_word(each) for each in chain.offices}:
                continue
            if self._agrees(chain, mention):
                return chain
            if mention.body is None:  # a bare "the spokesman" is the last one spoken of or nobody
                return None
        return None

    def _agrees(self, chain: Chain, mention: Mention) -> bool:
        if mention.country and chain.country and mention.country != chain.country:
            return False
        if mention.body is None or not chain.bodies:
            if mention.body is not None and _is_international(mention.body):
                return False
            bare = mention.body is None and mention.country is None
            return bare or mention.country == chain.country
        return any(same_body(mention.body, None, body, None) for body in chain.bodies)

    def _group(self, index: int, mention: Mention, token: Token) -> Chain | None:
        """The same words again, or "the rebels" for the only separatists spoken of before."""
        words = countries.plain(mention.span.of(self.reading.text))
        groups = [c for c in self.chains if c.kind is EntityKind.GROUP and min(c.members) < index]
        for chain in groups:
            if chain.country == mention.country and words in map(
                countries.plain, chain.descriptions
            ):
                return chain
        if token.lemma in offices().rebels and self._is_definite(mention):
            found = [c for c in groups if c.nouns & offices().rebels]
            return found[0] if len(found) == 1 else None
        return None

    def _body(self, index: int, mention: Mention, token: Token) -> Chain | None:
        """A body by country and noun ("the Ukrainian army"), or the last one that the noun fits ("the alliance")."""
        bodies = [c for c in self.chains if c.kind is EntityKind.ORGANISATION]
        if mention.country is not None:
            for chain in bodies:
                for known in chain.bodies | set(chain.names):
                    if chain.country == mention.country and same_body(
                        token.lemma, None, known, None
                    ):
                        return chain
            return None
        if not self._is_definite(mention) and not self._is_predicate(mention, token):
            return None
        for other in range(index - 1, -1, -1):
            last = self.place.get(other)
            if last is None or last.kind is not EntityKind.ORGANISATION:
                continue
            if self._is_another(mention, self.mentions[other], last):
                continue
            if token.lemma in last.nouns or any(can_be_called(n, token.lemma) for n in last.names):
                return last
        bare = len(mention.span.of(self.reading.text).split()) == _BARE
        kinds = offices().firms | _ANY_BODY if bare else offices().firms
        is_firm = token.lemma in kinds and self._is_definite(mention)
        return firm_before(self.reading, self.place, index) if is_firm else None

    def _is_another(self, mention: Mention, other: Mention, chain: Chain) -> bool:
        """Whether its owner or its own name speaks against a body: "Kenya's army", "the Avonmore Police Department"."""
        text = self.reading.text
        owned = owners(text, mention) - owners(text, other) and not chain.names
        return bool(owned) or _names_another(text, mention, chain)

    def _is_predicate(self, mention: Mention, token: Token) -> bool:
        """Whether it says what somebody is: "We are united as an alliance"."""
        sentence = self._sentence(mention)
        return (
            sentence is not None and token.dep == "pobj" and sentence.head_of(token).lemma == "as"
        )

    def _part(self, mention: Mention) -> Chain | None:
        """A part of a country: the same direction of the same country."""
        whole = next(
            (
                self.place[i].country
                for i, m in enumerate(self.mentions)
                if i in self.place
                and m.kind is EntityKind.COUNTRY
                and mention.span.contains(m.span)
            ),
            None,
        )
        words = mention.span.of(self.reading.text).casefold().replace("'s", "").split()
        part = next((_PARTS.get(w, w) for w in words if _PARTS.get(w, w) in _PART_NAMES), None)
        if whole is None or part is None:
            return None
        name = f"{part} of {countries.name_of(whole)}"
        for chain in self.chains:
            if name in chain.names:
                return chain
        found = Chain(EntityKind.PLACE, names=[name], country=whole)
        self.chains.append(found)
        return found


def _names_another(text: str, mention: Mention, chain: Chain) -> bool:
    """Whether no word of its own is in the name: "Avonmore Police Department", "Department of Justice"."""
    words = [each for each in mention.span.of(text).split() if each[:1].isupper()]
    known = {word for name in (*chain.names, *chain.descriptions) for word in name.split()}
    own = words[1:] if words and words[0] in ("The", "This", "That") else words
    named = chain.names and not any(name.isupper() for name in chain.names)  # "OSCE"
    return len(own) > 1 and bool(named) and not set(own[:-1]) & known


def _is_called_after(chain: Chain, word: str) -> bool:
    """Whether a named person holds an office of this noun: a Supreme Court justice for "justice"."""
    return chain.kind is EntityKind.PERSON and word in {_last_word(each) for each in chain.offices}


def _last_word(office: str) -> str:
    return office.rpartition(" ")[2]


def _is_international(body: str) -> bool:
    """Whether it is a listed body of no country."""
    listed = organisation_named(body)
    return listed is not None and listed.country is None
