"""The tagger's person spans mended: what is no name out, initials in, two names apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..document import Document, NameSpan, Token
from ..drafts import OrganizationDraft, RegionDraft
from ..knowledge.people import PeopleLexicon
from ..nlp.words import fold, known_parses, lemmas, parses
from .heads import PostHeads
from .parts import NameReader
from .words import is_common, is_patronymic

_LINE = re.compile(r"[^\n\r]*[^\s]")
_INITIALS_BEFORE = re.compile(r"(?<![А-ЯЁа-яё])(?:[А-ЯЁ]\.\s?){1,2}$")
_INITIALS_AFTER = re.compile(r"\s?(?:[А-ЯЁ]\.\s?){1,2}")
_SHORT = 2
_NAME_LIKE = frozenset({"пан", "дон", "им", "г"})
_CUTS = frozenset(',;:()[]•—–/|"«»')
_PREPOSITIONS = frozenset({"У", "С", "К", "О", "В"})
_OPENING = frozenset('«“„"([')


class SpanCleaner:
    """Mends the spans of one document."""

    def __init__(
        self, document: Document, lexicon: PeopleLexicon, heads: PostHeads, reader: NameReader
    ) -> None:
        self._document = document
        self._heads = heads
        self._reader = reader
        self._honorifics = frozenset(lexicon.honorifics)
        self._not_people = frozenset(lexicon.not_people)
        self._namesakes = frozenset(lexicon.namesakes)
        self._territories = frozenset(lexicon.territories)
        self._taken = _other_names(document) - self._heads_of_bodies(lexicon.bodies_of)
        self._named = {
            index
            for name in document.names
            for index in range(*document.token_range(name.start, name.stop))
        }

    def spans(self) -> list[NameSpan]:
        """Person spans in text order that cover the words of the name and nothing else."""
        pieces = [self._stripped(p) for p in self._pieces()]
        kept = [p for p in pieces if p and not self._is_other(p)]
        named = [self._reached(p) for p in self._merged(kept)]
        surnames = {fold(p[-1].text) for p in named if len(p) > 1}
        kept = [p for p in named if not self._is_word(p, surnames)]
        return [self._span(p) for p in kept]

    def _heads_of_bodies(self, nouns: Iterable[str]) -> set[int]:
        """Tokens of people who tell whose a body is: «правительство Мишустина»."""
        found: set[int] = set()
        for name in self._document.names:
            first, last = self._document.token_range(name.start, name.stop)
            if name.type == "PER" and first and self._document.tokens[first - 1].lemma in nouns:
                found.update(range(first, last))
        return found

    def _pieces(self) -> Iterator[list[Token]]:
        """The tokens of each span, cut at line breaks and marks: «Овечкин, Фёдоров» are two."""
        for span in self._document.names:
            if span.type != "PER":
                continue
            for line in _LINE.finditer(self._document.text, span.start, span.stop):
                tokens = self._document.tokens_in(line.start(), line.end())
                yield from self._cut([t for t in tokens if t.start >= line.start()])

    def _cut(self, tokens: list[Token]) -> Iterator[list[Token]]:
        if _is_bracketed_inside(tokens):
            yield tokens
            return
        piece: list[Token] = []
        for token in tokens:
            if token.text in _CUTS:
                yield piece
                piece = []
            else:
                piece.append(token)
        yield from self._adjacent(piece)

    def _adjacent(self, piece: list[Token]) -> Iterator[list[Token]]:
        """«отец Пака Чон Хи Ким До Ён»: two names of three parts each."""
        family = [i for i, t in enumerate(piece) if self._reader.is_family(t)]
        if self._is_another(piece):
            yield piece[:-1]
            yield piece[-1:]
        elif len(piece) == 6 and 0 in family and 3 in family:
            yield piece[:3]
            yield piece[3:]
        else:
            yield piece

    def _is_another(self, piece: list[Token]) -> bool:
        """«От Анны Орловой Лужин ждёт …»: a whole name, then a surname told elsewhere."""
        if len(piece) != 3 or not self._reader.is_given(piece[0]) or is_patronymic(piece[1]):
            return False
        if any(p.tag.case == "nomn" for p in parses(piece[1].text)):
            return False
        others = [
            self._document.tokens_in(name.start, name.stop)
            for name in self._document.names
            if name.type == "PER"
        ]
        return any(
            fold(tokens[-1].text) == fold(piece[2].text)
            and tokens[-1].feats.get("Case") == "Nom"
            and fold(tokens[-2].text) != fold(piece[1].text)
            for tokens in others
            if len(tokens) > 1
        )

    def _merged(self, pieces: list[list[Token]]) -> list[list[Token]]:
        """A given name and a surname that the tagger has told apart: «Серена» «Уильямс»."""
        found: list[list[Token]] = []
        for piece in pieces:
            before = found[-1] if found else []
            single = len(before) == 1 and bool(piece) and before[0].index + 1 == piece[0].index
            single = single and before[0].sentence == piece[0].sentence
            if single and (self._is_given_apart(before, piece) or self._is_register(before, piece)):
                found[-1] = [*before, *piece]
            else:
                found.append(piece)
        return found

    def _is_given_apart(self, before: list[Token], piece: list[Token]) -> bool:
        short = len(piece) <= _SHORT and not self._reader.is_given(piece[0])
        return short and self._reader.is_given(before[0])

    def _is_register(self, before: list[Token], piece: list[Token]) -> bool:
        """«Юлдашева» «Кристина Камиловна»: the order of lists and decrees."""
        whole = len(piece) == 2 and is_patronymic(piece[1]) and self._reader.is_given(piece[0])
        same = before[0].feats.get("Case") == piece[0].feats.get("Case")
        return whole and same and not is_common(before[0])

    def _reached(self, tokens: list[Token]) -> list[Token]:
        """With the word before it that the tagger has left out: «Юлия» «Навальная»."""
        at = tokens[0].index - 1
        if at < 0 or len(tokens) > _SHORT or at in self._taken or at in self._named:
            return tokens
        before = self._document.tokens[at]
        near = before.sentence == tokens[0].sentence and before.stop + 1 == tokens[0].start
        capital = before.text[0].isupper() and len(before.text) > _SHORT
        if not near or not capital or self._heads.is_head(before):
            return tokens
        given = self._reader.is_given(before) and not self._reader.is_given(tokens[0])
        return [before, *tokens] if given or self._is_register([before], tokens) else tokens

    def _stripped(self, tokens: list[Token]) -> list[Token]:
        while tokens and (self._is_before_name(tokens) or self._is_place_before(tokens)):
            tokens = tokens[1:]
        while tokens and not any(c.isalnum() or c == "." for c in tokens[-1].text):
            tokens = tokens[:-1]
        if self._is_behind_its_place(tokens):
            tokens = tokens[1:]
        while len(tokens) > _SHORT and self._is_only_place(tokens[-1]):
            tokens = tokens[:-1]  # «Семён Ракитин Астана»: tags in a row
        return tokens

    def _is_behind_its_place(self, tokens: list[Token]) -> bool:
        """«глава аймака Хувсгел П. Лхагва»: what stands before an initial is the territory's."""
        if len(tokens) < len(["X", "П.", "Y"]) or not tokens[0].index:
            return False
        territory = self._document.tokens[tokens[0].index - 1].lemma in self._territories
        return territory and len(tokens[1].text.rstrip(".")) == 1

    def _is_only_place(self, token: Token) -> bool:
        named = [p for p in known_parses(token.text) if p.tag.case == "nomn"]
        return bool(named) and all("Geox" in p.tag for p in named)

    def _is_before_name(self, tokens: list[Token]) -> bool:
        """Whether the first word is an honorific, a post or another common word."""
        first, alone = tokens[0], len(tokens) == 1
        if first.text in _PREPOSITIONS and not alone and self._governs(first, tokens[1]):
            return True
        if not any(c.isalnum() for c in first.text):
            return True
        if first.lemma in self._honorifics:
            # «Пан Ги Мун», «Дон Делилло»: a capital inside the sentence makes the word a name.
            return alone or first.lemma not in _NAME_LIKE or first.text[0].islower()
        if alone:
            return False
        if first.text.islower():
            return not self._reader.is_particle(first)
        if first.lemma.endswith("летний"):
            return True
        post = self._heads.is_head(first) and first.text[1:].islower()
        # «Хоким Зомина Уткир Кенжаев»: what stands behind the post is its place.
        seat = tokens[1].index in self._taken
        post = post and (first.pos == "NOUN" or is_common(first) or seat)
        return post or (self._opens(first) and self._is_said_of(first, tokens[1:]))

    def _governs(self, first: Token, name: Token) -> bool:
        """«У Гурбанова», «С Лужиным»: a preposition with a capital is no initial."""
        dotted = self._document.text[first.stop : first.stop + 1] == "."
        return not dotted and self._opens(first) and name.feats.get("Case") != "Nom"

    def _is_place_before(self, tokens: list[Token]) -> bool:
        """«Хубэя Чэнь Вэйго»: the place of the post that stands before the name."""
        rest = [t.index in self._taken for t in tokens]
        post = self._document.tokens[tokens[0].index - 1] if tokens[0].index else None
        before = post is not None and self._heads.is_head(post)
        return before and rest[0] and len(rest) > 1 and not any(rest[1:])

    def _is_said_of(self, first: Token, name: list[Token]) -> bool:
        """«Дневник Анны Франк», «68-летняя Руссефф»: a common word before a whole name."""
        if not is_common(first):
            return False
        if len(name) == 1:
            return first.pos == "ADJ" and not is_common(name[0]) and name[0].text[0].isupper()
        return self._reader.is_given(name[0]) and not is_patronymic(name[-1])

    def _opens(self, token: Token) -> bool:
        """Whether the capital of a word is that of a sentence, a line or a quotation."""
        if token.index == 0:
            return True
        before = self._document.tokens[token.index - 1]
        gap = self._document.text[before.stop : token.start]
        starts = before.sentence != token.sentence or "\n" in gap
        return starts or before.text in _OPENING or before.text in ".!?"

    def _is_other(self, tokens: list[Token]) -> bool:
        """Whether the span is no person: a place, a body, a work, a brand, a lone initial."""
        first = tokens[0]
        if first.text.islower() and len(tokens) == 1:
            return True
        words = {first.lemma, *lemmas(first.text)}
        if words & self._not_people or any(t.index in self._taken for t in tokens):
            return True
        before = self._document.tokens[first.index - 1] if first.index else None
        if before is not None and before.lemma in self._namesakes:
            return True
        letters = [t for t in tokens if any(c.isalpha() for c in t.text)]
        digits = any(c.isdigit() for t in tokens for c in t.text)
        return digits or not letters or (len(letters) == 1 and len(letters[0].text.strip(".")) < 2)

    def _is_word(self, tokens: list[Token], surnames: set[str]) -> bool:
        """A common word with the capital of a sentence or a quotation: «Купюра», «Отметим».

        A surname that is one («Локоть») stays where the article names its bearer in full.
        """
        if not all(is_common(t) for t in tokens) or fold(tokens[-1].text) in surnames:
            return False
        return self._opens(tokens[0])

    def _span(self, tokens: list[Token]) -> NameSpan:
        text = self._document.text
        after = self._document.tokens[tokens[-1].index + 1 : tokens[-1].index + 2]
        if after and self._reader.closes(after[0]):
            tokens = [*tokens, after[0]]  # «Полад Бюльбюль оглы»
        start, stop = _with_initials(text, tokens[0].start, tokens[-1].stop)
        return NameSpan(start, stop, "PER", text[start:stop])


def _is_bracketed_inside(tokens: list[Token]) -> bool:
    """«Арсен (Арсений) Павлов»: one name with a bracket in it."""
    marks = [i for i, t in enumerate(tokens) if t.text in "()"]
    inside = len(marks) == 2 and marks[1] == marks[0] + 2 and marks[0] > 0
    return (
        inside
        and marks[1] < len(tokens) - 1
        and not any(t.text in _CUTS - {"(", ")"} for t in tokens)
    )


def _other_names(document: Document) -> set[int]:
    """Tokens that a region or body owns by name."""
    taken: set[int] = set()
    for entity, mention in document.mentions("name", "alias"):
        if isinstance(entity, (RegionDraft, OrganizationDraft)):
            taken.update(range(*document.token_range(mention.start, mention.stop)))
    return taken


def _with_initials(text: str, start: int, stop: int) -> tuple[int, int]:
    before = _INITIALS_BEFORE.search(text[max(0, start - 6) : start])
    if before:
        start -= len(before.group())
    after = _INITIALS_AFTER.match(text, stop)
    if after and " " not in text[start:stop] and not before:
        stop = after.end()
        while text[stop - 1].isspace():
            stop -= 1
    return start, stop
