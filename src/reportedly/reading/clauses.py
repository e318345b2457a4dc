"""What a clause is to the cue it hangs on, and which coordinated verb is a cue of its own."""

from reportedly.model.report import Role
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.cues import load_cues

CLAUSES = ("ccomp", "parataxis")
AGAINST = ("whereas", "while")


def clause_of(sentence: Sentence, verb: Token) -> Token | None:
    """The head of the clause that is said, the one after the verb first."""
    clauses = [
        each for each in sentence.children_of(verb) if frame_of(sentence, verb, each) == "clause"
    ]
    return max(clauses, key=lambda each: (each.index > verb.index, -each.index), default=None)


def frame_of(sentence: Sentence, verb: Token, child: Token) -> str:
    """What a dependent of a cue verb is to it: a clause, an infinitive, a gerund, an object, or ''."""
    if child.dep in CLAUSES:
        return clause_frame(sentence, child)
    if child.dep == "xcomp":
        return clause_frame(sentence, child)
    if child.dep == "oprd":
        return "named"
    if child.dep == "dobj" and child.index > verb.index:
        return "object"
    return ""


def clause_frame(sentence: Sentence, clause: Token) -> str:
    """Whether a clause is finite ("clause"), an infinitive ("to") or a gerund ("ing")."""
    helpers = sentence.children_of(clause, "aux", "mark", "nsubj", "nsubjpass", "expl")
    if any(each.dep != "aux" for each in helpers):
        return "clause"
    if any(each.tag == "TO" for each in helpers):
        return "to"
    return "ing" if clause.tag == "VBG" else "clause"


def is_second_cue(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb that the parse puts inside a content goes on with the cue above it."""
    governor = sentence.head_of(verb)
    return (
        verb.dep == "conj"
        and governor.dep in CLAUSES
        and "clause" in load_cues().frames_of(verb)
        and not load_cues().frames_of(governor)
        and own_subject(sentence, verb) is None
        and clause_of(sentence, verb) is not None
    )


def second_cue(sentence: Sentence, head: Token) -> set[int]:
    """Indexes of a coordinated cue that speaks for itself: "said it was late [and warned that ...]"."""
    words: set[int] = set()
    for child in sentence.children_of(head, "conj"):
        if is_second_cue(sentence, child):
            words.update(each.index for each in sentence.subtree(child))
            words.update(each.index for each in sentence.children_of(head, "cc"))
    return words


def own_subject(sentence: Sentence, verb: Token) -> Token | None:
    """The subject that a verb itself has, not one it shares."""
    return next(iter(sentence.children_of(verb, "nsubj", "expl")), None)


def set_against(sentence: Sentence, head: Token) -> set[int]:
    """Indexes of what the report sets against a content in its own voice: "..., while Lima seeks guarantees".

    In a headline, which has no commas, "while" with a subject of its own does the same.
    """
    words: set[int] = set()
    for opening in sentence.subtree(head):
        if opening.lemma not in AGAINST or opening.dep not in ("mark", "advmod"):
            continue
        clause = sentence.head_of(opening)
        if clause.dep == "advcl" and _is_parted(sentence, opening, clause):
            words.update(
                each.index for each in sentence.subtree(clause) if each.index >= opening.index
            )
    return words


def _is_parted(sentence: Sentence, opening: Token, clause: Token) -> bool:
    """Whether a comma parts a clause from what stands before it, or the terseness of a headline."""
    before = sentence.tokens[opening.index - 1].text if opening.index else ""
    headline = sentence.role is Role.HEADLINE and own_subject(sentence, clause) is not None
    return before == "," or headline
