"""Groups from links."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking.clusters import group

LINKS = st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12)


def test_links_join_and_strangers_are_ignored() -> None:
    """A chain of links is one group; a link to an unknown node is none."""
    assert group("abcd", [("a", "c"), ("c", "d"), ("b", "z")]) == (("a", "c", "d"), ("b",))


@settings(deadline=None, max_examples=60)
@given(LINKS)
def test_the_order_of_links_changes_nothing(links: list[tuple[int, int]]) -> None:
    """Reversed and turned links give the same groups."""
    turned = [(second, first) for first, second in reversed(links)]
    assert group(range(9), links) == group(range(9), turned)
    assert sorted(node for members in group(range(9), links) for node in members) == list(range(9))
