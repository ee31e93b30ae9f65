"""What the pages under docs/ say of the code, held against it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

DOCS = Path(__file__).parents[1] / "docs"
ROW = re.compile(r"^\| ((?:`[A-Z_0-9]+`(?:, )?)+) \| ([-0-9., ]+) \| `(\S+)\.py` \|", re.M)


def test_the_constants_of_search_are_those_of_the_code() -> None:
    page = (DOCS / "search.md").read_text(encoding="utf-8")
    table = page.split("## Constants")[1].split("##")[0]
    rows = ROW.findall(table)
    assert len(rows) == table.count("\n| `")
    for names, values, file in rows:
        module = import_module(file.replace("/", "."))
        told = dict(zip(re.findall(r"`(\w+)`", names), values.split(", "), strict=True))
        assert {name: float(value) for name, value in told.items()} == {
            name: getattr(module, name) for name in told
        }


def test_constants_that_search_speaks_of_are_in_its_table() -> None:
    page = (DOCS / "search.md").read_text(encoding="utf-8")
    before, after = page.split("## Constants")
    table = after.split("##")[0]
    spoken = set(re.findall(r"`([A-Z][A-Z_0-9]*)`", before))
    assert spoken <= set(re.findall(r"`([A-Z][A-Z_0-9]*)`", table))


def test_files_that_the_pages_name_are_there() -> None:
    for page in DOCS.glob("*.md"):
        for name in re.findall(r"`((?:index|rag|eval)/[\w/]+\.\w+)`", page.read_text("utf-8")):
            assert (DOCS.parent / name).is_file(), f"{page.name} names {name}"
