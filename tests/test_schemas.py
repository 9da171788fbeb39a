"""The record's models: spans, ids, unknown fields, and the published JSON Schema."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from pydantic import ValidationError

from schemas import ArticleRecord
from schemas.export import FOLDER, PUBLISHED, schema_text


def record() -> dict[str, Any]:
    text = "Зимин встретился с Громовой."
    return {
        "schema_version": "1.0",
        "pipeline": {"name": "vstrecha", "version": "0", "models": {}},
        "article": {"id": "a", "text": text, "zones": [{"kind": "body", "start": 0, "stop": 28}]},
        "entities": [
            {
                "id": "e1",
                "type": "person",
                "name": "Зимин",
                "mentions": [{"start": 0, "stop": 5, "text": "Зимин", "kind": "name"}],
            },
            {
                "id": "e2",
                "type": "person",
                "name": "Громова",
                "mentions": [{"start": 19, "stop": 27, "text": "Громовой", "kind": "name"}],
            },
        ],
        "meetings": [
            {
                "id": "m1",
                "kind": "meeting",
                "status": "held",
                "participants": [{"entity": "e1"}, {"entity": "e2"}],
                "cameo": "040",
                "plover": "CONSULT/visit",
                "trigger": {"start": 6, "stop": 16, "text": "встретился"},
                "evidence": [{"start": 0, "stop": 28, "text": text}],
                "confidence": 0.9,
            }
        ],
        "relations": [{"subject": "e1", "predicate": "met_with", "object": "e2", "source": "m1"}],
    }


def test_a_good_record_is_read_and_written_back() -> None:
    read = ArticleRecord.model_validate(record())
    assert ArticleRecord.read(read.to_json()) == read


def wrong(path: str, value: Any) -> dict[str, Any]:
    data = record()
    at: Any = data
    *steps, last = path.split(".")
    for step in steps:
        at = at[int(step)] if step.isdigit() else at[step]
    at[int(last) if last.isdigit() else last] = value
    return data


@pytest.mark.parametrize(
    ("path", "value", "says"),
    [
        ("entities.0.mentions.0.stop", 6, "is not 'Зимин'"),
        ("entities.0.mentions.0.start", 5, "backward"),
        ("entities.1.id", "e1", "twice"),
        ("meetings.0.participants.0.entity", "e9", "no such id 'e9'"),
        ("meetings.0.host_event", "e1", "is a person, not event"),
        ("meetings.0.kind", "party", "kind"),
        ("meetings.0.confidence", 1.5, "confidence"),
        ("relations.0.source", "m2", "no such id 'm2'"),
        ("article.zones.0.stop", 99, "leaves the text"),
        ("surprise", 1, "Extra inputs"),
        ("schema_version", "2.0", "schema_version"),
    ],
)
def test_a_broken_record_is_refused(path: str, value: Any, says: str) -> None:
    with pytest.raises(ValidationError) as caught:
        ArticleRecord.model_validate(wrong(path, value))
    assert says in str(caught.value)


def test_a_newer_minor_version_is_read_on_request() -> None:
    data = wrong("schema_version", "1.7")
    data["meetings"][0]["mood"] = "warm"
    text = json.dumps(data)
    with pytest.raises(ValidationError):
        ArticleRecord.read(text)
    assert ArticleRecord.read(text, ignore_unknown=True).meetings[0].id == "m1"


@pytest.mark.parametrize("name", sorted(PUBLISHED))
def test_the_published_schema_is_in_step_with_the_models(name: str) -> None:
    assert (FOLDER / f"{name}.schema.json").read_text("utf-8") == schema_text(name)


def test_a_record_is_valid_by_the_json_schema_alone() -> None:
    schema = json.loads(schema_text("article_record"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    validator.validate(json.loads(ArticleRecord.model_validate(record()).to_json()))
    assert not validator.is_valid(wrong("surprise", 1))
