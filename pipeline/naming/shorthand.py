"""Whether an abbreviation can be short for a name: «ДПНИ» by letters, «Минсельхоз» by syllables."""

from __future__ import annotations

from collections.abc import Container, Sequence

from ..document import Document

_LEAST, _LONGEST = 2, 8
# A syllable of an abbreviation is at least so long, but for the last («Минтруд»).
_SYLLABLE = 3
_WEAK = frozenset({"и", "по", "в", "на", "с", "о", "об", "для", "против", "за", "при", "из"})


def is_short_for(short: str, words: Sequence[str]) -> bool:
    """Whether ``short`` abbreviates a name of two folded ``words`` or more, in their order."""
    if len(words) < _LEAST:
        return False
    if short.isupper():
        return _LEAST <= len(short) <= _LONGEST and _by_letters(short.lower(), words)
    return _by_syllables(short.lower().replace("ё", "е"), words)


def _by_letters(letters: str, words: Sequence[str]) -> bool:
    """«ВОЗ», «ДПНИ»: first letters, those of prepositions and conjunctions at choice."""
    strong = [w for w in words if w not in _WEAK]
    return any(letters == "".join(w[0] for w in chosen) for chosen in (strong, words))


def _by_syllables(text: str, words: Sequence[str]) -> bool:
    """«Нацфронт», «Минпромторг»: beginnings of the words, the first of them among these."""
    if not words[0].startswith(text[:_SYLLABLE]):
        return False
    return _reads(text, words)


def _reads(text: str, words: Sequence[str]) -> bool:
    if not text:
        return True
    for at, word in enumerate(words):
        common = 0
        while common < min(len(text), len(word)) and text[common] == word[common]:
            common += 1
        lengths = range(common, _SYLLABLE - 1, -1)
        if any(_reads(text[length:], words[at + 1 :]) for length in lengths):
            return True
    return False


def abbreviated_things(document: Document, heads: Container[str]) -> frozenset[str]:
    """Abbreviations that a text gives in brackets to a thing: «особая зона (ОЗ)».

    The words before the bracket begin with its letters, stand in small letters and name no body
    (their nouns are none of ``heads``).
    """
    found: set[str] = set()
    tokens = document.tokens if "(" in document.text else []
    for at in range(2, len(tokens) - 1):
        short = tokens[at].text
        bracketed = tokens[at - 1].text == "(" and tokens[at + 1].text == ")"
        if not bracketed or not short.isupper() or not _LEAST <= len(short) <= _LONGEST:
            continue
        words = tokens[max(0, at - 1 - len(short) - 2) : at - 1]
        for first in range(len(words)):
            chosen = words[first:]
            pieces = [p for t in chosen for p in t.text.lower().split("-")]
            small = all(t.text.islower() for t in chosen)
            if small and len(pieces) > 1 and _by_letters(short.lower(), pieces):
                if not any(t.lemma in heads for t in chosen):
                    found.add(short)
                break
    return frozenset(found)
