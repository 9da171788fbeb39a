"""Places by the noun that says what they are: «Данковский район», «провинция Хэйлунцзян»."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from ..document import NameSpan, Token
from ..knowledge.regions import PlaceHead, RegionsLexicon
from ..knowledge.registry import Place, Registry
from ..nlp.inflection import inflect
from ..nlp.words import fold, known_parses, like, parses
from .gazetteer import Gazetteer
from .match import QUOTES, Context, Match, is_person_word

_JOINTS = frozenset({",", "и", "или"})
_CACHE = 10_000


class Patterns:
    """Finds places by head nouns; the names need not be known."""

    def __init__(self, lexicon: RegionsLexicon, registry: Registry, gazetteer: Gazetteer) -> None:
        self._registry = registry
        self._gazetteer = gazetteer
        self._modifiers = frozenset(lexicon.modifiers)
        self._facility = frozenset(lexicon.facility_words)
        self._after: dict[str, PlaceHead] = {}
        self._before: dict[str, PlaceHead] = {}
        self._short: dict[str, PlaceHead] = {}
        self._bodies = {body: h for h in lexicon.head for body in h.bodies}
        for head in lexicon.head:
            for lemma in head.lemmas:
                if head.adjective:
                    self._after.setdefault(lemma, head)
                if head.name:
                    self._before.setdefault(lemma, head)
            for short in head.short:
                self._short.setdefault(short, head)

    def adjectives(self, context: Context, index: int, stop: int) -> list[Match]:
        """«Липецкой области», «Минской и Гродненской областей»: one match for each adjective."""
        tokens = context.tokens
        groups, at = self._adjective_groups(tokens, index, stop)
        if not groups or at >= stop:
            return []
        head_token = tokens[at]
        if head_token.lemma in self._bodies:
            return self._owner_of_body(tokens, groups, self._bodies[head_token.lemma])
        head = self._after.get(head_token.lemma) or self._shortened(tokens, at, stop)
        if head is None or not self._plausible(context, groups, head_token):
            return []
        end = (
            at + 2 if head_token.lemma not in self._after and tokens[at + 1].text == "." else at + 1
        )
        found = []
        for number, (first, last) in enumerate(groups):
            place = self._adjective_place(tokens, first, last, at, head)
            until = end if number == len(groups) - 1 else last
            found.append(Match(first, until, (place,), "name"))
        return found

    def _owner_of_body(
        self, tokens: list[Token], groups: list[tuple[int, int]], head: PlaceHead
    ) -> list[Match]:
        """«Гомельский облисполком» is the region's, not the town's; only known regions count."""
        found = []
        for first, last in groups:
            noun = head.lemmas[0]
            words = [_adjective(t.text, _gender(noun)) for t in tokens[first:last]]
            known = self._registry.find(*words, noun)
            if known:
                found.append(Match(first, last, (known[0],), "adjective"))
        return found

    def name(self, context: Context, index: int, stop: int) -> Match | None:
        """«провинция Хэйлунцзян», «г. Данков»: the match is the name, or all of a whole head's."""
        tokens = context.tokens
        head = self._before.get(tokens[index].lemma)
        first = index + 1
        if head is None:
            head = self._short.get(tokens[index].text.lower())
            if head is None or not head.name or first >= stop or tokens[first].text != ".":
                return None
            first += 1
        if first >= stop or not tokens[first].text[:1].isupper():
            return None
        known = self._gazetteer.at(tokens, first, stop)
        if known is not None and known.kind == "name":
            return Match(index if head.whole else first, known.last, known.places, "name")
        return self._unknown(context, head, index, first, stop)

    def _adjective_groups(
        self, tokens: list[Token], index: int, stop: int
    ) -> tuple[list[tuple[int, int]], int]:
        """Token ranges of the joined adjectives, and the index of the word after them."""
        groups: list[tuple[int, int]] = []
        at = index
        while at < stop and _capital_adjective(tokens[at]):
            first = at
            while at < stop and self._is_modifier(tokens[at], at > first):
                at += 1
            groups.append((first, at))
            joint = at
            while joint < stop and tokens[joint].text in _JOINTS:
                joint += 1
            if joint == at or joint >= stop or not _capital_adjective(tokens[joint]):
                break
            at = joint
        return groups, at

    def _is_modifier(self, token: Token, later: bool) -> bool:
        return _capital_adjective(token) or (later and token.lemma in self._modifiers)

    def _shortened(self, tokens: list[Token], at: int, stop: int) -> PlaceHead | None:
        head = self._short.get(tokens[at].text.lower())
        dotted = at + 1 < stop and tokens[at + 1].text == "."
        return head if head is not None and head.adjective and dotted else None

    def _plausible(self, context: Context, groups: list[tuple[int, int]], head: Token) -> bool:
        words = [t for a, b in groups for t in context.tokens[a:b]]
        if any(t.lemma in self._facility for t in words):
            return False
        first = words[0]
        if context.opens_sentence(first.index) and not context.tagged(
            first.index, first.index + 1, "LOC"
        ):
            return bool(first.lemma.endswith(("ский", "цкий", "ской")))
        return len(groups) == 1 or head.feats.get("Number") != "Sing"

    def _adjective_place(
        self, tokens: list[Token], first: int, last: int, at: int, head: PlaceHead
    ) -> Place:
        noun = tokens[at].lemma if tokens[at].lemma in self._after else head.lemmas[0]
        gender = _gender(noun)
        words = [_adjective(t.text, gender) for t in tokens[first:last]]
        known = self._registry.find(*words, noun)
        if known:
            return known[0]
        name = " ".join([*words, noun])
        return Place(id=f"named:{fold(name)}", name=name, level=head.level)

    def _may_be_place(self, token: Token, span: NameSpan) -> bool:
        """«аймак Хувсгел»: a word that the tagger takes for a person, nobody's name.

        Alone, or with an initial behind it that opens the name of somebody else.
        """
        alone = (span.start, span.stop) == (token.start, token.stop)
        alone = alone or _is_before_initial(token, span)
        return span.type == "LOC" or (span.type == "PER" and alone and not _is_known_person(token))

    def _unknown(
        self, context: Context, head: PlaceHead, index: int, first: int, stop: int
    ) -> Match | None:
        tokens = context.tokens
        token = tokens[first]
        span = context.span_at(first)
        short = tokens[index].text.lower() in self._short
        if token.text in QUOTES or (span is not None and not self._may_be_place(token, span)):
            return None
        if span is None and (short or is_person_word(token) or token.pos not in ("NOUN", "PROPN")):
            return None
        last = first + 1
        if span is not None and not _is_before_initial(token, span):
            while last < stop and tokens[last].stop <= span.stop:
                last += 1
        if any(t.lemma in self._facility for t in tokens[first:last]):
            return None
        name = nominative_name(tokens[first:last])
        if head.whole:
            name = like(tokens[index].lemma, "Xx") + " " + name
        place = Place(id=f"named:{fold(name)}", name=name, level=head.level)
        return Match(index if head.whole else first, last, (place,), "name")


