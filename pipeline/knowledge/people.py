"""Model of ``people.toml``."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import LexiconModel


class PeopleLexicon(LexiconModel):
    """Folded words; the file says what each list is for."""

    file: ClassVar[str] = "people.toml"

    honorifics: list[str]
    male_words: list[str]
    female_words: list[str]
    particles: list[str]
    closing_particles: list[str]
    family_first: list[str]
    given_m: list[str]
    given_f: list[str]
    not_people: list[str]
    namesakes: list[str]
    bodies_of: list[str]
    territories: list[str]
    women: list[str]
