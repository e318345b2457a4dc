"""Who a quotation is by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import EntityKind, Form, Grade, QuoteKind
from reportedly.model.reading import Mention, Quotation, Reading, Speaker
from reportedly.model.report import Block, Report, Role, Source
from reportedly.model.span import Span
from reportedly.reading.quotations import find_quotations
from reportedly.reading.sentences import split_sentences
from reportedly.reading.speakers import attribute_speakers, correct_speakers
from reportedly.reading.told_before import Running, only_one_before
from tests.reading.told_lines import told


def reading_of(text: str, mentions: tuple[Mention, ...] = ()) -> Reading:
    """A text, a paragraph a line, with mentions made by hand, read up to its speakers."""
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(start, start + len(line)), Role.PARAGRAPH, "line"))
        start += len(line) + 1
    report = Report("r1", "r1.txt", text, tuple(blocks), Source(), None)
    reading = find_quotations(split_sentences(Reading(report, mentions=mentions)))
    return attribute_speakers(reading)


def mention(
    text: str, words: str, name: str, entity: str, kind: EntityKind, **more: str
) -> Mention:
    """The first place of these words as a mention; a pronoun where the words are one."""
    start = text.index(words)
    span = Span(start, start + len(words))
    form = Form.PRONOUN if words.lower() in ("he", "she", "it", "they") else Form.NAMED
    form = Form.NOMINAL if kind in (EntityKind.ROLE, EntityKind.GROUP) else form
    return Mention(span, span, kind, form, name, entity, **more)


def speakers(reading: Reading) -> list[tuple[str, Grade]]:
    """Names and grades in order."""
    return [(each.speaker.name, each.speaker.grade) for each in reading.quotations if each.speaker]


def test_a_named_source_is_its_chain() -> None:
    """The name is the chain's fullest."""
    text = "Berg said the pier was closed."
    berg = mention(text, "Berg", "Anna Berg", "e1", EntityKind.PERSON)
    reading = reading_of(text, (berg,))
    assert speakers(reading) == [("Anna Berg", Grade.NAMED_PERSON)]
    assert reading.quotations[0].speaker == Speaker("Anna Berg", "e1", Grade.NAMED_PERSON, '"Berg"')


@pytest.mark.parametrize(
    ("words", "kind", "country", "grade"),
    [
        ("the Interior Ministry", EntityKind.ORGANISATION, None, Grade.NAMED_OFFICE),
        ("A Peruvian official", EntityKind.ROLE, "PER", Grade.UNNAMED_OFFICIAL),
        ("two insiders", EntityKind.GROUP, None, Grade.SOURCES),
    ],
)
def test_a_source_is_graded_by_its_chain(
    words: str, kind: EntityKind, country: str | None, grade: Grade
) -> None:
    """Persons, offices, officials and sources."""
    text = f"On Monday {words} said the pier was closed."
    more = {"country": country} if country else {}
    found = mention(text, words, words, "e1", kind, **more)
    assert speakers(reading_of(text, (found,))) == [(words, grade)]


def test_a_source_without_a_mention_keeps_its_words() -> None:
    """Nothing is made up."""
    assert speakers(reading_of("Several insiders said the pier was closed.")) == [
        ("Several insiders", Grade.SOURCES)
    ]


def test_a_passive_without_agent_has_no_speaker() -> None:
    """Somebody accuses; the text does not say who."""
    assert speakers(reading_of("The firm is accused of hiding its debts.")) == [("", Grade.NONE)]


def test_a_pronoun_follows_its_chain() -> None:
    """The chains of mentions decide first."""
    text = "The road is closed. She said the pier was safe. Anna Berg left."
    she = mention(text, "She", "Anna Berg", "e1", EntityKind.PERSON)
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON)
    assert speakers(reading_of(text, (she, berg))) == [("Anna Berg", Grade.NAMED_PERSON)]


def test_a_pronoun_takes_up_the_last_speaker() -> None:
    """Where its chain is silent and nobody else has been named."""
    text = "Anna Berg said the pier was closed. She added that the road was open."
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON)
    assert speakers(reading_of(text, (berg,)))[1] == ("Anna Berg", Grade.NAMED_PERSON)


def test_who_speaks_goes_on_whomever_was_spoken_of() -> None:
    """Holm is in what Berg said; Berg adds something."""
    text = "Anna Berg said Ida Holm closed the pier. She added that the road was open."
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON)
    holm = mention(text, "Ida Holm", "Ida Holm", "e2", EntityKind.PERSON)
    assert speakers(reading_of(text, (berg, holm)))[1] == ("Anna Berg", Grade.NAMED_PERSON)


