"""Model of ``setting.toml``: words that tell where, when and within what a meeting was."""

from __future__ import annotations

from typing import ClassVar

from .lexicon import LexiconModel


class SettingLexicon(LexiconModel):
    """``setting.toml``; every entry is a lemma or a phrase of lemmas or forms."""

    file: ClassVar[str] = "setting.toml"

    rooms: list[str]
    grounds: list[str]
    seats: list[str]
    moves: list[str]
    stays: list[str]
    visits: list[str]
    trips: list[str]
    gatherings: list[str]
    pointers: list[str]
    hosts: list[str]
    vague: list[str]
    resuming: list[str]
    manners: list[str]
    plurals: list[str]
    retellings: list[str]
    happening: list[str]
    welcoming: list[str]
    beginning: list[str]
