"""What people said against a computed judgement: appended, never changed, applied again on each rebuild."""

from reportedly.archive.store import Archive
from reportedly.language.characters import encodable
from reportedly.model.correction import Correction, CorrectionKind


def append_correction(archive: Archive, correction: Correction) -> None:
    """Append one; the stories are told anew at the next look."""
    with archive.writing() as connection:
        connection.execute("DELETE FROM story")
        connection.execute(
            "INSERT INTO correction (kind, first, second, made, note) VALUES (?, ?, ?, ?, ?)",
            (
                correction.kind.value,
                encodable(correction.first),
                encodable(correction.second),
                correction.made,
                encodable(correction.note),
            ),
        )


def list_corrections(archive: Archive) -> tuple[Correction, ...]:
    """All corrections, oldest first."""
    rows = archive.query("SELECT kind, first, second, made, note FROM correction ORDER BY number")
    return tuple(
        Correction(CorrectionKind(str(kind)), str(first), str(second), str(made), str(note))
        for kind, first, second, made, note in rows
    )
