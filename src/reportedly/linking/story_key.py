"""A story as the key of what several stages ask of it, so that it is worked out once."""

from dataclasses import dataclass

from reportedly.model.story import Story


@dataclass(frozen=True, slots=True, eq=False)
class StoryKey:
    """The same readings, entities and relations: the very same, for to compare equal ones would take longer.

    The story is held, so that their identities stay their own.
    """

    story: Story

    def _parts(self) -> tuple[int, int, int]:
        return id(self.story.readings), id(self.story.entities), id(self.story.relations)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, StoryKey) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())
