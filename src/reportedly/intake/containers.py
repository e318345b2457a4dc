"""Folders, zips and compressed files: the items in them, one after the other, and what could not be got out."""

import gzip
import io
import os
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from reportedly.intake.page import Limits
from reportedly.model.errors import AccessError, DamageError, FormatError, InputError, SizeError

HARMLESS = 1_000_000  # bytes: what unpacks to less is no bomb
HEAD = 4096  # bytes by which the kind of an item is judged
OFFICE = ("word/document.xml", "xl/workbook.xml", "ppt/presentation.xml", "mimetype")
UNZIPPING = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Item:
    """Something to be opened: its path as shown, how to open it, how long it is, its media type and address."""

    path: str
    open: Callable[[], BinaryIO]
    size: int
    kind: str | None = None  # as the container declares it: "text/html; charset=utf-8"
    url: str | None = None

    @classmethod
    def of_bytes(
        cls, path: str, data: bytes, kind: str | None = None, url: str | None = None
    ) -> "Item":
        """An item that is already in memory."""
        return cls(path, lambda: io.BytesIO(data), len(data), kind, url)


def shown(path: Path) -> str:
    """A path as text that can be printed and stored: bytes of its name that are no UTF-8 become question marks."""
    return str(path).encode("utf-8", "replace").decode("utf-8")


def walk(path: Path, above: tuple[str, ...] = ()) -> Iterator[Item | InputError]:
    """The files at and under a path, by name; a link that leads back to a folder above is named, not followed."""
    try:
        if not path.is_dir():
            yield _file(path)
            return
        real = os.path.realpath(path)
        if real in above:
            yield AccessError(shown(path), f"symbolic link loop, leads back to {real}")
            return
        entries = sorted(entry.name for entry in os.scandir(path) if not entry.name.startswith("."))
    except OSError as error:
        yield AccessError(shown(path), _why(error))
        return
    for name in entries:
        yield from walk(path / name, (*above, real))


def _file(path: Path) -> Item | InputError:
    if not path.exists():
        missing = "a symbolic link to nothing or to itself" if path.is_symlink() else "no such file"
        return AccessError(shown(path), missing)
    if not path.is_file():
        return AccessError(shown(path), "neither a file nor a folder")
    try:
        with path.open("rb"):
            return Item(shown(path), lambda: path.open("rb"), path.stat().st_size)
    except OSError as error:
        return AccessError(shown(path), _why(error))


def _why(error: OSError) -> str:
    return (error.strerror or str(error)).lower()


def read_whole(item: Item, limit: int) -> bytes:
    """All bytes of an item; raises SizeError past the limit without reading more, AccessError if it cannot be read."""
    if item.size > limit:
        raise SizeError(item.path, f"{item.size:,} bytes, limit {limit:,}")
    try:
        with item.open() as file:
            data = file.read(limit + 1)
    except OSError as error:
        raise AccessError(item.path, _why(error)) from error
    if len(data) > limit:
        raise SizeError(item.path, f"more than {limit:,} bytes")
    return data


def in_zip(item: Item, limits: Limits) -> Iterator[Item | InputError]:
    """The members of a zip in their order. A broken index loses all; a broken member only itself."""
    try:
        with item.open() as file, zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if any(member.filename in OFFICE for member in members):
                yield FormatError(item.path, "office document in a zip")
                return
            if len(members) > limits.members:
                yield SizeError(item.path, f"{len(members):,} members, limit {limits.members:,}")
                return
            yield from _members(item, archive, members, limits)
    except UNZIPPING as error:
        yield DamageError(item.path, f"zip cannot be read: {error}")


def _members(
    item: Item, archive: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits
) -> Iterator[Item | InputError]:
    seen: Counter[str] = Counter()
    total = 0
    for member in members:
        name = member.filename
        seen[name] += 1
        path = f"{item.path}#{name}" + (f" ({seen[name]})" if seen[name] > 1 else "")
        if "__MACOSX" in name or Path(name).name.startswith("."):
            continue
        got = _member(path, archive, member, limits)
        total += got.size if isinstance(got, Item) else 0
        if total > limits.total_bytes:
            yield SizeError(item.path, f"more than {limits.total_bytes:,} bytes unpacked")
            return
        yield got


def _member(
    path: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits
) -> Item | InputError:
    """One member unpacked, unless it grows past the limits: a zip bomb may lie about its size."""
    limit = limits.report_bytes
    bomb = member.file_size > HARMLESS and member.file_size > limits.ratio * max(
        1, member.compress_size
    )
    if bomb:
        return SizeError(
            path,
            f"zip bomb, unpacks to {member.file_size / max(1, member.compress_size):.0f} times its size",
        )
    if member.flag_bits & 1:
        return AccessError(path, "encrypted")
    try:
        with archive.open(member) as file:
            data = file.read(limit + 1)
    except UNZIPPING as error:
        return DamageError(path, f"zip member breaks off: {error}")
    if len(data) > limit:
        return SizeError(path, f"more than {limit:,} bytes unpacked")
    return Item.of_bytes(path, data)


def in_gzip(item: Item, limits: Limits) -> Iterator[Item | InputError]:
    """The file in a .gz, under its name without the ending."""
    try:
        with item.open() as file, gzip.GzipFile(fileobj=file) as unpacked:
            data = unpacked.read(limits.report_bytes + 1)
    except (*UNZIPPING, gzip.BadGzipFile) as error:
        yield DamageError(item.path, f"gzip breaks off: {error}")
        return
    if len(data) > max(HARMLESS, limits.ratio * item.size) or len(data) > limits.report_bytes:
        yield SizeError(item.path, "unpacks past the limit, as a bomb does")
        return
    yield Item.of_bytes(f"{item.path}#{Path(item.path).stem}", data)
