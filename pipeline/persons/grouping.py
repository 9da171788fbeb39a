"""One person behind many spellings: full name, surname, name and patronymic, initials."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..nlp.words import fold
from .parts import NameParts


@dataclass(eq=False)
class Named:
    """A person with the spans that name them and the best reading of each part so far."""

    parts: NameParts
    spans: list[tuple[int, int]] = field(default_factory=list)

    def accepts(self, other: NameParts) -> bool:
        """Whether ``other`` can name this person."""
        mine = self.parts
        if mine.gender and other.gender and mine.gender != other.gender:
            return False
        if other.last:
            if not mine.last or not close(mine.last, other.last):
                return False
            return compatible(mine.first, other.first) and compatible(mine.middle, other.middle)
        if not other.first or not mine.first or other.first.endswith("."):
            return False
        if not close(mine.first, other.first):
            return False
        if other.middle is None:
            return mine.last is None
        return mine.middle is None or close(mine.middle, other.middle)

    def add(self, span: tuple[int, int], other: NameParts) -> None:
        """Take a span in and let its reading mend ours."""
        self.spans.append(span)
        mine = self.parts
        better = other.nominative and not mine.nominative
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


def compatible(mine: str | None, other: str | None) -> bool:
    """Whether two given names or patronymics may be one: equal, an initial, or one unknown."""
    if mine is None or other is None:
        return True
    if mine.endswith(".") or other.endswith("."):
        return fold(mine)[0] == fold(other)[0]
    return close(mine, other)


def close(a: str, b: str) -> bool:
    """Equal but for case endings and ё: the same beginning, at most two letters apart."""
    x, y = fold(a), fold(b)
    if x == y:
        return True
    short = min(len(x), len(y))
    same = 0
    while same < short and x[same] == y[same]:
        same += 1
    return same >= 3 and same >= short - 1 and max(len(x), len(y)) - same <= 2
