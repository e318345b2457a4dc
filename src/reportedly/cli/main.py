"""The entry point: finds the command, loads only what it needs, turns errors into messages and exit codes."""

import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from io import TextIOWrapper

import click

from reportedly import __version__
from reportedly.cli.exits import STOPPED, UNREADABLE, USAGE
from reportedly.cli.interrupts import listen
from reportedly.model.errors import DamagedArchiveError, ReportedlyError


@dataclass(frozen=True, slots=True)
class Entry:
    """A command: the module of this package that holds it, and its line in the list of commands."""

    name: str
    module: str
    help: str


COMMANDS = (
    Entry("add", "taking", "Take reports into an archive."),
    Entry("brief", "brief", "The sourced one-page brief."),
    Entry("read", "taking", "What each report says by itself."),
    Entry("compare", "compare", "How two reports are related, with the passages they share."),
    Entry("quotes", "views", "Who said what, in all its wordings."),
    Entry("calendar", "views", "Meetings planned and held, with their status and who confirmed."),
    Entry("positions", "views", "Who demands, offers, rejects, threatens, denies what."),
    Entry("claims", "views", "What is told, by how many origins."),
    Entry("timeline", "views", "What is told, by day."),
    Entry("stories", "views", "The stories and the reports in each."),
    Entry("why", "why", "From an id or a place down to rules, scores and characters."),
    Entry("verify", "care", "Check every citation against the stored bytes."),
    Entry("withdraw", "care", "Show what falls without a report, then remove it."),
    Entry("search", "care", "Find words in the archive's reports."),
    Entry("rebuild", "care", "Work everything out again from the stored bytes."),
    Entry("correct", "correct", "Say that a judgement is wrong; kept and applied from then on."),
)


class Commands(click.Group):
    """The commands, each loaded when it is called: `--help` does not wait for a parser."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names, in the order of a day's work."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """The command of this name."""
        for entry in COMMANDS:
            if entry.name == cmd_name:
                module = importlib.import_module(f"reportedly.cli.{entry.module}")
                found: click.Command = getattr(module, cmd_name)
                return found
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands from the table above, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.help) for entry in COMMANDS])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="reportedly")
def reportedly() -> None:
    """Who said and did what in a pile of news reports, and how many independent origins stand behind it.

    PATH is a file, a folder, a zip, a feed, an e-mail, JSON Lines, a WARC - or "-" for standard input.
    Nothing leaves this machine.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one command and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    listen()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; its exit code."""
    try:
        done = reportedly.main(arguments, prog_name="reportedly", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(
            "\nreportedly: stopped; an archive holds all that was reported as added", err=True
        )
        return STOPPED
    except BrokenPipeError:  # the reader of our output left, as `| head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except ReportedlyError as error:
        click.echo(f"reportedly: {error}", err=True)
        return UNREADABLE if isinstance(error, DamagedArchiveError) else USAGE
    return done if isinstance(done, int) else 0


if __name__ == "__main__":
    main()
