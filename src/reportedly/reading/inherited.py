"""Countries that an office takes over from the body beside it: "the Norwegian Foreign Ministry ... Minister Lund"."""

from dataclasses import replace

from reportedly.language.offices import office_key, offices
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span

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
    return mention


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
