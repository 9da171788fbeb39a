"""The lines of a page and what can be said of one line by itself."""

from __future__ import annotations

import re
from dataclasses import dataclass

from schemas import ZoneKind

_LINE = re.compile(r"[^\n\r\u2028\u2029\u0085]+")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[^\W\d_]{2,}[»\")]?[.!?…]+[»\")]?\s+[«\"(–—-]?\s?[A-ZА-ЯЁ]")
_STOPS = (".", "…", ":", ";", "!", "?", "»", '"', "”", ")", ",")
_BULLETS = ("•", "●", "▪", "■", "–", "—", "-", "*", "·", "►", "→", ">", "✔", "✅")
PROSE_WORDS = 12
LONG_WORDS = 25


@dataclass(slots=True)
class Line:
    """A line without its outer blanks, at ``[start, stop)``; ``kind`` once it is known.

    ``opens`` says that clutter goes on after it, ``rule`` what classified it.
    """

    start: int
    stop: int
    text: str
    kind: ZoneKind | None = None
    opens: bool = False
    rule: str = ""
    _words: int = -1
    _prose: bool | None = None

    @property
    def words(self) -> int:
        """How many words of letters it has."""
        if self._words < 0:
            self._words = words_in(self.text)
        return self._words

    @property
    def is_prose(self) -> bool:
        """Whether it reads like a paragraph: long with a closing mark, or of several sentences."""
        if self._prose is None:
            self._prose = self._reads_as_prose()
        return self._prose

    def _reads_as_prose(self) -> bool:
        words = self.words
        if words >= LONG_WORDS:
            return True
        if words >= 8 and _BREAK.search(self.text):
            return True
        return words >= PROSE_WORDS and self.text.endswith((".", "…", ":", ";", "»", '"', "!", "?"))

    @property
    def is_closed(self) -> bool:
        """Whether it ends as sentences do."""
        return self.text.endswith(_STOPS)

    @property
    def is_bullet(self) -> bool:
        """Whether it opens as list items do."""
        return self.text.startswith(_BULLETS)


def words_in(text: str) -> int:
    """The number of words of letters."""
    return len(_WORD.findall(text))


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank, in order."""
    found = []
    for match in _LINE.finditer(text):
        words = match.group().strip()
        if words:
            start = match.start() + match.group().index(words[0])
            found.append(Line(start, start + len(words), words))
    return found


def folded(text: str) -> str:
    """The letters and figures only, lower case: two tellings of a headline compare equal."""
    return "".join(filter(str.isalnum, text.lower().replace("ё", "е")))
