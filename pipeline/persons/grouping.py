"""One person behind many spellings: full name, surname, name and patronymic, initials."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from ..document import Document, NameSpan
from ..nlp.words import fold
from .parts import NameParts

_LONG = 7
_ENDINGS = frozenset({"", "а", "у", "ом", "е", "ем", "я", "ю"})
_WAVERING = (("йо", "е"), ("йе", "е"), ("э", "е"), ("дж", "ж"), ("йй", "й"))


@dataclass(eq=False)
class Named:
    """A person with the spans that name them and the best reading of each part so far."""

    parts: NameParts
    spans: list[tuple[int, int]] = field(default_factory=list)
    aliases: list[tuple[int, int]] = field(default_factory=list)

    def accepts(self, other: NameParts) -> bool:
        """Whether ``other`` can name this person."""
        mine = self.parts
        if other.first and other.last and fold(mine.full) == fold(other.full):
            return True  # «Нгуен Суан Фук», read with its family name first or last
        if mine.gender and other.gender and mine.gender != other.gender:
            return False
        if other.last:
            if not mine.last or not same_surname(mine, other):
                return False
            return compatible(mine.first, other.first) and compatible(mine.middle, other.middle)
        if not other.first or not mine.first or other.first.endswith("."):
            return False
        if not close(mine.first, other.first):
            return False
        if other.middle is None:
            return mine.last is None
        return mine.middle is None or close(mine.middle, other.middle)

    def declines_to(self, words: list[str]) -> bool:
        """Whether two words are a man's name and surname as they stand here, with endings.

        «Ваагна Хачатуряна», where the dictionary does not know that Ваагн is a name.
        """
        mine = (self.parts.first or "", self.parts.last or "")
        known = self.parts.nominative and len(words) == len(mine) and all(mine)
        pairs = zip(map(fold, words), map(fold, mine), strict=True) if known else ()
        ends = [w.removeprefix(m) for w, m in pairs if w.startswith(m)]
        return len(ends) == len(mine) and all(e in _ENDINGS for e in ends)

    def add(self, span: tuple[int, int], other: NameParts) -> None:
        """Take a span in and let its reading mend ours."""
        self.spans.append(span)
        mine = self.parts
        better = other.nominative and not mine.nominative
        if other.first and other.last and mine.surname_first != other.surname_first:
            better = other.surname_first  # whose parts stand in the order that is shown
        self.parts = NameParts(
            first=_fuller(mine.first, other.first, better),
            middle=_fuller(mine.middle, other.middle, better),
            last=_fuller(mine.last, other.last, better),
            gender=mine.gender or other.gender,
            nominative=mine.nominative or (other.nominative and other.last is not None),
            surname_first=mine.surname_first or other.surname_first,
        )


def _fuller(mine: str | None, other: str | None, better: bool) -> str | None:
    if mine is None or other is None:
        return mine or other
    if mine.endswith(".") or (better and not other.endswith(".")):
        return other
    return mine


def same_surname(mine: NameParts, other: NameParts) -> bool:
    """Whether two surnames are one, spelt or cut otherwise.

    Where the given names are the same, a misspelling is let pass («Сааакашвили»), and a part left
    out («Реджеп Тайип Эрдоган», «Реджеп Эрдоган»).
    """
    if not mine.last or not other.last or not compatible(mine.first, other.first):
        return False
    a, b = mine.last.split(), other.last.split()
    if close(mine.last, other.last) or (len(a) != len(b) and close(a[-1], b[-1])):
        return True
    if mine.first is None or other.first is None:
        return False
    x, y = fold(a[-1]), fold(b[-1])
    short = min(len(x), len(y))
    return short >= _LONG and distance(x, y) <= 1 + (short > _LONG)


def distance(a: str, b: str) -> int:
    """Levenshtein's: the fewest letters to add, drop or change."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


def plain(word: str) -> str:
    """A word with the letters that transcriptions waver on made one: «Йоити», «Еити»."""
    folded = fold(word)
    for spelling, one in _WAVERING:
        folded = folded.replace(spelling, one)
    return folded


def compatible(mine: str | None, other: str | None) -> bool:
    """Whether two given names or patronymics may be one: equal, an initial, or one unknown."""
    if mine is None or other is None:
        return True
    if mine.endswith(".") or other.endswith("."):
        return fold(mine)[0] == fold(other)[0]
    return close(mine, other)


def close(a: str, b: str) -> bool:
    """Equal but for case endings and ё: the same beginning, at most two letters apart."""
    x, y = plain(a), plain(b)
    if x == y:
        return True
    short = min(len(x), len(y))
    same = 0
    while same < short and x[same] == y[same]:
        same += 1
    return same >= 3 and same >= short - 1 and max(len(x), len(y)) - same <= 2


def latin_aliases(document: Document, spans: list[NameSpan]) -> dict[NameSpan, NameSpan]:
    """Latin names in a bracket after a Cyrillic one, with it: «Юн Фоссе (Jon Fosse)».

    ``spans`` stand in text order.
    """
    found = {}
    for before, span in pairwise(spans):
        gap = document.text[before.stop : span.start].strip()
        if gap == "(" and _is_latin(span.text) and not _is_latin(before.text):
            found[span] = before
    return found


def _is_latin(name: str) -> bool:
    return not any("а" <= c <= "я" for c in fold(name))
