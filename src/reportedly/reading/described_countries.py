"""Antecedents of "the country", "its neighbour", "the East African nation" inside one report."""

from dataclasses import dataclass

from reportedly.language import countries
from reportedly.language.offices import offices
from reportedly.model.ontology import EntityKind
from reportedly.model.reading import Mention, Reading
from reportedly.model.span import Span
from reportedly.model.syntax import Sentence, Token
from reportedly.reading.chains import Chain


@dataclass(frozen=True, slots=True)
class Countries:
    """The countries of a reading; `place` says which chain a mention has been given so far."""

    reading: Reading
    chains: list[Chain]
    place: dict[int, Chain]

    def antecedent(self, index: int, mention: Mention, token: Token) -> Chain | None:
        """The chain of "the country", "the East African nation", "its neighbour"; None where none stands out."""
        known = [c for c in self.chains if c.kind is EntityKind.COUNTRY and c.country]
        if mention.country is not None:
            return next((c for c in known if c.country == mention.country), None)
        if token.lemma in offices().governments:
            return None
        words = mention.span.of(self.reading.text).casefold()
        if "neighbo" in words:
            return self._neighbour(index, mention, known)
        return self._country_before(index)

    def _neighbour(self, index: int, mention: Mention, known: list[Chain]) -> Chain | None:
        """For "its neighbour" the country of this report that borders on the subject, if one stands out."""
        earlier = [
            self.place[i]
            for i in range(index)
            if i in self.place and "neighbo" in self.reading.mentions[i].name.casefold()
            and self.reading.mentions[i].kind is EntityKind.COUNTRY
        ]  # fmt: skip
        subject = self._subject_country(mention)
        if subject is None:
            return earlier[-1] if earlier else None
        found = [c for c in known if c.country and countries.are_neighbours(subject, c.country)]
        ranked = sorted(found, key=lambda c: -len(c.members))
        if not ranked:
            return None
        stands_out = len(ranked) == 1 or len(ranked[0].members) >= 2 * len(ranked[1].members)
        return ranked[0] if stands_out else None

    def _subject_country(self, mention: Mention) -> str | None:
        """The country of the nearest subject before this place in its sentence."""
        sentence = _sentence(self.reading, mention)
        if sentence is None:
            return None
        for index in range(len(self.reading.mentions) - 1, -1, -1):
            other = self.reading.mentions[index]
            if other.head.start >= mention.span.start or other.head.start < sentence.span.start:
                continue
            token = _token(self.reading, other)
            if token is not None and token.dep in ("nsubj", "nsubjpass") and index in self.place:
                return self.place[index].country
        return None

    def _country_before(self, index: int) -> Chain | None:
        """The nearest country before this place in the sentence, else the only one of the sentence before."""
        here = self.reading.mentions[index]
        sentence = _sentence(self.reading, here)
        if sentence is None:
            return None
        number = self.reading.sentences.index(sentence)
        same = self._countries_in(sentence.span, before=here.span.start)
        if same:
            return same[-1]
        if number == 0:
            return None
        previous = self._countries_in(
            self.reading.sentences[number - 1].span, before=here.span.start
        )
        return previous[0] if len({id(c) for c in previous}) == 1 else None

    def _countries_in(self, span: Span, *, before: int) -> list[Chain]:
        return [
            self.place[i]
            for i, m in enumerate(self.reading.mentions)
            if m.kind is EntityKind.COUNTRY and i in self.place
            and span.contains(m.span) and m.span.start < before
        ]  # fmt: skip


def _sentence(reading: Reading, mention: Mention) -> Sentence | None:
    return reading.sentence_at(mention.head.start)


def _token(reading: Reading, mention: Mention) -> Token | None:
    sentence = _sentence(reading, mention)
    tokens = sentence.tokens_in(mention.head) if sentence else ()
    return tokens[-1] if tokens else None
