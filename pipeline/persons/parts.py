"""A name's parts in the nominative, and the gender they tell.

The form of the given name says in which case the whole stands; the surname then follows. What the
dictionary does not know is read by its prediction for that case and gender.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from ..document import Token
from ..knowledge.people import PeopleLexicon
from ..nlp.foreign import is_unknown, nominative
from ..nlp.inflection import inflect
from ..nlp.words import CASES, UD_CASES, fold, known_parses, like, parses
from .names import FIXED, in_instrumental, stands
from .words import has_patronymic_ending, is_patronymic

_SYLLABLE = 5
"""Letters of a syllable of a Chinese, Korean or Vietnamese name; its ending has two more."""
_CHINESE = re.compile(
    "(?:(?:цз|чж|[бпмфдтнлгкхцсчшжр])?(?:янь|ян|яо|я|юань|юнь|юн|юэ|юй|ю|инь|ин|и|е|уань|уан|уай|уа"
    "|уэй|уй|унь|ун|уо|у|вэй|вань|ван|вэнь|вэн|во|ва|ань|ан|ай|ао|а|оу|о|эй|энь|эн|эр|э)){2,}"
    "(?:ем|ом)?"
)
"""Syllables of Palladius' transcription, with the ending of an instrumental or none."""
_GENDERS = {"m": "masc", "f": "femn"}
_INITIAL = re.compile(r"^(?:[А-ЯЁA-Z]|Дж|Дз)\.?$|^([А-ЯЁ]\.){2}$|^[А-ЯЁ]\.[А-ЯЁ]\.?$")
_NUMBER = re.compile(r"^[IVX]+$")
_SLAVIC = re.compile(r"(?:ск|цк|ов|ев|ин|ын|енк|к)(?:ий|ого|ому|им|ом|ой|а|у|ым|е|о|и)$")
_POSSESSIVE_M = re.compile(r"^(.+(?:ов|ев|ёв|ин|ын))(?:а|у|ым|е)$")
_POSSESSIVE_F = re.compile(r"^(.+(?:ов|ев|ёв|ин|ын))(?:ой|у)$")


@dataclass(frozen=True, slots=True)
class NameParts:
    """Given name, patronymic and surname in the nominative; initials stand as «А.»."""

    first: str | None = None
    middle: str | None = None
    last: str | None = None
    gender: str = ""
    nominative: bool = False
    surname_first: bool = False

    @property
    def full(self) -> str:
        """The parts in their usual order, without the patronymic where there is a surname."""
        shown = (self.first, self.last) if self.last else (self.first, self.middle)
        if self.surname_first:
            shown = (self.last, self.first)
        return " ".join(p for p in shown if p)


