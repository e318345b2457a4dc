"""One saying in all its wordings."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.linking import utterances as room
from reportedly.linking.utterances import align_utterances, shared_run
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.ontology import QuoteKind
from reportedly.model.story import Story
from tests.linking.samples import Draft, days, draft, entity, story_of, versions

VALE = entity("Vale", "NOR", ("aa", "vale"), ("bb", "vale"), ("cc", "vale"))
FIRST = "the harbour will stay shut until the inspectors have finished their search"
SECOND = "the port stays closed till inspectors have finished searching"


def _said(report: str, content: str, *, day: str = "", published: str = "2024-05-04") -> Draft:
    sentence = f"Vale said {'on Friday ' if day else ''}that {content}."
    made = draft(report, sentence, published=published, parsed=True).with_quote(content, "Vale")
    return made.with_time("Friday", days(day)) if day else made


def _groups(story: Story) -> list[list[str]]:
    told = align_utterances(story).utterances
    return sorted(sorted(each.report for each in one.evidence) for one in told)


def test_two_wordings_by_one_speaker_are_one_saying() -> None:
    """The same speaker, the same day, the same sense in other words."""
    story = story_of(_said("aa", FIRST), _said("bb", SECOND), entities=(VALE,))
    (one,) = align_utterances(story).utterances
    assert one.speaker == "Vale"
    assert one.counts.reports == 2
    assert {each.feature for each in one.reasons} >= {"words", "speaker"}


def test_the_same_words_on_another_day_are_another_saying() -> None:
    """Like-sounding sayings of two Fridays stay apart."""
    story = story_of(
        _said("aa", FIRST, day="2024-05-03"),
        _said("bb", FIRST, day="2024-05-10", published="2024-05-11"),
        entities=(VALE,),
    )
    assert _groups(story) == [["aa"], ["bb"]]


def test_nothing_is_told_before_it_was_said() -> None:
    """A report of the fourth cannot carry what was said on the tenth."""
    story = story_of(
        _said("aa", FIRST, day="2024-05-10", published="2024-05-11"),
        _said("bb", FIRST, published="2024-05-04"),
        entities=(VALE,),
    )
    assert _groups(story) == [["aa"], ["bb"]]


def test_reports_far_apart_do_not_share_an_undated_saying() -> None:
    """Two weeks lie between them and neither names the day."""
    story = story_of(
        _said("aa", FIRST), _said("bb", SECOND, published="2024-05-20"), entities=(VALE,)
    )
    assert _groups(story) == [["aa"], ["bb"]]


def test_another_speaker_is_another_saying() -> None:
    """The words agree, the speakers do not."""
    other = draft("bb", f"Moss said that {FIRST}.", published="2024-05-04", parsed=True)
    moss = entity("Moss", "EST", ("bb", "moss"))
    story = story_of(_said("aa", FIRST), other.with_quote(FIRST, "Moss"), entities=(VALE, moss))
    assert _groups(story) == [["aa"], ["bb"]]


def test_an_aligned_passage_asks_for_less() -> None:
    """In one passage of two versions of a text the place shows what is meant."""
    loose = "until the search is over no ship may use the harbour"
    story = story_of(_said("aa", FIRST), _said("bb", loose), entities=(VALE,))
    assert _groups(story) == [["aa"], ["bb"]]
    assert _groups(versions(story, (FIRST, loose))) == [["aa", "bb"]]


def test_one_report_never_puts_two_of_its_sentences_together() -> None:
    """Two sentences of one report are two sayings, however alike."""
    made = draft("aa", f"Vale said that {FIRST}.", f"Later Vale added: {SECOND}.", parsed=True)
    made = made.with_quote(FIRST, "Vale").with_quote(SECOND, "Vale", "added")
    assert _groups(story_of(made, entities=(VALE,))) == [["aa"], ["aa"]]


def test_the_speakers_own_day_counts_for_her_other_words() -> None:
    """A report that dates one saying of a speaker dates the others."""
    first = draft("aa", f"Vale said on Friday that {FIRST}.", "Vale said that rain is near.")
    first = first.with_quote(FIRST, "Vale").with_quote("rain is near", "Vale")
    first = first.with_time("Friday", days("2024-05-03"))
    second = draft("bb", "Vale said on Friday that rain is near.")
    second = second.with_quote("rain is near", "Vale").with_time("Friday", days("2024-05-10"))
    assert len(_groups(story_of(first, second, entities=(VALE,)))) == 3


def test_unknown_speakers_need_the_same_words() -> None:
    """Without a speaker only the same wording shows that it is one saying."""

    def unsaid(report: str, content: str) -> Draft:
        made = draft(report, f"It was said that {content}.", published="2024-05-04", parsed=True)
        return made.with_quote(content, "", "said")

    assert _groups(story_of(unsaid("aa", FIRST), unsaid("bb", FIRST))) == [["aa", "bb"]]
    assert _groups(story_of(unsaid("aa", FIRST), unsaid("bb", SECOND))) == [["aa"], ["bb"]]
    assert _groups(story_of(unsaid("aa", "he left"), unsaid("bb", "he left"))) == [["aa"], ["bb"]]


def test_a_day_that_both_name_helps() -> None:
    """One speaker, one day named inside the words: loosely alike is enough."""
    first = "the envoys of both sides will come to talks in Tarn on 9 June"
    second = "a meeting is to be held on 9 June"
    loose = story_of(_said("aa", first), _said("bb", second), entities=(VALE,))
    assert _groups(loose) == [["aa"], ["bb"]]
    named = story_of(
        _said("aa", first).with_time("9 June", days("2024-06-09")),
        _said("bb", second).with_time("9 June", days("2024-06-09")),
        entities=(VALE,),
    )
    (one,) = align_utterances(named).utterances
    assert "day named" in {each.feature for each in one.reasons}


def test_versions_ask_for_less_but_not_elsewhere() -> None:
    """In versions of a text a loose wording belongs, unless its counterpart is known to be another passage."""
    loose = "until inspectors have finished no ship may use the harbour"
    story = story_of(_said("aa", FIRST), _said("bb", loose), entities=(VALE,))
    assert _groups(versions(story, ("Vale", "Vale"))) == [["aa", "bb"]]
    other = story_of(
        _said("aa", FIRST),
        draft("bb", f"Vale said that {loose}.", "Trains run.", parsed=True).with_quote(
            loose, "Vale"
        ),
        entities=(VALE,),
    )
    assert _groups(versions(other, (FIRST, "Trains run"))) == [["aa"], ["bb"]]


def test_a_cue_with_sense_is_part_of_the_wording() -> None:
    """She denied it, he threatened it: the cue tells what was said."""
    made = [
        draft(report, f"Vale denied {content}.", parsed=True).with_quote(content, "Vale", "denied")
        for report, content in (("aa", "any part in the strike"), ("bb", "joining the strike"))
    ]
    story = versions(story_of(*made, entities=(VALE,)), ("Vale denied", "Vale denied"))
    assert _groups(story) == [["aa", "bb"]]


def test_a_large_story_compares_only_what_shares_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit candidates come from shared words, with the same result."""
    story = story_of(_said("aa", FIRST), _said("bb", SECOND), entities=(VALE,))
    before = align_utterances(story).utterances
    monkeypatch.setattr(room, "SMALL_STORY", 1)
    monkeypatch.setattr(room, "RARE", 9)
    assert align_utterances(story).utterances == before


