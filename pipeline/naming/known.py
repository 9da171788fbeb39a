"""Names known in advance, found in any case form."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from razdel import tokenize

from ..document import Token
from ..nlp.words import fold, lemmas, parses

T = TypeVar("T")
_CACHE = 20_000
_VERBS = frozenset({"VERB", "INFN", "GRND"})
_ENDINGS = frozenset({"а", "у", "ом", "е", "ы"})


@dataclass(frozen=True, slots=True)
class _Form(Generic[T]):
    words: tuple[str, ...]
    keys: tuple[frozenset[str], ...]
    quoted: bool
    entry: T


class KnownNames(Generic[T]):
    """Nominative forms with their entries; the longest form that fits at a token wins.

    Capitals only are matched as written («ООН», also «МИДа»); other words by normal form. The
    first word must open with a capital where ``capital`` is asked for. A form given in «» is
    found only inside quotation marks.
    """

    def __init__(self, forms: Iterable[tuple[str, T]]) -> None:
        self._forms: dict[str, list[_Form[T]]] = {}
        for text, entry in forms:
            words = tuple(t.text for t in tokenize(text) if t.text not in "«»")
            keys = tuple(frozenset({fold(w)} | _nominal(w)) for w in words)
            form = _Form(words, keys, text.startswith("«"), entry)
            for key in sorted(keys[0]):
                self._forms.setdefault(key, []).append(form)
        for found in self._forms.values():
            found.sort(key=lambda f: (-len(f.words), f.words))
        self._candidates = lru_cache(maxsize=_CACHE)(self._find_candidates)

    def at(
        self, tokens: list[Token], index: int, end: int, *, capital: bool = True
    ) -> tuple[int, T] | None:
        """``(past, entry)`` of the longest form that starts at the token and ends by ``end``."""
        token = tokens[index]
        if capital and not (token.text[0].isupper() or token.text[0].isdigit()):
            return None
        for form in self._candidates(token.text, token.lemma):
            past = index + len(form.words)
            if past > end or (form.quoted and not _in_quotes(tokens, index, past)):
                continue
            pairs = zip(form.words, form.keys, tokens[index:past], strict=True)
            if all(_fits(word, key, t) for word, key, t in pairs):
                return past, form.entry
        return None

    def _find_candidates(self, word: str, lemma: str) -> tuple[_Form[T], ...]:
        """The forms that may open with a word, the longest first."""
        folded = fold(word)
        stems = [folded, *(folded[: -len(e)] for e in sorted(_ENDINGS) if folded.endswith(e))]
        found = {
            id(form): form
            for key in sorted({*stems, lemma, *lemmas(word)})
            for form in self._forms.get(key, ())
        }
        return tuple(sorted(found.values(), key=lambda f: (-len(f.words), f.words)))


def _nominal(word: str) -> frozenset[str]:
    """Normal forms of a word of a name: «День» is no form of «деть»."""
    found = (p for p in parses(word) if p.tag.POS not in _VERBS)
    return frozenset(fold(p.normal_form) for p in found)


def _fits(word: str, key: frozenset[str], token: Token) -> bool:
    if word.isupper() and len(word) == 1:
        return token.text == word  # «Россия К» is no «присоединение России к …»
    if word.isupper():
        return token.text == word or (
            token.text.startswith(word) and token.text[len(word) :] in _ENDINGS
        )
    return bool(key & ({token.lemma, token.folded} | lemmas(token.text)))


def _in_quotes(tokens: list[Token], first: int, last: int) -> bool:
    return (
        first > 0
        and last < len(tokens)
        and tokens[first - 1].text in '«“„"'
        and tokens[last].text in '»”“"'
    )
