"""Model of ``professions.toml``."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import Entry, LexiconModel


class Domain(Entry):
    """Professions of one walk of life, folded lemmas."""

    id: str
    words: list[str]


class ProfessionsLexicon(LexiconModel):
    """What people are by trade, rank or honour.

    Animate nouns that end in one of ``suffixes`` count too beside a name, unless they are among
    ``no_professions``. ``descriptions`` tell of a person without naming a post;
    ``protagonists`` are what an article calls the one it is about.
    """

    file: ClassVar[str] = "professions.toml"

    suffixes: list[str]
    no_professions: list[str]
    descriptions: list[str]
    protagonists: list[str]
    domain: list[Domain]

    @property
    def words(self) -> frozenset[str]:
        """Every profession listed."""
        return frozenset(w for d in self.domain for w in d.words)
