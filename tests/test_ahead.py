"""Papers embedded together are kept one by one, with what each would be by itself."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from commands import paper
from shelf import SETTINGS, Letters, put, reading

from index.ahead import EmbeddedAhead
from index.errors import ModelRefused
from index.library import Library
from index.settings import Settings
from rag.intake import BATCHES
from rag.open import Added, add_paths

SLOW = Settings(lock_timeout=0.2, embedder="letters", embedder_batch=1)


class Counted(Letters):
    """Letters that tells how many texts it was given at once."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[int] = []

    def passages(self, texts):
        self.calls.append(len(texts))
        return super().passages(texts)


def library(folder: Path, embedder: Letters) -> Library:
    return Library.open(folder, embedder, SETTINGS, create=True)


def added(folder: Path, papers: list[Path], settings: Settings) -> tuple[Added, Library, Counted]:
    embedder = Counted()
    made = library(folder, embedder)
    return add_paths(made, papers, settings), made, embedder


def test_what_was_embedded_ahead_is_not_embedded_again() -> None:
    given = Letters()
    ahead = EmbeddedAhead(given, ["aab", "c"])
    assert given.embedded == ["aab", "c"]
    assert np.array_equal(ahead.passages(["c", "aab"]), given.questions(["c", "aab"]))
    assert given.embedded == ["aab", "c"]
    assert np.array_equal(ahead.passages(["c", "b"]), given.questions(["c", "b"]))
    assert given.embedded == ["aab", "c", "c", "b"]
    assert (ahead.name, ahead.dimension) == (given.name, given.dimension)
    assert ahead.passages([]).shape == (0, 4)
    assert np.array_equal(ahead.questions(["b"]), given.questions(["b"]))
    assert EmbeddedAhead(given, []).passages(["a"]).shape == (1, 4)


def test_vectors_that_are_not_unit_are_refused_before_anything_is_kept(tmp_path: Path) -> None:
    class Long(Letters):
        def passages(self, texts):
            return 2 * super().passages(texts)

    papers = [paper(tmp_path, f"{day}.txt", day=day) for day in (8, 9)]
    made = library(tmp_path / "library", Long())
    with pytest.raises(ModelRefused, match="length 2"):
        add_paths(made, papers, SLOW)
    assert made.documents() == []


def test_together_as_one_by_one(tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"{day:02}.txt", day=day) for day in range(1, 8)]
    together, one, many = added(tmp_path / "together", papers, SLOW)
    alone, other, each = added(tmp_path / "alone", papers, SETTINGS)
    assert together == alone
    assert len(together.added) == 7
    assert sorted(many.embedded) == sorted(each.embedded)
    assert len(many.calls) < len(each.calls) == 7
    for name in together.added:
        assert one.document(name) == other.document(name)
        assert one.passages(name) == other.passages(name)


def test_so_many_passages_wait_and_no_more(tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"{day:02}.txt", day=day) for day in range(1, 29)]
    _, made, embedder = added(tmp_path / "library", papers, SLOW)
    largest = max(entry.passages for entry in made.documents())
    assert len(embedder.calls) > 1
    assert all(BATCHES <= count < BATCHES + largest for count in embedder.calls[:-1])


def test_duplicates_and_equal_names_that_wait_together(tmp_path: Path) -> None:
    papers = [
        paper(tmp_path, "2023/a.txt"),
        paper(tmp_path, "2024/a.txt", day=9),
        paper(tmp_path, "copy.txt", day=9),
        paper(tmp_path, "last.txt", day=10),
    ]
    together, _, _ = added(tmp_path / "together", papers, SLOW)
    alone, _, _ = added(tmp_path / "alone", papers, SETTINGS)
    assert together == alone
    assert together.added == ["a.txt", "2024/a.txt", "last.txt"]
    assert together.duplicates == [("copy.txt", "2024/a.txt")]


def test_a_refused_file_among_those_that_wait(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    papers = [paper(tmp_path, "a.txt"), empty, paper(tmp_path, "z.txt", day=9)]
    report, made, _ = added(tmp_path / "library", papers, SLOW)
    assert report.added == [entry.id for entry in made.documents()] == ["a.txt", "z.txt"]
    assert [file for file, _ in report.failed] == [str(empty)]


def test_a_text_that_the_embedder_cannot_take_costs_its_own_paper(tmp_path: Path) -> None:
    class Shy(Letters):
        def passages(self, texts):
            if any("zonderling" in text for text in texts):
                raise ValueError("a strange word")
            return super().passages(texts)

    papers = [
        paper(tmp_path, "a.txt"),
        paper(tmp_path, "b.txt", "Dat was zonderling.", day=9),
        paper(tmp_path, "c.txt", day=10),
    ]
    report = add_paths(library(tmp_path / "library", Shy()), papers, SLOW)
    assert report.added == ["a.txt", "c.txt"]
    ((file, why),) = report.failed
    assert (file, "a strange word" in why) == (str(papers[1]), True)


def test_killed_while_others_wait_what_was_kept_is_whole(tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"{day:02}.txt", day=day) for day in range(1, 20)]
    made = library(tmp_path / "library", Letters())

    def stop(number: int, total: int, name: str) -> None:
        if number == total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        add_paths(made, papers, SLOW, stop)
    kept = [entry.id for entry in made.documents()]
    assert 0 < len(kept) < len(papers)
    again = add_paths(made, papers, SLOW)
    assert (again.unchanged, sorted(again.unchanged + again.added)) == (
        kept,
        [path.name for path in papers],
    )


def test_a_reading_added_with_its_texts_ahead(tmp_path: Path) -> None:
    given = Letters()
    made = library(tmp_path, given)
    put(made, reading("a.txt", "aap", "noot bever"))
    one = reading("b.txt", "aap", "citroen")
    ahead = made.embedded_ahead([one])
    assert given.embedded[2:] == ["citroen"]  # "aap" has its vector
    assert made.add(one, Path("/papers/b.txt"), "0" * 64, ahead).state == "added"
    assert given.embedded[2:] == ["citroen"]
