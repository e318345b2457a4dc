"""Which side somebody of one report stands for across reports: "the Kremlin", "Moscow" and "Putin" act for Russia."""

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.language.countries import countries_joined, name_of
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Argument, Reading
from reportedly.model.story import Entity, Story


@dataclass(frozen=True, slots=True)
class Parties:
    """The story's entities by the chains of its reports."""

    by_chain: dict[tuple[str, str], Entity]
    countries: dict[tuple[str, str], str]
    states: frozenset[str] = frozenset()  # names of states that no list of countries has

    def entity_of(self, report: str, chain: str) -> Entity | None:
        """The story's entity of this chain, None where it has none."""
        return self.by_chain.get((report, chain)) if chain else None

    def entity_id(self, report: str, chain: str) -> str:
        """The id of that entity, or ""."""
        entity = self.entity_of(report, chain)
        return entity.id if entity else ""

    def side_of(self, report: str, chain: str) -> str:
        """The country that the entity belongs to, else the entity, else ""."""
        if not chain:
            return ""
        entity = self.entity_of(report, chain)
        country = entity.country if entity else None
        country = country or self.countries.get((report, chain))
        if country:
            return country
        return entity.id if entity else f"{report}/{chain}"

    def sides_of(self, report: str, arguments: Iterable[Argument]) -> frozenset[str]:
        """The sides of these parties; those that stay unresolved are left out."""
        return frozenset(side for each in arguments for side in self._sides(report, each))

    def _sides(self, report: str, argument: Argument) -> frozenset[str]:
        """The sides of one party: several for "US and Russian officials"."""
        several = frozenset(countries_joined(argument.name))
        side = self.side_of(report, argument.entity)
        side = side or (argument.name if argument.name in self.states else "")
        return several or (frozenset({side}) if side else frozenset())

    def name_of(self, report: str, argument: Argument) -> str:
        """The name to show for a party: the entity's, else the words of the report."""
        entity = self.entity_of(report, argument.entity)
        return entity.name if entity else argument.name


def is_state(side: str) -> bool:
    """Whether a side is a country, by its code of three letters.

    >>> is_state("BEL"), is_state("the police")
    (True, False)
    """
    return name_of(side) != side


def parties_of(story: Story) -> Parties:
    """The parties of a story, ready for looking up."""
    by_chain = {chain: entity for entity in story.entities for chain in entity.chains}
    states = frozenset(
        each.country
        for each in story.entities
        if each.kind is EntityKind.COUNTRY and each.country and not is_state(each.country)
    )
    return Parties(by_chain, _countries(story.readings), states)


def _countries(readings: Iterable[Reading]) -> dict[tuple[str, str], str]:
    """The country that a report's own mentions give to each chain."""
    return {
        (reading.report.id, mention.entity): mention.country
        for reading in readings
        for mention in reading.mentions
        if mention.country
    }
