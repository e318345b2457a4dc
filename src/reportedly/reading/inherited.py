"""Countries that an office takes over from the body beside it: "the Norwegian Foreign Ministry ... Minister Lund"."""

from dataclasses import replace

from reportedly.language import countries
from reportedly.language.offices import office_key, offices
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span

_STATE_OFFICES = frozenset({"chancellor", "minister", "premier", "president"})
_MINISTRIES = frozenset({"department", "ministry"})


def inherit_countries(reading: Reading) -> Reading:
    """Give persons whose office has no country that of the only such body in the sentence, else in the paragraph."""
    mentions = tuple(_with_country(reading, each) for each in reading.mentions)
    return replace(reading, mentions=mentions)


def _with_country(reading: Reading, mention: Mention) -> Mention:
    is_open = mention.office is not None and mention.country is None and mention.body is None
    if not is_open or mention.form is not Form.NAMED or mention.kind is not EntityKind.PERSON:
        return mention
    for around in _surroundings(reading, mention.span):
        bodies = [
            each for each in reading.mentions
            if each.span.end <= mention.span.start and around.contains(each.span) and _is_body_of(each, mention)
        ]  # fmt: skip
        if bodies:
            found = {each.country for each in bodies}
            return _taken_over(reading, mention, bodies[-1]) if len(found) == 1 else mention
    return _of_dateline(reading, mention)


def _of_dateline(reading: Reading, mention: Mention) -> Mention:
    """A minister without a country is of the capital's where the report was filed, if the sentence names that state.

    Nobody whose country another place of the report gives: "Russian Foreign Minister Lund" stays Russian in Oslo.
    """
    sentence = reading.sentence_at(mention.span.start)
    filed = {
        countries.country_of_capital(span.of(reading.text).split(",")[0].title())
        for span in reading.report.spans_of(Role.DATELINE)
    }
    named = {
        each.country
        for each in reading.mentions
        if sentence and sentence.span.contains(each.span) and each.kind is EntityKind.COUNTRY
    }
    surname = mention.name.rsplit(maxsplit=1)[-1]
    elsewhere = any(each.country for each in reading.mentions if each.name.endswith(surname))
    heads = frozenset((mention.office or "").split()[-1:]) & _STATE_OFFICES
    codes = sorted(code for code in filed & named if code)
    if len(codes) != 1 or elsewhere or not heads:
        return mention
    because = f"{mention.because}; of {countries.name_of(codes[0])}, where the report was filed"
    return replace(mention, country=codes[0], because=because)


def _taken_over(reading: Reading, mention: Mention, body: Mention) -> Mention:
    because = f"{mention.because}; country of {body.span.of(reading.text)}, told of just before"
    return replace(mention, country=body.country, because=because)


def _surroundings(reading: Reading, span: Span) -> tuple[Span, ...]:
    """The sentence, then the paragraph."""
    sentence = reading.sentence_at(span.start)
    paragraphs = (each for each in reading.report.spans_of(Role.PARAGRAPH) if each.contains(span))
    return tuple(each for each in (sentence.span if sentence else None, *paragraphs) if each)


def _is_body_of(body: Mention, holder: Mention) -> bool:
    """Whether an office can be in a body of a country: a minister in a ministry of that field, a spokesman in any."""
    if body.kind is not EntityKind.ORGANISATION or body.country is None or holder.office is None:
        return False
    office, words = office_key(holder.office).split(), (body.body or body.name).casefold().split()
    if office[-1] == "spokesperson":
        return len(office) == 1 and bool(set(words) & offices().bodies)
    fields = {each for each in office[:-1] if each not in offices().titles - _FIELDS}
    same_field = not fields or bool(fields & set(words))
    return office[-1] == "minister" and bool(set(words) & _MINISTRIES) and same_field


_FIELDS = frozenset({"foreign", "interior", "justice"})
