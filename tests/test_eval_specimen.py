"""The release `specimen` is what it says: its counts, splits, rewordings and hashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from eval.gold import Release
from eval.gold_summaries import read_summaries
from eval.manifest import differences, read_manifest
from eval.release import find_release
from eval.release_faults import all_faults
from eval.release_files import ReleaseFiles, read_files
from eval.specimen import DRAWN, draw_variants, write_release
from eval.strays import meeting
from eval.summary_faults import summary_faults
from eval.variants import MOST_EDITS


@pytest.fixture(scope="module")
def files() -> Iterator[ReleaseFiles]:
    with find_release("specimen") as folder:
        yield read_files(folder)


@pytest.fixture(scope="module")
def release(files: ReleaseFiles) -> Release:
    return files.release()


def test_every_rule_is_kept(files: ReleaseFiles) -> None:
    assert [str(fault) for fault in (*all_faults(files), *summary_faults(files))] == []


def test_its_files_and_papers_are_those_of_the_manifest(files: ReleaseFiles) -> None:
    manifest = read_manifest(files.folder)
    assert manifest is not None and manifest.release == "specimen"
    assert list(differences(files.folder)) == []
    assert len(manifest.papers) == len(files.structure) >= 16


def test_it_is_as_large_as_it_must_be(files: ReleaseFiles, release: Release) -> None:
    apart = release.questions + release.near_misses
    assert sum(not question.must_abstain for question in apart) >= 200
    silent = [question for question in apart if question.must_abstain]
    assert len(silent) >= 60 and all(question.absence and question.kind for question in silent)
    assert {q.base for q in release.twins + release.near_twins} == {q.id for q in apart}
    assert len({meeting(f, d) for f, d in files.structure.items() if d.meeting_dates}) >= 10
    gold = read_summaries(files.folder)
    assert len(gold.items) >= 10 and len(gold.meetings) >= 5


def test_splits_are_by_meeting_and_the_newest_are_for_the_test(release: Release) -> None:
    assert Counter(q.split for q in release.questions + release.near_misses)["smoke"] == 30
    newest: dict[str | None, set[str]] = {}
    for question in release.questions:
        days = {meeting(g.document, release.structure[g.document]) for g in question.gold}
        # what versions before this release were fitted on is never for the test
        if days and not question.id.startswith("sp-"):
            newest.setdefault(question.split, set()).add(max(days))
    assert max(newest["smoke"]) < min(newest["dev"]) <= max(newest["dev"]) < min(newest["test"])
    assert not [q for q in release.part(None, ("nl", "en"), "test").questions if "sp-" in q.id]


def test_variants_are_drawn_once_and_for_all(release: Release) -> None:
    # The stored ones are the release: a word that the glossary learns later changes none of them.
    assert tuple(draw_variants(release)) == tuple(draw_variants(release))
    assert Counter(variant.variant for variant in release.variants) == DRAWN | {"acronym": 40}
    plain = {q.id: q for q in release.questions + release.twins}
    for variant in release.variants:
        original = plain[variant.variant_of or ""]
        assert variant.gold == original.gold and variant.lang == original.lang
        if variant.variant == "typo":
            before, after = (Counter(q.question.split()) for q in (original, variant))
            assert 1 <= (before - after).total() <= MOST_EDITS


def test_two_renderings_are_the_same_bytes(tmp_path: Path) -> None:
    one, other = write_release(tmp_path / "a"), write_release(tmp_path / "b")
    held = sorted(file.relative_to(one) for file in one.rglob("*") if file.is_file())
    assert held == sorted(file.relative_to(other) for file in other.rglob("*") if file.is_file())
    assert all((one / file).read_bytes() == (other / file).read_bytes() for file in held)
