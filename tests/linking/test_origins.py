"""The one function that counts."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking.lineage import trace_lineage
from reportedly.linking.origins import count_origins
from reportedly.model.ontology import Act, EntityKind, Grade, Status
from reportedly.model.reading import Assertion, AssertionKind, Reading, Speaker
from reportedly.model.report import Source
from reportedly.model.span import Citation, Span
from reportedly.model.story import Entity, Story, Voice
from tests.linking.tellings import HALF, HARBOUR, OTHER, REWORDED, reading, story

TOLD = "A guard at the quay told AFP on Monday that the cranes had been sold."


def voice(of: Reading, words: str, holder: str = "", entity: str = "") -> Voice:
    """What a report tells in these words, in the name of `holder`."""
    start = of.text.index(words)
    citation = Citation(of.report.id, Span(start, start + len(words)))
    return Voice(citation, 0, holder, entity, Status.HAPPENED, headline=False)


def unnamed(of: Reading, name: str) -> Reading:
    """The reading with one assertion whose holder has no name."""
    assertion = Assertion(
        span=Span(0, 1),
        kind=AssertionKind.STATEMENT,
        act=Act.STATEMENT,
        status=Status.HAPPENED,
        holder=Speaker(name, "", Grade.UNNAMED_OFFICIAL),
        chain=(),
        actors=(),
        recipients=(),
        days=None,
        place=None,
        figures=(),
        times=(),
        event=None,
        quotation=None,
        headline=False,
        because="by hand",
    )
    return replace(of, assertions=(assertion,))


def crediting(of: Reading, agency: str = "", outlet: str = "") -> Reading:
    """The reading with this source."""
    return replace(
        of, report=replace(of.report, source=Source(outlet=outlet or None, agency=agency or None))
    )


def test_versions_of_one_text_are_one() -> None:
    """A rewording adds neither text nor newsroom."""
    told = trace_lineage(story(reading("a", HARBOUR), reading("b", REWORDED), reading("c", OTHER)))
    counts = count_origins(told, ())
    assert (counts.reports, counts.texts, counts.newsrooms) == (3, (2, 2), (2, 2))
    assert any("versions of one text" in line for line in counts.because)


def test_a_probable_version_is_counted_both_ways() -> None:
    """At least one text, at most two."""
    whole = (*HARBOUR, *OTHER)
    counts = count_origins(trace_lineage(story(reading("a", whole), reading("b", HALF))), ())
    assert (counts.texts, counts.newsrooms) == ((1, 2), (1, 2))


def test_a_statement_in_a_shared_passage_is_one_text() -> None:
    """Two reports that are texts of their own have this one sentence from one place."""
    a, b = reading("a", HARBOUR), reading("b", [*OTHER, HARBOUR[2]])
    told = trace_lineage(story(a, b))
    assert count_origins(
        told, [voice(a, "Nordkai lost 12 million"), voice(b, "Nordkai lost 12 million")]
    ).texts == (1, 1)
    apart = count_origins(told, [voice(a, "A last vote"), voice(b, "Heavy snow")])
    assert apart.texts == (2, 2)
    more = [voice(a, "Nordkai lost 12 million"), voice(b, "Nordkai lost 12 million")]
    more += [voice(a, "A last vote"), voice(b, "Heavy snow")]
    assert count_origins(told, more).texts == (2, 2)
    assert count_origins(told, ()).texts == (2, 2)


def test_one_agency_behind_two_texts_is_one_newsroom() -> None:
    """A credit is certain; "told AFP" is counted both ways."""
    a = crediting(reading("a", HARBOUR), "AFP")
    certain = story(a, crediting(reading("b", OTHER), "Agence France-Presse"))
    assert count_origins(trace_lineage(certain), ()).newsrooms == (1, 1)
    inferred = story(a, reading("b", [TOLD, *OTHER]))
    assert count_origins(trace_lineage(inferred), ()).newsrooms == (1, 2)


def test_a_passage_of_an_agency_ties_a_report_to_it() -> None:
    """At least, the report that shares the agency's words has them from there."""
    told = story(crediting(reading("a", HARBOUR), "AFP"), reading("b", [*OTHER, HARBOUR[2]]))
    assert count_origins(trace_lineage(told), ()).newsrooms == (1, 2)


def test_outlets_that_carry_an_agency_are_no_newsrooms() -> None:
    """Two papers with the copy of one dispatch: the agency wrote it. Two texts of one paper: one newsroom."""
    wire = crediting(reading("a", HARBOUR), "AFP")
    paper = crediting(reading("b", HARBOUR), outlet="Larvik Post")
    assert count_origins(trace_lineage(story(wire, paper)), ()).newsrooms == (1, 1)
    other = crediting(reading("c", OTHER), outlet="Larvik Post")
    assert count_origins(trace_lineage(story(paper, other)), ()).newsrooms == (1, 1)


def test_holders_are_origins_and_the_own_voice_is_none() -> None:
    """Two people make two; a report by itself adds none."""
    a, b = reading("a", HARBOUR), reading("b", OTHER)
    told = trace_lineage(story(a, b))
    voices = [
        voice(a, "A last vote", "Ola Brekke"),
        voice(b, "Heavy snow", "Siri Dahl"),
        voice(b, "Schools"),
    ]
    counts = count_origins(told, voices)
    assert counts.origins == (2, 2)
    assert [each.name for each in counts.tellers] == ["Ola Brekke", "Siri Dahl"]
    assert count_origins(told, voices[2:]).origins == (0, 0)
    same = [voice(a, "A last vote", "Ola Brekke"), voice(b, "Heavy snow", "OLA BREKKE")]
    assert count_origins(told, same).origins == (1, 1)


