"""`correct`: what a person says against a computed judgement; appended to the archive, applied from then on."""

from datetime import UTC, datetime
from pathlib import Path

import click

from reportedly.archive.corrections import append_correction, list_corrections
from reportedly.archive.store import Archive
from reportedly.cli.options import archive_option, json_option
from reportedly.cli.places import parse_place
from reportedly.cli.sources import find_id
from reportedly.export.records_json import to_json
from reportedly.language.characters import printable
from reportedly.model.correction import Correction, CorrectionKind

REPORTS = (CorrectionKind.COPY, CorrectionKind.NOT_COPY)
NAMES = (CorrectionKind.SAME_ENTITY, CorrectionKind.DIFFERENT_ENTITY)
HELP = {
    CorrectionKind.COPY: "Reports FIRST and SECOND are versions of one text.",
    CorrectionKind.NOT_COPY: "Reports FIRST and SECOND are texts of their own.",
    CorrectionKind.SAME_ENTITY: "The names FIRST and SECOND are of one person, body or country.",
    CorrectionKind.DIFFERENT_ENTITY: "The names FIRST and SECOND are of two.",
    CorrectionKind.SAME_QUOTE: "The words at places FIRST and SECOND are one utterance.",
    CorrectionKind.DIFFERENT_QUOTE: "The words at places FIRST and SECOND are two utterances.",
    CorrectionKind.SAME_CLAIM: "Places FIRST and SECOND tell the same thing.",
    CorrectionKind.DIFFERENT_CLAIM: "Places FIRST and SECOND tell two things.",
    CorrectionKind.SPEAKER: "The words at place FIRST were said by the person named SECOND.",
}


@click.group()
def correct() -> None:
    """Say that a judgement is wrong. Kept in the archive, never changed, applied from then on.

    A report is named by its id or the beginning of it, a place as the views print it: 3f2a91b0:120-188.
    """


def _make(kind: CorrectionKind) -> click.Command:
    """The subcommand of one kind of correction."""

    @click.command(kind.value, help=HELP[kind])
    @click.argument("first")
    @click.argument("second")
    @archive_option
    @click.option("--note", default="", help="Why, in your words.")
    def command(first: str, second: str, archive_path: Path, note: str) -> None:
        with Archive.open(archive_path) as archive:
            made = datetime.now(UTC).isoformat(timespec="seconds")
            correction = Correction(
                kind,
                _resolve(archive, kind, first),
                second if kind is CorrectionKind.SPEAKER else _resolve(archive, kind, second),
                made,
                note,
            )
            append_correction(archive, correction)
        click.echo(printable(f"kept: {kind.value} {correction.first} {correction.second}"))

    return command


def _resolve(archive: Archive, kind: CorrectionKind, given: str) -> str:
    """A report's whole id, a place with the whole id, or the name as given."""
    if kind in NAMES:
        return given
    if kind in REPORTS:
        return find_id(given, archive.report_ids(), str(archive.path))
    lengths = {each.id: len(each.text) for each in archive.reports()}
    citation = parse_place(given, lengths, str(archive.path))
    return f"{citation.report}:{citation.span.start}-{citation.span.end}"


for each in CorrectionKind:
    correct.add_command(_make(each))


@correct.command("list")
@archive_option
@json_option
def list_all(archive_path: Path, *, as_json: bool) -> None:
    """All corrections, oldest first."""
    with Archive.open(archive_path) as archive:
        corrections = list_corrections(archive)
    for correction in corrections:
        if as_json:
            click.echo(to_json(correction))
        else:
            note = f"  ({correction.note})" if correction.note else ""
            line = (
                f"{correction.made}  {correction.kind.value} {correction.first} {correction.second}"
            )
            click.echo(printable(line + note))
    if not corrections and not as_json:
        click.echo("no corrections")
