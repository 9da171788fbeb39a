"""An article as the caller hands it over, before anything is known of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class InputArticle:
    """Text and what is known about it from outside.

    ``published`` is an ISO date (``2026-02-25``); ``source`` a path or URL. Everything but the
    text is optional: what is missing is looked for in the text. ``duplicate_of`` is the id of an
    earlier article whose body this one's repeats. ``notes`` are ``(code, message)``
    pairs of the reader that become warnings of the record.
    """

    text: str
    id: str | None = None
    source: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    encoding: str | None = None
    notes: tuple[tuple[str, str], ...] = ()
    duplicate_of: str | None = None

    @property
    def key(self) -> str:
        """The caller's id, else a digest of the text: 16 hexadecimal digits of SHA-256."""
        if self.id:
            return self.id
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