def _is_before_initial(token: Token, span: NameSpan) -> bool:
    """«Хувсгел П. Лхагва»: whether an initial follows the word that opens the span."""
    rest = span.text[token.stop - span.start :].split()
    opens = span.type == "PER" and span.start == token.start and len(rest) > 1
    return opens and len(rest[0].rstrip(".")) == 1 and rest[0].endswith(".")


def _is_known_person(token: Token) -> bool:
    marks = {"Name", "Surn", "Patr"}
    return any(marks & p.tag.grammemes for p in known_parses(token.text))


def nominative_name(tokens: list[Token]) -> str:
    """The words each as it would stand alone, spaced as in the text."""
    parts = [nominative(tokens[0])]
    for before, token in pairwise(tokens):
        parts.append(" " * (token.start > before.stop) + nominative(token))
    return "".join(parts)


def nominative(token: Token) -> str:
    """The word as it would stand alone: left as it is where that is a nominative already."""
    readings = parses(token.text)
    if not token.text[:1].isalpha() or any("nomn" in p.tag for p in readings):
        return token.text
    nouns = [p for p in readings if p.tag.POS in ("NOUN", "ADJF")]
    form = inflect(nouns[0], "nomn") if nouns else None
    return like(form, token.text) if form is not None else token.text


def _capital_adjective(token: Token) -> bool:
    if not token.text[:1].isupper() or len(token.text) < 4:
        return False
    if token.pos == "NOUN" and not token.text.endswith(("й", "го", "му", "я", "ю", "е", "х", "и")):
        # «Хоким Бухарской области»: an unknown noun that ends as an adjective may.
        return False
    return _is_adjective(token.text)


@lru_cache(maxsize=_CACHE)
def _is_adjective(word: str) -> bool:
    return any(p.tag.POS == "ADJF" and "Apro" not in p.tag for p in parses(word))


def _gender(noun: str) -> str:
    return next((p.tag.gender for p in parses(noun) if p.tag.gender), "masc")


def _adjective(word: str, gender: str) -> str:
    for parse in parses(word):
        if parse.tag.POS == "ADJF":
            form = inflect(parse, "nomn", "sing", gender)
            if form is not None:
                return like(form, word)
    return word
