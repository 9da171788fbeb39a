"""Knowledge as data: the lexicon loader and the models of its files."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from .lexicon import Entry, Lexicon, LexiconModel, known_files

__all__ = ["Entry", "Lexicon", "LexiconModel", "known_files", "models"]


def models() -> list[type[LexiconModel]]:
    """The model of every lexicon file, by file name."""
    for module in iter_modules(__path__):
        import_module(f"{__name__}.{module.name}")
    found = [m for m in LexiconModel.__subclasses__() if m.file]
    return sorted(found, key=lambda m: m.file)
