"""Files handed in on the page: their names, and what is left of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import PAPER, Read, room_with
from hypothesis import given
from hypothesis import strategies as st

from rag.page.upload import LONGEST, named_after, stored_name


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("verslag juni.pdf", "verslag juni.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\papers\\a.txt", "a.txt"),
        ("/abs/b.docx", "b.docx"),
        ("nul\0.txt", "_nul.txt"),
        ("CON.txt", "_CON.txt"),
        (".verborgen.txt", "verborgen.txt"),
        ("gnp.\u202etxt", "gnp.txt"),
        ("...", "stuk"),
        ('a<b>:"|?*.txt', "a_b______.txt"),
    ],
)
def test_stored_names_are_safe_and_recognisable(given_name: str, kept: str) -> None:
    assert stored_name(given_name) == kept


@given(st.text(max_size=400))
def test_a_stored_name_is_always_one_name(name: str) -> None:
    kept = stored_name(name)
    assert kept and len(kept.encode()) <= LONGEST + 1 and not kept.startswith(".")
    assert not set(kept) & set('/\\\0<>:"|?*') and kept.isprintable()


@given(st.text(max_size=300), st.sampled_from([".csv", ".docx", ".md"]))
def test_files_of_ours_are_named_after_anything_and_keep_their_suffix(
    text: str, suffix: str
) -> None:
    kept = named_after(f"briefing {text}", suffix)
    assert kept.endswith(suffix) and kept.startswith("briefing") and stored_name(kept) == kept
    assert named_after("briefing a/b\\c", suffix) == f"briefing a b c{suffix}"


def test_uploads_are_reported_each_and_refused_ones_leave_nothing(tmp_path: Path) -> None:
    room = room_with(tmp_path, olifanten=PAPER)
    kept = room.settings.library / "papers"

    def upload(*files: tuple[str, bytes]) -> str:
        paths = [tmp_path / "up" / name for name, _ in files]
        paths[0].parent.mkdir(exist_ok=True)
        for path, (_, content) in zip(paths, files, strict=True):
            path.write_bytes(content)
        *_, shown = room.upload(paths, "nl")
        assert not any(path.exists() for path in paths)
        return Read(shown).text

    other = PAPER.replace("olifanten", "giraffen").encode()
    told = upload(("giraffen.txt", other), ("kwaad.pdf", b"MZ\x90\0 not a pdf"), ("leeg.txt", b""))
    assert "giraffen.txt toegevoegd" in told
    assert "kwaad.pdf geweigerd" in told and "leeg.txt geweigerd" in told
    assert [path.name for path in kept.iterdir()] == ["giraffen.txt"]
    assert "giraffen.txt stond er al" in upload(("giraffen.txt", other))
    assert "kopie.txt heeft dezelfde inhoud als giraffen.txt" in upload(("kopie.txt", other))
    assert "vervangen" in upload(("giraffen.txt", other.replace(b"uitstel", b"haast")))
    assert "geweigerd" in upload(("giraffen.txt", b""))
    assert b"haast" in (kept / "giraffen.txt").read_bytes()
    assert "haast" in room.assistant("own").library.document("giraffen.txt").text
    room.close()
