"""What a word binds its speaker and its report to: two columns of the act tables, and the status that follows.

After the factuality profiles of FactBank (Sauri and Pustejovsky 2009), where each source has a value of its own: in
"she denied that it burnt" it is certainly not so for her, and open for the report.
"""

from enum import StrEnum

from reportedly.model.ontology import Presentation, Status


class Commitment(StrEnum):
    """What the one who speaks, thinks or wants makes of the content."""

    CERTAIN = "certain"  # stands for it: say, know, claim
    BELIEVED = (
        "believed"  # holds it true in mind and vouches for it to nobody: think, suspect, be sure
    )
    POSSIBLE = "possible"  # leaves it open, hoped or feared: hint, fear, expect
    DOUBTED = "doubted"  # holds it to be rather not so: doubt
    DENIED = "denied"  # stands for the contrary
    CHARGED = "charged"  # lays it on another: accuse
    REFUSED = "refused"  # is against its being done: refuse, oppose, ban
    PLANNED = "planned"  # still to come, by own will: plan, agree to
    PROPOSED = "proposed"
    PROMISED = "promised"
    DEMANDED = "demanded"
    THREATENED = "threatened"


_OF_SPEAKER = {
    Commitment.BELIEVED: Status.ALLEGED,
    Commitment.POSSIBLE: Status.POSSIBLE,
    Commitment.DOUBTED: Status.POSSIBLE,
    Commitment.DENIED: Status.DENIED,
    Commitment.CHARGED: Status.ALLEGED,
    Commitment.REFUSED: Status.NEGATED,
    Commitment.PLANNED: Status.PLANNED,
    Commitment.PROPOSED: Status.PROPOSED,
    Commitment.PROMISED: Status.PROMISED,
    Commitment.DEMANDED: Status.DEMANDED,
    Commitment.THREATENED: Status.THREATENED,
}
_OF_REPORT = {
    Presentation.OPEN: Status.POSSIBLE,
    Presentation.DISTANT: Status.ALLEGED,
    Presentation.FALSE: Status.NEGATED,
}


def status_laid(speaker: Commitment | None, reporter: Presentation | None) -> Status | None:
    """The status of the content if the report is believed; None leaves it as its own words tell it.

    The speaker decides, unless he vouches for it or there is none; then the report's word does.

    >>> status_laid(Commitment.CERTAIN, Presentation.DISTANT).value  # claimed
    'alleged'
    >>> status_laid(Commitment.CERTAIN, Presentation.GIVEN) is None  # admitted
    True
    >>> status_laid(None, Presentation.FALSE).value  # prevented
    'negated'
    """
    if speaker in _OF_SPEAKER:
        return _OF_SPEAKER[speaker]
    return None if reporter is None else _OF_REPORT.get(reporter)
