"""Lexicon files: TOML checked by a pydantic model, with a user's own files laid over ours.

A lexicon file is named by the model that reads it (``ZonesLexicon.file == "zones.toml"``). In an
overlay folder a file of the same name is laid over ours: a table is merged key by key, a list of
plain values is added to, and in a list of tables an entry with a known ``id`` replaces ours while
a new one is added. ``remove = ["id", …]`` at the top of an overlay file drops entries by id.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from ..errors import LexiconError
from .locate import line_of

PACKAGE = "pipeline.lexicon"


class LexiconModel(BaseModel):
    """Base of the models that check lexicon files; ``file`` names the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: ClassVar[str] = ""


class Entry(BaseModel):
    """Base of a table inside a lexicon file."""

    model_config = ConfigDict(extra="forbid", frozen=True)


M = TypeVar("M", bound=LexiconModel)


class Lexicon:
    """Our lexicon with an optional overlay folder; every file is read and checked once."""

    def __init__(self, overlay: Path | None = None) -> None:
        """Raise ``LexiconError`` when the overlay is no folder or holds a file we do not know."""
        self.overlay = overlay
        self._read: dict[type[LexiconModel], LexiconModel] = {}
        if overlay is not None:
            _check_overlay(overlay)

    def read(self, model: type[M]) -> M:
        """The lexicon file of ``model``; ``LexiconError`` names file, key and line."""
        if model not in self._read:
            self._read[model] = self._load(model)
        found = self._read[model]
        assert isinstance(found, model)
        return found

    def check(self) -> None:
        """Read every overlay file now; raises the ``LexiconError`` that a run would meet later."""
        if self.overlay is None:
            return
        from . import models

        for model in models():
            if (self.overlay / model.file).is_file():
                self.read(model)

    def _load(self, model: type[M]) -> M:
        name, source = model.file, files(PACKAGE).joinpath(model.file)
        if self.overlay is None or not (self.overlay / name).is_file():
            shipped: M = _shipped(model)
            return shipped
        ours = tomllib.loads(source.read_text("utf-8"))
        path = self.overlay / name
        text = _text(path)
        theirs = _parse(text, str(path))
        _validate_overlay(model, theirs, text, str(path))
        return _validate(model, _merge(ours, theirs), text, str(path))


@cache
def _shipped(model: type[M]) -> M:
    text = files(PACKAGE).joinpath(model.file).read_text("utf-8")
    return _validate(model, _parse(text, model.file), text, model.file)


def known_files() -> list[str]:
    """The names of the lexicon files, sorted."""
    return sorted(f.name for f in files(PACKAGE).iterdir() if f.name.endswith(".toml"))


def _check_overlay(folder: Path) -> None:
    if not folder.is_dir():
        raise LexiconError(f"{folder}: no such folder; --lexicon takes a folder of TOML files")
    unknown = sorted(p.name for p in folder.glob("*.toml") if p.name not in known_files())
    if unknown:
        raise LexiconError(
            f"{folder}: unknown lexicon file {unknown[0]!r}; "
            f"the files that can be overlaid are: {', '.join(known_files())}"
        )


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path}: cannot be read as UTF-8 text: {error}") from error


def _parse(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(f"{name}: not valid TOML: {error}") from error


def _validate_overlay(model: type[M], theirs: dict[str, Any], text: str, name: str) -> None:
    """Check the user's own entries first, so that errors point into the user's file."""
    own = {k: v for k, v in theirs.items() if k != "remove"}
    try:
        model.model_validate(own)
    except ValidationError as error:
        wrong = [e for e in error.errors() if not (e["type"] == "missing" and len(e["loc"]) == 1)]
        if wrong:
            raise _problem(name, text, wrong[0]["loc"], wrong[0]["msg"]) from error


def _validate(model: type[M], data: dict[str, Any], text: str, name: str) -> M:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise _problem(name, text, first["loc"], first["msg"]) from error


def _problem(name: str, text: str, loc: tuple[int | str, ...], message: str) -> LexiconError:
    key = ".".join(str(part) for part in loc) or "(top)"
    return LexiconError(f"{name}, line {line_of(text, loc)}, {key}: {message}")


def _merge(ours: Any, theirs: Any) -> Any:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        removed = set(theirs.get("remove", []))
        merged = dict(ours)
        for key, value in theirs.items():
            if key != "remove":
                merged[key] = _merge(ours[key], value) if key in ours else value
        return {k: _without(v, removed) for k, v in merged.items()} if removed else merged
    if isinstance(ours, list) and isinstance(theirs, list):
        return _merge_lists(ours, theirs)
    return theirs


def _without(value: Any, removed: set[str]) -> Any:
    if isinstance(value, list):
        return [v for v in value if not (isinstance(v, dict) and v.get("id") in removed)]
    return value


def _merge_lists(ours: list[Any], theirs: list[Any]) -> list[Any]:
    new = {t["id"]: t for t in theirs if isinstance(t, dict) and "id" in t}
    merged = [new.pop(o["id"], o) if isinstance(o, dict) and "id" in o else o for o in ours]
    added = [t for t in theirs if not (isinstance(t, dict) and "id" in t and t["id"] not in new)]
    return merged + [t for t in added if isinstance(t, dict) or t not in merged]
