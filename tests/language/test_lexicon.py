"""The word tables: well-formed, sorted, and looked up by frame."""

from importlib.resources import files

import pytest

from reportedly.language.lexicon import (
    is_harm,
    is_light,
    load_lexicon,
    modal_status,
    noun_entry,
    qualifier_status,
    verb_entry,
)
from reportedly.model.ontology import Act, Status


@pytest.mark.parametrize("name", ["act_nouns.csv", "act_verbs.csv", "qualifiers.csv"])
def test_sorted_tables(name: str) -> None:
    """A table is sorted, without doubles, under comments that say where it comes from."""
    lines = (files("reportedly.language") / name).read_text("utf-8").splitlines()
    rows = [line for line in lines if not line.startswith("#")][1:]
    assert lines[0].startswith("#")
    assert rows == sorted(set(rows))


def test_sorted_lists() -> None:
    """No word stands in two places of the lists of light verbs and harms by mistake."""
    assert not load_lexicon().light & load_lexicon().harm
    assert "sanction" in load_lexicon().harm


@pytest.mark.parametrize(
    ("lemma", "frame", "particles", "act", "inner"),
    [
        ("demand", "that", (), Act.REQUEST, Status.DEMANDED),
        ("deny", "ing", (), Act.DENY, Status.DENIED),
        ("call", "", ("for",), Act.REQUEST, Status.DEMANDED),
        ("decide", "that", (), Act.STATEMENT, None),
        ("decide", "to", (), Act.STATEMENT, Status.PLANNED),
        ("want", "to", (), Act.STATEMENT, Status.POSSIBLE),
        ("want", "other to", (), Act.REQUEST, Status.DEMANDED),
        ("hop", "to", (), Act.STATEMENT, Status.POSSIBLE),
        ("confirm", "that", (), Act.STATEMENT, None),
    ],
)
def test_verbs(
    lemma: str, frame: str, particles: tuple[str, ...], act: Act, inner: Status | None
) -> None:
    """A verb's act and what it lays on its clause depend on particle and frame."""
    entry = verb_entry(lemma, frame, particles)
    assert entry is not None
    assert (entry.act, entry.inner) == (act, inner)


def test_plain_deeds_govern_nothing() -> None:
    """An attack is an event and lays nothing on another."""
    entry = verb_entry("attack")
    assert entry is not None
    assert not entry.governs
    assert entry.inner is None


def test_unknown_words() -> None:
    """What is not in the tables has no entry."""
    assert verb_entry("photosynthesise") is None
    assert noun_entry("marmalade") is None
    assert qualifier_status("blue") is None
    assert modal_status("dog") is None


def test_nouns_and_words() -> None:
    """Nouns in both numbers, modals by form, harm and light verbs."""
    talks = noun_entry("talks")
    assert talks is not None
    assert talks.act is Act.CONSULT
    assert modal_status("Will") is Status.PLANNED
    assert qualifier_status("likely") is Status.POSSIBLE
    assert is_harm("sanction")
    assert not is_harm("bread")
    assert is_light("hold")
