"""Plain text and Markdown: one article a file."""

from __future__ import annotations

from ..article import InputArticle
from .encoding import decode


def read_text(data: bytes, *, key: str, source: str) -> InputArticle:
    """The file as an article; ``InputError`` where it is no text."""
    text, encoding = decode(data)
    notes = []
    if encoding not in ("utf-8", "utf-16"):
        notes.append(("encoding_guessed", f"the file is not Unicode; read as {encoding}"))
    return InputArticle(text, id=key, source=source, encoding=encoding, notes=tuple(notes))
