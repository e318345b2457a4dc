"""Names in headlines, where every word may have a capital: "Ridiculing Lund" is Lund."""

from dataclasses import replace

from reportedly.language.names import gender_of_name
from reportedly.model.ontology import EntityKind, Form
from reportedly.model.reading import Mention, Reading
from reportedly.model.report import Role
from reportedly.model.span import Span


def trim_headline_names(reading: Reading) -> Reading:
    """The names of people in headlines without words that the body does not know as part of a name."""
    headlines = reading.report.spans_of(Role.HEADLINE)
    above = [each for each in reading.mentions if any(h.contains(each.span) for h in headlines)]
    known = {
        each.head.of(reading.text)
        for each in reading.mentions
        if _is_named_person(each) and each not in above
    }
    mentions = (
        _trimmed(reading.text, each, known) if each in above and _is_named_person(each) else each
        for each in reading.mentions
    )
    return replace(reading, mentions=tuple(mentions))


def _is_named_person(mention: Mention) -> bool:
    return mention.kind is EntityKind.PERSON and mention.form is Form.NAMED


def _trimmed(text: str, mention: Mention, known: set[str]) -> Mention:
    """The mention under the longest run of its words that is a name of the body, or the surname of one."""
    words = mention.head.of(text).split(" ")
    if mention.head.of(text) in known or mention.name != mention.head.of(text):
        return mention
    surnames = {each.rsplit(maxsplit=1)[-1] for each in known}
    given = {word for each in known for word in each.split()[:-1]}
    if words[0] in given or gender_of_name(words[0]) is not None:
        return mention
    for length in range(len(words) - 1, 0, -1):
        for first in range(len(words) - length + 1):
            run = " ".join(words[first : first + length])
            if run in known or (length == 1 and run in surnames):
                start = mention.head.start + len(" ".join([*words[:first], ""]))
                head = Span(start, start + len(run))
                return replace(mention, span=head, head=head, name=run)
    return mention