def test_a_pronoun_with_two_candidates_stays_open() -> None:
    """Abstain rather than guess."""
    text = "Anna Berg said the pier was shut. Ida Holm left. She added that the road was open."
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON)
    holm = mention(text, "Ida Holm", "Ida Holm", "e2", EntityKind.PERSON)
    assert speakers(reading_of(text, (berg, holm)))[1] == ("", Grade.NONE)


def test_they_take_up_a_body() -> None:
    """They: the board that spoke, not a person."""
    text = "The board said the pier was closed. They added that the road was open."
    board = mention(text, "The board", "The board", "e1", EntityKind.ORGANISATION)
    assert speakers(reading_of(text, (board,)))[1] == ("The board", Grade.NAMED_OFFICE)


def test_an_agency_may_be_called_she() -> None:
    """Translated text: the agency quoted the ministry, then "she" quotes somebody: doubtful, but the agency."""
    text = (
        "The Trade Ministry confirmed that the tax was cut, the state-run BTA reported.\n"
        "She also quoted Deputy Minister Ivo Krall as saying that the budget was sound."
    )
    ministry = mention(text, "The Trade Ministry", "Trade Ministry", "e1", EntityKind.ORGANISATION)
    krall = mention(text, "Deputy Minister Ivo Krall", "Ivo Krall", "e2", EntityKind.PERSON)
    reading = reading_of(text, (ministry, krall))
    assert [each.chain for each in reading.quotations] == [("BTA",), ("BTA",)]
    assert speakers(reading)[1] == ("Ivo Krall", Grade.NAMED_PERSON)


def test_a_body_may_be_called_she_at_a_doubt() -> None:
    """Without an agency it is the body that spoke, and the reason says that it is doubtful."""
    text = "The Trade Ministry said the tax was cut. She said the budget was sound."
    ministry = mention(text, "The Trade Ministry", "Trade Ministry", "e1", EntityKind.ORGANISATION)
    speaker = reading_of(text, (ministry,)).quotations[1].speaker
    assert speaker is not None
    assert speaker.name == "Trade Ministry"
    assert "doubtful" in speaker.because


def test_who_stands_for_its_noun() -> None:
    """Relative pronouns by syntax, with and without a mention."""
    text = "Anna Berg, who said the pier was closed, left early."
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON)
    assert speakers(reading_of(text, (berg,))) == [("Anna Berg", Grade.NAMED_PERSON)]
    assert speakers(reading_of("The guard, who said the pier was closed, left early."))[0][0]


def test_several_together_keep_their_words() -> None:
    """France and Germany are not France."""
    text = "Chad and Niger have called for a truce."
    chad = mention(text, "Chad", "Chad", "e1", EntityKind.COUNTRY)
    niger = mention(text, "Niger", "Niger", "e2", EntityKind.COUNTRY)
    assert speakers(reading_of(text, (chad, niger))) == [("Chad and Niger", Grade.NAMED_OFFICE)]


def test_words_without_a_cue_go_on_with_the_last_speaker() -> None:
    """In the next paragraph too, unless somebody else is brought in."""
    text = "“The pumps failed,” Anna Berg said.\n“It took us two days to find out why.”"
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON)
    assert [name for name, _ in speakers(reading_of(text, (berg,)))] == ["Anna Berg", "Anna Berg"]
    other = text.replace("\n", "\nIda Holm came later. ")
    holm = mention(other, "Ida Holm", "Ida Holm", "e2", EntityKind.PERSON)
    assert speakers(reading_of(other, (berg, holm)))[1] == ("", Grade.NONE)


def test_words_without_a_cue_at_the_start_are_nobodys() -> None:
    """There is nobody to go on with."""
    assert speakers(reading_of("“It took us two days to find out why.”")) == [("", Grade.NONE)]


def test_a_corrected_speaker_replaces_the_computed_one() -> None:
    """By place and name; corrections of other reports, kinds and broken places change nothing."""
    text = "Berg said the pier was closed. Holm left."
    berg = mention(text, "Berg", "Anna Berg", "e1", EntityKind.PERSON)
    holm = mention(text, "Holm", "Ida Holm", "e2", EntityKind.PERSON)
    reading = reading_of(text, (berg, holm))
    place = f"{reading.quotations[0].content[0].start}-{reading.quotations[0].content[0].end}"

    def corrected(first: str, name: str, kind: CorrectionKind = CorrectionKind.SPEAKER) -> str:
        made = Correction(kind, first, name, "2024-01-01T00:00:00Z")
        speaker = correct_speakers(reading, [made]).quotations[0].speaker
        return f"{speaker.name}/{speaker.entity}" if speaker else ""

    assert corrected(f"r1:{place}", "Ida Holm") == "Ida Holm/e2"
    assert corrected(f"r1:{place}", "Per Lund") == "Per Lund/"
    for first in (f"r2:{place}", "r1:x-9", "r1:9-3", "r1:31-35", "r1"):
        assert corrected(first, "Per Lund") == "Anna Berg/e1"
    assert corrected(f"r1:{place}", "Per Lund", CorrectionKind.COPY) == "Anna Berg/e1"


