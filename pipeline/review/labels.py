"""The words of the pages in Russian and English, from ``labels.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal

from markupsafe import Markup

Language = Literal["ru", "en"]
LANGUAGES: tuple[Language, ...] = ("ru", "en")
FILE = Path(__file__).parent / "labels.toml"


@lru_cache(maxsize=1)
def labels() -> dict[str, dict[str, str]]:
    """Every label in both languages by its key ``group.name``."""
    tables = tomllib.loads(FILE.read_text("utf-8"))
    return {
        f"{group}.{name}": dict(zip(LANGUAGES, words, strict=True))
        for group, rows in tables.items()
        for name, words in rows.items()
    }


def word(key: str, language: Language) -> str:
    """A label in a language; what has none (a code of a stage) names itself."""
    found = labels().get(key)
    return found[language] if found else key.rpartition(".")[2]


def label(key: str, language: Language) -> Markup:
    """A label that the page can switch to the other language."""
    if key not in labels():
        return Markup("<span>{}</span>").format(word(key, language))
    return Markup('<span data-t="{}">{}</span>').format(key, word(key, language))
