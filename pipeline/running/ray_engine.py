"""The run on Ray: blocks handed to actors that keep the models loaded, on one machine or many.

Ray Data moves the blocks, starts actors anew when they or their machines die and gives their
blocks to others. What a block gives does not depend on who made it or how often.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Literal

from schemas import RunSummary

from ..errors import ConfigurationError
from .blocks import BLOCK_BYTES, Block, BlockStore, plan
from .maker import BlockMaker
from .run import Progress
from .totals import Totals
from .worker import Setup

_PLAN, _RUN = "plan.json", "run.json"


@dataclass(frozen=True)
class RayOptions:
    """How to run: ``jobs`` actors of one core each; ``address`` of a cluster, None for our own."""

    paths: tuple[str, ...]
    output: str
    format: Literal["jsonl", "parquet"] = "jsonl"
    resume: bool = False
    jobs: int = 1
    batch: int = 16
    address: str | None = None
    block_bytes: int = BLOCK_BYTES
    setup: Setup = field(default_factory=Setup)


class Actor:
    """What runs in an actor's process: rows that name blocks to rows that tell what was made."""

    def __init__(self, options: RayOptions) -> None:
        store = BlockStore(options.output, options.format)
        self._maker = BlockMaker(replace(options.setup, indent=None), store, options.batch)

    def __call__(self, rows: dict[str, Any]) -> dict[str, list[Any]]:
        told = [self._maker.make(Block(**json.loads(row))) for row in rows["block"]]
        return {"told": [json.dumps(t) for t in told], "pid": [os.getpid()] * len(told)}


def run_on_ray(
    options: RayOptions,
    progress: Progress | None = None,
    seen: Callable[[dict[str, Any]], None] | None = None,
) -> RunSummary:
    """Do the whole run and return its summary; ``seen`` is shown each finished block's row.

    Raises ``ConfigurationError`` where Ray is not installed, there is nothing to read, or the
    output holds a run over other input.
    """
    began = time.monotonic()
    store = BlockStore(options.output, options.format)
    blocks = _planned(options, store)
    totals = Totals()
    left = [b for b in blocks if not (options.resume and _add_done(b, store, totals))]
    finished = len(blocks) - len(left)
    for row in _rows(left, options) if left else ():
        totals.add_all(json.loads(row["told"]))
        finished += 1
        if progress is not None:
            progress(totals.articles, finished, len(blocks))
        if seen is not None:
            seen(row)
    summary = totals.summary(time.monotonic() - began)
    store.put(_RUN, (summary.model_dump_json(indent=2) + "\n").encode())
    return summary


def _planned(options: RayOptions, store: BlockStore) -> list[Block]:
    """The plan, kept in the output so that a resumed run cuts the input as the first did."""
    blocks = plan(options.paths, options.block_bytes)
    told = json.dumps({"format": options.format, "blocks": [asdict(b) for b in blocks]}).encode()
    before = store.get(_PLAN)
    if before is not None and not options.resume:
        raise ConfigurationError(
            f"{options.output} holds a run already; go on with --resume or choose another --output"
        )
    if before is not None and before != told:
        raise ConfigurationError(
            f"{options.output} holds a run over other input or another format; "
            "choose another --output"
        )
    store.put(_PLAN, told)
    return blocks


def _add_done(block: Block, store: BlockStore, totals: Totals) -> bool:
    done = store.done(block)
    if done is not None:
        totals.add_all(done)
    return done is not None


def _rows(blocks: list[Block], options: RayOptions) -> Iterator[dict[str, Any]]:
    try:
        import ray
    except ImportError as error:
        message = "--engine ray needs Ray: pip install 'vstrecha[ray]'"
        raise ConfigurationError(message) from error
    ours = not ray.is_initialized()
    if ours:
        ray.init(
            address=options.address,
            num_cpus=None if options.address else options.jobs,
            include_dashboard=False,
            log_to_driver=False,
            runtime_env={"env_vars": {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}},
        )
    try:
        named = [{"block": json.dumps(asdict(b))} for b in blocks]
        # One row a block of Ray's own: the least that is lost and done again with an actor.
        made = ray.data.from_items(named, override_num_blocks=len(named)).map_batches(
            Actor,
            fn_constructor_args=(options,),
            batch_size=1,
            compute=ray.data.ActorPoolStrategy(size=min(options.jobs, len(blocks))),
            max_restarts=-1,
        )
        yield from made.iter_rows()
    finally:
        if ours:
            ray.shutdown()