def test_drift_of_firmness_is_told() -> None:
    """What one wording leaves open the other tells as settled."""
    first, second = "the strike could end on Monday", "the strike ends on Monday"
    story = story_of(_said("aa", first), _said("bb", second), entities=(VALE,))
    (one,) = align_utterances(story).utterances
    assert one.drift == f"“{first}” tells it as open, “{second}” does not"


def test_a_direct_wording_makes_the_saying_direct() -> None:
    """The kind is the best that any report gives."""
    made = draft("bb", f"“{FIRST},” Vale said.", published="2024-05-04", parsed=True)
    story = story_of(_said("aa", FIRST), made.with_quote(f"“{FIRST},”", "Vale"), entities=(VALE,))
    (one,) = align_utterances(story).utterances
    assert one.kind is QuoteKind.DIRECT


def test_what_people_say_overrides() -> None:
    """A correction splits, a later one joins; places may name the report by the start of its id."""
    story = story_of(_said("aa", FIRST), _said("bb", SECOND), entities=(VALE,))
    places = (f"a:{10}-{10 + len(FIRST)}", f"bb:{15}-{15 + len(SECOND)}")
    apart = Correction(CorrectionKind.DIFFERENT_QUOTE, *places, "2024-05-05T00:00:00Z")
    same = Correction(CorrectionKind.SAME_QUOTE, *places, "2024-05-06T00:00:00Z")
    assert _groups(replace(story, corrections=(apart,))) == [["aa"], ["bb"]]
    assert _groups(replace(story, corrections=(apart, same))) == [["aa", "bb"]]


