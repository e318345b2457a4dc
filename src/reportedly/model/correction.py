"""What people say against a computed judgement. Append-only; applied again on each rebuild."""

from dataclasses import dataclass
from enum import StrEnum


class CorrectionKind(StrEnum):
    """What is corrected."""

    COPY = "copy"  # two reports are versions of one text
    NOT_COPY = "not-copy"
    SAME_ENTITY = "same-entity"  # two names
    DIFFERENT_ENTITY = "different-entity"
    SAME_QUOTE = "same-quote"  # two places, "REPORT:START-END"
    DIFFERENT_QUOTE = "different-quote"
    SAME_CLAIM = "same-claim"  # two places
    DIFFERENT_CLAIM = "different-claim"
    SPEAKER = "speaker"  # a place and a name


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: `first` and `second` are report ids, names or places, as `kind` asks. `made` is ISO 8601 UTC."""

    kind: CorrectionKind
    first: str
    second: str
    made: str
    note: str = ""
