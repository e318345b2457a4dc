"""An interrupt is never forgotten, even where a callback has swallowed it."""

import contextlib
import os
import signal
from collections.abc import Iterator

import pytest

from reportedly.cli.interrupts import check, listen


@pytest.fixture
def listening() -> Iterator[None]:
    """The command's own handler, for as long as a test runs."""
    before = signal.getsignal(signal.SIGINT)
    listen()
    yield
    listen()
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("listening")
def test_a_swallowed_interrupt_is_raised_again() -> None:
    """What hides it does not make it undone."""
    check()
    with contextlib.suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        signal.sigtimedwait([], 0.1)
    with pytest.raises(KeyboardInterrupt):
        check()


@pytest.mark.usefixtures("listening")
def test_a_new_command_begins_without_the_last_interrupt() -> None:
    """Listening anew forgets."""
    with contextlib.suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
        signal.sigtimedwait([], 0.1)
    listen()
    check()