def test_a_quotation_outside_any_sentence_is_survived() -> None:
    """Records made by hand, without sentences."""
    report = Report("r1", "r1.txt", "She said no. It, she", (), Source(), None)
    quotation = Quotation((Span(9, 11),), QuoteKind.INDIRECT, None, Span(0, 3), None, ("She",), "")
    relative = Quotation((Span(9, 11),), QuoteKind.INDIRECT, None, Span(0, 8), None, (), "")
    found = attribute_speakers(Reading(report, quotations=(quotation, relative)))
    assert found.quotations[0].chain == ()


@settings(max_examples=20, deadline=None)
@given(
    st.lists(
        st.sampled_from(["He said ", "“no” ", "it, ", "Berg said ", "who ", ".\n"]), max_size=8
    )
)
def test_every_quotation_gets_a_speaker(parts: list[str]) -> None:
    """Named or not, with a reason."""
    for quotation in reading_of("".join(parts)).quotations:
        assert quotation.speaker is not None
        assert quotation.speaker.because


def test_a_bare_description_takes_up_the_one_name_that_it_fits() -> None:
    """The senator is the senator told of; with two of them nobody is named."""
    text = "Anna Berg spoke. Ida Holm left. The senator said that the road was open."
    berg = mention(text, "Anna Berg", "Anna Berg", "e1", EntityKind.PERSON, office="senator")
    holm = mention(text, "Ida Holm", "Ida Holm", "e2", EntityKind.PERSON)
    assert speakers(reading_of(text, (berg, holm))) == [("Anna Berg", Grade.NAMED_PERSON)]
    holm = mention(text, "Ida Holm", "Ida Holm", "e2", EntityKind.PERSON, office="senator")
    assert speakers(reading_of(text, (berg, holm)))[0][0] == "The senator"


def test_he_is_not_a_body_where_a_man_is_about() -> None:
    """A chain that makes "he" a firm is not believed beside a person's name, which is then meant."""
    text = "Tom Hill runs Norfeld. He said that coal was dead."
    hill = mention(text, "Tom Hill", "Tom Hill", "e1", EntityKind.PERSON)
    firm = mention(text, "Norfeld", "Norfeld", "e2", EntityKind.ORGANISATION)
    he = mention(text, "He", "He", "e2", EntityKind.ORGANISATION)
    assert speakers(reading_of(text, (hill, firm, he))) == [("Tom Hill", Grade.NAMED_PERSON)]


def test_she_is_not_he() -> None:
    """A chain that was "he" is not believed for "she"."""
    text = "Robin Hill left. He was tired. She said that coal was dead."
    hill = mention(text, "Robin Hill", "Robin Hill", "e1", EntityKind.PERSON)
    he = mention(text, "He", "He", "e1", EntityKind.PERSON)
    she = mention(text, "She", "She", "e1", EntityKind.PERSON)
    assert speakers(reading_of(text, (hill, he, she))) == [("", Grade.NONE)]


def test_who_is_only_asked_whether_he_says_it_has_not_said_it() -> None:
    """Being "asked whether he would promise that the mill stays open" makes nobody promise."""
    reading = reading_of(
        "Rui Costa was asked whether he would promise that the mill would stay open."
    )
    assert all(name == "" for name, _ in speakers(reading))


def test_a_long_quotation_goes_on_with_its_speaker() -> None:
    """Nearness is counted from where the words end: the mayor named in them has not said them."""
    text = (
        "“The pier is shut,” Berg said. “It is old. It is bad. It is rotten. I think Mayor Lund lied.”\n"
        "“We will sue,” he said."
    )
    people = (
        mention(text, "Berg", "Karl Berg", "e1", EntityKind.PERSON),
        mention(text, "Mayor Lund", "Lund", "e2", EntityKind.PERSON),
        mention(text, "he", "Lund", "e2", EntityKind.PERSON),
    )
    assert speakers(reading_of(text, people))[-1][0] == "Karl Berg"


