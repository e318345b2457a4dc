"""Whether a text is English, by its script and the share of its function words; short texts may pass."""

import re
import unicodedata

from reportedly.intake.rules import function_words

WORD = re.compile(r"[^\W\d_]+")
ENOUGH = 25  # words from which the share of function words says something
ENGLISH = 0.16  # news in English has .30 to .45; headlines and tables about .15
FOREIGN = 10  # letters: a few names are no text
OTHER = 0.14  # share from which another language is named
READ = 4000  # words


def other_language(text: str) -> str | None:
    """The language or script that the text reads like, or None where it may be English.

    >>> other_language("Der Sprecher sagte am Freitag, dass die Gespräche im März in Wien beginnen sollen und "
    ... "dass die beiden Seiten sich auf einen Plan für die Grenze und den Handel geeinigt haben.")
    'German'
    """
    words = [word.casefold() for word in WORD.findall(text)[:READ]]
    script = _script(words)
    if script:
        return f"a text in {script} script"
    if len(words) < ENOUGH:
        return None
    shares = {
        name: sum(word in small for word in words) / len(words)
        for name, small in function_words().items()
    }
    english = shares.pop("English")
    best = max(shares, key=lambda name: shares[name])
    if english >= ENGLISH and shares[best] <= 2 * english:
        return None
    return best if shares[best] > max(english, OTHER) else _unknown(len(words), english)


def _unknown(words: int, english: float) -> str | None:
    """A long text with hardly an English function word is in some language that the table lacks."""
    if words < 4 * ENOUGH or english >= ENGLISH / 2:
        return None
    return f"another language ({english:.0%} English function words)"


def _script(words: list[str]) -> str | None:
    """The script of most letters, if it is not the Latin one: "Cyrillic"."""
    letters = "".join(words)[:2000]
    foreign = [
        letter for letter in letters if letter > "\u024f" and not "\u1e00" <= letter <= "\u1eff"
    ]
    if len(foreign) < FOREIGN or 2 * len(foreign) < len(letters):
        return None
    return unicodedata.name(foreign[0], "unknown").split()[0].title()
