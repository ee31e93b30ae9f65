"""Every quote that a command prints is a slice of its document, within the item it cites.

Over all specimen papers and, where they lie beside the repository, the real ones.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from commands import run, specimen
from hypothesis import given, settings
from hypothesis import strategies as st
from shelf import SETTINGS
from specimens import SHIPPED, pages_of, squashed

from index.library import Library
from index.nouns import Span
from index.search import NO_FILTERS, Filters
from rag.assistant import Assistant
from rag.open import add_paths, open_assistant
from rag.plain import answer_lines, hit_lines
from rag.render import answer_json, hits_json

REAL = Path(__file__).parents[1].parent / "shared" / "real"
QUESTIONS = [
    "what was NL's position on CSAM detection?",
    "Wat vond Nederland van detectie van kindermisbruik?",
    "Hoe heeft het standpunt over asiel zich ontwikkeld sinds 2022?",
    "Which member states opposed mandatory relocation?",
    "Wat zei de Commissie over Schengen in juni 2023?",
    "victims' rights",
    "e-evidence Verenigde Staten",
    "Kamerstuk COM brief fiche voetnoot",  # what footnotes are about
    "Wat besloot de Raad onder Spaans voorzitterschap?",
    "Quelle est la position de la Hongrie sur Schengen ?",
]
Object = dict[str, Any]


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    """All specimen papers as text."""
    folder = tmp_path_factory.mktemp("texts")
    return filled(folder, [specimen(folder, name) for name in SHIPPED])


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    if not REAL.is_dir():
        pytest.skip("no ../shared/real here")
    return filled(tmp_path_factory.mktemp("real"), [REAL / "documents"])


def filled(folder: Path, papers: list[Path]) -> Assistant:
    made = open_assistant(SETTINGS, folder / "library", create=True)
    report = add_paths(made.library, papers, SETTINGS)
    assert report.failed == []
    return made


def printed(
    asking: Assistant, question: str, filters: Filters = NO_FILTERS
) -> tuple[Object, Object]:
    """What `ask --json` and `search --json` print."""
    answer = answer_json(asking.ask(question, filters), asking.library)
    hits = hits_json(question, asking.search(question, 20, filters), asking.library)
    return json.loads(json.dumps(answer)), json.loads(json.dumps(hits))


def prove(library: Library, answer: Object, hits: Object) -> int:
    """Check every quote of both objects; returns how many there are."""
    cited = [citation for statement in answer["statements"] for citation in statement["citations"]]
    found = [{**hit, "quote": hit["text"]} for hit in (*hits["hits"], *answer["hits"])]
    for one in (*cited, *found):
        document = library.document(one["document"])
        span = Span(one["start"], one["end"])
        assert one["quote"] == document.text[one["start"] : one["end"]]
        assert one["quote"].strip() == one["quote"] != ""
        item = library.item(one["document"], one["item"])
        homes = [item.span]
        if one["note"] is not None:
            homes = [note.span for note in item.notes if note.number == one["note"]]
        assert any(home.holds(span) for home in homes), one
        assert (one["title"], one["meeting_dates"]) == (item.title, list(document.meeting_dates))
    for statement in answer["statements"]:
        assert statement["citations"]
        assert statement["text"] == statement["citations"][0]["quote"]  # extractive
    assert (answer["status"] == "answered") == bool(answer["statements"])
    prove_lines(answer, hits)
    return len(cited) + len(found)


def prove_lines(answer: Object, hits: Object) -> None:
    """What people read holds the same words, broken over lines at blanks."""
    read = " ".join(" ".join(answer_lines(answer)).split())
    for statement in answer["statements"]:
        assert f"“{' '.join(statement['text'].split())}”" in read
    found = " ".join(" ".join(hit_lines(hits)).split())
    assert all(" ".join(hit["text"].split()) in found for hit in hits["hits"])


@pytest.mark.parametrize("question", QUESTIONS)
def test_specimen_quotes(texts: Assistant, question: str) -> None:
    assert prove(texts.library, *printed(texts, question)) >= 20


@pytest.mark.parametrize("question", QUESTIONS)
def test_real_quotes(real: Assistant, question: str) -> None:
    assert prove(real.library, *printed(real, question)) >= 20


def test_footnotes_are_cited_by_their_number(texts: Assistant) -> None:
    notes = [hit for hit in printed(texts, QUESTIONS[7])[1]["hits"] if hit["note"] is not None]
    assert notes
    for hit in notes:
        item = texts.library.item(hit["document"], hit["item"])
        assert hit["note"] in [note.number for note in item.notes]


@cache
def words() -> list[str]:
    """Words of the specimen papers."""
    held = {word for paper in SHIPPED.values() for b in paper.blocks for word in b.text.split()}
    return sorted(word.strip(".,;:()") for word in held if any(c.isalnum() for c in word))


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_any_question_is_answered_with_slices(texts: Assistant, data: st.DataObject) -> None:
    asked = data.draw(st.lists(st.sampled_from(words()), min_size=1, max_size=8).map(" ".join))
    kind = data.draw(st.sampled_from([None, "verslag", "geannoteerde agenda", "brief"]))
    actor = data.draw(st.sampled_from([None, None, "NL", "Commission", "HU"]))
    answer, hits = printed(texts, asked, Filters(kind=kind, actor=actor))
    prove(texts.library, answer, hits)
    if actor:
        assert all(actor in s["actor"].split("; ") for s in answer["statements"])


def test_pages_of_a_pdf_are_right(tmp_path: Path) -> None:
    names = ["specimen-2023-06-geannoteerde-agenda", "specimen-2023-06-verslag"]
    asking = filled(tmp_path, [specimen(tmp_path, name, "pdf") for name in names])
    pages = {f"{name}.pdf": list(map(squashed, pages_of(SHIPPED[name], "pdf"))) for name in names}
    seen: set[int] = set()
    for question in QUESTIONS:
        answer, hits = printed(asking, question)
        for one in [c for s in answer["statements"] for c in s["citations"]] + hits["hits"]:
            opening = squashed(re.split(r"\n", one.get("quote") or one["text"])[0])[:25]
            assert opening in pages[one["document"]][one["page"] - 1], one
            seen.add(one["page"])
    assert len(seen) >= 4


@pytest.mark.skipif(not REAL.is_dir(), reason="no ../shared/real here")
def test_the_question_of_the_first_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    added = run("add", REAL / "documents", "--json")
    assert (added.status, len(added.json["added"]), added.err) == (0, 3, "")
    answer = run("ask", "what was NL's position on CSAM detection?", "--json").json
    cited = [citation for statement in answer["statements"] for citation in statement["citations"]]
    of_item = [
        c["quote"]
        for c in cited
        if (c["document"], c["item"])
        == ("jbz-raad-2024-06-geannoteerde-agenda.txt", "Binnenlandse Zaken/5")
    ]
    assert any("CSAM" in quote for quote in of_item)
    raw = (REAL / "documents" / "jbz-raad-2024-06-geannoteerde-agenda.txt").read_text("utf-8")
    flat = re.sub(r"[\s\u00ad-]+", "", raw)
    for quote in of_item:  # a page's foot may cut through it, so its ends are looked for
        squashed = re.sub(r"[\s\u00ad-]+", "", quote)
        assert squashed[:30] in flat and squashed[-30:] in flat
