"""One block made: its rows to records and errors, by a process of its own that may die."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schemas import ErrorRow

from ..readers import Item
from .batches import each
from .blocks import Block, BlockStore, items
from .pool import Pool
from .totals import Totals
from .unique import UniqueIds
from .worker import Setup


class BlockMaker:
    """Makes blocks one after another with models that stay loaded.

    The models live in a child process: an article that kills it costs itself and not the block.
    """

    def __init__(self, setup: Setup, store: BlockStore, batch: int) -> None:
        self._pool = Pool(setup, 1)
        self._store, self._batch = store, batch

    def make(self, block: Block) -> dict[str, Any]:
        """The counts of a block, made and written unless that was done before."""
        done = self._store.done(block)
        if done is not None:
            return done
        records: list[tuple[str, str]] = []
        errors: list[ErrorRow] = []
        totals = Totals()
        found = each(_unique(block), lambda item: item.article, self._batch, self._pool.results)
        for item, made in found:
            totals.articles += 1
            if item.article is not None and made is not None and made.counts is not None:
                records.append((item.article.key, made.text))
                totals.add(made.counts)
                continue
            failed = item if made is None else item.failed(made.code, made.message)
            assert failed.error is not None
            errors.append(failed.error)
            totals.add_error(failed.error)
        self._store.write(block, records, errors, totals.told())
        return totals.told()


def _unique(block: Block) -> Iterator[Item]:
    ids = UniqueIds()
    return (ids.of(item) for item in items(block))