def test_whom_the_sentence_before_is_about_goes_on_to_speak() -> None:
    """A quotation that opens a paragraph behind a sentence about Holt is by Holt, not by the last speaker."""
    text = (
        "“We never hid it,” Berg said.\n"
        "Holt spent an hour on the old pier.\n"
        "“We had no choice,” he said."
    )
    people = (
        mention(text, "Berg", "Karl Berg", "e1", EntityKind.PERSON),
        mention(text, "Holt", "Dan Holt", "e2", EntityKind.PERSON),
        mention(text, "he", "Karl Berg", "e1", EntityKind.PERSON),
    )
    assert speakers(reading_of(text, people))[-1][0] == "Dan Holt"


def test_a_surname_that_is_no_mention_is_the_person_named_before() -> None:
    """To a tagger "August" is a month, to a reader a neighbour."""
    text = "Bert August came. “It is sad,” August said."
    neighbour = mention(text, "Bert August", "Bert August", "e1", EntityKind.PERSON)
    assert speakers(reading_of(text, (neighbour,)))[0][0] == "Bert August"


def spoken(text: str) -> list[str]:
    """The speakers of a text that is read as a whole, in order."""
    return [each.speaker.name if each.speaker else "" for each in told(text).quotations]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Lund’s letter noted that the pier was old.", "Ann Lund"),
        ("Harbour Hospital issued a statement saying the captain was well.", "Harbour Hospital"),
        ("Ann Lund said in a note that all was well. “We wait,” the note said.", "Ann Lund"),
        (
            "Ann Lund put out a statement after Dan Holt’s speech that said “it is a lie.”",
            "Ann Lund",
        ),
        ("Thursday’s statement said the pier was old.", "Thursday’s statement"),
        ("The report said the pier was old.", "The report"),
    ],
)
def test_a_paper_speaks_for_whoever_sends_it(text: str, name: str) -> None:
    """A letter, a statement, a remark is its author's, where the text names one."""
    assert spoken(text)[-1] == name


def test_a_description_is_the_one_named_beside_it() -> None:
    """The member, named in an apposition, goes on as "he"."""
    text = (
        "“We wait,” Dan Holt said. The panel’s ranking member, Karl E. Berg, Democrat of Ohio, "
        "said the hearing should be public. “We will not hide,” he said."
    )
    assert spoken(text)[-2:] == ["Karl E. Berg", "Karl E. Berg"]


def test_who_is_named_in_the_words_does_not_say_them() -> None:
    """Nobody speaks of himself by his full name: somebody else posted it."""
    text = "Holt praised Karl Berg when he was mayor. “Karl Berg is doing well,” he wrote."
    assert spoken(text)[-1] != "Karl Berg"


def test_the_only_one_named_before_speaks() -> None:
    """The last speaker does not go on where the sentence between is about one other person."""
    text = (
        "“It is broad,” Dan Holt said.\n"
        "That did not convince Karl Berg. “If it is broad,” he said, “it is not ours.”"
    )
    people = (
        mention(text, "Dan Holt", "Dan Holt", "e1", EntityKind.PERSON),
        mention(text, "Karl Berg", "Karl Berg", "e2", EntityKind.PERSON),
        mention(text, "he", "Dan Holt", "e1", EntityKind.PERSON),
    )
    assert speakers(reading_of(text, people))[-1][0] == "Karl Berg"


def test_who_is_named_in_the_sentence_itself_goes_before_the_only_one_named_before() -> None:
    """The pronoun in what a named minister says is the minister."""
    text = "Clara Holt said talks went on. Ann Berg said she was glad that talks went on."
    holt = mention(text, "Clara Holt", "Clara Holt", "e1", EntityKind.PERSON)
    berg = mention(text, "Ann Berg", "Ann Berg", "e2", EntityKind.PERSON)
    she = Span(text.index("she"), text.index("she") + 3)
    alone = only_one_before(Running(reading_of(text, (holt,)), ()), she, "she")
    assert alone is not None
    assert alone.name == "Clara Holt"
    assert only_one_before(Running(reading_of(text, (holt, berg)), ()), she, "she") is None


def test_an_age_takes_up_the_last_speaker() -> None:
    """Whoever is called "the 43-year-old" has been told of."""
    text = "“We wait,” Dan Holt said. “It is late,” the 43-year-old said."
    holt = mention(text, "Dan Holt", "Dan Holt", "e1", EntityKind.PERSON)
    assert speakers(reading_of(text, (holt,)))[-1][0] == "Dan Holt"


def test_a_name_before_a_noun_is_not_told_of() -> None:
    """Holt may speak of "the Holt campaign"."""
    text = "Dan Holt spoke. “The Holt campaign is well,” he said."
    assert spoken(text)[-1] == "Dan Holt"
