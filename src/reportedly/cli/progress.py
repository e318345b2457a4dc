"""How far a command is, on standard error and only on a terminal."""

import sys
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status


class Progress:
    """A line that says what is being done; nothing at all where standard error is not a terminal."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._count = 0
        self._status: Status | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console

            self._status = Console(stderr=True).status(self._doing)
            self._status.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._status is not None:
            self._status.stop()

    def step(self, name: str) -> None:
        """One more report, of this name."""
        self._count += 1
        self.say(f"{self._doing} {self._count}: {name}")

    def say(self, doing: str) -> None:
        """Say what is being done now."""
        if self._status is not None:
            from rich.markup import escape

            self._status.update(escape(doing))