@settings(deadline=None, max_examples=15)
@given(st.permutations(["aa", "bb", "cc"]))
def test_the_order_of_reports_changes_nothing(order: list[str]) -> None:
    """Whatever the order they come in, the same sayings with the same ids come out."""
    words = {"aa": FIRST, "bb": SECOND, "cc": "the tariff falls in June"}
    story = story_of(*(_said(each, words[each]) for each in order), entities=(VALE,))
    told = align_utterances(story).utterances
    assert {each.id for each in told} == {
        each.id
        for each in align_utterances(
            story_of(*(_said(each, words[each]) for each in sorted(order)), entities=(VALE,))
        ).utterances
    }
    assert all(each.evidence for each in told)
    assert all(story.text_of(place) for each in told for place in each.evidence)


def test_the_same_words_in_marks_outweigh_who_and_when() -> None:
    """A run of words in marks is one saying, whoever it is given to; not weeks later."""
    words = "“the harbour will stay shut until the inspectors have finished their search”"
    moss = entity("Moss", "EST", ("bb", "moss"))
    first = draft("aa", f"Vale said {words}.", published="2024-05-04").with_quote(words, "Vale")

    def other(published: str) -> Draft:
        return draft("bb", f"Moss said {words}.", published=published).with_quote(words, "Moss")

    near = story_of(first, other("2024-05-05"), entities=(VALE, moss))
    assert _groups(near) == [["aa", "bb"]]
    (one,) = align_utterances(near).utterances
    assert "run" in {each.feature for each in one.reasons}
    far = story_of(first, other("2024-06-05"), entities=(VALE, moss))
    assert _groups(far) == [["aa"], ["bb"]]


def test_a_piece_of_a_longer_quotation_is_the_same_saying() -> None:
    """Two pieces in one report that another gives as one are one saying; a common turn of phrase is none."""
    whole = "“the harbour stays shut and nobody gets paid before we open it again in June”"
    pieces = "“the harbour stays shut and nobody gets paid”", "“before we open it again in June”"
    one = draft("aa", f"Vale said {whole}.", published="2024-05-04").with_quote(whole, "Vale")
    two = draft("bb", f"Vale said {pieces[0]}. Vale added {pieces[1]}.", published="2024-05-04")
    two = two.with_quote(pieces[0], "Vale").with_quote(pieces[1], "Vale", "added")
    assert _groups(story_of(one, two, entities=(VALE,))) == [["aa", "bb", "bb"]]
    assert shared_run(("at", "the", "end"), ("by", "the", "day")) == 0


def test_what_was_cut_away_has_not_drifted() -> None:
    """A shorter wording that leaves out the sentence with "not" tells the rest as firmly."""
    sentences = (f"Vale said that {FIRST}.", "I am not sure why they came.")
    longer = draft("aa", *sentences, published="2024-05-04", parsed=True)
    longer = longer.with_quote(f"{FIRST}.\n{sentences[1]}", "Vale")
    story = story_of(longer, _said("bb", FIRST), entities=(VALE,))
    (one,) = align_utterances(story).utterances
    assert one.drift is None
