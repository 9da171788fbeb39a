"""Knowledge as data: the lexicon loader and the models of its files."""

from .lexicon import Entry, Lexicon, LexiconModel, known_files

__all__ = ["Entry", "Lexicon", "LexiconModel", "known_files"]
