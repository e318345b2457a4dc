"""Ctrl-C that cannot get lost: an interrupt that some callback swallows is raised again at the next report."""

import signal
import threading
from types import FrameType

_asked = threading.Event()


def listen() -> None:
    """From now on remember an interrupt; only the main thread of a command can."""
    _asked.clear()
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, _interrupt)


def check() -> None:
    """Raise the interrupt that has come and was swallowed."""
    if _asked.is_set():
        raise KeyboardInterrupt


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    _asked.set()
    raise KeyboardInterrupt
