"""On whose side somebody speaks or acts: the state, alliance or body that a person, office or metonym stands for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.language.countries import countries_joined, country, country_of_capital, name_of
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Argument, Mention
from reportedly.model.story import Entity, Story
from reportedly.synthesis.wording import listed

PARTY_KINDS = (
    EntityKind.COUNTRY,
    EntityKind.ORGANISATION,
    EntityKind.GROUP,
    EntityKind.PERSON,
    EntityKind.ROLE,
)
PAIR = 2

OWN_PARTIES = frozenset(
    (
        *("attorneys", "doctors", "drivers", "farmers", "fishermen", "judges", "lawyers", "nurses"),
        *("teachers", "unions", "voters"),
        *("activists", "civilians", "demonstrators", "families", "fighters", "insurgents"),
        *("candidates", "congressmen", "journalists", "lawmakers", "legislators", "militants"),
        *("migrants", "opposition", "people", "protesters", "senators"),
        *("rebels", "refugees", "residents", "separatists", "students", "workers"),
    )
)


OF = frozenset({"against", "at", "by", "for", "from", "in", "of", "to", "with"})
PEOPLE = (EntityKind.PERSON, EntityKind.ROLE)
PRIVATE = frozenset(
    (
        *("gov.", "governor", "mayor", "sheriff"),
        *("bishop", "coach", "farmer", "judge", "pastor", "priest", "rabbi", "teacher"),
        *("activist", "analyst", "author", "banker", "businessman", "businesswoman", "candidate"),
        *("congressman", "congresswoman", "economist", "lawmaker", "legislator", "nominee"),
        *("editor", "ex-president", "expert", "former", "historian", "journalist", "lawyer"),
        *("professor", "rep.", "reporter", "researcher", "scientist", "sen.", "senator", "singer"),
        *("trader", "writer"),
    )
)


PRIVATE_UNLESS_OFFICIAL = frozenset({"attorney", "justice", "union"})
OFFICIAL = frozenset({"department", "european", "general", "minister", "ministry", "secretary"})
OWN_BODIES = frozenset(
    (
        *("association", "church", "college", "federation", "foundation", "institute"),
        *("league", "society", "union", "university"),
    )
)


@dataclass(frozen=True, slots=True, order=True)
class Side:
    """A party: `key` is a country code or an entity id, `name` what a reader sees."""

    key: str
    name: str
    entity: str


def together(sides: Sequence[Side]) -> Side:
    """Several sides that speak with one voice, as one: "France and Germany"."""
    if len(sides) == 1:
        return sides[0]
    return Side("+".join(side.key for side in sides), listed([side.name for side in sides]), "")


class Sides:
    """The sides of a story's entities, looked up by a report's chain or by entity id."""

    def __init__(self, story: Story) -> None:
        self._by_chain: Mapping[tuple[str, str], Entity] = {
            chain: entity for entity in story.entities for chain in entity.chains
        }
        self._by_id: Mapping[str, Entity] = {entity.id: entity for entity in story.entities}
        self._states: Mapping[str, Entity] = {
            entity.country: entity
            for entity in story.entities
            if entity.kind is EntityKind.COUNTRY and entity.country
        }

    def of_entity(self, entity_id: str) -> Side | None:
        """The side of an entity of the story, None where it is unknown."""
        entity = self._by_id.get(entity_id)
        return self._side(entity) if entity else None

    def entity_of(self, report: str, chain: str) -> Entity | None:
        """The story's entity of a chain of a report."""
        return self._by_chain.get((report, chain))

    def of_chain(self, report: str, chain: str) -> Side | None:
        """The side of a chain of a report."""
        entity = self._by_chain.get((report, chain))
        return self._side(entity) if entity else None

    def all_of_chain(self, report: str, chain: str) -> tuple[Side, ...]:
        """The sides of a chain: two for "US and Russian officials"."""
        entity = self.entity_of(report, chain)
        if entity is None:
            return ()
        several = self.named_in(entity.name) if entity.kind is EntityKind.GROUP else ()
        several = several or self._of_pair(entity.name) or self._sent_by(entity)
        side = self._side(entity)
        return several or ((side,) if side else ())

    def _sent_by(self, entity: Entity) -> tuple[Side, ...]:
        """The body or person that "representatives of Larkfield Homes" come for."""
        _, of, principal = entity.name.partition(" of ")
        return self.called(principal) if of and entity.kind is EntityKind.GROUP else ()

    def of_speaker(self, report: str, chain: str) -> tuple[Side, ...]:
        """The sides of who speaks or acts by their own will: a place that does is taken for those who rule it."""
        entity = self.entity_of(report, chain)
        if entity is not None and entity.kind is EntityKind.PLACE:
            return (Side(entity.id, entity.name, entity.id),)
        return self.all_of_chain(report, chain)

    def of_doers(self, report: str, arguments: Iterable[Argument]) -> tuple[Side, ...]:
        """The sides of those who accept, offer, threaten, each once."""
        found = (
            side
            for each in arguments
            for side in self.of_speaker(report, each.entity) or self._unlisted(each)
        )
        return tuple(dict.fromkeys(found))

    def _unlisted(self, argument: Argument) -> tuple[Side, ...]:
        """The state by its name where no list of countries has it, so that its report took it for a place."""
        known = not argument.entity and argument.name in self._states
        return (self._state(argument.name),) if known else ()

    def called(self, words: str) -> tuple[Side, ...]:
        """The one body or person whose whole name of several words is in these: "the developer, Larkfield Homes".

        Not whoever a relative clause names ("Holt, who knows the president"), nor whose it is ("a friend of the boy").
        """
        words = words.partition(", who ")[0]
        found = [
            side
            for each in self._by_id.values()
            if " " in each.name and _stands_in(each.name, words) and (side := self._side(each))
        ]
        return (min(found),) if len({side.name for side in found}) == 1 else ()

    def host_at(self, mention: Mention) -> tuple[Side, ...]:
        """The state that is host where a place is visited: North Korea for Pyongyang."""
        code = mention.country or country(mention.name) or country_of_capital(mention.name)
        return (self._state(code),) if code else ()

    def of_arguments(self, report: str, arguments: Iterable[Argument]) -> tuple[Side, ...]:
        """The sides of an event's parties, each once, in order; those that are unknown are left out."""
        found = (
            side for argument in arguments for side in self.all_of_chain(report, argument.entity)
        )
        return tuple(dict.fromkeys(found))

    def named_in(self, words: str) -> tuple[Side, ...]:
        """The states that words join by "and": "France and Germany", "US and Russian officials"."""
        return tuple(self._state(code) for code in countries_joined(words))

    def _of_pair(self, name: str) -> tuple[Side, ...]:
        """Both sides of two names that a hyphen joins: the "Biden-Putin" of a summit."""
        parts = name.replace("–", "-").split("-")
        if len(parts) != PAIR or not all(part[:1].isupper() for part in parts):
            return ()
        found = [self._known_as(part) for part in parts]
        return tuple(side for side in found if side) if all(found) else ()

    def _known_as(self, name: str) -> Side | None:
        """The side of a country or of the one person whose last name it is."""
        code = country(name)
        if code:
            return self._state(code)
        people = [
            each
            for each in self._by_id.values()
            if each.kind is EntityKind.PERSON and each.name.split()[-1] == name and " " in each.name
        ]
        return self._side(people[0]) if len(people) == 1 else None

    def _state(self, code: str) -> Side:
        state = self._states.get(code)
        return Side(code, name_of(code), state.id if state else "")

    def _side(self, entity: Entity) -> Side | None:
        if entity.kind not in PARTY_KINDS or any(char.isdigit() for char in entity.name):
            return None
        if entity.country and not self._is_own_party(entity):
            return self._state(entity.country)
        return Side(entity.id, entity.name, entity.id)

    @staticmethod
    def _is_own_party(entity: Entity) -> bool:
        """Rebels, unions and judges act for themselves, whatever country they are of; those in office act for it."""
        words = set(entity.name.lower().split())
        if entity.kind is EntityKind.GROUP:
            return bool(words & OWN_PARTIES)
        if entity.kind is EntityKind.ORGANISATION:
            return bool(words & OWN_BODIES)
        told = {word for each in entity.variants for word in each.lower().split()}
        private = told & PRIVATE or (told & PRIVATE_UNLESS_OFFICIAL and not told & OFFICIAL)
        return entity.kind in PEOPLE and bool(private)


def _stands_in(name: str, words: str) -> bool:
    """Whether it is named in these words for itself, not only as whose or what for: "the workers' friends"."""
    before, found, after = words.partition(name)
    last = before.split()[-1:]
    owned = bool(last) and (last[0] in OF or last[0].endswith("ing"))
    return bool(found) and not owned and not after.startswith(("'s", "’s", "' ", "’ "))
