"""Latin letters typed for Cyrillic ones: «переговоры c министром», «Mосква».

Editors switch keyboards in mid-word; a reader sees no difference, a tagger does.
"""

from __future__ import annotations

import re

_ALIKE = str.maketrans("aceopxykmtABCEHKMOPTXY", "асеорхукмтАВСЕНКМОРТХУ")
_LATIN = re.compile(r"[A-Za-z]")
_MIXED = re.compile(r"[A-Za-zА-Яа-яЁё]{2,}")
_ALONE = re.compile(r"(?<=[а-яё»\",] )[acoyk](?= [«\"]?[А-ЯЁа-яё])")
_CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def in_cyrillic(text: str) -> str:
    """The text with the Latin letters of Russian words as Cyrillic ones, every offset kept.

    A word is Russian if it has a Cyrillic letter and no Latin one without a Cyrillic twin, or if it
    is one small letter between Russian words.
    """
    if _LATIN.search(text) is None:
        return text
    return _MIXED.sub(_word, _ALONE.sub(lambda m: m[0].translate(_ALIKE), text))


def _word(found: re.Match[str]) -> str:
    word = found[0]
    spelled = word.translate(_ALIKE)
    return spelled if _CYRILLIC.search(word) and _LATIN.search(spelled) is None else word
