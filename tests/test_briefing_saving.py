"""Where a briefing may be written: one clear line for what cannot be, never half a file."""

from __future__ import annotations

import errno
import os
import zipfile
from pathlib import Path

import pytest
from briefs import brief_of, quoted

from index.errors import FileRefused
from rag.briefing.saving import check_output, write
from rag.output_file import save

BRIEF = brief_of(quoted())


def refused(path: Path, *, force: bool = False) -> str:
    """Why a path is refused, in one line that names it."""
    with pytest.raises(FileRefused) as told:
        write(BRIEF, path, force=force)
    assert told.value.file == str(path)
    assert "\n" not in told.value.why
    return told.value.why


def test_the_ending_decides_the_format(tmp_path: Path) -> None:
    write(BRIEF, tmp_path / "a.docx")
    write(BRIEF, tmp_path / "b.MD")
    assert zipfile.is_zipfile(tmp_path / "a.docx")
    assert (tmp_path / "b.MD").read_text(encoding="utf-8").startswith("# Briefing: richtlijn\n")
    assert sorted(os.listdir(tmp_path)) == ["a.docx", "b.MD"], "no draft is left behind"


@pytest.mark.parametrize("name", ["brief.pdf", "brief", ".docx", "brief.docx.exe"])
def test_another_ending_is_refused(tmp_path: Path, name: str) -> None:
    assert refused(tmp_path / name) == "ends on neither .docx nor .md; name a file that does"


def test_a_file_that_is_there_is_kept_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("van mij", encoding="utf-8")
    assert refused(path) == "is there already; name another, or add --force"
    assert path.read_text(encoding="utf-8") == "van mij"
    write(BRIEF, path, force=True)
    assert "Stand van zaken" in path.read_text(encoding="utf-8")


def test_folders_and_places_that_are_none_are_refused(tmp_path: Path) -> None:
    (tmp_path / "map.docx").mkdir()
    assert refused(tmp_path / "map.docx", force=True) == "is a folder; name a file in it"
    assert (
        refused(tmp_path / "weg" / "b.docx") == "lies in a folder that is not there; make it first"
    )
    (tmp_path / "bestand").write_text("", encoding="utf-8")
    assert "folder that is not there" in refused(tmp_path / "bestand" / "b.docx")
    assert "no file can have this name" in refused(tmp_path / "nul\0.docx")
    assert "cannot be written" in refused(tmp_path / ("l" * 300 + ".docx"))
    assert not list(tmp_path.glob(".raadpleeg-*"))


def test_what_is_no_ordinary_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.md")
    assert refused(tmp_path / "pijp.md", force=True) == "is no ordinary file; name another"
    (tmp_path / "nergens.md").symlink_to(tmp_path / "weg.md")
    assert "is there already" in refused(tmp_path / "nergens.md")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_rights_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        assert "may not write" in refused(tmp_path / "b.docx")
    finally:
        tmp_path.chmod(0o700)


def test_a_folder_without_rights_is_refused_also_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda place, mode: False)
    with pytest.raises(FileRefused, match="may not write in"):
        check_output(tmp_path / "b.docx")


def test_a_full_disk_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.md"
    path.write_text("oud", encoding="utf-8")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileRefused, match="No space left"):
        save(path, b"nieuw", force=True)
    assert path.read_text(encoding="utf-8") == "oud"
    assert os.listdir(tmp_path) == ["b.md"]


@pytest.mark.parametrize(
    "name",
    [
        "spatie en 'aanhaling'.docx",
        "ünïcode-€-日本.docx",
        "regel\nregel.docx",
        "-o.docx",
        "$(x);.docx",
    ],
)
def test_odd_characters_in_a_name_are_fine(tmp_path: Path, name: str) -> None:
    write(BRIEF, tmp_path / name)
    assert os.listdir(tmp_path) == [name]
    assert zipfile.is_zipfile(tmp_path / name)


def test_a_file_has_the_rights_that_new_files_have(tmp_path: Path) -> None:
    (tmp_path / "gewoon").write_text("", encoding="utf-8")
    write(BRIEF, tmp_path / "b.docx")
    assert (tmp_path / "b.docx").stat().st_mode == (tmp_path / "gewoon").stat().st_mode
