"""Places that only the name tagger knows."""

from __future__ import annotations

from collections.abc import Iterator, Set

from ..document import NameSpan, Token
from ..knowledge.regions import RegionsLexicon
from ..knowledge.registry import Place
from ..nlp.foreign import is_unknown, nominative
from ..nlp.words import fold
from .match import Context, Match
from .patterns import nominative_name

# Prepositions that govern the genitive: «из Торткуля».
_FROM = frozenset({"из", "до", "около", "возле", "близ"})


class Leftovers:
    """Takes the tagger's places that nothing else explained, but for roads, waters, buildings."""

    def __init__(self, lexicon: RegionsLexicon) -> None:
        self._facility = frozenset(lexicon.facility_words)
        self._not_places = frozenset(lexicon.not_places)

    def find(self, context: Context, taken: Set[int]) -> Iterator[Match]:
        """Matches of level ``other`` for the tagger's places that overlap no token in ``taken``."""
        document = context.document
        for span in document.names:
            first, last = document.token_range(span.start, span.stop)
            seat = context.seat_in(first, last) if span.type == "PER" else None
            seated = seat is not None
            if seat is not None:
                first, last = seat, seat + 1
            owns = span.type != "ORG" and (seated or context.owns_post(first, last))
            if not (span.type == "LOC" or owns) or first >= last:
                continue
            if not taken.isdisjoint(range(first, last)):
                continue
            if last == first + 1 and context.describes_next(first):
                # «Северными территориями»: the tagger has cut the noun off.
                last += 1
            words = context.tokens[first:last]
            sentence = document.sentences[words[0].sentence]
            if sentence.zone == "boilerplate":
                continue
            if not owns and not self._is_place(context, span, words):
                continue
            genitive = owns or (last == first + 1 and context.follows(first, _FROM))
            name = (
                nominative(words[0].text, "Gen")
                if genitive and is_unknown(words[0].text)
                else nominative_name(words)
            )
            place = Place(id=f"named:{fold(name)}", name=name, level="other")
            yield Match(first, last, (place,), "name")

    def holds_more(self, context: Context, match: Match) -> bool:
        """Whether the tagger's place opens with an adjective the match leaves out: «Южная Корсика».

        Such a place is another one; it is found whole among the leftovers.
        """
        span = context.span_at(match.first)
        if span is None or span.type != "LOC" or match.kind != "name":
            return False
        first, last = context.document.token_range(span.start, span.stop)
        before = context.tokens[first : match.first]
        if not before or last != match.last or not self._is_place(context, span, before):
            return False
        return all(t.pos == "ADJ" and t.text[:1].isupper() for t in before)

    def is_never(self, token: Token) -> bool:
        """Whether the lexicon says that the word is no place, whoever calls it one."""
        return not {fold(token.text), token.lemma}.isdisjoint(self._not_places)

    def _is_place(self, context: Context, span: NameSpan, words: list[Token]) -> bool:
        if not any(t.text[:1].isupper() for t in words):
            return False
        if fold(span.text) in self._not_places or self.is_never(words[0]):
            return False
        if context.names_person(words):
            return False
        before = context.tokens[max(0, words[0].index - 1) : words[0].index]
        return not any(t.lemma in self._facility for t in [*before, *words])
