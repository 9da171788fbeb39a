"""One id, one article."""

from __future__ import annotations

from dataclasses import replace

from ..readers import Item
from ..writers.names import Names


class UniqueIds:
    """Two articles of one id would be one to whoever joins records: the later gets a new one."""

    def __init__(self) -> None:
        self._taken = Names()

    def of(self, item: Item) -> Item:
        """The item, its article renamed «ID-2» with a warning where its id was met before."""
        if item.article is None or item.article.id is None:
            return item
        key = item.article.id
        unique = self._taken.take_plain(key)
        if unique == key:
            return item
        message = f"another article has the id {key!r}; this one was given {unique!r}"
        notes = (*item.article.notes, ("duplicate_id", message))
        return replace(item, article=replace(item.article, id=unique, notes=notes))
