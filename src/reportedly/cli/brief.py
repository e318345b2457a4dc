"""`brief`: the page that the analyst signs."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from reportedly.cli.exits import FINDINGS
from reportedly.cli.options import DAY, TIME, Moment, archive_option, paths_argument
from reportedly.cli.sources import name_refused, tell
from reportedly.model.story import Stories

FORMATS = ("text", "md", "html", "json")
FAIL_ON = ("conflict", "unsupported")


@click.command()
@paths_argument
@archive_option
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--json", "form", flag_value="json", help="The same as --format json.")
@click.option("--without", metavar="ORIGIN", help="What loses all support without this origin.")
@click.option("--since", type=TIME, help="What is new since a day or a minute: 2021-12-25, 18:00.")
@click.option(
    "--full",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="How many stories in full.",
)
@click.option("--today", type=DAY, help="The day it is; default: that of the newest report.")
@click.option(
    "--fail-on",
    type=click.Choice(FAIL_ON),
    multiple=True,
    help="Exit with 1 where tellings conflict, or a headline is not supported.",
)
def brief(paths: tuple[str, ...], archive_path: Path, **options: object) -> int:
    """The sourced one-page brief: what is told, by how many origins, where tellings differ.

    Straight from the files at PATH or, without one, from the archive.
    """
    told = tell(paths, archive_path)
    click.echo(render(told.stories, options), nl=False)
    code = name_refused(told.refused)
    fail_on = options["fail_on"]
    if isinstance(fail_on, tuple) and has_findings(told.stories, fail_on):
        return FINDINGS
    return code


def render(stories: Stories, options: dict[str, object]) -> str:
    """The brief in the form asked for."""
    from reportedly.export.brief_json import render_json
    from reportedly.export.html import render_html
    from reportedly.export.markdown import render_markdown
    from reportedly.export.text import render_text
    from reportedly.linking.origins import count_origins
    from reportedly.synthesis.briefing import Wanted, write_brief
    from reportedly.synthesis.changes import Since

    if options["form"] == "json":
        return render_json(stories)
    today, since, without = options["today"], options["since"], options["without"]
    full = options["full"]
    wanted = Wanted(
        today=today if isinstance(today, date) else None,
        since=Since(since.day, since.at) if isinstance(since, Moment) else None,
        without=without if isinstance(without, str) else None,
        full=full if isinstance(full, int) else 8,
    )
    page = write_brief(stories, wanted, count_origins)
    forms = {"text": render_text, "md": render_markdown, "html": render_html}
    return forms[str(options["form"])](page)


def has_findings(stories: Stories, wanted: Sequence[str]) -> bool:
    """Whether tellings differ ("conflict") or a headline stands without its body ("unsupported")."""
    for story in stories:
        if "conflict" in wanted and story.differences:
            return True
        checks = (check.verdict for check in story.headline_checks)
        if "unsupported" in wanted and any(verdict != "supported" for verdict in checks):
            return True
    return False
