"""Names longer than a flat span: their extent, normal form, and when two are one."""

from .normal import nominative, phrase_nominative
from .phrase import NounPhrases
from .same import same_words, word_keys

__all__ = ["NounPhrases", "nominative", "phrase_nominative", "same_words", "word_keys"]
