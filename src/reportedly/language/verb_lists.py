"""Lists of verbs that small parsers break, set right: the later items go with the first, not with the main verb.

"Agreed to pay, [free] them and leave", "calls for raising pay, [cutting] taxes and fixing roads", "denied they had hit
the town, [killed] people or burned homes".
"""

from collections.abc import Sequence
from dataclasses import replace

from reportedly.language.coordination import with_children
from reportedly.language.lexicon import load_lexicon, verb_entry
from reportedly.model.syntax import Token

_LOOSE = frozenset({"advcl", "ccomp", "conj", "dep", "parataxis"})
_OWN = frozenset({"aux", "auxpass", "csubj", "expl", "mark", "nsubj", "nsubjpass"})
_JOINS = frozenset({",", "and", "but", "or", "then"})
_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
_REACH = 6  # words up to the "or" that closes a list
_MARKS = frozenset({'"', "''", "``", "“", "‘", "'"})


def set_right(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with each such verb joined to the first of its list, a bare one as an infinitive itself."""
    for index in range(len(tokens)):
        anchor = _anchor(tokens, tokens[index])
        tag = "VB"
        if anchor is None:
            tag = tokens[index].tag
            anchor = _first_gerund(tokens, tokens[index]) or _first_of_or(tokens, tokens[index])
        if anchor is not None:
            moved = replace(tokens[index], head=anchor, dep="conj", tag=tag, pos="VERB")
            tokens = with_children([*tokens[:index], moved, *tokens[index + 1 :]])
    return tokens


def _anchor(tokens: Sequence[Token], token: Token) -> int | None:
    """The infinitive or wish ("asked that he pay") whose list goes on with this verb, where the parse parts them."""
    if token.dep not in _LOOSE or not _is_bare(token) or not _follows_join(tokens, token):
        return None
    if any(tokens[child].dep in _OWN for child in token.children):
        return None
    for each in reversed(tokens[: token.index]):
        if token.tag == "VBD" and each.tag in _FINITE and not _is_helper(tokens, each):
            return (
                None  # "said it will leave and [cut] the wire": the nearest verb may have a tense
            )
        if _is_infinitive(tokens, each):
            return each.index if _is_astray(tokens, token, each) else None
    return None


def _is_bare(token: Token) -> bool:
    word = token.text.lower()
    if token.tag == "VBD":
        return word in load_lexicon().invariant
    return token.tag in ("VB", "VBP") and word == token.lemma and word not in ("be", "have", "do")


def _follows_join(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a comma, "and" or "or" stands before it, an adverb or quotation mark left aside."""
    index = token.index - 1
    while index > 0 and (tokens[index].pos == "ADV" or tokens[index].text in _MARKS):
        index -= 1
    return index > 0 and tokens[index].text.lower() in _JOINS


def _is_infinitive(tokens: Sequence[Token], token: Token) -> bool:
    below = [tokens[child] for child in token.children]
    helped = any(each.tag in ("MD", "TO") and each.dep == "aux" for each in below)
    wished = any(each.dep == "mark" for each in below) and any(
        each.dep == "nsubj" for each in below
    )
    return token.tag == "VB" and (helped or wished)


def _is_helper(tokens: Sequence[Token], token: Token) -> bool:
    """Whether it is the "will" of an infinitive, no verb of its own."""
    return token.dep == "aux" and tokens[token.head].tag == "VB"


def _is_wish(verb: Token) -> bool:
    """Whether what it governs is less than a fact: "want", "hope", "agree"."""
    entry = verb_entry(verb.lemma, "to")
    return entry is not None and entry.inner is not None


def _is_below(tokens: Sequence[Token], token: Token, head: Token) -> bool:
    """Whether one word hangs, at any depth, on the other."""
    while token.head != token.index:
        if token.head == head.index:
            return True
        token = tokens[token.head]
    return False


def _is_astray(tokens: Sequence[Token], token: Token, anchor: Token) -> bool:
    """Whether it hangs on a verb that no bare form can be joined to: "agreed", "agrees", not "we agree"."""
    head = tokens[token.head]
    if _is_below(tokens, anchor, token):
        return False
    if token.tag == "VBD":
        return head.tag in ("VB", "VBD") or head.pos not in ("AUX", "VERB")
    if head.index == anchor.index:
        return token.dep != "conj"
    if head.tag in ("VB", "VBP") and anchor.head == head.index and _is_wish(head):
        return True  # "want to be open and, while we can, [share] it"
    if head.tag == "VBP":
        return token.tag == "VB" or head.lemma in ("be", "have")
    return head.tag in ("VBD", "VBG", "VBN", "VBZ") or head.pos not in ("AUX", "VERB")


def _first_gerund(tokens: Sequence[Token], token: Token) -> int | None:
    """The gerund after a preposition whose list goes on with this one: "for raising pay, [cutting] it and"."""
    below = [tokens[child] for child in token.children]
    listed = any(each.dep == "conj" and each.tag == "VBG" for each in below)
    word = tokens[token.index - 1].text.lower() if token.index else ""
    alone = token.tag == "VBG" and token.dep in ("advcl", "conj")
    joined = (word == "," and listed) or (word in ("and", "or") and tokens[token.head].tag != "VBG")
    if not alone or not joined or any(each.dep in _OWN for each in below):
        return None
    before = next((each for each in reversed(tokens[: token.index]) if each.pos == "VERB"), None)
    first = before is not None and before.tag == "VBG" and before.dep in ("pcomp", "xcomp")
    return before.index if before is not None and first else None


def _first_of_or(tokens: Sequence[Token], token: Token) -> int | None:
    """The verb of a clause whose list, closed by "or", goes on with this one: "they had hit it, [killed] some or"."""
    own = any(tokens[child].dep in _OWN for child in token.children)
    if token.tag not in ("VBD", "VBN") or token.dep != "conj" or own:
        return None
    near = tokens[token.index - 1 : token.index + _REACH]
    if not any(each.text.lower() == "or" for each in near):
        return None
    clauses = [
        each
        for each in tokens[token.head].children
        if tokens[each].dep == "ccomp" and token.head < each < token.index
    ]
    return clauses[-1] if clauses else None
