"""Who is quoted by a description that stands beside a name elsewhere in the story."""

from tests.told import told

FIRST = """Ferry plan divides Avonmore

AVONMORE, March 4, 2024 (AFP) - Harbour Radio host Karl Berg said on Monday that the ferry to Avonmore was too slow.

"We need a faster ferry to Avonmore," Berg said.
"""
SECOND = """Avonmore argues over its ferry

AVONMORE, March 5, 2024 (Reuters) - Karl Berg spoke for an hour about the ferry to Avonmore.

"This ferry is a disgrace," the Harbour Radio host said.
"""
RIVAL = """Ferry hearing in Avonmore

AVONMORE, March 5, 2024 (AP) - Harbour Radio host Ann Lund came to the hearing on the Avonmore ferry.
"""
UNNAMED = """Avonmore argues over its ferry

AVONMORE, March 5, 2024 (Reuters) - A crowd met to talk about the ferry to Avonmore.

"This ferry is a disgrace," the Harbour Radio host said.
"""


def _speaker(*texts: str) -> str:
    found = [
        quotation.speaker.name
        for story in told(*texts)
        for reading in story.readings
        for quotation in reading.quotations
        if quotation.speaker and "disgrace" in quotation.content[0].of(reading.text)
    ]
    return found[0]


def test_a_description_is_whom_another_report_calls_so() -> None:
    assert _speaker(FIRST, SECOND) == "Karl Berg"


def test_of_two_who_are_called_so_it_is_nobody() -> None:
    assert _speaker(FIRST, SECOND, RIVAL) == "the Harbour Radio host"


def test_who_is_not_named_in_the_report_is_not_taken_up() -> None:
    assert _speaker(FIRST, UNNAMED) == "the Harbour Radio host"
