"""Plain text and Markdown: one article a file."""

from __future__ import annotations

from ..article import InputArticle
from .encoding import decode


def read_text(data: bytes, *, key: str, source: str) -> InputArticle:
    """The file as an article; ``InputError`` where it is no text."""
    text, encoding, notes = decode(data)
    return InputArticle(text, id=key, source=source, encoding=encoding, notes=notes)
