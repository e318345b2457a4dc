"""The ledger: who demands, offers, denies what."""

from tests.told import talks


def _held() -> set[tuple[str, str]]:
    return {(each.actor, each.act) for each in talks().positions}


def test_states_hold_the_positions_their_ministers_and_ministries_voice() -> None:
    assert ("Somalia", "demand") in _held()
    assert ("Kenya", "deny") in _held()
    assert ("Kenya", "offer") in _held()


def test_who_calls_for_something_demands_it() -> None:
    assert ("Ethiopia", "demand") in _held()


def test_a_position_cites_its_words_and_counts_its_origins() -> None:
    story = talks()
    for position in story.positions:
        assert position.issue in {story.text_of(each) for each in position.evidence}
        assert position.counts.reports >= 1
        assert set(position.claims) <= {claim.id for claim in story.claims}


def test_nobody_holds_a_position_in_the_words_that_only_say_that_he_spoke() -> None:
    assert all("confirmed on Tuesday" not in each.issue for each in talks().positions)
