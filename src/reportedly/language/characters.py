"""Characters that a screen or an encoding cannot take, replaced one for one so that offsets hold."""

import re

_SURROGATES = re.compile("[\ud800-\udfff]")  # what `surrogateescape` makes of damaged bytes
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


def encodable(text: str) -> str:
    """The text with damaged bytes (lone surrogates) as U+FFFD: can be written in any Unicode encoding.

    >>> encodable("Kyiv" + chr(0xDC80))
    'Kyiv\ufffd'
    """
    return _SURROGATES.sub("\ufffd", text)


def printable(text: str) -> str:
    """As `encodable`, and without what steers a terminal: controls (but tab and newline), direction marks."""
    return _CONTROLS.sub("\ufffd", text)
