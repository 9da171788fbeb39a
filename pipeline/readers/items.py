"""What a reader yields: an article with the name its record will have, or an error row."""

from __future__ import annotations

from dataclasses import dataclass

from schemas import ErrorRow

from ..article import InputArticle
from ..errors import InputError


@dataclass(frozen=True, slots=True)
class Item:
    """One article or one failure.

    ``source`` is the file as the caller named it, ``row`` the 1-based line or row in a table,
    ``name`` the wanted path of the record inside the output folder, without a suffix.
    """

    source: str
    name: str
    row: int | None = None
    article: InputArticle | None = None
    error: ErrorRow | None = None

    def failed(self, code: str, message: str) -> Item:
        """The same item with an error row in place of the article."""
        key = self.article.id if self.article else None
        row = ErrorRow(source=self.source, row=self.row, article=key, code=code, message=message)
        return Item(self.source, self.name, self.row, None, row)


def failure(source: str, name: str, error: InputError, row: int | None = None) -> Item:
    """An item for an input that could not be read."""
    return Item(source, name, row).failed(error.code, error.message)
