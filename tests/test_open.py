"""Files and folders into a library; a refused one never costs another."""

from __future__ import annotations

import io
import os
import socket
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from commands import paper
from shelf import SETTINGS

from index.build import build
from index.errors import FileRefused, LibraryRefused, ModelRefused
from index.library import Library
from index.search import search
from index.settings import Settings
from rag import intake
from rag.open import add_paths, demo_folder, demo_library, files_in, open_assistant, open_library
from rag.terminal import complain, progress


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return open_library(SETTINGS, tmp_path / "library", create=True)


def names(library: Library) -> list[str]:
    return [entry.id for entry in library.documents()]


def test_files_in_folders_in_order_of_name(tmp_path: Path) -> None:
    wanted = [paper(tmp_path, name) for name in ("a.txt", "b/x.TXT", "b/y.md", "c.html")]
    for name in (".hidden.txt", "~$lock.docx", ".git/x.txt", "data.csv"):
        paper(tmp_path, name)
    assert list(files_in([tmp_path])) == wanted
    assert list(files_in([wanted[1], tmp_path / "data.csv"])) == [wanted[1], tmp_path / "data.csv"]


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    secret = paper(tmp_path / "elsewhere", "secret.txt")
    inside = paper(tmp_path / "papers", "a.txt")
    (tmp_path / "papers" / "link.txt").symlink_to(secret)
    (tmp_path / "papers" / "folder").symlink_to(secret.parent)
    assert list(files_in([tmp_path / "papers"])) == [inside]
    assert list(files_in([tmp_path / "papers" / "link.txt"])) == [tmp_path / "papers" / "link.txt"]


def test_a_library_among_the_papers_is_not_read(tmp_path: Path) -> None:
    one = paper(tmp_path / "papers", "a.txt")
    library = open_library(SETTINGS, tmp_path / "papers" / "mine", create=True)
    assert add_paths(library, [one.parent], SETTINGS).added == ["a.txt"]
    library.flush()  # a generation holds a .txt file
    assert list(files_in([one.parent])) == [one]


def test_what_is_nowhere_or_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    for path, why in [
        (tmp_path / "none.txt", "is not there; check the name"),
        (tmp_path / "pipe.txt", "is no file and no folder; name one of these"),
        (tmp_path, "no PDF, DOCX, HTML, XML or TXT file in this folder; name another"),
    ]:
        if path == tmp_path:
            (tmp_path / "pipe.txt").unlink()
        with pytest.raises(FileRefused) as refused:
            list(files_in([path]))
        assert str(refused.value) == f"{path}: {why}"


def test_added_unchanged_replaced_duplicate(tmp_path: Path, library: Library) -> None:
    one, two = paper(tmp_path, "a.txt"), paper(tmp_path, "b.txt", day=9)
    first = add_paths(library, [one, two, one], SETTINGS)
    assert (first.added, first.unchanged) == (["a.txt", "b.txt"], [])
    paper(tmp_path, "b.txt", "Er is meer.", day=9)
    paper(tmp_path, "c.txt")
    again = add_paths(library, [one, two, tmp_path / "c.txt"], SETTINGS)
    assert (again.added, again.unchanged, again.replaced) == ([], ["a.txt"], ["b.txt"])
    assert again.duplicates == [("c.txt", "a.txt")]
    assert "Er is meer." in library.document("b.txt").text
    assert names(library) == ["a.txt", "b.txt"]


def test_a_changed_setting_reads_unchanged_files_anew(tmp_path: Path, library: Library) -> None:
    one = paper(tmp_path, "a.txt")
    add_paths(library, [one], SETTINGS)
    shorter = SETTINGS.model_copy(update={"passage_words": 20})
    assert add_paths(library, [one], shorter).replaced == ["a.txt"]


def test_a_refused_file_costs_no_other(tmp_path: Path, library: Library) -> None:
    (tmp_path / "empty.txt").write_text("")
    one, two = paper(tmp_path, "a.txt"), paper(tmp_path, "z.txt", day=9)
    long = tmp_path / ("x" * 300 + ".txt")
    report = add_paths(library, [long, one, tmp_path / "empty.txt", tmp_path / "no", two], SETTINGS)
    assert report.added == ["a.txt", "z.txt"]
    assert dict(report.failed) == {
        str(long): "cannot be opened (File name too long); check its name",
        str(tmp_path / "no"): "is not there; check the name",
        str(tmp_path / "empty.txt"): "the file is empty; give one with text in it",
    }


