"""The windows that the encoder is trained on."""

from hypothesis import given
from hypothesis import strategies as st

from bench.encoder_windows import Target, windows, windows_around
from reportedly.language.encoder import CLOSES, OPENS
from reportedly.model.ontology import Status
from reportedly.reading.factuality import STATUSES

TEXT = "The army shelled the port. It will leave on Monday. "


def test_a_target_stands_at_its_piece() -> None:
    """Behind the opening mark stand "the", "army", "shell", "##ed", "the", "port"."""
    target = Target(TEXT.index("port"), Status.HAPPENED)
    (window,) = windows(TEXT, [target])
    assert (window.ids[0], window.ids[-1]) == (OPENS, CLOSES)
    assert [place for place, _ in window.targets] == [6]
    (same,) = windows("port", [Target(0, Status.HAPPENED)])
    assert window.ids[6] == same.ids[1]


@given(st.lists(st.integers(0, 40 * len(TEXT) - 2), min_size=1, max_size=9, unique=True))
def test_each_target_is_learned_once(places: list[int]) -> None:
    targets = [Target(place, Status.PLANNED) for place in places]
    found = [each for window in windows(40 * TEXT, targets) for _, each in window.targets]
    assert sorted(each.place for each in found) == sorted(places)
    around = [each for window in windows_around(40 * TEXT, targets) for _, each in window.targets]
    assert len(around) == len(places)


def test_labels_far_apart_have_windows_of_their_own_that_end_with_the_paragraph() -> None:
    text = f"{40 * TEXT}\n{TEXT}"
    near = [Target(4, Status.HAPPENED), Target(9, Status.HAPPENED)]
    assert len(list(windows_around(text, near))) == 1
    assert len(list(windows_around(text, [*near, Target(len(text) - 9, Status.PLANNED)]))) == 2
    (last,) = windows_around(f"{TEXT}\n{TEXT}", [Target(4, Status.HAPPENED)])
    (alone,) = windows_around(TEXT, [Target(4, Status.HAPPENED)])
    assert last.ids == alone.ids


def test_a_status_is_learned_whole_and_chances_as_they_are() -> None:
    whole = Target(4, Status.PLANNED).odds
    assert (sum(whole), whole[STATUSES.index(Status.PLANNED)]) == (1.0, 1.0)
    assert Target(4, chances=(0.25, 0.75)).odds == (0.25, 0.75)


def test_what_is_taught_keeps_its_chances_in_a_window_around_it() -> None:
    """Windows around labels begin elsewhere than the text; only the place moves."""
    told = [Target(len(40 * TEXT) + 4, chances=(0.5, 0.5))]
    (window,) = windows_around(f"{40 * TEXT}{TEXT}", told)
    ((_, target),) = window.targets
    assert (target.chances, target.place < told[0].place) == ((0.5, 0.5), True)
