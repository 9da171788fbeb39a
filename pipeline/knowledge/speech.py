"""Model of ``speech.toml``: the words that bring speech."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import LexiconModel


class SpeechLexicon(LexiconModel):
    """Folded lemmas; the file says what each list is for."""

    file: ClassVar[str] = "speech.toml"

    verbs: list[str] = []
    reporting: list[str] = []
    framing: list[str] = []
    about: list[str] = []
    promising: list[str] = []
    nouns: list[str] = []
    words: list[str] = []
    quoting: list[str] = []
    impersonal: list[str] = []
    proxies: list[str] = []
    counterparts: list[str] = []
