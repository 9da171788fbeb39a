"""A stretch that may name a place, and the context that speaks for it or against."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass

from schemas import MentionKind

from ..document import Document, NameSpan, Token
from ..knowledge.registry import Place
from ..nlp.words import known_parses, parses

_LIST_MARK = "•"
_LEAST = 4
_WHOLE = 3
"""Words of a place, a given name and a surname."""
_TOWNS = frozenset({"город", "поселок"})
_GENITIVE = ("а", "я", "ы", "и")
_PERSONAL = frozenset({"Name", "Surn", "Patr"})
_SURNAME = re.compile(r"(ов|ев|ин|ын|ский|цкий|ян|дзе|ули|зода|заде)(а|ым|у|ой|ом|е)?$")
# Before these a town's name stands in apposition or the reading by head noun has had its turn.
_COMMON_HEADS = frozenset({"область", "край", "район", "округ"})
QUOTES = frozenset("«»\"“”„'")


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``[first, last)`` that may name one of ``places``, the likeliest first.

    ``weak`` matches need the name tagger or a preposition to agree. ``start`` and ``stop`` narrow
    the mention to a part of a token (compound adjectives).
    """

    first: int
    last: int
    places: tuple[Place, ...]
    kind: MentionKind
    weak: bool = False
    start: int | None = None
    stop: int | None = None

    def span(self, document: Document) -> tuple[int, int]:
        """Half-open code points of the mention."""
        tokens = document.tokens
        start = tokens[self.first].start if self.start is None else self.start
        return start, tokens[self.last - 1].stop if self.stop is None else self.stop


