"""Papers in, out and in again: names, duplicates, models, one writer, many readers."""

from __future__ import annotations

import os
import re
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import SETTINGS, Letters, opened, put, reading

from index import library as library_module
from index.errors import LibraryLocked, LibraryRefused, ModelRefused
from index.generation import current
from index.library import Library, reindex
from index.search import search
from index.store import Store


def found(library: Library, question: str = "aap") -> list[tuple[str, float]]:
    return [(hit.passage.id, hit.score) for hit in search(library, question, 50)]


def names(library: Library) -> list[str]:
    return [entry.id for entry in library.documents()]


def test_new_unchanged_replaced_removed(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        assert put(library, reading("een.txt", "aap noot")) == "added"
        assert put(library, reading("een.txt", "aap noot")) == "unchanged"
        assert put(library, reading("een.txt", "bever")) == "replaced"
        assert library.document("een.txt").text == "bever"
        assert [name for name, _ in found(library)] == ["een.txt#0-5"]
        library.remove("een.txt")
        assert names(library) == []
        assert found(library) == []


def test_known_before_reading(tmp_path: Path) -> None:
    path, other = Path("/a/een.txt"), Path("/b/een.txt")
    with opened(tmp_path) as library:
        assert library.known(path, "f1", "r1").state == "new"
        library.add(replace(reading("een.txt", "aap"), recipe="r1"), path, "f1")
        assert library.known(path, "f1", "r1").state == "unchanged"
        assert library.known(path, "f2", "r1").state == "changed"
        assert library.known(path, "f1", "r2").state == "changed"
        twin = library.known(other, "f1", "r1")
        assert (twin.state, twin.document) == ("duplicate", "een.txt")
        fresh = library.known(other, "f2", "r1")
        assert (fresh.state, fresh.document) == ("new", "b/een.txt")


def test_another_recipe_reads_the_same_file_anew(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        made = reading("een.txt", "aap noot")
        library.add(replace(made, recipe="long"), Path("/een.txt"), "f")
        short = replace(made, passages=(), embedded=(), recipe="none")
        assert library.add(short, Path("/een.txt"), "f").state == "replaced"
        assert library.passages("een.txt") == ()


def test_same_content_under_two_names_is_kept_once(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aap noot"))
        twin = library.add(reading("twee.docx", "aap noot"), Path("/x/twee.docx"), "other bytes")
        assert (twin.state, twin.document) == ("duplicate", "een.txt")
        assert names(library) == ["een.txt"]


def test_a_file_that_became_a_copy_leaves_nothing_old(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aap noot"))
        put(library, reading("twee.txt", "aap oud"))
        assert put(library, reading("twee.txt", "aap noot")) == "duplicate"
        assert names(library) == ["een.txt"]
        assert [name for name, _ in found(library)] == ["een.txt#0-8"]


def test_files_of_one_name_get_the_shortest_distinguishing_folder(tmp_path: Path) -> None:
    paths = ["/p/a/x/v.txt", "/p/b/x/v.txt", "/p/c/y/v.txt", "/q/b/x/v.txt"]
    with opened(tmp_path) as library:
        for number, path in enumerate(paths):
            name = library.id_for(Path(path))
            put(library, reading(name, f"tekst {number}"), Path(path))
        assert [library.id_for(Path(path)) for path in paths] == [
            "v.txt",
            "x/v.txt",
            "y/v.txt",
            "b/x/v.txt",
        ]
        library.remove("v.txt")
        assert library.id_for(Path(paths[1])) == "x/v.txt"
        assert library.id_for(Path(paths[0])) == "v.txt"


def test_names_cannot_pretend(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        path = Path("/p/" + "ok\u202etxt.exe\n" + os.fsdecode(b"\xff"))
        name = library.id_for(path)
        assert name == "ok\ufffdtxt.exe\ufffd\ufffd"
        assert put(library, reading(name, "aap"), path) == "added"
        assert library.id_for(path) == name


def test_a_reading_under_a_wrong_id_is_a_fault_of_ours(tmp_path: Path) -> None:
    with opened(tmp_path) as library, pytest.raises(ValueError, match="the id of"):
        put(library, reading("een.txt", "aap"), Path("/p/twee.txt"))


def test_unknown_ids_are_told_with_near_ones(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("verslag-2024.txt", "aap"))
        for ask in (library.remove, library.document, library.items, library.passages):
            with pytest.raises(LibraryRefused, match=r"did you mean verslag-2024\.txt\?"):
                ask("verslag-2042.txt")
        with pytest.raises(LibraryRefused, match="has no item"):
            library.item("verslag-2024.txt", "Justitie/9")
        with pytest.raises(LibraryRefused, match="no such passage"):
            library.passage("verslag-2024.txt#1-2")


def test_texts_are_embedded_once(tmp_path: Path) -> None:
    counting = Letters()
    with opened(tmp_path, counting) as library:
        put(library, reading("een.txt", "aap", "noot", "aap"))
        put(library, reading("een.txt", "noot", "bever"))
        put(library, reading("twee.txt", "bever", "cacao"))
        library.flush()
        found(library)
    assert counting.embedded == ["aap", "noot", "bever", "cacao"]


def test_another_model_is_refused_until_reindexed(tmp_path: Path) -> None:
    other = Letters("others")
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aab", "c"))
        expected = found(library)
        with pytest.raises(LibraryRefused, match=r"embedder letters, the settings say others; run"):
            opened(tmp_path, other)
        assert reindex(tmp_path, other, SETTINGS) == 2
        with pytest.raises(LibraryRefused, match="settings say letters"):
            found(library)
        with pytest.raises(LibraryRefused, match="settings say letters"):
            put(library, reading("twee.txt", "b"))
    with opened(tmp_path, other) as library:
        assert found(library) == expected
    assert reindex(tmp_path, other, SETTINGS) == 0


def test_an_empty_library_takes_any_model(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aap"))
        library.remove("een.txt")
    with opened(tmp_path, Letters("others")) as library:
        put(library, reading("een.txt", "aap"))
        assert len(found(library)) == 1


def test_vectors_that_are_not_unit_change_nothing(tmp_path: Path) -> None:
    class Double(Letters):
        def passages(self, texts):  # type: ignore[no-untyped-def]
            return 2 * super().passages(texts)

    with opened(tmp_path, Double()) as library:
        with pytest.raises(ModelRefused, match=r"length 2\.0000"):
            put(library, reading("een.txt", "aap"))
        assert names(library) == []


def test_few_new_passages_wait_for_the_next_generation(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        with library.writing():
            for number in range(40):
                put(library, reading(f"{number:02}.txt", f"aap {number}"))
            assert current(tmp_path) is None
        before = current(tmp_path)
        put(library, reading("a.txt", "aap a"))
        library.remove("07.txt")
        assert current(tmp_path) == before
        assert {name for name, _ in found(library)} == {
            f"{n:02}.txt#0-{len(f'aap {n}')}" for n in range(40) if n != 7
        } | {"a.txt#0-5"}
        put(library, reading("b.txt", "aap b"))
        assert current(tmp_path) != before


def test_an_error_in_a_bulk_keeps_what_was_done(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        with pytest.raises(FileNotFoundError), library.writing():
            put(library, reading("een.txt", "aap"))
            (tmp_path / "none").read_text()
        assert len(found(library)) == 1
        assert put(library, reading("twee.txt", "aap 2")) == "added"


def test_the_second_writer_waits_then_is_told(tmp_path: Path) -> None:
    with opened(tmp_path) as first, opened(tmp_path) as second, first.writing():
        said = rf"process {os.getpid()} on .* since .*; wait for it or stop it"
        with pytest.raises(LibraryLocked, match=said):
            put(second, reading("een.txt", "aap"))


def test_disk_full_while_adding_leaves_the_state_before(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "aap"))
        expected = found(library)
        with library.writing() as store:
            pages = store.sql.execute("PRAGMA page_count").fetchone()[0]
            store.sql.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(
                LibraryRefused, match=f"{re.escape(str(tmp_path))}: the disk is full"
            ):
                put(library, reading("twee.txt", *(f"aap {n} {'x' * 500}" for n in range(200))))
            with pytest.raises(LibraryRefused, match="disk is full"):
                put(library, reading("een.txt", *(f"aap {n} {'x' * 500}" for n in range(200))))
        assert names(library) == ["een.txt"]
        assert found(library) == expected
        assert put(library, reading("twee.txt", "aap twee")) == "added"


PAPERS = [
    reading("a.txt", "aap noot", "aap", "mies"),
    reading("b.txt", "aap", "bever aap aap", "cacao"),
    reading("b.txt", "bever", "aap noot mies"),
    reading("c.txt", "aap noot", "citroen", "aap"),
    reading("d.txt", "noot", "mies aap", date="2023-01-01"),
]
STEPS = st.lists(st.sampled_from([*range(len(PAPERS)), "remove", "flush", "search"]), max_size=9)


@settings(max_examples=25, deadline=None)
@given(STEPS)
def test_grown_step_by_step_equals_built_at_once(
    tmp_path_factory: pytest.TempPathFactory, steps: list[int | str]
) -> None:
    due, library_module.DUE = library_module.DUE, 10.0  # keep changes pending as long as can be
    try:
        with opened(tmp_path_factory.mktemp("grown")) as grown:
            for step in steps:
                if step == "flush":
                    grown.flush()
                elif step == "search":
                    found(grown)
                elif step == "remove":
                    for name in names(grown)[:1]:
                        grown.remove(name)
                else:
                    put(grown, PAPERS[int(step)])
            kept = {name: grown.document(name) for name in names(grown)}
            with opened(tmp_path_factory.mktemp("once")) as once:
                for name in reversed(kept):
                    put(once, next(paper for paper in PAPERS if paper.document == kept[name]))
                once.flush()
                for question in ("aap", "noot mies", "bever"):
                    assert found(grown, question) == found(once, question)
    finally:
        library_module.DUE = due


def test_many_small_segments_are_joined(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("big.txt", *(f"aap {n}" for n in range(400))))
        for number in range(12):
            put(library, reading(f"{number}.txt", f"noot {number}"))
            assert len(found(library, "noot")) == 50
            with library.searching() as snapshot:
                assert len(snapshot.segments) <= 8
        assert {name.split("#")[0] for name, _ in found(library, "noot")[:12]} == {
            f"{n}.txt" for n in range(12)
        }


def test_readers_never_fail_while_a_writer_reindexes(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("vast.txt", "aap", "noot"))
    one = reading("wissel.txt", "aap aap", "mies", "noot noot")
    two = reading("wissel.txt", "bever aap", "aap mies")
    valid: list[list[tuple[str, float]]] = []
    for paper in (one, two):
        with opened(tmp_path / "alone" / paper.document.text[:3]) as library:
            put(library, reading("vast.txt", "aap", "noot"))
            put(library, paper)
            valid.append(found(library))
    before, faults, done = len(os.listdir("/proc/self/fd")), [], threading.Event()
    with opened(tmp_path) as library:
        put(library, one)

    def read() -> None:
        try:
            while not done.is_set():
                with opened(tmp_path, create=False) as fresh:
                    for _ in range(5):
                        if (got := found(fresh)) not in valid:
                            faults.append(f"mixed: {got}")
        except Exception as error:  # whatever it is, the test must tell it
            faults.append(repr(error))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    with Library.open(
        tmp_path, Letters(), SETTINGS.model_copy(update={"lock_timeout": 5})
    ) as writer:
        for number in range(16):
            put(writer, (two, one)[number % 2])
            writer.flush()
    done.set()
    for reader in readers:
        reader.join()
    assert faults == []
    assert len(os.listdir("/proc/self/fd")) == before
    assert len(list((tmp_path / "generations").iterdir())) <= 2


def test_two_threads_of_one_library(tmp_path: Path) -> None:
    faults: list[str] = []
    with Library.open(
        tmp_path, Letters(), SETTINGS.model_copy(update={"lock_timeout": 20}), create=True
    ) as library:

        def work(mine: int) -> None:
            try:
                for number in range(8):
                    put(library, reading(f"{mine}-{number}.txt", f"aap {mine} {number}"))
                    found(library)
            except Exception as error:  # whatever it is, the test must tell it
                faults.append(repr(error))

        threads = [threading.Thread(target=work, args=(mine,)) for mine in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert faults == []
        assert len(found(library)) == 24


def test_removed_text_is_not_left_in_the_record(tmp_path: Path) -> None:
    with opened(tmp_path) as library:
        put(library, reading("een.txt", "geheimzinnig"))
        library.remove("een.txt")
    store = Store(tmp_path)
    assert not any("geheimzinnig" in line for line in store.sql.iterdump())
    store.close()


def test_importing_loads_nothing_heavy() -> None:
    import subprocess
    import sys

    code = (
        "import sys, index.library, index.search, index.embed; "
        "print([m for m in ('torch', 'transformers', 'sentence_transformers', 'faiss', 'gradio', "
        "'scipy') if m in sys.modules])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert said.stdout == "[]\n"
