"""Imports point one way, and a wheel holds what it needs."""

from __future__ import annotations

import ast
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = [
    ["schemas"],
    ["errors", "article", "trace", "version"],
    ["drafts"],
    ["document"],
    ["nlp"],
    ["knowledge", "lexicon", "stage"],
    ["naming", "places", "zoning", "dating", "persons"],
    ["frames"],
    ["speech", "coreference"],
    ["stages"],
    ["assembly"],
    ["extractor"],
    ["readers", "writers", "explaining"],
    ["running", "evaluation"],
    ["review"],
    ["cli"],
]
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}


def imports(path: Path) -> set[str]:
    """The parts of the project that a module imports when it is loaded, deferred ones included."""
    found: set[str] = set()
    package = path.relative_to(ROOT).with_suffix("").parts
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            module = (node.module or "").split(".")
            if node.level:
                base = list(package[: len(package) - node.level])
                module = [*base, *[m for m in module if m]]
            if module[0] == "schemas":
                found.add("schemas")
            elif module[0] == "pipeline":
                names = module[1:2] or [a.name for a in node.names]
                found.update(names)
    return found


MODULES = sorted(p for p in (ROOT / "pipeline").rglob("*.py") if p.parent != ROOT / "pipeline")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_dependencies_point_down(path: Path) -> None:
    mine = path.relative_to(ROOT / "pipeline").parts[0]
    for other in imports(path):
        if other == mine:
            continue
        assert other in RANK, f"{other} has no layer"
        assert RANK[other] < RANK[mine], f"{mine} may not import {other}"


def test_schemas_know_nothing_of_the_pipeline() -> None:
    for path in (ROOT / "schemas").glob("*.py"):
        assert "pipeline" not in imports(path)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom pipeline.cli import main\n"
        "try: main(['--help'])\nexcept SystemExit: pass\n"
        "heavy = {'natasha', 'numpy', 'pydantic', 'pyarrow', 'trafilatura'} & set(sys.modules)\n"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_every_lexicon_file_has_a_model_that_reads_it() -> None:
    from pipeline.knowledge import Lexicon, known_files, models

    lexicon = Lexicon()
    assert sorted(m.file for m in models()) == known_files()
    for model in models():
        lexicon.read(model)


def test_a_wheel_carries_the_lexicon(tmp_path: Path) -> None:
    hatchling = pytest.importorskip("hatchling.build", reason="the wheel is built in CI")
    del hatchling
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {
        p.name for p in (ROOT / "pipeline" / "lexicon").iterdir() if p.suffix in (".toml", ".tsv")
    }
    assert shipped <= {Path(n).name for n in names}
