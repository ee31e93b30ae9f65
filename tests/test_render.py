"""The shape of the JSON that scripts rely on, and the lines that people read."""

from __future__ import annotations

from pathlib import Path

import pytest
from commands import paper
from papers import AGENDA, REPORT, assistant

from index.build import build
from index.settings import Settings
from rag.assistant import Assistant
from rag.open import Added
from rag.plain import added_lines, answer_lines, document_line, hit_lines, outline_lines
from rag.plain import place_of as place
from rag.render import added_json, answer_json, entry_json, hits_json, outline_json
from rag.terminal import WIDTH

QUESTION = "Wat vond Nederland van detectie van berichten?"
CITED = ["document", "item", "title", "meeting_dates", "page", "note", "start", "end"]


NETHERLANDS = {"slot": "actor", "value": "NL", "label": "Nederland", "inherited": False}


@pytest.fixture
def tiny(tmp_path: Path) -> Assistant:
    return assistant(tmp_path)


def test_answer(tiny: Assistant) -> None:
    found = answer_json(tiny.ask(QUESTION), tiny.library)
    assert list(found) == [
        *("question", "language", "status", "lead", "statements", "gaps", "understood", "slots"),
        *(
            "ignored",
            "note",
            "hits",
            "writer",
            "dropped",
            "repaired",
            "confidence",
            "seconds",
            "ai_generated",
            "near",
        ),
    ]
    first = found["statements"][0]
    assert list(first) == ["text", "actor", "citations", "marks", "group"]
    assert first["marks"] == []
    assert first["group"] == "Nederland, JBZ-Raad 13 juni 2024 (geannoteerde agenda, Justitie 1):"
    assert first["citations"] == [
        {
            **{"document": "agenda.txt", "item": "Justitie/1", "title": "Onderwerp"},
            **{"meeting_dates": ["2024-06-13"], "page": 1, "note": None},
            **{"start": 0, "end": len(AGENDA[0]), "quote": AGENDA[0]},
            "voices": [{"actor": "NL", "stance": "call"}],
        }
    ]
    assert found["gaps"] == []
    assert found["slots"] == [NETHERLANDS]
    assert found["hits"] == hits_json(QUESTION, tiny.search(QUESTION, 12), tiny.library)["hits"]


def test_hits(tiny: Assistant) -> None:
    found = hits_json(QUESTION, tiny.search(QUESTION, 2), tiny.library)
    assert list(found) == ["question", "hits"]
    asked = tiny.understand(f"{QUESTION} 2024", ["NL"])
    assert hits_json(QUESTION, [], tiny.library, asked) == {
        **{"question": QUESTION, "hits": [], "understood": "2024"},
        "slots": [
            {"slot": "time", "value": "2024-01/2024-12", "label": "2024", "inherited": False}
        ],
        "ignored": [NETHERLANDS],
    }
    assert len(found["hits"]) == 2
    for hit in found["hits"]:
        assert list(hit) == [*CITED, "score", "text"]
        assert hit["text"] == tiny.library.document(hit["document"]).text[hit["start"] : hit["end"]]
        assert isinstance(hit["score"], float)


def test_documents(tiny: Assistant) -> None:
    entry = entry_json(tiny.library.documents()[0])
    assert list(entry) == [
        *("document", "file", "kind", "title", "title_says", "meeting_dates", "place", "formality"),
        *("kamerstuk", "chamber", "letter_date", "presidency", "items", "passages", "added_at"),
        "warnings",
    ]
    assert (entry["document"], entry["items"], entry["passages"]) == ("agenda.txt", 1, 2)
    said = "agenda.txt  geannoteerde agenda  2024-06-13  1 items, 2 passages"
    assert document_line(entry) == said


def test_outline(tmp_path: Path) -> None:
    found = outline_json(build(paper(tmp_path), Settings()))
    assert list(found) == ["document", "items", "warnings"]
    assert list(found["document"]) == [
        *("file", "kind", "title", "title_says", "meeting_dates", "place", "formality"),
        *("kamerstuk", "chamber", "letter_date", "presidency"),
    ]
    assert [item["path"] for item in found["items"]] == [
        *("Binnenlandse Zaken/1", "Binnenlandse Zaken/2")
    ]
    assert list(found["items"][0]) == [
        *("path", "section", "number", "title", "tag", "start", "end", "text", "notes"),
        *("confidence", "why"),
    ]
    lines = outline_lines(found)
    assert lines[0] == "verslag.txt: verslag"
    assert "  meeting_dates  2023-06-08" in lines
    assert lines[-3] == "Binnenlandse Zaken"
    assert lines[-1] == "  2. Schengen  11 words"


def test_added() -> None:
    report = Added(["a"], ["b"], ["c"], [("d", "a")], [("e", "is empty")], [("a", "page 2")])
    found = added_json(report)
    assert found == {
        **{"added": ["a"], "unchanged": ["b"], "replaced": ["c"]},
        **{"duplicates": [{"file": "d", "document": "a"}]},
        **{"failed": [{"file": "e", "error": "is empty"}]},
        **{"warnings": [{"document": "a", "warning": "page 2"}]},
    }
    assert added_lines(found) == [
        *("added      a", "replaced   c", "unchanged  b", "duplicate  d holds the same as a"),
        "warning    a: page 2",
    ]
    assert added_lines(added_json(Added())) == ["nothing added"]


