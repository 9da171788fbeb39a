"""Later mentions of names already found: the same spelling elsewhere, or the bare head noun.

The name tagger knows a Latin or quoted name in one sentence and misses it in the next; an article
that has told of «правительство Самарской области» goes on with «правительство».
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ..document import Token
from ..nlp.words import fold, lemmas
from .candidate import Candidate
from .phrase import NounPhrases, is_latin

_OPENING = frozenset("«„“\"'")
_CLOSING = frozenset("»”“\"'")
_DESCRIBES = frozenset({"nmod", "amod", "nummod", "nummod:gov", "appos", "acl", "flat:name"})


class SpellingEchoes:
    """Finds names spelled like those already settled where no candidate stands."""

    def __init__(self, phrases: NounPhrases, settled: list[Candidate]) -> None:
        self._phrases = phrases
        self._tokens = phrases.tokens
        self._taken = {i for c in settled for i in range(c.first, c.last)}
        self._known: dict[str, list[tuple[tuple[str, ...], bool, Candidate]]] = {}
        tagged = Counter(self._words(c) for c in settled if c.source == "tagger")
        for candidate in settled:
            # What the tagger alone calls a body, and calls so once, may be a film or a ship.
            if candidate.source != "tagger" or tagged[self._words(candidate)] > 1:
                self._learn(candidate)

    def find(self) -> Iterator[Candidate]:
        """Candidates like their models but for where they stand."""
        for index in range(len(self._tokens)):
            candidate = self._at(index) if self._known else None
            if candidate is not None:
                yield candidate

    def _words(self, candidate: Candidate) -> tuple[str, ...]:
        return tuple(t.lemma for t in self._tokens[candidate.inner[0] : candidate.inner[1]])

    def _learn(self, candidate: Candidate) -> None:
        first, last = candidate.inner
        words = self._tokens[first:last]
        quoted = self._in_quotes(first, last)
        if words and words[0].text in _OPENING:
            quoted, words = True, words[1:-1]
        if not words or not (quoted or self._distinct(words)):
            return
        texts = tuple(t.text for t in words)
        entry = (texts, quoted, candidate)
        for key in {fold(texts[0]), *lemmas(texts[0])}:
            known = self._known.setdefault(key, [])
            if all(k[:2] != entry[:2] for k in known):
                known.append(entry)

    def _distinct(self, words: list[Token]) -> bool:
        """Spelled so that it can hardly be anything else: in Latin or capital letters."""
        text = words[0].text
        if not all(is_latin(w.text) for w in words):
            return len(words) == 1 and len(text) > 1 and text.isupper()
        return (len(text) > 1 and text[0].isupper()) or any(c.isupper() for c in text[1:])

    def _at(self, index: int) -> Candidate | None:
        token = self._tokens[index]
        if index in self._taken or index in self._phrases.people or not token.text[0].isalnum():
            return None
        for key in (fold(token.text), *sorted(lemmas(token.text))):
            for texts, quoted, model in self._known.get(key, ()):
                last = index + len(texts)
                if self._same(texts, index, last) and (not quoted or self._in_quotes(index, last)):
                    return self._like(model, index, last)
        return None

    def _same(self, texts: tuple[str, ...], first: int, last: int) -> bool:
        words = self._tokens[first:last]
        if len(words) < len(texts) or any(t.index in self._taken for t in words):
            return False
        if is_latin(texts[0]) or texts[0].isupper():
            return all(t.text == text for t, text in zip(words, texts, strict=True))
        return all(lemmas(t.text) & lemmas(text) for t, text in zip(words, texts, strict=True))

    def _in_quotes(self, first: int, last: int) -> bool:
        before = self._tokens[first - 1].text if first else ""
        after = self._tokens[last].text if last < len(self._tokens) else ""
        return before in _OPENING and after in _CLOSING

    def _like(self, model: Candidate, first: int, last: int) -> Candidate:
        return Candidate(
            first=first,
            last=last,
            head=first,
            kind=model.kind,
            core=model.core,
            source=f"spelled like {model.source}",
            inner=(first, last),
            known=model.known,
            canonical=model.canonical,
            short_name=model.short_name,
            wikidata=model.wikidata,
        )


def bare_heads(
    phrases: NounPhrases, named: Iterable[tuple[int, str]], taken: set[int]
) -> Iterator[tuple[Token, int]]:
    """Nouns that stand alone for the one name with this head, with that name's number.

    ``named`` are ``(number, head lemma)`` pairs of the names found; a lemma that heads several
    names says nothing. ``taken`` are tokens that belong to names.
    """
    owners: dict[str, set[int]] = {}
    for number, lemma in named:
        owners.setdefault(lemma, set()).add(number)
    for token in phrases.tokens:
        found = owners.get(token.lemma, set())
        if len(found) == 1 and token.index not in taken and _stands_alone(phrases.tokens, token):
            yield token, next(iter(found))


def _stands_alone(tokens: list[Token], token: Token) -> bool:
    if token.pos != "NOUN" or token.feats.get("Number") == "Plur":
        return False
    near = tokens[max(0, token.index - 2) : token.index + 4]
    return not any(t.head == token.index and t.rel in _DESCRIBES for t in near)
