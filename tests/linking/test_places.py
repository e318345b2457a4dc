"""Which places of two versions belong together."""

from dataclasses import replace

from reportedly.language.countries import countries_joined
from reportedly.linking.grouping import Link, Ruling, group, members_at
from reportedly.linking.parties import parties_of
from reportedly.linking.places import GAP, aligned_places
from reportedly.model.ontology import EntityKind, RelationKind
from reportedly.model.reading import Argument
from reportedly.model.span import Citation, Span
from reportedly.model.story import Story
from tests.linking.samples import Draft, draft, story_of, versions

FIRST = (
    "The harbour of Tarn was shut on Monday.",
    "Nobody knows why it was shut.",
    "A ferry was turned away at noon.",
)
SECOND = (
    "Tarn's port was closed on Monday.",
    "The reason for it is not known.",
    "At noon a ferry had to turn back.",
)


def _story(*pairs: tuple[str, str]) -> Story:
    return versions(story_of(draft("aa", *FIRST), draft("bb", *SECOND)), *pairs)


def _cited(report: str, made: Draft, words: str) -> Citation:
    return Citation(report, made.at(words))


def test_a_run_stands_for_its_sentence() -> None:
    """A passage that holds a good stretch of a sentence aligns all of it, from either side."""
    places = aligned_places(_story(("The harbour of Tarn was", "Tarn's port was closed")))
    ours = _cited("aa", draft("aa", *FIRST), "shut on Monday")
    theirs = _cited("bb", draft("bb", *SECOND), "on Monday")
    assert places.aligned(ours, theirs) == places.aligned(theirs, ours) == 0.9
    assert places.are_versions("bb", "aa")


def test_what_lies_between_two_passages_is_one() -> None:
    """The middle sentences correspond, with a low score; and not to the last one."""
    places = aligned_places(_story((FIRST[0], SECOND[0]), (FIRST[2], SECOND[2])))
    ours = _cited("aa", draft("aa", *FIRST), FIRST[1])
    theirs = _cited("bb", draft("bb", *SECOND), SECOND[1])
    last = _cited("bb", draft("bb", *SECOND), SECOND[2])
    assert places.aligned(ours, theirs) == GAP
    assert places.aligned(ours, last) == 0
    assert places.elsewhere(last, ours)
    assert not places.elsewhere(ours, theirs)


def test_texts_that_share_a_passage_have_no_gaps() -> None:
    """What stands between the shared passages of two different texts says nothing."""
    story = _story((FIRST[0], SECOND[0]), (FIRST[2], SECOND[2]))
    (relation,) = story.relations
    shared = replace(story, relations=(replace(relation, kind=RelationKind.SHARED_PASSAGE),))
    places = aligned_places(shared)
    assert len(places.by_pair["aa", "bb"]) == 2
    assert not places.are_versions("aa", "bb")


def test_groups_keep_apart_what_may_not_join() -> None:
    """The surest link goes first, and the weaker one may not bring its enemy in."""
    links = [Link(0, 1, 0.9, ()), Link(1, 2, 0.5, ())]
    assert group(3, links, Ruling(), lambda a, b: {a, b} != {0, 2}) == ((0, 1), (2,))
    assert group(3, links, Ruling(((0, 2),)), lambda _a, _b: True) == ((0, 1, 2),)
    assert group(2, [], Ruling(((0, 1), (1, 0))), lambda _a, _b: True) == ((0, 1),)


def test_a_place_that_is_none_finds_nobody() -> None:
    """Corrections may name what is no longer there."""
    members = [(Citation("abc", Span(0, 5)),)]
    assert members_at("ab:0-5", members) == (0,)
    assert members_at("ab:7-9", members) == members_at("nonsense", members) == ()


def test_sides() -> None:
    """Joined countries count as both; a chain without an entity stands for itself, its country before it."""
    assert countries_joined("French and German envoys") == ("FRA", "DEU")
    assert countries_joined("the envoys and the press") == countries_joined("German envoys") == ()
    made = draft("aa", "Bern and a guard spoke.")
    parties = parties_of(story_of(made.with_mention("Bern", EntityKind.COUNTRY, "CHE")))
    both = [Argument(Span(0, 4), "Bern", "bern"), Argument(Span(9, 16), "a guard", "guard")]
    assert parties.sides_of("aa", both) == {"CHE", "aa/guard"}
    assert parties.side_of("aa", "") == parties.entity_id("aa", "bern") == ""