class Context:
    """What the name tagger and the words around say of a stretch of tokens."""

    def __init__(
        self, document: Document, prepositions: frozenset[str], governors: frozenset[str]
    ) -> None:
        """``governors`` are posts of those who head a place."""
        self.document = document
        self._governors = governors
        self.tokens = document.tokens
        self._prepositions = prepositions
        self._spans: dict[int, NameSpan] = {}
        self._people: set[str] = set()
        for span in document.names:
            if _LIST_MARK in span.text:
                # «Эквадор • Эфиопия»: the tagger has read across the items of a list.
                continue
            for token in document.tokens_in(span.start, span.stop):
                self._spans[token.index] = span
                if span.type == "PER":
                    self._people.add(token.lemma)

    def span_at(self, index: int) -> NameSpan | None:
        """The tagger's name that holds this token."""
        return self._spans.get(index)

    def tagged(self, first: int, last: int, kind: str) -> bool:
        """Whether the tagger put a token of the stretch into a name of this type."""
        found = (self._spans.get(i) for i in range(first, last))
        return any(s is not None and s.type == kind for s in found)

    def in_person(self, first: int, last: int) -> bool:
        """Whether the stretch is only a part of a person's name."""
        span = self._spans.get(first)
        if span is None or span.type != "PER" or self._governed(first, span):
            return False
        return span.start < self.tokens[first].start or span.stop > self.tokens[last - 1].stop

    def names_person(self, words: list[Token]) -> bool:
        """Whether the words are a person: named as one elsewhere, or a given name with another."""
        if len(words) == 1:
            return words[0].lemma in self._people
        return any(is_given_name(t) for t in words) and all(t.text[:1].isupper() for t in words)

    def _governed(self, first: int, span: NameSpan) -> bool:
        """«Минтуризм Якутии»: a genitive after another case is no surname."""
        token, before = self.tokens[first], self.tokens[first - 1] if first else None
        if before is None or before.start < span.start or is_person_word(token):
            return False
        case = before.feats.get("Case")
        return token.feats.get("Case") == "Gen" and case is not None and case != "Gen"

    def leads_person(self, first: int, last: int) -> bool:
        """«вице-губернатор Хубэя Чэнь Вэйго»: the tagger drew the place into the name behind it.

        The place is one word that is nobody's name, right behind a common noun, a name after it.
        """
        span = self._spans.get(first)
        if span is None or span.type != "PER" or last != first + 1 or first == 0:
            return False
        token, before = self.tokens[first], self.tokens[first - 1]
        opens = span.start == token.start and span.stop > token.stop
        small = before.text.islower() or self.opens_sentence(first - 1)
        post = before.pos == "NOUN" and small
        if not opens or not post or len(token.text) < _LEAST:
            return False
        return not any(_PERSONAL & p.tag.grammemes for p in known_parses(token.text))

    def owns_post(self, first: int, last: int) -> bool:
        """«с губернатором Дофара»: one word behind a post that cannot be its holder's name.

        Behind an instrumental or a dative it stands in the genitive of a man's name, or the
        dictionary knows it as a place that does not decline («с акимом Кентау»).
        """
        span = self._spans.get(first)
        if last != first + 1 or first == 0 or span is None:
            return False
        token, post = self.tokens[first], self.tokens[first - 1]
        alone = (span.start, span.stop) == (token.start, token.stop)
        if not alone or post.lemma not in self._governors or not post.text.islower():
            return False
        readings = list(known_parses(token.text))
        if readings:
            return all("Geox" in p.tag for p in readings)
        told_apart = post.feats.get("Case") in ("Ins", "Dat") or self._leads_name(first + 1)
        return told_apart and token.text.endswith(("а", "я"))

    def _leads_name(self, index: int) -> bool:
        """«хокима Учкуприка Алишер Рахимов»: another whole name begins here."""
        span = self._spans.get(index)
        if span is None or span.type != "PER" or span.start != self.tokens[index].start:
            return False
        return " " in span.text

    def seat_in(self, first: int, last: int) -> int | None:
        """The place that the tagger drew into the name behind a post: «хоким Зомина Уткир Кенжаев».

        It is nobody's name, stands in the genitive or behind «района», and a given name and a
        surname follow it; the post may be drawn in with it.
        """
        if last - first >= _WHOLE and self.tokens[first].folded in self._governors:
            first += 1
        if first == 0 or last - first != _WHOLE:
            return None
        token, post, surname = self.tokens[first], self.tokens[first - 1], self.tokens[last - 1]
        ranked = post.lemma in _COMMON_HEADS | _TOWNS and first > 1
        office = self.tokens[first - 2] if ranked else post
        if {office.lemma, office.folded}.isdisjoint(self._governors) or len(token.text) < _LEAST:
            return None
        declined = ranked or token.text.endswith(_GENITIVE)
        if not declined or not _SURNAME.search(surname.folded):
            return None
        known = known_parses(token.text)
        return None if any(_PERSONAL & p.tag.grammemes for p in known) else first

    def stands_in_place(self, first: int, last: int) -> bool:
        """«в Хромтау», tagged as a person: no name the dictionary knows, behind a preposition.

        A word that it knows as a place alone needs no preposition.
        """
        span = self._spans.get(first)
        if last != first + 1 or span is None or span.type != "PER":
            return False
        token = self.tokens[first]
        if (span.start, span.stop) != (token.start, token.stop) or len(token.text) < _LEAST:
            return False
        readings = list(known_parses(token.text))
        if readings:
            return all("Geox" in p.tag for p in readings)
        return self.after_preposition(first) and not self.opens_sentence(first)

    def quoted(self, first: int, last: int) -> bool:
        """Whether quotation marks hold exactly the stretch: a firm, a club, a hotel."""
        before = self.tokens[first - 1].text if first else ""
        after = self.tokens[last].text if last < len(self.tokens) else ""
        return before in QUOTES and after in QUOTES

    def in_quoted_name(self, first: int) -> bool:
        """Whether the stretch stands in quotation marks inside an organization's name."""
        span = self._spans.get(first)
        if span is None or span.type != "ORG":
            return False
        index = first - 1
        while index >= 0 and self.tokens[index].start >= span.start - 1:
            if self.tokens[index].text in '«"“„':
                return True
            index -= 1
        return False

    def after_own_adjective(self, first: int) -> bool:
        """Whether a capitalized adjective opens the same organization's name («Единая Россия»)."""
        span = self._spans.get(first)
        if span is None or span.type != "ORG" or first == 0:
            return False
        before = self.tokens[first - 1]
        return before.start >= span.start and before.pos == "ADJ" and before.text[:1].isupper()

    def describes_next(self, index: int) -> bool:
        """Whether it is an adjective of the next noun: «Белый дом», not the town Белый."""
        token = self.tokens[index]
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if after is None or after.pos not in ("NOUN", "PROPN") or after.lemma in _COMMON_HEADS:
            return False
        readings = known_parses(token.text)
        if not readings and token.pos != "ADJ":
            # «мэр Куньмина Ян Шулань»: the dictionary only guesses at a possessive.
            return False
        if not any(p.tag.POS == "ADJF" for p in readings or parses(token.text)):
            return False
        case = token.feats.get("Case")
        return case is not None and case == after.feats.get("Case")

    def agrees_next(self, index: int) -> bool:
        """«Ярославский губернатор»: a common noun in the adjective's case stands behind it."""
        after = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        case = self.tokens[index].feats.get("Case")
        common = after is not None and after.pos == "NOUN" and after.text.islower()
        return common and after is not None and case is not None and after.feats.get("Case") == case

    def after_preposition(self, first: int) -> bool:
        """Whether a preposition of place stands before it."""
        return first > 0 and self.tokens[first - 1].lemma in self._prepositions

    def follows(self, first: int, words: Container[str]) -> bool:
        """Whether one of the words stands right before it."""
        return first > 0 and self.tokens[first - 1].lemma in words

    def opens_sentence(self, index: int) -> bool:
        """Whether this is the first word of its sentence, quotation marks aside."""
        sentence = self.document.sentences[self.tokens[index].sentence]
        ahead = self.tokens[sentence.first : index]
        return not any(t.text[:1].isalnum() for t in ahead)


def is_homonym(token: Token) -> bool:
    """Whether the dictionary knows the word as anything but a place."""
    readings = list(known_parses(token.text))
    return any("Geox" not in p.tag and "Abbr" not in p.tag for p in readings)


def is_given_name(token: Token) -> bool:
    """Whether the dictionary knows the word as a given name and nothing else."""
    readings = list(known_parses(token.text))
    return bool(readings) and all("Name" in p.tag for p in readings)


def is_person_word(token: Token) -> bool:
    """Whether the word can be a given name, a patronymic or a surname."""
    marks = ("Name", "Surn", "Patr")
    return any(mark in p.tag for p in parses(token.text) for mark in marks)
