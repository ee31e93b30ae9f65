"""What the commands that need papers say when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import paper, run


@pytest.fixture
def emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library whose only paper was taken out."""
    monkeypatch.chdir(tmp_path)
    library = tmp_path / "library"
    assert run("add", paper(tmp_path), "--library", library).status == 0
    assert run("remove", "verslag.txt", "--library", library).status == 0
    return library


@pytest.mark.parametrize(
    "words",
    [
        ("summarise", "2023-06"),
        ("summarise", "--topic", "asiel"),
        ("positions", "--actor", "NL", "--topic", "asiel"),
        ("compare-papers", "2023-06"),
        ("register",),
        ("brief", "asiel"),
    ],
    ids=" ".join,
)
def test_an_empty_library_is_one_line_with_the_remedy(
    emptied: Path, words: tuple[str, ...]
) -> None:
    done = run(*words, "--library", emptied)
    assert (done.status, done.out) == (2, "")
    assert done.said == ["the library is empty; add papers with `raadpleeg add FILE…`"]
    assert not (emptied.parent / "briefing.docx").exists()
