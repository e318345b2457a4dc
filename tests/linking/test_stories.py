"""Reports into stories."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.documents import report_of
from reportedly.linking.stories import StoryIndex, group_stories, story_id
from reportedly.linking.story_terms import Item
from tests.linking.tellings import HARBOUR, OTHER, REWORDED

SNOW = (
    "The road between Voss and Gol is still closed by snow, and lorry drivers wait in their cabins.",
    "Rescue teams have handed out food and blankets to the drivers.",
)
ITEMS = (
    Item("a", "Harbour of Larvik to close", " ".join(HARBOUR), date(2024, 5, 1)),
    Item("b", "Larvik's port shuts", " ".join(REWORDED), date(2024, 5, 2)),
    Item("c", "Snow blocks mountain road", " ".join(OTHER), date(2024, 5, 1)),
    Item("d", "Lorry drivers stuck in snow", " ".join(SNOW), date(2024, 5, 2)),
    Item("e", "Dock workers of Larvik protest", " ".join(HARBOUR[1:5]), None),
)


def groups(*items: Item) -> set[frozenset[str]]:
    """Which items are together."""
    index = StoryIndex()
    index.add(items)
    return {frozenset(each.reports) for each in index.groupings()}


def test_reports_of_one_event_are_one_story() -> None:
    """Undated reports join too."""
    assert groups(*ITEMS) == {frozenset("abe"), frozenset("cd")}


@settings(deadline=None, max_examples=20)
@given(st.permutations(ITEMS))
def test_the_order_of_reports_changes_nothing(items: list[Item]) -> None:
    """The same stories under the same ids."""
    first, second = StoryIndex(), StoryIndex()
    first.add(ITEMS)
    second.add(items)
    assert first.groupings() == second.groupings()


def test_reports_may_be_added_later() -> None:
    """A story keeps its id when it grows; a report known already changes nothing."""
    index = StoryIndex()
    index.add(ITEMS[:3])
    before = {each.id for each in index.groupings()}
    index.add(ITEMS[2:])
    assert {each.id for each in index.groupings()} == before
    assert len(index) == 5
    assert story_id("a") in before


def test_each_report_says_why_it_joined() -> None:
    """The words that weigh most are named."""
    index = StoryIndex()
    index.add(ITEMS)
    found = next(each for each in index.groupings() if "b" in each.reports)
    assert len(found.reasons) == len(found.reports)
    assert found.reasons[0].detail == "opens the story"
    assert "larvik" in found.reasons[1].detail


def test_readings_are_grouped_by_their_headline_and_body() -> None:
    """A headline block is the title; a report without one has its text only."""
    reports = [
        report_of("\n".join(HARBOUR), title="Harbour of Larvik to close", day=date(2024, 5, 1)),
        report_of("\n".join(REWORDED)),
        report_of("\n".join(OTHER), title="Snow blocks mountain road", day=date(2024, 5, 1)),
    ]
    found = group_stories(reports)
    assert sorted(len(each.reports) for each in found) == [1, 2]
    assert group_stories(()) == ()


def test_an_empty_report_is_a_story_of_its_own() -> None:
    """Without words there is nothing to share."""
    assert groups(Item("x", "", "", None), Item("y", "", "", None)) == {
        frozenset("x"),
        frozenset("y"),
    }


def test_stories_that_turn_out_to_be_one_are_merged() -> None:
    """The older id stays, the other is remembered with its reason."""
    day = date(2024, 5, 1)
    first = Item("a", "Port to shut", " ".join(HARBOUR[:2]), day)
    index = StoryIndex()
    index.add([first])
    index.add([Item("b", "Snow in Gol", " ".join(SNOW), date(2024, 5, 2))])
    before = index.groupings()
    assert [len(each.reports) for each in before] == [1, 1]
    index._merge(0, 1, 1.0)  # noqa: SLF001 - the act itself; when it happens is measured by the bench
    (after,) = index.groupings()
    assert after.id == story_id("a")
    assert after.merged == (story_id("b"),)
    assert after.changes[0].detail.startswith(f"took in {story_id('b')}")
    assert set(after.reports) == {"a", "b"}


def test_reports_of_a_day_are_looked_at_twice() -> None:
    """Whichever comes first by id, all reports of one event on one day are together."""
    day = date(2024, 5, 1)
    items = [
        Item(name, "Harbour of Larvik", " ".join(HARBOUR[start : start + 3]), day)
        for name, start in (("m", 0), ("n", 2), ("o", 1), ("p", 3))
    ]
    others = [Item(f"z{step}", "Snow", SNOW[step], day) for step in range(2)]
    assert frozenset("mnop") in groups(*items, *others)
