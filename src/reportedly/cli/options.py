"""Options and arguments that several commands take, and the filters they make."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import wraps
from pathlib import Path

import click

from reportedly.model.interval import Interval

Command = Callable[..., int]

archive_option = click.option(
    "--archive",
    "archive_path",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("reportedly.db"),
    envvar="REPORTEDLY_ARCHIVE",
    show_default=True,
    help="The archive's file.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
paths_argument = click.argument("paths", nargs=-1, metavar="[PATH]...")


class Day(click.ParamType[date]):
    """A day written 2021-12-25; of a time, 2021-12-25T18:00, its day."""

    name = "DATE"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a usage error."""
        if isinstance(value, date):
            return value
        try:
            return datetime.fromisoformat(value).date()
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2021-12-25", param, ctx)


DAY = Day()


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, and the minute of it where one was given (in this machine's zone unless it names another)."""

    day: date
    at: datetime | None = None


class Time(click.ParamType[Moment]):
    """A day, 2021-12-25, a minute of it, 2021-12-25T18:00, or a minute of today, 18:00."""

    name = "TIME"

    def convert(
        self, value: str | Moment, param: click.Parameter | None, ctx: click.Context | None
    ) -> Moment:
        """The moment, or a usage error."""
        if isinstance(value, Moment):
            return value
        today = datetime.now().astimezone().date()
        try:
            if len(value) <= len("18:00:00"):
                at = datetime.combine(today, time.fromisoformat(value)).astimezone()
                return Moment(at.date(), at)
            found = datetime.fromisoformat(value)
        except ValueError:
            self.fail(
                f"{value!r} is no time; write 2021-12-25, 2021-12-25T18:00 or 18:00", param, ctx
            )
        has_minute = len(value) > len("2021-12-25")
        return Moment(found.date(), found.astimezone() if has_minute else None)


TIME = Time()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a view shows: an actor's part of a name, days, the beginning of a story's id."""

    actor: str | None = None
    since: date | None = None
    until: date | None = None
    story: str | None = None

    def names(self, *names: str) -> bool:
        """Whether one of these names holds the wanted actor."""
        wanted = (self.actor or "").casefold()
        return any(wanted in name.casefold() for name in names) or not wanted

    def holds(self, days: Interval | None) -> bool:
        """Whether a day of these is wanted; what has no day is shown only where no day is asked for."""
        if self.since is None and self.until is None:
            return True
        if days is None:
            return False
        return (self.since or days.last) <= days.last and days.first <= (self.until or days.first)

    def tells(self, story_id: str) -> bool:
        """Whether this is the wanted story."""
        return story_id.startswith(self.story or "")


def filter_options(command: Command) -> Command:
    """Add --actor, --date, --since, --until and --story; the command gets them as `filters`."""

    @wraps(command)
    def filtered(**options: object) -> int:
        filters = Filters(
            actor=_text(options.pop("actor")),
            since=_day(options.pop("since")),
            until=_day(options.pop("until")),
            story=_text(options.pop("story")),
        )
        on = _day(options.pop("on"))
        return command(filters=replace(filters, since=on, until=on) if on else filters, **options)

    click.option("--story", metavar="ID", help="Only this story.")(filtered)
    click.option("--until", type=DAY, help="Only up to this day.")(filtered)
    click.option("--since", type=DAY, help="Only from this day on.")(filtered)
    click.option("--date", "on", type=DAY, help="Only this day.")(filtered)
    click.option("--actor", metavar="NAME", help="Only where a name holds these words.")(filtered)
    return filtered


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
