"""What is asked and not demanded: "asked what he wants", “'Who will pay?' he asked”."""

from collections.abc import Sequence

from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token

_ASKING = frozenset({"if", "whether"})
_WH = frozenset({"how", "what", "when", "where", "which", "who", "whom", "whose", "why"})
_STOPS = frozenset({"(", ")", ".", "!", ";", ":", '"', "''", "”"})


def is_asked(sentence: Sentence, clause: Token) -> bool:
    """Whether the clause is a question, direct or not; "asked that he leave" is a demand."""
    first = min(sentence.subtree(clause), key=lambda each: (not each.text.isalnum(), each.index))
    marks = {first.text.lower()}
    marks |= {each.text.lower() for each in sentence.children_of(clause, "mark")}
    asked = first.tag.startswith("W") and first.text.lower() != "that"
    return asked or bool(marks & _ASKING) or question_mark(sentence, clause) is not None


def is_question(pieces: Sequence[Span], text: str) -> bool:
    """Whether what is asked is a question, told or in marks; not "asked that they leave".

    >>> is_question((Span(0, 16),), "whether it is so"), is_question((Span(0, 15),), "that they leave")
    (True, False)
    """
    first = pieces[0].of(text).lstrip("\"'“‘").split(maxsplit=1)[0].lower()
    return first in _ASKING | _WH or pieces[-1].of(text).rstrip("\"'”’ ").endswith("?")


def question_mark(sentence: Sentence, token: Token) -> Token | None:
    """The mark of the question that the predicate stands in, also a quoted one: '"Why did he go?" she asked'."""
    if sentence.tokens[-1].text.endswith("?"):
        return sentence.tokens[-1]
    for each in sentence.tokens[token.index + 1 :]:
        if each.text.endswith("?"):
            return each
        if each.text in _STOPS:
            return None
    return None
