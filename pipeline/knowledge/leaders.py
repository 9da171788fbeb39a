"""Model of ``leaders.toml``."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import LexiconModel


class LeadersLexicon(LexiconModel):
    """Heads of state and government, and foreign ministers: names in the nominative by the ISO
    3166-1 alpha-2 code of their country.
    """

    file: ClassVar[str] = "leaders.toml"

    leaders: dict[str, list[str]]
    ministers: dict[str, list[str]]