class NameReader:
    """Reads the tokens of a personal name."""

    def __init__(self, lexicon: PeopleLexicon) -> None:
        self._family = frozenset(lexicon.family_first)
        self._women = {fold(n.split()[-1]): n.split()[0] for n in lexicon.women}
        self._given = dict.fromkeys(lexicon.given_m, "m") | dict.fromkeys(lexicon.given_f, "f")
        self._closing = frozenset(lexicon.closing_particles)
        self._particles = frozenset([*lexicon.particles, *lexicon.closing_particles])

    def read(self, tokens: list[Token], gender: str = "", case: str = "") -> NameParts:
        """The parts of a name.

        ``gender`` is what an honorific before it says, ``case`` what a post does, if anything.
        """
        words = [t for t in tokens if any(c.isalpha() for c in t.text)]
        words = in_instrumental(words)
        initials = [t for t in words if self._is_initial(t, words)]
        rest = [t for t in words if t not in initials]
        if initials:
            return self._with_initials(initials, rest, gender)
        if len(rest) == 1:
            return self._single(rest[0], gender)
        if self.is_family_first(rest):
            return self._family_first(rest, gender)
        return self._known_woman(rest) or self._given_first(rest, gender, case)

    def _known_woman(self, words: list[Token]) -> NameParts | None:
        """«Джорджу Мелони»: a name that the list has, in any case."""
        given = (
            self._women.get(fold(words[-1].text)) if len(words) == len(("Кая", "Каллас")) else None
        )
        if given is None or not fold(words[0].text).startswith(fold(given)[:-1]):
            return None
        return NameParts(given, None, words[1].text, "f", words[0].text == given)

    def is_family_first(self, words: list[Token]) -> bool:
        """«Ван И», «Данг Минь Кхой»: what may be a given name too, by the syllables after it."""
        if fold(words[0].text) not in self._family or not 2 <= len(words) <= 3:
            return False
        if len(words) == 3:
            short = len(words[1].text) <= _SYLLABLE and len(words[2].text) <= _SYLLABLE + 2
        else:
            short = bool(_CHINESE.fullmatch(fold(words[1].text)))
        return short or not self.is_given(words[0])

    def _is_initial(self, token: Token, words: list[Token]) -> bool:
        """«В.», «Дж»; not the number of a king («Николай I») nor a short surname («Гидеон Ю»)."""
        if not _INITIAL.match(token.text) or self._is_chinese(token, words):
            return False
        return token is words[0] or "." in token.text or not self._is_short(token, words)

    def _is_chinese(self, token: Token, words: list[Token]) -> bool:
        """«У Синьсюн»: a family name of one letter before two syllables."""
        one = token is words[0] and len(words) == 2 and fold(token.text) in self._family
        return one and bool(_CHINESE.fullmatch(fold(words[1].text)))

    def _is_short(self, token: Token, words: list[Token]) -> bool:
        number = bool(_NUMBER.match(token.text))
        named = self.is_given(words[0]) or self.is_family(words[0])
        return number or (token is words[-1] and 2 <= len(words) <= 3 and named)

    def is_given(self, token: Token) -> bool:
        """Whether the dictionary or the lexicon knows the word as a given name."""
        return self._given_reading(token) is not None

    def is_family(self, token: Token) -> bool:
        """Whether the word, in any case, is a family name that stands first («Ким Ир Сен»)."""
        word = fold(token.text)
        return word in self._family or word.rstrip("аеуыи").removesuffix("ом") in self._family

    def is_particle(self, token: Token) -> bool:
        """«бин», «фон», «де»: small words inside a name."""
        return fold(token.text) in self._particles

    def closes(self, token: Token) -> bool:
        """«оглы», «уулу»: small words that end a name."""
        return token.text in self._closing

    def _with_initials(self, initials: list[Token], rest: list[Token], gender: str) -> NameParts:
        letters = [c for t in initials for c in t.text if c.isalpha()]
        first = f"{letters[0]}."
        middle = f"{letters[1]}." if len(letters) > 1 else None
        if not rest:
            return NameParts(first, middle, None, gender)
        case = rest[-1].feats.get("Case", "")
        gender = gender or self._surname_gender(rest[-1], case)
        last = " ".join(self._surname(t, gender, case) for t in rest)
        return NameParts(first, middle, last, gender, case == "Nom")

    def _single(self, token: Token, gender: str) -> NameParts:
        reading = self._given_reading(token)
        case = token.feats.get("Case", "")
        if reading is not None and not any("Surn" in p.tag for p in parses(token.text)):
            form, sex, _ = reading
            return NameParts(first=form, gender=gender or sex, nominative=case == "Nom")
        gender = gender or self._surname_gender(token, case)
        return NameParts(
            last=self._surname(token, gender, case), gender=gender, nominative=case == "Nom"
        )

    def _family_first(self, words: list[Token], gender: str) -> NameParts:
        case = words[-1].feats.get("Case", "")
        given = [w.text for w in words[1:-1]] + [self._foreign(words[-1], case)]
        nominative = case == "Nom"
        return NameParts(" ".join(given), None, words[0].text, gender or "m", nominative, True)

    def _given_first(self, words: list[Token], gender: str, told: str) -> NameParts:
        order = self._surname_first(words)
        first, *others = order
        reading = self._hers(first, others) or self._given_reading(first)
        case = first.feats.get("Case", "")
        if reading is None:
            gender = gender or {"Masc": "m", "Fem": "f"}.get(first.feats.get("Gender", ""), "")
            form = self._foreign(first, case) if gender != "f" else self._female(first, case)
        else:
            form, sex, stated = reading
            # «Абдель Фаттахом»: a particle shows no case.
            case = told or (case if self.is_particle(first) else stated)
            gender = gender or sex
        middle = None
        if len(others) >= 2 and has_patronymic_ending(others[0]):
            gender = "f" if re.search(r"[вч]н\w*$", fold(others[0].text)) else "m"
            middle = self._patronymic(others[0], gender, case)
            others = others[1:]
        elif len(others) == 1 and is_patronymic(others[0]):
            return NameParts(form, self._patronymic(others[0], gender, case), None, gender)
        last = self._surnames(others, gender, case)
        return NameParts(form, middle, last, gender, case == "Nom")

    def _surname_first(self, words: list[Token]) -> list[Token]:
        """«Беглов Александр Дмитриевич» in the order given name, patronymic, surname."""
        if len(words) == 3 and is_patronymic(words[2]) and self.is_given(words[1]):
            return [words[1], words[2], words[0]]
        swapped = len(words) == 2 and self.is_given(words[1]) and not self.is_given(words[0])
        if swapped and any("Surn" in p.tag and p.is_known for p in parses(words[0].text)):
            return [words[1], words[0]]
        return words

    def _surnames(self, words: list[Token], gender: str, case: str) -> str:
        out = []
        for token in words:
            small = token.text.islower() or fold(token.text) in self._particles
            out.append(token.text if small else self._surname(token, gender, case))
        return " ".join(out)

    def _hers(self, first: Token, others: list[Token]) -> tuple[str, str, str] | None:
        """«Александру Райсман»: the surname of a man would have an ending in that case."""
        if not others or not FIXED.search(fold(others[-1].text)):
            return None
        names = [p for p in parses(first.text) if "Name" in p.tag and "sing" in p.tag]
        declined = [p for p in names if p.tag.gender == "masc" and p.tag.case != "nomn"]
        women = [p for p in names if p.tag.gender == "femn"]
        if not declined or not women or any(p.tag.case == "nomn" for p in names):
            return None
        form = inflect(women[0], "nomn", "sing")
        case = UD_CASES.get(str(women[0].tag.case), "")
        return (like(form, first.text), "f", case) if form else None

    def _given_reading(self, token: Token) -> tuple[str, str, str] | None:
        """``(nominative, gender, case)`` of a given name in the dictionary or the lexicon."""
        word, case = token.text, CASES.get(token.feats.get("Case", ""), "")
        found = [p for p in known_parses(word) if "Name" in p.tag and "plur" not in p.tag]
        listed = case == "nomn" and fold(word) in self._given
        if not found or (listed and all(p.tag.case != "nomn" for p in found)):
            return self._listed(token)
        if case == "nomn" and stands(word) and all(p.tag.case != "nomn" for p in found):
            # «Джули», «Дайан»: as it stands, whatever the dictionary would make of it.
            return word, {"masc": "m", "femn": "f"}.get(str(found[0].tag.gender), ""), "Nom"
        best = max(found, key=lambda p: (str(p.tag.case) == case, p.score))
        form = inflect(best, "nomn", "sing")
        gender = {"masc": "m", "femn": "f"}.get(str(best.tag.gender), "")
        tagged = UD_CASES.get(str(best.tag.case), "")
        return like(form or best.normal_form, word), gender, tagged

    def _listed(self, token: Token) -> tuple[str, str, str] | None:
        declined = fold(nominative(token.text, token.feats.get("Case", "")))
        normal = (fold(p.normal_form) for p in parses(token.text))
        for form in (fold(token.text), declined, *normal):
            if form in self._given:
                case = token.feats.get("Case", "")
                same = form == fold(token.text) or (case == "Nom" and stands(token.text))
                name = token.text if same else like(form, token.text)
                return name, self._given[form], "Nom" if same else case
        return None

    def _patronymic(self, token: Token, gender: str, case: str) -> str:
        return self._inflect(token, gender, case, "Patr") or token.text

    def _surname(self, token: Token, gender: str, case: str) -> str:
        word = fold(token.text)
        if case == "Gen" and gender == "m" and token.feats.get("Case") == "Acc":
            case = "Acc"  # «Луиса Лулу»: a man's genitive may be an accusative
        fixed = word[-1] in "бвгджзклмнпрстфхцчшщоьй" and not word.endswith(("ой", "ей"))
        if gender == "f" and fixed:
            return token.text
        if case == "Nom":
            return token.text
        if gender == "f":
            return self._female(token, case)
        possessive = _POSSESSIVE_M.match(token.text)
        if is_unknown(token.text) and not possessive and not _SLAVIC.search(word):
            return nominative(token.text, case)
        return (
            self._inflect(token, gender, case, "Surn")
            or (possessive.group(1) if possessive else None)
            or self._foreign(token, case)
        )

    def _female(self, token: Token, case: str) -> str:
        found = self._inflect(token, "f", case, "Surn")
        if found is not None:
            return found
        possessive = _POSSESSIVE_F.match(token.text)
        if possessive:
            return possessive.group(1) + "а"
        return self._inflect(token, "f", case, "") or token.text

    def _foreign(self, token: Token, case: str) -> str:
        if case in ("", "Nom"):
            return token.text
        known = None if is_unknown(token.text) else self._inflect(token, "m", case, "")
        return known or nominative(token.text, case)

    def _inflect(self, token: Token, gender: str, case: str, grammeme: str) -> str | None:
        """The nominative by the dictionary reading that fits gender, case and kind."""
        wanted = CASES.get(case, "")
        sex = _GENDERS.get(gender, "")
        best: tuple[int, Any] | None = None
        for parse in parses(token.text):
            tag = parse.tag
            if tag.POS not in ("NOUN", "ADJF") or (grammeme and grammeme not in tag):
                continue
            if sex and str(tag.gender) not in (sex, "None"):
                continue
            if wanted and str(tag.case) != wanted:
                continue
            score = 2 * ("Surn" in tag) + (tag.POS == "NOUN") + ("anim" in tag)
            if best is None or score > best[0]:
                best = score, parse
        if best is None:
            return None
        form = inflect(best[1], "nomn", "sing", *([sex] if sex and best[1].tag.gender else []))
        return like(form, token.text) if form else None

    def _surname_gender(self, token: Token, case: str) -> str:
        """The gender of a surname alone, where its form tells it."""
        wanted = CASES.get(case, "")
        sexes = {
            str(p.tag.gender)
            for p in parses(token.text)
            if "Surn" in p.tag and (not wanted or str(p.tag.case) == wanted)
        }
        if sexes == {"masc"}:
            return "m"
        return "f" if sexes == {"femn"} else ""
