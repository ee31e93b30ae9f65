"""Summaries with a model: from the chosen sentences only, verified, kept on disk, stopped."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from papers import Scripted
from some_evidence import ALL
from summary_papers import REPORT, made, over

from rag.drafting import drafted, evidence_of, judged
from rag.nouns import Evidence
from rag.summaries.shelf import FOLDER, Shelf, key_of
from rag.summaries.summarise import summarise_document, summarise_item
from rag.told import told
from rag.writer import never

TRUE = "De Raad nam de algemene oriëntatie over de richtlijn aan {0}."
FALSE = "De Raad verwierp negen richtlijnen in 2031 {0}."
ITEM = ("v.txt", "Justitie/1", "nl")


def test_a_model_writes_from_the_chosen_sentences_only(tmp_path: Path) -> None:
    writer = Scripted(TRUE)
    found = summarise_item(over(tmp_path, made("v.txt", REPORT), writer=writer), *ITEM)
    ((asked, language, evidence),) = writer.asked
    assert [piece.citation.quote for piece in evidence] == [
        "De Raad nam de algemene oriëntatie over de richtlijn aan.",
        "Nederland stemde voor.",
        "Finland stemde tegen, omdat het de straffen te hoog vindt.",
    ]
    assert language == "nl" and "Justitie 1. Richtlijn corruptiebestrijding" in asked
    assert [s.text for s in found.statements] == [
        "De Raad nam de algemene oriëntatie over de richtlijn aan."
    ]
    assert (found.made.writer, found.made.ai_generated) == ("scripted", True)
    assert "scripted" in found.note


def test_what_cannot_be_proved_gives_way_to_the_quotes(tmp_path: Path) -> None:
    writer = Scripted("Spanje vetode alles in 2031.")
    found = summarise_item(over(tmp_path, made("v.txt", REPORT), writer=writer), *ITEM)
    assert len(found.statements) == 3
    assert all(s.text == s.citations[0].quote for s in found.statements)
    assert (found.made.writer, found.made.ai_generated, found.made.dropped) == (
        "extractive",
        False,
        1,
    )
    assert "niets bewijsbaars gaf (1 keer)" in found.note


def test_a_sentence_that_is_repaired_is_counted(tmp_path: Path) -> None:
    writer = Scripted(TRUE, " Nederland stemde tegen {1}.")
    found = summarise_item(over(tmp_path, made("v.txt", REPORT), writer=writer), *ITEM)
    assert [s.text for s in found.statements][1:] == ["Nederland stemde voor."]
    assert (found.made.repaired, found.made.dropped) == (1, 0)


def test_a_model_that_fails_is_not_asked_for_every_item(tmp_path: Path) -> None:
    writer = Scripted(breaks="the server is gone")
    found = summarise_document(over(tmp_path, made("v.txt", REPORT), writer=writer), "v.txt", "nl")
    assert len(writer.asked) == 1
    assert "the server is gone" in found.note and found.made.writer == "extractive"
    assert {part.item for part in found.parts if part.item} == {p for p, t in REPORT.items() if t}


def test_stopping_leaves_the_quotes_and_says_so(tmp_path: Path) -> None:
    writer = Scripted(TRUE)
    assistant = over(tmp_path, made("v.txt", REPORT), writer=writer)
    done: list[int] = []
    found = summarise_document(
        assistant,
        "v.txt",
        "en",
        stop=lambda: len(done) >= 1,
        progress=lambda number, total, title: done.append(number),
    )
    assert done == [1, 2, 3]
    assert "Stopped after 1 of 3 items" in found.note
    assert {part.item for part in found.parts if part.item} == {p for p, t in REPORT.items() if t}


# on disk


def test_a_summary_is_written_once(tmp_path: Path) -> None:
    writer = Scripted(TRUE)
    assistant = over(tmp_path, made("v.txt", REPORT), writer=writer)
    first, second = summarise_item(assistant, *ITEM), summarise_item(assistant, *ITEM)
    assert len(writer.asked) == 1
    assert first.statements == second.statements
    summarise_item(assistant, "v.txt", "Justitie/1", "en")
    assert len(writer.asked) == 2  # another language is another summary


def test_a_broken_file_is_ignored_and_made_anew(tmp_path: Path) -> None:
    writer = Scripted(TRUE)
    assistant = over(tmp_path, made("v.txt", REPORT), writer=writer)
    summarise_item(assistant, *ITEM)
    (kept,) = (assistant.library.folder / FOLDER).iterdir()
    whole = kept.read_bytes()
    for broken in (whole[:20], b"", b"\xff\xfe", b"[]", b'{"format": 1, "key": 3, "draft": 4}'):
        kept.write_bytes(broken)
        assert summarise_item(assistant, *ITEM).made.writer == "scripted"
    assert len(writer.asked) == 6
    assert kept.stat().st_size > 20


def test_a_draft_that_was_tampered_with_is_verified_like_any_other(tmp_path: Path) -> None:
    writer = Scripted(TRUE)
    assistant = over(tmp_path, made("v.txt", REPORT), writer=writer)
    summarise_item(assistant, *ITEM)
    (kept,) = (assistant.library.folder / FOLDER).iterdir()
    read = json.loads(kept.read_text(encoding="utf-8"))
    read["draft"] = "Nederland kocht in 2031 negen havens [[\x020\x03]]."
    kept.write_text(json.dumps(read), encoding="utf-8")
    found = summarise_item(assistant, *ITEM)
    assert not any("havens" in s.text for s in found.statements)
    assert len(writer.asked) == 2


def test_what_is_not_proved_is_not_kept(tmp_path: Path) -> None:
    assistant = over(tmp_path, made("v.txt", REPORT), writer=Scripted("Niets hiervan."))
    summarise_item(assistant, *ITEM)
    assert not (assistant.library.folder / FOLDER).exists()


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    shelf = Shelf(tmp_path / "file" / "summaries")
    shelf.keep("a" * 40, "Een zin.", ALL)
    assert shelf.find("a" * 40, ALL) is None


def test_no_draft_is_left_half(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "replace", refuse)
    Shelf(tmp_path).keep("a" * 40, "Een zin.", ALL)
    assert not list(tmp_path.iterdir())


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.lists(st.integers(0, len(ALL) - 1), max_size=4))
def test_a_draft_comes_back_under_the_keys_of_today(
    tmp_path_factory: pytest.TempPathFactory, words: str, cited: list[int]
) -> None:
    from dataclasses import replace

    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    today = [replace(piece, key=f"zuzo{2 + i}") for i, piece in enumerate(ALL)]
    assert not {p.key for p in ALL} & {p.key for p in today}

    def draft(evidence: list[Evidence]) -> str:
        plain = "".join(c for c in words if c not in "\x02\x03")
        return f"{plain} " + " ".join(f"[[{evidence[place].key}]]" for place in cited)

    shelf.keep("a" * 40, draft(list(ALL)), ALL)
    if not any(p.key in words.casefold() for p in (*ALL, *today)):
        assert shelf.find("a" * 40, today) == draft(today)


def test_the_key_hangs_on_writer_prompt_words_and_evidence() -> None:
    keys = {
        key_of("a", "1", "x", ALL),
        key_of("b", "1", "x", ALL),
        key_of("a", "2", "x", ALL),
        key_of("a", "1", "y", ALL),
        key_of("a", "1", "x", ALL[1:]),
    }
    assert len(keys) == 5


# drafting


def test_evidence_has_keys_of_its_own_and_the_quotes(tmp_path: Path) -> None:
    paper = made("v.txt", REPORT)
    evidence = evidence_of(told(paper.document, paper.items[0]))
    assert len({piece.key for piece in evidence}) == 3
    assert [piece.actor for piece in evidence] == ["Council", "NL", "FI"]


@pytest.mark.parametrize(
    ("lines", "stopped", "why"),
    [
        ((TRUE,), False, ""),
        (("Dat weet niemand.",), False, "fallback"),
        (("Dat weet niemand.",), True, "stopped"),
        (("De getoonde stukken geven hierop geen antwoord.",), False, "refused"),
        (("The Council adopted the general approach on it today {0}.",), False, "foreign"),
    ],
)
def test_why_a_draft_is_not_kept(lines: tuple[str, ...], stopped: bool, why: str) -> None:
    paper = made("v.txt", REPORT)
    evidence = evidence_of(told(paper.document, paper.items[0]))
    draft = "".join(Scripted(*lines).write("", "nl", evidence, never))
    assert judged(draft, evidence, "nl", lambda: stopped).why == why


def test_a_model_that_breaks_off_keeps_nothing() -> None:
    paper = made("v.txt", REPORT)
    evidence = evidence_of(told(paper.document, paper.items[0]))
    found = drafted(Scripted(TRUE, breaks="gone"), "", "nl", evidence, never)
    assert (found.why, found.because, found.verified.statements) == ("failed", "gone", ())


def test_files_are_readable_by_their_owner(tmp_path: Path) -> None:
    Shelf(tmp_path).keep("a" * 40, "Een zin.", ALL)
    (kept,) = tmp_path.iterdir()
    assert stat.S_IMODE(kept.stat().st_mode) & stat.S_IRUSR
