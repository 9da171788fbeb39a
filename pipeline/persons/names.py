"""Where names stand: persons' mentions by token, their case, and words that may come between."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from ..document import Document, Token
from ..drafts import PersonDraft
from ..nlp.foreign import is_mans
from ..nlp.words import CASES, fold, known_parses, parses

_SKIPPED = frozenset(
    {"господин", "г-н", "госпожа", "г-жа", "товарищ", "«", "»", '"', "“", "”", "„"}
)
_DASHES = frozenset({"–", "—", "-"})
_AGE_REACH = 12
_AGE = re.compile(r"\d+-летн")
_YEARS = re.compile(r"(?:19|20)\d\d(?:[–—-](?:19|20)?\d\d)?")
_OF_YEARS = frozenset({"в", "с", "по", "до", "год", "гг", "г", "."})
FIXED = re.compile(r"[бвгджзклмнпрстфхцчшщ]$")
"""How names of men end that may decline."""
_INSTRUMENTAL = re.compile(r"[бвгджзклмнпрстфхцчшщ](?:ом|ем|ым)$")


class Names:
    """Mentions of persons in one document by their first and last token."""

    def __init__(self, document: Document, people: list[PersonDraft]) -> None:
        self.tokens = document.tokens
        self.starts: dict[int, tuple[int, PersonDraft]] = {}
        self.ends: dict[int, tuple[int, PersonDraft]] = {}
        for person in people:
            for mention in person.mentions:
                first, last = document.token_range(mention.start, mention.stop)
                self.starts[first] = last, person
                self.ends[last] = first, person

    def after(self, at: int, *, dash: bool = False) -> int | None:
        """The first token of the name that follows, over honorifics, ages and, if asked, a dash."""
        while at < len(self.tokens) and at not in self.starts:
            token = self.tokens[at]
            passed = token.lemma in _SKIPPED or _AGE.match(token.text) is not None
            passed = passed or (dash and token.text in _DASHES)
            if not passed:
                return None
            at += 1
        return at if at < len(self.tokens) else None

    def before(self, at: int) -> tuple[int, int, PersonDraft] | None:
        """``(first, last, person)`` of the name that ends here, a bracket after it passed over."""
        if at in self.ends:
            first, person = self.ends[at]
            return first, at, person
        if at > 1 and self.tokens[at - 1].text == ")":
            for index in range(at - 2, max(0, at - 2 - _AGE_REACH), -1):
                if self.tokens[index].text == "(":
                    found = self.ends.get(index)
                    return (found[0], index, found[1]) if found else None
        return None

    def row(self, at: int) -> list[tuple[int, PersonDraft]]:
        """«A, B и C»: the first tokens and persons of names one after another."""
        found: list[tuple[int, PersonDraft]] = []
        while at in self.starts:
            last, person = self.starts[at]
            found.append((at, person))
            at = self.past_bracket(last)
            if at < len(self.tokens) and self.tokens[at].text in (",", "и"):
                at += 1
        return found

    def past_bracket(self, at: int) -> int:
        """Past a short bracket that names nobody: «Фонд охраны природы (ФОП) Кира Ярмыш»."""
        if at >= len(self.tokens) or self.tokens[at].text != "(":
            return at
        for index in range(at + 1, min(len(self.tokens), at + 1 + _AGE_REACH)):
            if self.tokens[index].text == ")":
                return index + 1
            if index in self.starts:
                return at
        return at

    def past_years(self, at: int) -> int:
        """Past the years of a post: «премьер Чада с 1999 по 2001 год Али Мунтар»."""
        index, dated = at, False
        while index < len(self.tokens):
            token = self.tokens[index]
            year = _YEARS.fullmatch(token.text) is not None
            if not (year or token.lemma in _OF_YEARS or (dated and token.text in _DASHES)):
                break
            dated = dated or year
            index += 1
        return index if dated else at

    def is_fixed_female(self, first: int) -> bool:
        """«Хиллари Клинтон»: a woman's name that looks the same in every case."""
        last, person = self.starts[first]
        words = [t.text for t in self.tokens[first:last]]
        return person.gender == "f" and not any(w[-1] in "аяую" for w in words)

    def agrees(self, wanted: str, first: int, *, strictly: bool = False) -> bool:
        """Whether the name can stand in the post's case (any will do where it is not known).

        ``strictly`` asks it of the tagger's case; otherwise any case that a part of the name may
        have will do, since the tagger errs on foreign names.
        """
        parts = [t for t in self.tokens[first : self.starts[first][0]] if t.text[0].isalpha()]
        cases = {t.feats.get("Case") for t in parts} - {None}
        if not wanted or not cases:
            return True
        case = CASES.get(wanted, "")
        gender = self.starts[first][1].gender
        named = wanted == "Nom" and parts[0].text == self.starts[first][1].first
        if not named and cannot_be(parts[0].text, case, gender) and not shows(parts, wanted):
            return False
        if wanted in cases or strictly:
            return wanted in cases
        return any(_may_be(t.text, case, gender) for t in parts)


def shows(parts: list[Token], wanted: str) -> bool:
    """«Данг Минь Кхоем», «Абдель Хамидом»: the first word stands as it is, a later one declines."""
    readings = list(known_parses(parts[0].text)) or parses(parts[0].text)
    first = [p for p in readings if str(p.tag.gender) != "femn"]
    stands = any(fold(str(p.normal_form)) == fold(parts[0].text) for p in first)
    return stands and any(is_mans(t.text, wanted) for t in parts[1:])


def cannot_be(word: str, case: str, gender: str) -> bool:
    """Whether the dictionary knows the given name or patronymic, and never in this case."""
    readings = list(known_parses(word))
    named = [p for p in readings if {"Name", "Patr"} & p.tag.grammemes and "sing" in p.tag]
    named = [p for p in named if str(p.tag.gender) != {"m": "femn", "f": "masc"}.get(gender, "-")]
    return bool(named) and not any(_is_in(p.tag, case) for p in readings)


def _may_be(word: str, case: str, gender: str) -> bool:
    """Whether a part of a name can be in the case; a word we cannot read may be in any.

    The gender of its bearer, where known, tells «Скрябина» of a man from that of a woman.
    """
    readings = [p for p in parses(word) if {"Name", "Surn", "Patr"} & p.tag.grammemes]
    sex = {"m": "femn", "f": "masc"}.get(gender, "-")
    known = any(p.is_known for p in readings)
    own = [p for p in readings if str(p.tag.gender) != sex] if known else readings
    return not readings or any(_is_in(p.tag, case) for p in own)


def _is_in(tag: Any, case: str) -> bool:
    return str(tag.case) == case or "Fixd" in tag


def stands(word: str) -> bool:
    """Whether a foreign given name may stand so in the nominative: «Джули», «Дайан»."""
    return word[-1] in "ие" or bool(FIXED.search(fold(word)) and not _INSTRUMENTAL.search(word))


def in_instrumental(words: list[Token]) -> list[Token]:
    """Foreign names that the tagger leaves in the nominative though their ending says otherwise.

    «с послом Баатарыном Ганболдом»: no such word is in the dictionary, and every declined part
    ends as an instrumental does.
    """
    ending = [t for t in words if len(t.text) > 4 and _INSTRUMENTAL.search(t.text)]
    unknown = [t for t in ending if not known_parses(t.text)]
    if not unknown or unknown[0] is not words[0]:
        return words
    fixed = []
    for token in words:
        if token in ending and token.feats.get("Case") != "Ins":
            token = replace(token, feats={**token.feats, "Case": "Ins"})
        fixed.append(token)
    return fixed
