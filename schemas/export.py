"""JSON Schema (draft 2020-12) of the published models, kept in ``schemas/json/``."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from .record import ArticleRecord
from .run import ErrorRow, RunSummary

PUBLISHED: dict[str, type[BaseModel]] = {
    "article_record": ArticleRecord,
    "error_row": ErrorRow,
    "run_summary": RunSummary,
}
FOLDER = Path(__file__).parent / "json"


def schema_text(name: str) -> str:
    """The JSON Schema of a published model as text; ``KeyError`` for an unknown name."""
    schema = PUBLISHED[name].model_json_schema(by_alias=True, mode="validation")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write_all(folder: Path = FOLDER) -> None:
    """Write every published schema to ``folder`` as ``NAME.schema.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in PUBLISHED:
        (folder / f"{name}.schema.json").write_text(schema_text(name), "utf-8")


if __name__ == "__main__":
    write_all()
