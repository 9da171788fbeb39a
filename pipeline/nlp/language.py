"""Whether a text is Russian at all."""

from __future__ import annotations

import re

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+")
_RUSSIAN = re.compile(r"[а-яё]+")
_OTHER_CYRILLIC = re.compile(r"[\u0400-\u042f\u0450\u0452-\u052f]")
_FOREIGN_SHARE = 0.1
"""Above this share of words with other Cyrillic letters a text is Kazakh, Tatar, Ukrainian …

Russian articles with such names in them stay under a hundredth, the other languages are above a
sixth (their alphabets: ә ғ қ ң ө ү һ, і ї є ў, ӑ ҫ, ҳ ҷ and so on).
"""


def is_russian(text: str) -> bool:
    """Whether at least a third of the first letters are Russian and few words hold Cyrillic
    letters that Russian does not have; a text without letters is not.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    joined = " ".join(words)
    letters = sum(map(len, words))
    russian = sum(map(len, _RUSSIAN.findall(joined)))
    foreign = 0
    if _OTHER_CYRILLIC.search(joined):
        foreign = sum(_OTHER_CYRILLIC.search(word) is not None for word in words)
    return letters > 0 and russian * 3 >= letters and foreign <= _FOREIGN_SHARE * len(words)
