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


class ArchiveError(ReportedlyError):
    """An archive that cannot be used as it is."""


class ArchiveMissingError(ArchiveError):
    """No archive at this path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: no archive here; make one with `reportedly add PATH...`")


class NotAnArchiveError(ArchiveError):
    """A file that reportedly did not make."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: not an archive of reportedly; name another file with --archive")


class NewerArchiveError(ArchiveError):
    """An archive of a later layout than this program knows."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path}: made by a newer reportedly (layout {found}, known: {known}); update reportedly"
        )


class DamagedArchiveError(ArchiveError):
    """An archive that SQLite cannot read or write."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(
            f"{path}: cannot be used ({detail}); where the file is damaged, restore a copy of it "
            "or save what is left with `sqlite3 FILE .recover`"
        )


class BusyArchiveError(ArchiveError):
    """Another process holds the archive for too long."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: another reportedly is writing to it; try again when it is done")


class ChangedArchiveError(ArchiveError):
    """Another process changed what is being read."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: changed by another reportedly meanwhile; run the command again")


class StaleArchiveError(ArchiveError):
    """Derived records made by another version of the code."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: read by another version of reportedly; run `reportedly rebuild`")


class UnknownIdError(ReportedlyError):
    """An id that names nothing."""

    def __init__(self, wanted: str, where: str) -> None:
        super().__init__(
            f"{wanted}: nothing with this id in {where}; `reportedly stories` and the views print ids"
        )


class AmbiguousIdError(ReportedlyError):
    """The beginning of more than one id."""

    def __init__(self, wanted: str, matches: tuple[str, ...]) -> None:
        super().__init__(
            f"{wanted}: begins several ids ({', '.join(matches[:5])}); give more characters"
        )


class PlaceError(ReportedlyError):
    """A place in a report that is not written REPORT:START-END or lies outside the text."""

    def __init__(self, wanted: str, reason: str) -> None:
        super().__init__(f"{wanted}: {reason}; write REPORT:START-END, as the views print it")


class FormatError(InputError):
    """A kind of file that no reader is there for."""

    def __init__(self, path: str, kind: str) -> None:
        known = "text, html, e-mail, feed, json lines, warc, zip"
        super().__init__(path, f"cannot read '{kind}'; known: {known}")


class EmptyError(InputError):
    """An input without a word in it."""

    def __init__(self, path: str, what: str = "empty") -> None:
        super().__init__(path, f"{what}; give a report with text")


class DecodingError(InputError):
    """Bytes that are no text in any encoding tried."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, f"{detail}; convert it to UTF-8")


class SizeError(InputError):
    """An input past a limit."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, f"too large: {detail}; split it or raise the limit")


class LanguageError(InputError):
    """A report that is not in English."""

    def __init__(self, path: str, guess: str) -> None:
        super().__init__(path, f"not English: reads like {guess}; translate it first")


class DamageError(InputError):
    """A container or message that breaks off or is malformed; what stood before the break was taken."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, f"damaged: {detail}")


class AccessError(InputError):
    """A path that the system does not let us read."""

    def __init__(self, path: str, detail: str) -> None:
        super().__init__(path, f"cannot be opened: {detail}")
