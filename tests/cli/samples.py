"""Four small reports of ours, and what a command leaves."""

from collections.abc import Callable
from dataclasses import dataclass

DISPATCH = """Norland and Sudria to open border talks on March 14

By Ida Berg

TARSK, March 2, 2022 (Reuters) - Norland's foreign minister Olga Lund said on Tuesday that border talks with Sudria would open in Geneva on March 14.

"We expect a frank exchange," Lund told reporters. Sudria's government confirmed the date on Wednesday.

More than 2,000 people have left the border villages since January, the Red Cross said. Lund denied that Norland was massing troops.
"""
CUT = DISPATCH[: DISPATCH.index("More than")]
OTHER = """Sudria demands that Norland pull back

March 3, 2022

Sudria demanded on Thursday that Norland withdraw its troops from the border before talks open in Geneva on March 15, its president Karel Voss said.

"We will not sit down under the barrel of a gun," Voss said. About 3,000 people have fled, Sudria's interior ministry said.
"""
FAR = """Harvest festival draws record crowd

March 4, 2022

The harvest festival in Ostby drew 40,000 visitors, the mayor said on Friday. The pumpkin prize went to a local school.
"""
REPORTS = {"1-dispatch.txt": DISPATCH, "2-cut.txt": CUT, "3-other.txt": OTHER, "4-far.txt": FAR}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


RunCommand = Callable[..., Ran]
