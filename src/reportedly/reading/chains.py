"""Chains of mentions while they are being built: what is known of one entity so far, and what fits it."""

from dataclasses import dataclass, field

from reportedly.language import countries
from reportedly.language.names import family_names, gender_of_name, likeness, parse_name
from reportedly.language.offices import body_key, office_key, offices
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention

MALE = frozenset({"he", "him", "his"})
FEMALE = frozenset({"she", "her", "hers"})
_GENDERED = {
    "businessman": "m", "businesswoman": "f", "chairman": "m", "chairwoman": "f", "congressman": "m",
    "congresswoman": "f", "father": "m", "king": "m", "mother": "f", "mr": "m", "mrs": "f", "ms": "f", "policeman": "m",
    "prince": "m", "princess": "f", "queen": "f", "sir": "m", "spokesman": "m", "spokeswoman": "f",
}  # fmt: skip


@dataclass(slots=True)
class Chain:
    """One entity of one report, growing."""

    kind: EntityKind
    members: list[int] = field(default_factory=list)
    words: dict[int, str] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    descriptions: list[str] = field(default_factory=list)
    country: str | None = None
    offices: set[str] = field(default_factory=set)
    bodies: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)
    gender: str | None = None

    def add(self, index: int, mention: Mention, *, noun: str = "") -> None:
        """Take in a mention and what it tells."""
        self.members.append(index)
        self.words[index] = mention.name
        if mention.form in (Form.NAMED, Form.METONYM):
            self.names.append(mention.name)
            if mention.kind is EntityKind.PERSON:
                self.gender = self.gender or gender_of_name(mention.name)
        elif mention.form is Form.NOMINAL:
            self.descriptions.append(mention.name)
        if noun:
            self.nouns.add(noun)
        self.country = self.country or mention.country
        if mention.office:
            self.offices.add(office_key(mention.office))
            self.gender = self.gender or gender_of(mention.office)
        if mention.body:
            self.bodies.add(body_key(mention.body))
        if mention.form is Form.PRONOUN and self.kind in (EntityKind.PERSON, EntityKind.ROLE):
            self.gender = self.gender or gender_of(mention.name)

    def name_at(self, index: int) -> str:
        """By which words this member names it."""
        return self.words[index]

    @property
    def is_named(self) -> bool:
        """Whether a name is in it."""
        return bool(self.names)

    @property
    def name(self) -> str:
        """The fullest name, or the fullest description where there is none."""
        if self.kind is EntityKind.COUNTRY and self.country:
            return countries.name_of(self.country)
        wordings = self.names or self.descriptions
        if not wordings:
            return ""
        if self.kind is EntityKind.PERSON:
            return max(wordings, key=lambda words: (len(parse_name(words).given), len(words)))
        return max(wordings, key=len)

    @property
    def family_names(self) -> frozenset[str]:
        """The words of its full names, folded, by which alone somebody may be called."""
        full = [name for name in self.names if " " in name] or self.names
        return frozenset().union(*map(family_names, full))

    @property
    def is_head(self) -> bool:
        """Whether it is told to lead a state or government."""
        return bool({office.rpartition(" ")[2] for office in self.offices} & offices().heads)


def gender_of(words: str) -> str | None:
    """Male ("m") or female ("f") where a title, role noun or pronoun tells."""
    for word in words.casefold().replace(".", "").split():
        if word in MALE:
            return "m"
        if word in FEMALE:
            return "f"
        if word in _GENDERED:
            return _GENDERED[word]
    return None


def same_person(chain: Chain, name: str) -> bool:
    """Whether a named chain and a name of at least two words may be one person: never on the surname alone."""
    return any(
        likeness(known, name, EntityKind.PERSON).same for known in chain.names if " " in known
    )
