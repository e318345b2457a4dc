"""Bytes to characters, without changing one: no newline translation; only a byte-order mark is left out."""

import codecs
import re

from reportedly.model.errors import DecodingError, EmptyError

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")
MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
DAMAGE = 500  # characters for each that may be lost before a damaged UTF-8 text is refused
STRANGE = 8  # at most one letter in so many is outside ASCII in English text of a one-byte encoding


def decode(data: bytes, path: str, declared: str | None = None) -> str:
    """The text of these bytes; raises InputError where no encoding gives one.

    Tried in order: a byte-order mark, UTF-8, the encoding declared, UTF-8 with a few bad bytes (U+FFFD), Windows-1252.
    """
    if not data.strip():
        raise EmptyError(path)
    for mark, name in MARKS:
        if data.startswith(mark):
            return _checked(_strictly(data[len(mark) :], name, path), path)
    if b"\0" in data:
        at = data.index(b"\0")
        raise DecodingError(path, f"binary: NUL byte at {at}")
    text = _try(data, "utf-8") or _try(data, declared) or _guessed(data, path)
    return _checked(text, path)


def _try(data: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def _strictly(data: bytes, name: str, path: str) -> str:
    try:
        return data.decode(name)
    except UnicodeError as error:
        detail = f"not {name.upper()} as its byte-order mark says"
        raise DecodingError(path, detail) from error


def _guessed(data: bytes, path: str) -> str:
    """Damaged UTF-8 where most is sound, else Windows-1252 where it reads like English."""
    damaged = data.decode("utf-8", errors="replace")
    if MULTIBYTE.search(data) and damaged.count("\ufffd") * DAMAGE <= len(damaged):
        return damaged
    text = _try(data, "cp1252")
    if text is None or not _plausible(text):
        at = next(i for i, c in enumerate(damaged) if c == "\ufffd")
        raise DecodingError(path, f"binary or unknown encoding: no UTF-8 from character {at} on")
    return text


def _plausible(text: str) -> bool:
    """Whether text read as Windows-1252 looks like English: few strange letters, no controls."""
    strange = sum(character > "\x7f" for character in text)
    return strange * STRANGE <= len(text) and not CONTROL.search(text)


def _checked(text: str, path: str) -> str:
    """The text, unless it is blank or holds so many control characters that no reader would call it text."""
    if not text.strip():
        raise EmptyError(path)
    controls = len(CONTROL.findall(text)) + text.count("\0")
    if controls * 20 > len(text):
        raise DecodingError(path, f"binary: {controls} control characters in {len(text)}")
    lone = re.search("[\ud800-\udfff]", text)
    if lone:
        raise DecodingError(path, f"lone surrogate at character {lone.start()}")
    return text
