"""Conflicts made by rule: one figure, day, place, subject, "not" or "said" of a real sentence changed, nothing else."""

import random
from collections.abc import Iterator
from datetime import date

from bench.documents import report_of
from reportedly.linking.headline_places import land_of
from reportedly.model.ontology import DifferenceKind, EntityKind, Form
from reportedly.model.reading import Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Token
from reportedly.pipeline import read_report

DAY = date(2003, 6, 18)
LARGEST = 100_000.0  # figures past it are written with a word beside them
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September")
_PLACES = ("Lisbon", "Nairobi", "Oslo", "Toronto", "Lima")
_PRESENTING = ("falsely claimed", "admitted", "wrongly said")
_PERSONS = ("Harald Brenner", "Ingrid Solvay", "Tomas Okafor")
_BODIES = ("Nordkai", "Halden Group", "Brightwater")


def reading_of(text: str, name: str) -> Reading:
    """What one sentence says as a report of its own."""
    return read_report(report_of(text, day=DAY, path=name))


def changed(
    reading: Reading, other: Reading, chance: random.Random
) -> Iterator[tuple[DifferenceKind, str]]:
    """The sentence with one thing changed that the other tells too, once for each kind of change."""
    makers = (
        (DifferenceKind.NUMBER, _number),
        (DifferenceKind.DATE, _date),
        (DifferenceKind.PLACE, _place),
        (DifferenceKind.WHO, _who),
        (DifferenceKind.WHETHER, _whether),
        (DifferenceKind.HEDGED, _hedged),
    )
    for kind, maker in makers:
        text = maker(reading, other, chance)
        if text is not None and text != reading.text:
            yield kind, text


def _put(text: str, span: Span, words: str) -> str:
    return text[: span.start] + words + text[span.end :]


def _number(reading: Reading, other: Reading, chance: random.Random) -> str | None:
    """Another figure, plainly higher, in digits as it was."""
    for figure in reading.figures:
        words = figure.span.of(reading.text)
        digits = words.strip("$£€%")
        plain = digits.replace(",", "")
        if figure.vague or not plain.isdecimal() or not 1 < float(plain) < LARGEST:
            continue
        if not figure.of or reading.text.count(digits) != 1 or digits not in other.text:
            continue
        more = int(float(plain) * chance.choice((2, 3))) + chance.randint(1, 4)
        return _put(reading.text, figure.span, words.replace(digits, f"{more:,}"))
    return None


def _date(reading: Reading, other: Reading, chance: random.Random) -> str | None:
    """Another weekday or month."""
    for names in (_WEEKDAYS, _MONTHS):
        inside = [each for each in names if each in reading.text]
        for time in reading.times:
            words = time.span.of(reading.text)
            name = next((each for each in inside if each in words), None)
            told = name is not None and name in other.text and reading.text.count(name) == 1
            if name and told and time.days is not None and len(inside) == 1:
                another = chance.choice([each for each in names if each != name])
                return reading.text.replace(name, another)
    return None


def _place(reading: Reading, other: Reading, chance: random.Random) -> str | None:
    """Another city for a city, another state for a state, of those named as places."""
    for mention in reading.mentions:
        name = mention.head.of(reading.text)
        once = reading.text.count(name) == 1 and name in other.text
        if mention.kind is EntityKind.PLACE and land_of(name) and once:
            return _put(reading.text, mention.head, chance.choice(_PLACES))
    return None


def _who(reading: Reading, other: Reading, chance: random.Random) -> str | None:
    """Another person or body as the subject of a verb."""
    for mention in reading.mentions:
        if mention.form is not Form.NAMED or mention.kind not in (
            EntityKind.PERSON,
            EntityKind.ORGANISATION,
        ):
            continue
        name = mention.head.of(reading.text)
        last = name.split()[-1]
        once = reading.text.count(last) == 1 and last in other.text
        if once and _is_subject(reading, mention.head):
            person = mention.kind is EntityKind.PERSON
            return _put(reading.text, mention.head, chance.choice(_PERSONS if person else _BODIES))
    return None


def _is_subject(reading: Reading, span: Span) -> bool:
    sentence = reading.sentence_at(span.start)
    tokens = sentence.tokens_in(span) if sentence else ()
    return any(each.dep in ("nsubj", "nsubjpass") for each in tokens)


def _whether(reading: Reading, other: Reading, chance: random.Random) -> str | None:
    """A "not" put before or after the verb that heads the sentence or what is said in it."""
    told = {each.lemma for sentence in other.sentences for each in sentence.tokens}
    for sentence in reading.sentences:
        verbs = [each for each in sentence.tokens if each.dep in ("ROOT", "ccomp")]
        chance.shuffle(verbs)
        for verb in verbs:
            helpers = sentence.children_of(verb, "aux", "auxpass")
            plain = verb.lemma not in ("say", "tell", "add") and verb.tag in (
                "VBD",
                "VBN",
                "VB",
                "VBG",
            )
            if plain and verb.lemma in told and not sentence.children_of(verb, "neg"):
                text = _negated(reading.text, verb, helpers)
                if text is not None:
                    return text
    return None


def _hedged(reading: Reading, other: Reading, chance: random.Random) -> str | None:  # noqa: ARG001
    """Another word for a plain "said" of a named speaker whom the other quotes too, in turn one of three."""
    quoting = any(each.cue_lemma == "say" and each.speaker for each in other.quotations)
    for quotation in reading.quotations:
        speaker, cue = quotation.speaker, quotation.cue
        name = speaker.name.split()[-1] if speaker and speaker.entity else ""
        if cue and cue.of(reading.text) == "said" and name and name in other.text and quoting:
            return _put(reading.text, cue, _PRESENTING[len(reading.text) % len(_PRESENTING)])
    return None


def _negated(text: str, verb: Token, helpers: tuple[Token, ...]) -> str | None:
    if helpers and helpers[0].text.casefold() != "to":
        return _put(text, helpers[0].span, f"{helpers[0].text} not")
    if verb.tag == "VBD" and not helpers and verb.lemma != "be":
        return _put(text, verb.span, f"did not {verb.lemma}")
    return None
