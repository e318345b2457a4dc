"""What all counts of one story rest on."""

from dataclasses import replace

from reportedly.linking.count_basis import basis_of
from reportedly.linking.lineage import trace_lineage
from reportedly.linking.origins import count_origins
from tests.linking.tellings import HARBOUR, OTHER, REWORDED, reading, story


def test_the_basis_is_built_once_a_story() -> None:
    told = trace_lineage(story(reading("a", HARBOUR), reading("b", REWORDED)))
    assert basis_of(told) is basis_of(told)


def test_an_equal_or_changed_story_has_a_basis_of_its_own() -> None:
    """So that no count can come from another story's versions."""
    told = trace_lineage(story(reading("a", HARBOUR), reading("b", REWORDED)))
    basis = basis_of(told)
    assert basis_of(replace(told)) is not basis
    assert count_origins(told, ()).texts[0] == 1
    untraced = replace(told, relations=(), lineages=())
    assert count_origins(untraced, ()).texts == (2, 2)
    assert count_origins(told, ()).texts[0] == 1


def test_texts_are_numbered_with_and_without_probable_versions() -> None:
    readings = (reading("a", HARBOUR), reading("b", REWORDED), reading("c", OTHER))
    told = trace_lineage(story(*readings))
    doubtful = replace(told, relations=tuple(replace(r, certain=False) for r in told.relations))
    few, many = basis_of(doubtful).texts
    assert few["a"] == few["b"] != few["c"]
    assert len({many[each] for each in "abc"}) == 3
