"""The rules of the house, held by tests: layers, sizes, heavy imports, pins, the README's tree."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = {
    "index": set(),
    "rag": {"index"},
    "eval": {"index", "rag"},
    "app": {"index", "rag", "eval"},
}
HEAVY = {
    "torch",
    "transformers",
    "sentence_transformers",
    "faiss",
    "gradio",
    "langchain_text_splitters",
}
ROOMS = ("index", "rag", "eval")
SOURCES = [
    *sorted(path for room in ROOMS for path in ROOT.glob(f"{room}/**/*.py")),
    ROOT / "app.py",
]


def imported(path: Path) -> set[str]:
    """Top-level names of the packages that a file imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.split(".")[0])
    return found


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    own = layer_of(path)
    others = (imported(path) & set(LAYERS)) - {own}
    assert others <= LAYERS[own], f"{own} may not import {sorted(others - LAYERS[own])}"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= (300 if path.name == "app.py" else 220)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 45, f"{node.name} is too long"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_pickle(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not imported(path) & {"pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
    assert "allow_pickle=True" not in text and "trust_remote_code=True" not in text


def modules_after(statement: str) -> set[str]:
    """Names of the modules loaded once `statement` has run in a fresh interpreter."""
    code = f"import sys\n{statement}\nprint(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(done.stdout.split("\n")[-2].split())


def test_importing_rag_and_index_loads_nothing_heavy() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in SOURCES
        if layer_of(path) in ("index", "rag") and path.name not in ("__main__.py", "pdf_child.py")
    ]
    light = [name for name in names if not name.startswith(("index.training",))]
    assert not modules_after("import " + ", ".join(light)) & HEAVY


def test_help_loads_nothing_heavy() -> None:
    ran = "import app\nsys.argv = ['raadpleeg', '--help']\ntry: app.main()\nexcept SystemExit: pass"
    assert not modules_after(ran) & (HEAVY | {"numpy", "pydantic", "httpx"})


def constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pins}


def test_pins_are_exact_and_carry_no_build() -> None:
    pins = constraints()
    assert pins["torch"] == "2.13.0"
    assert not [version for version in pins.values() if "+" in version or "*" in version]


def test_every_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=]", name)[0]).lower() for name in wanted}
    assert names - {"raadpleeg"} <= set(constraints())


def test_readme_tree_names_every_source_file() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [
        str(path.relative_to(ROOT))
        for path in SOURCES
        if path.name not in ("__init__.py", "__main__.py") and f"{path.name}" not in readme
    ]
    assert not missing


def test_readme_names_every_setting() -> None:
    from index.settings import Settings

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    missing = [name for name in Settings.model_fields if f"`{name}`" not in readme]
    assert not missing
