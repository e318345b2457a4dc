"""One lexicon: each word stands in it once, and what its columns say of it agrees."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pytest

from reportedly.language.act_rows import Row, noun_rows, read_table, verb_rows
from reportedly.language.commitment import Commitment
from reportedly.language.cue_words import cue_verbs, verbs_with
from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.ontology import Act, Presentation, Status
from reportedly.reading.cues import load_cues

FRAMES = ("", "ing", "other to", "that", "to")
PLAIN_CUES = ("clause", "ing", "named", "object", "quote", "to", "to-whom")
PREPOSITIONS = ("about", "against", "as", "at", "for", "in", "of", "on", "with")
TRAITS = ("avowal", "mere", "plain", "relay", "reporting")
CLAUSES = {"clause": "that", "to": "to", "ing": "ing", "object-to": "other to"}
ACTS: Mapping[str, tuple[Act, ...]] = {
    "accept": (Act.AGREE,),
    "accuse": (Act.ACCUSE,),
    "confirm": (Act.STATEMENT,),
    "criticise": (Act.ACCUSE,),
    "decline": (Act.REJECT,),
    "demand": (Act.REQUEST,),
    "deny": (Act.DENY,),
    "hope": (Act.STATEMENT,),
    "insist": (Act.STATEMENT, Act.REQUEST),
    "offer": (Act.AGREE,),
    "promise": (Act.AGREE,),
    "propose": (Act.AGREE,),
    "reject": (Act.REJECT,),
    "support": (Act.SUPPORT,),
    "threaten": (Act.THREATEN, Act.REQUEST),  # "warned them to leave"
    "welcome": (Act.SUPPORT,),
}


def test_no_word_stands_twice_in_one_frame() -> None:
    """A verb with its frame, a noun, an adjective has one row."""
    verbs = Counter((row.lemma, row.frame) for row in verb_rows())
    nouns = Counter(row.lemma for row in noun_rows())
    adjectives = Counter(row["lemma"] for row in read_table("qualifiers.csv"))
    assert {count for table in (verbs, nouns, adjectives) for count in table.values()} == {1}


def test_no_cue_frame_stands_on_two_rows() -> None:
    """What "call" takes as a cue is spread over "call for" and "call on", no frame of it twice."""
    count = Counter((row.head, frame) for row in verb_rows() for frame in row.cue)
    assert {frame for frame, times in count.items() if times > 1} == set()


def test_every_cue_is_a_row_of_the_lexicon() -> None:
    """The cues of quotations are the lexicon's own rows and no others."""
    cues = load_cues()
    assert set(cues.verbs) == {row.head for row in verb_rows() if row.cue}
    assert set(cues.nouns) == {row.lemma for row in noun_rows() if row.cue}
    assert set(cues.adjectives) == {
        row["lemma"] for row in read_table("qualifiers.csv") if row["cue"]
    }
    assert cues.relays <= set(cues.verbs)


def test_columns_hold_known_values() -> None:
    """Frames, cues, traits and stands are written as the guideline names them."""
    objects = tuple(f"object-{each}" for each in ("named", "to", *PREPOSITIONS))
    for row in (*verb_rows(), *noun_rows()):
        assert row.frame in FRAMES, row
        assert row.cue <= {*PLAIN_CUES, *PREPOSITIONS, *objects}, row
        assert row.traits <= set(TRAITS), row
        assert row.entry is None or row.entry.reporter or not row.entry.speaker, row
        assert row.entry or row.cue or row.stand or row.traits, f"says nothing: {row}"


@pytest.mark.parametrize("row", [row for row in verb_rows() if row.cue], ids=lambda row: row.lemma)
def test_the_row_of_a_cue_is_the_row_of_its_act(row: Row) -> None:
    """Who looks up the act of "warned against" finds the row on which the cue "against" stands."""
    tail = tuple(row.lemma.split(" ")[1:])
    for cue in row.cue:
        particles = tail or (cue.removeprefix("object-").replace("to-whom", "to"),)
        entry = verb_entry(
            row.head, CLAUSES.get(cue, ""), particles if cue not in CLAUSES else tail
        )
        assert entry == row.entry or (row.entry is None and cue in ("named", "object-named")), cue


def test_stands_agree_with_acts() -> None:
    """What the ledger calls a verb is what its act is: nothing is "deny" here and a rejection there."""
    stands = defaultdict(set)
    for row in verb_rows():
        if row.stand and row.entry and row.stand != "-":
            assert row.entry.act in ACTS[row.stand], row
        if row.stand:
            stands[row.head].add(row.stand)
    assert {head: found for head, found in stands.items() if len(found) > 1} == {}


def test_verbs_with_a_trait_of_reporting_are_cues_or_states_of_mind() -> None:
    """Whoever adds a plain verb of saying adds its frames too."""
    for trait in ("plain", "relay", "reporting"):
        assert verbs_with(trait) <= set(cue_verbs())


@pytest.mark.parametrize("british", ["apologise", "criticise", "emphasise", "realise", "recognise"])
def test_both_spellings_say_the_same(british: str) -> None:
    """A row for one spelling is a row for the other."""
    rows = {row.lemma: row for row in verb_rows()}
    one, other = rows[british], rows[british.replace("ise", "ize")]
    assert (one.cue, one.stand, one.traits) == (other.cue, other.stand, other.traits)
    assert one.entry is not None
    assert other.entry is not None
    assert replace(one.entry, lemma="") == replace(other.entry, lemma="")


def test_words_taken_as_given_under_a_no_are_given() -> None:
    """What is given where it is negated ("did not know that he left") is given where it is not."""
    presumed = load_lexicon().presumed - {"hear", "mention", "understand"}  # may also only report
    rows = [row for row in verb_rows() if row.lemma in presumed and row.frame != "to"]
    assert {row.reporter for row in rows} - {Presentation.GIVEN} <= {None}


@pytest.mark.parametrize(
    ("lemma", "speaker", "reporter", "status"),
    [
        ("say", Commitment.CERTAIN, Presentation.NEUTRAL, None),
        ("admit", Commitment.CERTAIN, Presentation.GIVEN, None),
        ("insist", Commitment.CERTAIN, Presentation.RESERVED, None),
        ("claim", Commitment.CERTAIN, Presentation.DISTANT, Status.ALLEGED),
        ("believe", Commitment.BELIEVED, Presentation.NEUTRAL, Status.ALLEGED),
        ("accuse", Commitment.CHARGED, Presentation.NEUTRAL, Status.ALLEGED),
        ("allege", Commitment.CHARGED, Presentation.DISTANT, Status.ALLEGED),
        ("deny", Commitment.DENIED, Presentation.NEUTRAL, Status.DENIED),
        ("refute", Commitment.DENIED, Presentation.FALSE, Status.DENIED),
        ("pretend", Commitment.CERTAIN, Presentation.FALSE, Status.NEGATED),
        ("prevent", None, Presentation.FALSE, Status.NEGATED),
        ("try", None, Presentation.OPEN, Status.POSSIBLE),
        ("pledge", Commitment.PROMISED, Presentation.NEUTRAL, Status.PROMISED),
        ("shell", None, None, None),
    ],
)
def test_speaker_and_report_are_bound_apart(
    lemma: str,
    speaker: Commitment | None,
    reporter: Presentation | None,
    status: Status | None,
) -> None:
    """What a word makes of its content for the speaker and for the report, and the status that follows."""
    entry = verb_entry(lemma, "that")
    assert entry is not None
    assert (entry.speaker, entry.reporter, entry.inner) == (speaker, reporter, status)
