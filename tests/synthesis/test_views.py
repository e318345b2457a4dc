"""Quote book, matrix, timeline: other ways to look at the same records."""

from reportedly.model.ontology import Presentation
from reportedly.synthesis.matrix import OWN_VOICE, claim_matrix
from reportedly.synthesis.quotebook import quote_lines
from reportedly.synthesis.timeline import timeline_lines
from tests.told import ELSEWHERE, talks, told


def test_the_quote_book_holds_sayings_in_quotation_marks_with_their_speaker() -> None:
    lines = quote_lines(talks())
    assert [each.text for each in lines] == [
        'Amina Otieno: "We are ready to talk about the border"'
    ]


def test_the_matrix_has_a_row_a_claim_and_tells_denial_from_silence() -> None:
    rows = claim_matrix(talks())
    assert len(rows) == len(talks().claims)
    stances = {(cell.origin, cell.stance) for row in rows for cell in row.cells}
    assert ("Kenya", "denies") in stances
    assert all(cell.evidence for row in rows for cell in row.cells)


def test_the_matrix_tells_a_word_that_confirms_from_a_plain_one() -> None:
    cells = [cell for row in claim_matrix(talks()) for cell in row.cells]
    assert all(len(cell.presented) == len(cell.evidence) for cell in cells)
    told = {(cell.origin, value) for cell in cells for value in cell.presented}
    assert ("Somalia", Presentation.GIVEN) in told
    assert ("Hassan Warsame", Presentation.NEUTRAL) in told


def test_what_a_report_says_itself_has_the_report_as_its_cell() -> None:
    cells = [cell for row in claim_matrix(told(ELSEWHERE)[0]) for cell in row.cells]
    assert OWN_VOICE in {cell.origin for cell in cells}


def test_the_timeline_is_in_order_of_days() -> None:
    lines = timeline_lines(talks())
    assert "12 March 2024" in lines[-1].text
