"""Small stories run through the whole pipeline, for tests of what comes out at its end."""

from datetime import date
from functools import lru_cache

from reportedly.intake.formats import Taken, open_bytes
from reportedly.model.story import Story
from reportedly.pipeline import read_reports, tell_stories

AGENCY = """Norland and Sudria to hold talks in Geneva

GENEVA, March 4, 2024 (AFP) - Foreign ministers of Kenya and Somalia will meet in Geneva on March 12, a spokesman for the \
Kenyan foreign ministry said on Monday.

"We are ready to talk about the border," Kenyan Foreign Minister Amina Otieno told reporters.

Somalia demands that Kenya withdraw its troops from the disputed islands.

Kenya denied that it had sent 3,000 soldiers to the border.
"""

OTHER = """Somalia confirms talks with Kenya

MOGADISHU, March 5, 2024 (Reuters) - The Somali foreign ministry confirmed on Tuesday that Somalia will meet Kenya in \
Geneva on March 12.

More than 5,000 Kenyan soldiers have been sent to the border, Somali President Hassan Warsame said.

Ethiopia called for a ceasefire.
"""

ELSEWHERE = """Floods close schools in northern Spain

MADRID, March 4, 2024 (AP) - Heavy rain closed schools and roads in northern Spain on Monday, the civil protection agency said.

About 200 people left their homes in Bilbao.
"""


@lru_cache(maxsize=8)
def told(*texts: str) -> tuple[Story, ...]:
    """The stories of these texts, each taken in as a file of its own."""
    reports = [
        each.report
        for number, text in enumerate(texts, 1)
        for each in open_bytes(text.encode(), f"report-{number}.txt")
        if isinstance(each, Taken)
    ]
    return tell_stories(read_reports(reports))


def talks() -> Story:
    """The story of the two reports on Kenya and Somalia."""
    return told(AGENCY.replace("Norland and Sudria", "Kenya and Somalia"), OTHER)[0]


FOURTH_OF_MARCH = date(2024, 3, 4)
