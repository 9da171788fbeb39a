"""What README shows is so: its commands run, its Python runs, its record is the one committed."""

from __future__ import annotations

import gzip
import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline import load
from schemas import Entity, Event, Person, Region

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
VSTRECHA = Path(sys.executable).with_name("vstrecha")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def commands() -> list[str]:
    lines = [line.split("  #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line and not line.startswith("make")]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place with all that the commands name."""
    place = tmp_path_factory.mktemp("readme")
    shutil.copytree(ROOT / "input", place / "input")
    shutil.copytree(ROOT / "output", place / "output")
    shutil.copytree(ROOT / "input", place / "archive")
    with gzip.open(place / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"text": "Мэр Пскова встретился с послом Чили."}) + "\n")
    label = {"doc": "no_meeting", "entities": {}, "meetings": [], "outcomes": []}
    (place / "GOLD").mkdir()
    (place / "GOLD" / "no_meeting.json").write_text(json.dumps(label), "utf-8")
    return place


@pytest.mark.parametrize("command", commands())
def test_command_runs(command: str, folder: Path) -> None:
    assert any(word in command for word in ("vstrecha", "mkdir"))
    line = re.sub(r"(^|[|&] ?)vstrecha ", lambda m: f"{m[1]}{shlex.quote(str(VSTRECHA))} ", command)
    done = subprocess.run(line, shell=True, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_python_runs() -> None:
    for block in blocks("python"):
        exec(compile(block, "README.md", "exec"), {})


def test_the_record_shown_is_the_record_made() -> None:
    shown = json.loads(blocks("json")[0])
    made = json.loads((ROOT / "output" / "agency_wire.json").read_text("utf-8"))
    assert differences(shown, made, "record") == []


def differences(shown: Any, made: Any, path: str) -> list[str]:
    """Where what is shown is not a part of what was made; lists of facts are matched by id."""
    if isinstance(shown, dict) and isinstance(made, dict):
        return [
            fault
            for key, value in shown.items()
            for fault in differences(value, made.get(key), f"{path}.{key}")
        ]
    if isinstance(shown, list) and isinstance(made, list) and shown and isinstance(shown[0], dict):
        by_id = {value.get("id", n): value for n, value in enumerate(made)}
        return [
            fault
            for n, value in enumerate(shown)
            for fault in differences(value, by_id.get(value.get("id", n)), f"{path}[{n}]")
        ]
    return [] if shown == made else [f"{path}: {shown!r} is {made!r}"]


def test_what_differs_is_found() -> None:
    assert differences({"a": [{"id": "x", "b": 1}]}, {"a": [{"id": "x", "b": 2}]}, "r") == [
        "r.a[0].b: 1 is 2"
    ]


def test_the_entities_shown_are_those_found() -> None:
    section = README.split("## From a messy paragraph to entities")[1].split("\n## ")[0]
    text = re.search(r"^> (.*)$", section, re.MULTILINE)
    shown = re.findall(r"^\| (\w+) \| (.*?) \| (.*?) \| ?(.*?) ?\|$", section, re.MULTILINE)[1:]
    assert text is not None
    record = load()(text[1])
    names = {e.id: e.name for e in record.entities}
    made = [
        (e.type, e.name, ", ".join(f"«{m.text}»" for m in e.mentions), known(e, names))
        for e in record.entities
    ]
    assert shown == made


def known(entity: Entity, names: dict[str, str]) -> str:
    """The last column: posts of a person, code of a region, kind or year of the rest."""
    if isinstance(entity, Person):
        return "; ".join(
            p.title
            + " (врио)" * p.acting
            + " (бывший)" * p.former
            + (" — " + ", ".join(names[o] for o in p.of) if p.of else "")
            for p in entity.positions
        )
    if isinstance(entity, Region):
        return entity.code or ""
    return str(entity.year) if isinstance(entity, Event) else str(getattr(entity, "kind", ""))