def cited(document: str, page: int | None, quote: str) -> dict[str, object]:
    """A citation of item Justitie/1, "Onderwerp"."""
    where = {"document": document, "item": "Justitie/1", "title": "Onderwerp"}
    return {**where, "page": page, "note": None, "quote": quote}


def stated(text: str, actor: str, *citations: dict[str, object]) -> dict[str, object]:
    return {"text": text, "actor": actor, "citations": list(citations)}


def test_answer_lines_number_their_sources() -> None:
    found = {
        **{"language": "nl", "understood": "Nederland", "lead": "Nederland, JBZ-Raad:"},
        "statements": [
            stated(AGENDA[0], "NL", cited("agenda.txt", 1, AGENDA[0])),
            stated(AGENDA[1], "Commission", cited("agenda.txt", 1, AGENDA[1])),
            stated(REPORT[0], "NL", cited("verslag.txt", None, REPORT[0])),
        ],
        **{"gaps": [{"text": "Niets in 2023."}], "note": "Letterlijke citaten."},
    }
    assert answer_lines(found) == [
        *("[Nederland]", "Nederland, JBZ-Raad:"),
        f"   [Nederland] “{AGENDA[0]}” [1]",
        f"   [de Commissie] “{AGENDA[1]}” [1]",
        f"   [Nederland] “{REPORT[0]}” [2]",
        "  gap: Niets in 2023.",
        "[1] agenda.txt, Justitie/1, Onderwerp, p. 1",
        "[2] verslag.txt, Justitie/1, Onderwerp",
        "Letterlijke citaten.",
    ]


def test_lines_name_each_meeting_once_and_mark_what_was_asked() -> None:
    text = "Nederland stelt 5 miljoen euro voor."
    quote = {**cited("agenda.txt", 1, text), "voices": [{"actor": "NL", "stance": "announcement"}]}
    new, old = "Nederland, JBZ-Raad juni 2024:", "JBZ-Raad mei 2022:"
    told = [
        {**stated(text, "NL", quote), "marks": [[16, 30]], "group": new},
        {**stated("Ook.", "NL", cited("agenda.txt", 1, "Ook.")), "group": new},
        {**stated("Oud.", "unknown", cited("verslag.txt", 1, "Oud.")), "group": old},
    ]
    slots = [
        {**NETHERLANDS, "label": "de Commissie"},
        {**NETHERLANDS, "slot": "topic", "label": "detectie van CSAM", "inherited": True},
    ]
    found = {
        **{"language": "nl", "understood": "de Commissie · detectie van CSAM", "slots": slots},
        **{"lead": new, "statements": told, "gaps": [], "note": ""},
    }
    assert answer_lines(found)[:6] == [
        "[de Commissie]",
        "[uit de vorige vraag: detectie van CSAM]",
        new,
        "   [Nederland: aankondiging] “Nederland stelt **5 miljoen euro** voor.” [1]",
        "   [Nederland] “Ook.” [1]",
        f" {old}",
    ]


def test_words_of_a_model_stand_without_quotation_marks() -> None:
    agenda, report = cited("agenda.txt", 1, AGENDA[0]), cited("verslag.txt", 1, REPORT[0])
    told = [
        stated("Nederland wil grenzen.", "NL", agenda),
        stated("Nederland was tegen.", "NL", agenda, report),
    ]
    found = {"language": "nl", "lead": "", "statements": told, "gaps": [], "note": ""}
    assert answer_lines(found)[:2] == [
        "   [Nederland] Nederland wil grenzen. [1]",
        "   [Nederland] Nederland was tegen. [1][2]",
    ]


def test_hit_lines(tiny: Assistant) -> None:
    lines = hit_lines(hits_json(QUESTION, tiny.search(QUESTION, 1), tiny.library))
    assert lines == ["1. agenda.txt, Justitie/1, Onderwerp, p. 1", f"   {AGENDA[0]}", ""]
    assert hit_lines({"question": "x", "hits": []}) == ["nothing found"]


def test_places() -> None:
    cited = {"document": "a.pdf", "item": "Brief/Stand", "title": "Stand", "page": 3, "note": 12}
    assert place(cited) == "a.pdf, Brief/Stand, p. 3, note 12"
    assert place({**cited, "title": None, "page": None, "note": None}) == "a.pdf, Brief/Stand"


def test_lines_break_at_blanks_only() -> None:
    long = "JBZ-Raad over EU-brede e-evidence en " * 8 + "https://example.org/" + "x" * 120
    lines = hit_lines(
        {"hits": [{**dict.fromkeys(CITED), "document": "a", "item": "1", "text": long}]}
    )
    assert " ".join(line.strip() for line in lines[1:]).strip() == long
    assert all(len(line) <= WIDTH for line in lines[1:] if "https" not in line)