def test_unnamed_officials_of_one_country_may_be_one() -> None:
    """One at least, two at most; a named colleague stays apart."""
    a, b = (
        unnamed(reading("a", HARBOUR), "officials"),
        unnamed(reading("b", OTHER), "a senior official"),
    )
    told = trace_lineage(story(a, b))
    voices = [voice(a, "A last vote", "officials"), voice(b, "Heavy snow", "a senior official")]
    counts = count_origins(told, voices)
    assert counts.origins == (1, 2)
    assert "may be the same" in counts.tellers[0].because


def test_descriptions_tell_unnamed_officials_apart() -> None:
    """The harbour master's spokesman is not the spokesman of the ministry of trade."""
    a, b = unnamed(reading("a", HARBOUR), "x"), unnamed(reading("b", OTHER), "y")
    told = trace_lineage(story(a, b))
    voices = [
        voice(a, "A last vote", "the harbour master's spokesman"),
        voice(b, "Heavy snow", "a spokesman of the ministry of trade"),
    ]
    assert count_origins(told, voices).origins == (2, 2)


def test_entities_join_names() -> None:
    """The story's entity is the origin, whatever the wording; a role without a name is unnamed."""
    a, b = reading("a", HARBOUR), reading("b", OTHER)
    entity = Entity("E1", "Ola Brekke", EntityKind.PERSON, "NOR", (), (), (), ())
    role = Entity("E2", "the spokesman", EntityKind.ROLE, "NOR", (), (), (), ())
    guard = Entity("E3", "a guard", EntityKind.ROLE, "NOR", (), (), (), ())
    told = replace(trace_lineage(story(a, b)), entities=(entity, role, guard))
    voices = [voice(a, "A last vote", "Brekke", "E1"), voice(b, "Heavy snow", "the director", "E1")]
    assert [each.name for each in count_origins(told, voices).tellers] == ["Ola Brekke"]
    roles = [voice(a, "A last vote", "he", "E2"), voice(b, "Heavy snow", "she", "E3")]
    assert count_origins(told, roles).origins == (1, 2)


def test_a_state_is_whoever_of_its_own_tells_it() -> None:
    """Oslo denies it beside the minister's denial: one at least, two at most; another state stays apart."""
    a, b = reading("a", HARBOUR), reading("b", OTHER)
    minister = Entity("E1", "Ola Brekke", EntityKind.PERSON, "NOR", (), (), (), ())
    second = Entity("E2", "Siri Dahl", EntityKind.PERSON, "NOR", (), (), (), ())
    state = Entity("E3", "Norway", EntityKind.COUNTRY, "NOR", (), (), (), ())
    other = Entity("E4", "Denmark", EntityKind.COUNTRY, "DNK", (), (), (), ())
    told = replace(trace_lineage(story(a, b)), entities=(minister, second, state, other))
    voices = [voice(a, "A last vote", "Brekke", "E1"), voice(b, "Heavy snow", "Oslo", "E3")]
    assert count_origins(told, voices).origins == (1, 2)
    voices.append(voice(b, "Schools", "Dahl", "E2"))
    assert count_origins(told, voices).origins == (2, 3)
    voices.append(voice(b, "Schools", "Copenhagen", "E4"))
    assert count_origins(told, voices).origins == (3, 4)


def test_a_garbled_name_in_a_copy_is_no_new_origin() -> None:
    """Versions of one text retell one holder, under whatever name."""
    a, b = reading("a", HARBOUR), reading("b", REWORDED)
    told = trace_lineage(story(a, b))
    voices = [voice(a, "The port company", "Ola Brekke"), voice(b, "Port company", "Olga Bracke")]
    assert count_origins(told, voices).origins == (1, 1)


def test_the_version_that_names_its_holder_is_shown() -> None:
    """A copy that lost the name tells no one else."""
    a, b = unnamed(reading("a", HARBOUR), "the director"), reading("b", REWORDED)
    told = trace_lineage(story(a, b))
    voices = [voice(a, "The port", "the director"), voice(b, "Port company", "Ola Brekke")]
    assert [each.name for each in count_origins(told, voices).tellers] == ["Ola Brekke"]


@settings(deadline=None, max_examples=10)
@given(
    st.lists(st.sampled_from([HARBOUR, REWORDED, OTHER]), min_size=1, max_size=3), st.integers(0, 2)
)
def test_an_exact_copy_adds_no_origin(texts: list[tuple[str, ...]], which: int) -> None:
    """Not a text, not a newsroom, not a teller."""
    readings = [reading(f"r{index}", text) for index, text in enumerate(texts)]
    copied = texts[which % len(texts)]
    copy = reading("s", copied)
    holders = [
        voice(each, each.text[:40], f"holder {text[0]}")
        for each, text in zip(readings, texts, strict=True)
    ]
    before = count_origins(_traced(readings), holders)
    after = count_origins(
        _traced([*readings, copy]), [*holders, voice(copy, copy.text[:40], f"holder {copied[0]}")]
    )
    assert after.reports == before.reports + 1
    assert (after.texts, after.newsrooms, after.origins) == (
        before.texts,
        before.newsrooms,
        before.origins,
    )


def _traced(readings: list[Reading]) -> Story:
    return trace_lineage(story(*readings))


@pytest.mark.parametrize("reverse", [False, True])
def test_the_order_of_voices_changes_nothing(reverse: bool) -> None:  # noqa: FBT001 - a table
    """Counts and tellers are the same from either end."""
    a, b = reading("a", HARBOUR), reading("b", OTHER)
    voices = [voice(a, "A last vote", "Ola Brekke"), voice(b, "Heavy snow", "Siri Dahl")]
    if reverse:
        voices.reverse()
    counts = count_origins(_traced([a, b]), voices)
    assert [each.name for each in counts.tellers] == ["Ola Brekke", "Siri Dahl"]
