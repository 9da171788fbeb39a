"""What the dictionary says of a word that may be a part of a name."""

from __future__ import annotations

import re
from functools import lru_cache

from ..document import Token
from ..nlp.words import fold, parses

_NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn"})
_PATRONYMIC = re.compile(r"(ович|евич|ьич|овн|евн|ичн|инична)(а|у|ем|ом|е|ой|ы|и|ей|)$")


def is_common(token: Token) -> bool:
    """Whether the dictionary knows the word and never as a name."""
    return _common(token.text)


def is_patronymic(token: Token) -> bool:
    """«Ивановича», «Петровной»: by the dictionary and by the ending."""
    read = any("Patr" in p.tag for p in parses(token.text))
    return read and has_patronymic_ending(token)


def has_patronymic_ending(token: Token) -> bool:
    """By the ending only: rare patronymics are not in the dictionary."""
    return bool(_PATRONYMIC.search(fold(token.text)))


@lru_cache(maxsize=20_000)
def _common(word: str) -> bool:
    readings = parses(word)
    if not readings or len(word) < 2 or word.isupper():
        return False
    return all(p.is_known and not _NAMES & set(p.tag.grammemes) for p in readings)