def test_a_pipe_or_socket_in_a_folder_is_refused_and_costs_no_other(
    tmp_path: Path, library: Library
) -> None:
    one = paper(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pijp.txt")
    os.mkfifo(tmp_path / f"{one.name}.outline.toml")  # where corrections of a.txt would stand
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "dop.txt"))
        report = add_paths(library, [tmp_path], SETTINGS)
    assert report.added == ["a.txt"]
    assert report.failed == [
        (str(tmp_path / "dop.txt"), "not a file but a socket; give a file"),
        (str(tmp_path / "pijp.txt"), "not a file but a named pipe; give a file"),
    ]


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path: Path, library: Library) -> None:
    with (tmp_path / "groot.txt").open("wb") as file:
        file.truncate(1 << 40)  # a sparse file: no disk is used, reading it would take an hour
    report = add_paths(library, [tmp_path / "groot.txt"], SETTINGS)
    assert [why for _, why in report.failed] == ["larger than 50 MB; split it into smaller files"]


def test_a_fault_of_ours_costs_no_other(
    tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(path: Path, settings: Settings, name: str | None = None):
        made = build(path, settings, name)
        return replace(made, embedded=()) if path.name == "b.txt" else made

    monkeypatch.setattr(intake, "build", faulty)
    papers = [
        paper(tmp_path, name, day=day) for day, name in [(8, "a.txt"), (9, "b.txt"), (10, "c.txt")]
    ]
    report = add_paths(library, papers, SETTINGS)
    assert (report.added, names(library)) == (["a.txt", "c.txt"], ["a.txt", "c.txt"])
    ((file, why),) = report.failed
    assert file == str(papers[1])
    assert why.startswith("a fault in Raadpleeg itself (b.txt: 2 passages but 0 embedded texts)")


def test_stopped_half_way_the_library_is_whole(tmp_path: Path, library: Library) -> None:
    papers = [paper(tmp_path, f"{day:02}.txt", day=day) for day in range(1, 9)]

    def stop(number: int, total: int, name: str) -> None:
        assert (total, name) == (8, f"{number:02}.txt")
        if number == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_paths(library, papers, SETTINGS, stop)
    done = ["01.txt", "02.txt", "03.txt"]
    with open_library(SETTINGS, library.folder) as seen:
        assert names(seen) == done
        found = {hit.passage.document for hit in search(seen, "grensbewaking", 50)}
        assert found == set(done)
    report = add_paths(library, papers, SETTINGS)
    assert (report.unchanged, len(report.added)) == (done, 5)


def test_a_library_of_specimens_is_known(tmp_path: Path) -> None:
    text = "SPECIMEN: dit stuk is geschreven voor een proef.\n\nEr is niets besloten."
    (tmp_path / "s.txt").write_text(text)
    folder = tmp_path / "library"
    with open_library(SETTINGS, folder, create=True) as library:
        assert not open_assistant(SETTINGS, folder).specimen
        add_paths(library, [tmp_path / "s.txt"], SETTINGS)
        assert open_assistant(SETTINGS, folder).specimen
        add_paths(library, [paper(tmp_path, "z.txt")], SETTINGS)
        assert not open_assistant(SETTINGS, folder).specimen


def test_the_writer_is_the_one_of_the_settings(tmp_path: Path) -> None:
    assert open_assistant(SETTINGS, tmp_path / "a", create=True).writer is None
    with pytest.raises(ModelRefused, match="setting writer: 'pen' is no writer"):
        open_assistant(SETTINGS.model_copy(update={"writer": "pen"}), tmp_path / "a")


def test_the_demonstration_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from index import specimen

    some = specimen.papers()[:2]
    monkeypatch.setattr(specimen, "papers", lambda: some)
    settings = Settings(demo=tmp_path / "demo")
    folder = demo_library(settings)
    assert folder == demo_folder(settings) == tmp_path / "demo" / "library"
    demo = open_assistant(settings, folder)
    assert demo.specimen
    assert len(demo.library.documents()) == 2
    assert all(entry.id.endswith(".pdf") for entry in demo.library.documents())
    before = demo.library.documents()
    demo_library(settings)
    assert demo.library.documents() == before  # nothing was read anew
    shelf = tmp_path / "demo" / "papers"
    assert not list(shelf.glob("*.part"))


def test_a_demonstration_library_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(
        LibraryRefused, match=r"cannot be written .* set RAADPLEEG_DEMO to a folder"
    ):
        demo_library(Settings(demo=tmp_path / "file" / "demo"))


class Screen(io.StringIO):
    """A stderr that a person looks at."""

    def isatty(self) -> bool:
        return True


def test_progress_is_for_people(monkeypatch: pytest.MonkeyPatch) -> None:
    for screen in (Screen(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", screen)
        for number in (1, 2):
            progress(number, 2, "a\x1b[2J[b].txt")
        shown = screen.getvalue()
        if isinstance(screen, Screen):
            assert "1/2 a\ufffd[2J[b].txt" in shown
            assert shown.endswith("2/2 a\ufffd[2J[b].txt\n")
            assert "\x1b[2J" not in shown
        else:
            assert shown == ""


def test_messages_are_one_line_and_cannot_steer_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    complain("a\nb\x1b[2J \udcff")
    assert sys.stderr.getvalue() == "raadpleeg: a b\ufffd[2J \ufffd\n"
