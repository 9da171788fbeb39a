"""Records and gold written by hand: quotes in place of offsets."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from schemas import ArticleRecord

EXTRAS: dict[str, dict[str, Any]] = {"region": {"level": "subject"}}


def span(text: str, quote: str, nth: int = 0) -> dict[str, Any]:
    """The ``nth`` place where the text holds the quote."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(quote, at + 1)
    return {"start": at, "stop": at + len(quote), "text": quote}


def entity(text: str, type_: str, name: str, *quotes: str, **more: Any) -> dict[str, Any]:
    """An entity with a mention at each quote; ``quote@2`` is its third place."""
    mentions = []
    for quote in quotes:
        found = re.fullmatch(r"(.+?)(?:@(\d+))?", quote, re.DOTALL)
        mentions.append(span(text, found[1], int(found[2] or 0)) | {"kind": "name"})
    return {"type": type_, "name": name, "mentions": mentions} | EXTRAS.get(type_, {}) | more


def meeting(text: str, who: list[str], trigger: str, evidence: str, **more: Any) -> dict[str, Any]:
    """A held meeting of the entities with these ids."""
    return {
        "kind": "meeting",
        "status": "held",
        "participants": [{"entity": i} for i in who],
        "cameo": "040",
        "plover": "CONSULT",
        "trigger": span(text, trigger),
        "evidence": [span(text, evidence)],
        "confidence": 0.9,
    } | more


def outcome(
    text: str, act: str, parties: list[str], content: str, evidence: str, **more: Any
) -> dict[str, Any]:
    """A done outcome; its trigger is the first word of the evidence unless given."""
    return {
        "act": act,
        "status": "done",
        "parties": parties,
        "content": span(text, content),
        "cameo": "030",
        "plover": "AGREE",
        "trigger": span(text, evidence.split()[0]),
        "evidence": [span(text, evidence)],
        "confidence": 0.8,
    } | more


def record(
    text: str,
    entities: list[dict[str, Any]],
    meetings: list[dict[str, Any]] | None = None,
    outcomes: list[dict[str, Any]] | None = None,
    **article: Any,
) -> ArticleRecord:
    """A valid record; entities, meetings and outcomes are numbered in the order given."""
    return ArticleRecord.model_validate(
        {
            "pipeline": {"name": "vstrecha", "version": "0", "models": {}},
            "article": {"id": "a1", "text": text} | article,
            "entities": [e | {"id": f"e{n}"} for n, e in enumerate(entities, 1)],
            "meetings": [m | {"id": f"m{n}"} for n, m in enumerate(meetings or [], 1)],
            "outcomes": [o | {"id": f"o{n}"} for n, o in enumerate(outcomes or [], 1)],
        }
    )


def write_gold(folder: Path, doc: str, text: str, gold: dict[str, Any]) -> None:
    """A gold file in ``folder/labels`` and its article in ``folder/texts``."""
    for name in ("labels", "texts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    data = json.dumps({"doc": doc, **gold}, ensure_ascii=False)
    (folder / "labels" / f"{doc}.json").write_text(data, "utf-8")
    (folder / "texts" / f"{doc}.txt").write_bytes(text.encode())


def write_record(folder: Path, doc: str, made: ArticleRecord) -> None:
    """``DOC.json`` in a folder of records."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{doc}.json").write_text(made.to_json(), "utf-8")
