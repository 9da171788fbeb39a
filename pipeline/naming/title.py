"""The title of a document, read along the text from its head noun to its period."""

from __future__ import annotations

import re

from ..document import Document
from ..drafts import DocumentDraft
from .normal import phrase_nominative
from .phrase import CLOSING, NounPhrases

_YEARS = re.compile(
    r"\s*(?:на|до|в|с)?\s*(?:период\s*)?(?:с\s*)?(\d{4})(?:\s*[-–—−]\s*|\s+(?:по|и|до)\s+)(\d{4})\s*"
    r"(?:годы|годов|годах|года|год|гг?\.?)",
    re.I,
)
_UNTIL = re.compile(r"\s*(?:на период\s+)?до\s+(?:конца\s+)?(\d{4})\s*(?:года|г\.)", re.I)
_YEAR = re.compile(r"\s*на\s+(\d{4})\s*(?:год\b|г\.)", re.I)
_ABOUT = ("о", "об", "обо")
_FIELDS = frozenset({"сфера", "область", "отрасль", "деятельность"})
# Two titles are one when they share more than this part of the longer one's words.
_SAME = 0.5
_SHORT = 3


class Title:
    """A title from its first adjective to its period.

    ``[start, stop)`` are code points, ``first`` and ``last`` its token range, ``period`` the years
    from and to; ``modified`` says that adjectives open it, ``capital`` that one has a capital.
    """

    def __init__(
        self, document: Document, phrases: NounPhrases, head: int, plain: frozenset[str]
    ) -> None:
        self._document, self._phrases = document, phrases
        tokens = document.tokens
        first = phrases.modifiers(head)
        while first < head and tokens[first].lemma in plain:
            first += 1
        modifiers = tokens[first:head]
        self.modified = bool(modifiers)
        self.capital = any(
            t.text[0].isupper() and not phrases.opens_sentence(t.index) for t in modifiers
        )
        at = head + 1
        quoted = self._in_marks(first, at)
        self.first = first - quoted
        self.last, self.named = self._rightward(at + quoted)
        self.start, self.stop = tokens[self.first].start, tokens[self.last - 1].stop
        self.period = self._read_period()
        words = tokens[self.first : self.last]
        self._words = {t.lemma for t in words if len(t.lemma) > _SHORT}
        name = phrase_nominative(document, self.first, head, self.last)
        self.name = name + document.text[tokens[self.last - 1].stop : self.stop]

    @property
    def says_what(self) -> bool:
        """Whether there is more than a bare noun: a bare «соглашение» is no title."""
        return self.named or self.period != (None, None)

    def same(self, draft: DocumentDraft) -> bool:
        """Whether a draft's mention shares most of the longer title's words."""
        for mention in draft.mentions:
            tokens = self._document.tokens_in(mention.start, mention.stop)
            words = {t.lemma for t in tokens if len(t.lemma) > _SHORT}
            if len(words & self._words) > _SAME * max(len(words), len(self._words)):
                return True
        return False

    def _in_marks(self, first: int, past: int) -> bool:
        """Whether quotation marks hold the head alone: «дорожная карта» по туризму."""
        tokens = self._document.tokens
        before = tokens[first - 1].text if first else ""
        return before in CLOSING and past < len(tokens) and tokens[past].text in CLOSING[before]

    def _rightward(self, at: int) -> tuple[int, bool]:
        """Past everything that goes on with the title, and whether anything did."""
        begin = at
        while (after := self._step(at)) > at:
            at = after
        return at, at > begin

    def _step(self, at: int) -> int:
        phrases, tokens = self._phrases, self._document.tokens
        if at >= len(tokens) or tokens[at].sentence != tokens[at - 1].sentence:
            return at
        lemma = tokens[at].lemma
        if lemma in _ABOUT:
            return phrases.prepositional(at, lemma, ("Loc",))
        for after in (phrases.by(at), phrases.title(at), phrases.genitives(at)):
            if after > at:
                return after
        if lemma == "между":
            return self._sides(at)
        if lemma in ("в", "на") and tokens[at].text.islower():
            return self._in_fields(at, lemma)
        return at

    def _in_fields(self, at: int, preposition: str) -> int:
        """Past «в сфере туризма», «в научной и культурной областях» or «на поставку леса».

        «В Смольном» is no part of a title.
        """
        past = self._phrases.prepositional(at, preposition, ("Loc",))
        words = self._document.tokens[at + 1 : past]
        if any(t.lemma in _FIELDS for t in words):
            return past
        if preposition == "на":
            goods = self._phrases.prepositional(at, preposition, ("Acc",))
            if goods > at + 1 and self._is_deed(at + 1):
                counted = goods < len(self._document.tokens) and (
                    self._document.tokens[goods].text.isdigit()
                )
                return self._phrases.genitives(goods + 1) if counted else goods
        return at

    def _is_deed(self, at: int) -> bool:
        """Whether the noun names something done: «поставку», «строительство», «оказание»."""
        return self._document.tokens[at].lemma.endswith(("ка", "ство", "ние", "тие"))

    def _sides(self, at: int) -> int:
        """Past «между A и B», the sides being regions or nouns."""
        tokens = self._document.tokens
        after = begin = at + 1
        while True:
            reached = self._phrases.genitives(self._phrases.nominal(after, ("Ins",)))
            if reached <= after:
                return after - 1 if after > begin else at
            reached = max(reached, self._phrases.title(reached))
            if reached < len(tokens) and tokens[reached].lemma == "и":
                after = reached + 1
                continue
            return reached

    def _read_period(self) -> tuple[str | None, str | None]:
        text = self._document.text
        for pattern in (_YEARS, _UNTIL, _YEAR):
            found = pattern.match(text, self.stop)
            if found is None:
                continue
            self.stop = found.end()
            self.last = self._document.token_range(self.stop - 1, self.stop)[1]
            if pattern is _YEARS:
                return found.group(1), found.group(2)
            return (None, found.group(1)) if pattern is _UNTIL else (found.group(1), found.group(1))
        return None, None
