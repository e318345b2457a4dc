"""Corrections are appended and never changed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.archive.corrections import append_correction, list_corrections
from reportedly.archive.store import Archive
from reportedly.archive.told import store_stories, stored_stories
from reportedly.model.correction import Correction, CorrectionKind
from reportedly.model.errors import ArchiveError

MADE = "2022-01-03T09:00:00+00:00"
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(kind=st.sampled_from(CorrectionKind), first=NAMES, second=NAMES, note=NAMES)
def test_a_correction_comes_back(
    archive: Archive, kind: CorrectionKind, first: str, second: str, note: str
) -> None:
    """The last one listed is the last one made."""
    correction = Correction(kind, first, second, MADE, note)
    before = list_corrections(archive)
    append_correction(archive, correction)
    assert list_corrections(archive) == (*before, correction)


@pytest.mark.parametrize(
    "statement", ["DELETE FROM correction", "UPDATE correction SET note = 'x'"]
)
def test_no_correction_is_changed(archive: Archive, statement: str) -> None:
    """The file itself refuses it."""
    append_correction(archive, Correction(CorrectionKind.COPY, "a", "b", MADE))
    with pytest.raises(ArchiveError, match="append-only"), archive.writing() as connection:
        connection.execute(statement)
    assert len(list_corrections(archive)) == 1


def test_a_correction_makes_stories_out_of_date(archive: Archive) -> None:
    """They are told anew with it at the next look."""
    store_stories(archive, {}, ())
    assert stored_stories(archive) is not None
    append_correction(archive, Correction(CorrectionKind.COPY, "a", "b", MADE))
    assert stored_stories(archive) is None
