"""The one tree of errors. Each class owns its message and says what to do."""


class ReportedlyError(Exception):
    """Anything that reportedly raises on purpose."""


class SpanError(ReportedlyError):
    """A span that is empty, reversed or negative."""

    def __init__(self, start: int, end: int) -> None:
        super().__init__(f"span {start}..{end} is empty or reversed; give 0 <= start < end")


class InputError(ReportedlyError):
    """An input that cannot be taken in; the run goes on without it."""

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: {reason}")
