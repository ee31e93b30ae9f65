"""The whole story on two tiny papers: exact answers, and what becomes of any draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from pydoc import locate

import pytest
from papers import AGENDA, REPORT, Scripted, assistant, heard
from shelf import opened, put, reading

from index.errors import QuestionRefused
from index.library import Library
from index.nouns import Hit
from index.search import Filters
from index.settings import Settings
from rag.assistant import Assistant, Piece
from rag.nouns import Answer, Citation, Slot, Statement, Voice
from rag.prompts import REFUSAL
from rag.writer import never

QUESTION = "Wat vond Nederland van detectie van berichten?"
ASKED = "What did the Netherlands say about detectie van berichten?"
FIRST = Citation(
    *("agenda.txt", "Justitie/1", "Onderwerp", ("2024-06-13",), 1, None, 0, len(AGENDA[0])),
    AGENDA[0],
)
LAST = Citation(
    *("verslag.txt", "Justitie/1", "Onderwerp", ("2023-12-04",), 1, None, 0, len(REPORT[0])),
    REPORT[0],
)
SECOND = replace(
    FIRST, start=len(AGENDA[0]) + 1, end=len(AGENDA[0]) + 1 + len(AGENDA[1]), quote=AGENDA[1]
)
NEW = "Nederland, JBZ-Raad 13 juni 2024 (geannoteerde agenda, Justitie 1):"
OLD = "Nederland, JBZ-Raad 4 december 2023 (verslag, Justitie 1):"
EXTRACTS = (
    Statement(AGENDA[0], "NL", (FIRST,), (), NEW),
    Statement(AGENDA[1], "Commission", (SECOND,), (), NEW),
    Statement(REPORT[0], "NL", (LAST,), (), OLD),
)


def test_the_exact_extractive_answer(tmp_path: Path) -> None:
    made = assistant(tmp_path)
    answer = made.ask(QUESTION)
    assert answer == Answer(
        question=QUESTION,
        language="nl",
        status="answered",
        lead="Nederland, 2 stukken, van 4 december 2023 tot 13 juni 2024:",
        statements=EXTRACTS,
        gaps=(),
        understood="Nederland",
        note="Letterlijke citaten, gekozen zonder taalmodel.",
        hits=tuple(made.search(QUESTION, 12)),
        writer="extractive",
        dropped=0,
        seconds=answer.seconds,
        ai_generated=False,
        slots=(Slot("actor", "NL", "Nederland"),),
        confidence=answer.confidence,
    )
    assert 0.3 < (answer.confidence or 0) < 1
    assert 0 < answer.seconds < 5
    assert [
        hit.passage.span.of(made.library.document(hit.passage.document).text) for hit in answer.hits
    ][:2] == [
        AGENDA[0],
        REPORT[0],
    ]


def test_the_same_question_in_english_and_in_time(tmp_path: Path) -> None:
    answer = assistant(tmp_path).ask(f"{ASKED} since 2023?")
    assert (answer.language, answer.understood) == (
        "en",
        "the Netherlands · since 2023 · development over time",
    )
    assert [s.text for s in answer.statements] == [REPORT[0], *AGENDA]  # a development goes forward
    assert answer.lead == "The Netherlands, 2 papers, from 4 December 2023 to 13 June 2024:"
    assert answer.statements[0].group == (
        "The Netherlands, JHA Council 4 December 2023 (report, Justitie 1):"
    )


def test_what_a_reader_undoes_is_asked_without(tmp_path: Path) -> None:
    made = replace(assistant(tmp_path), today=lambda: date(2025, 3, 1))
    question = f"{ASKED} last year?"
    assert made.ask(question).understood == "the Netherlands · last year (2024)"
    without = made.ask(question, ignore=["2024-01/2024-12", "ACTOR"])
    assert (without.question, without.understood, without.slots) == (question, "", ())
    assert [slot.value for slot in without.ignored] == ["NL", "2024-01/2024-12"]
    with pytest.raises(QuestionRefused, match="ignore: '2023' was not understood"):
        made.search(question, ignore=["2023"])


def test_a_short_question_is_asked_after_the_one_before(tmp_path: Path) -> None:
    made = assistant(tmp_path)
    (first,) = made.stream(QUESTION)
    assert first.understood is not None
    answer = made.ask("en de Commissie?", before=first.understood)
    assert (answer.question, answer.understood) == (
        "en de Commissie?",
        "de Commissie · detectie van berichten",
    )
    assert AGENDA[1] in [s.text for s in answer.statements]
    assert [slot.inherited for slot in answer.slots] == [False, True]
    assert made.ask("en de Commissie?").understood == "de Commissie"
    assert made.ask(QUESTION, before=first.understood).slots == first.answer.slots


def test_a_model_is_told_what_was_asked_before(tmp_path: Path) -> None:
    made = assistant(tmp_path, "x")
    made.ask("en de Commissie?", before=made.understand(QUESTION))
    assert made.writer.asked[0][0] == f"{QUESTION} en de Commissie?"


def test_words_of_a_model_carry_whose_words_its_sources_report(tmp_path: Path) -> None:
    answer = assistant(tmp_path, "Nederland wil strenge grenzen {0}.").ask(QUESTION)
    ((cited,),) = (statement.citations for statement in answer.statements)
    assert (cited.quote, cited.voices) == (AGENDA[0], (Voice("NL", "call"),))


def test_filters_narrow(tmp_path: Path) -> None:
    made = assistant(tmp_path)
    answer = made.ask(QUESTION, Filters(kind="verslag"))
    assert [s.text for s in answer.statements] == [REPORT[0]]
    by_actor = made.ask("detectie van berichten", Filters(actor="de commissie"))
    assert [(s.text, s.actor) for s in by_actor.statements] == [(AGENDA[1], "Commission")]


def test_an_actor_filter_leaves_no_words_of_others(tmp_path: Path) -> None:
    library = opened(tmp_path)
    both = reading("a.txt", f"{AGENDA[0]} {AGENDA[1]}")  # one passage, two speakers
    put(library, heard(both, ("NL", "Commission")))
    answer = Assistant(library, Settings()).ask("detectie van berichten", Filters(actor="NL"))
    assert [s.text for s in answer.statements] == [AGENDA[0]]


@pytest.mark.parametrize("question", ["zeehond en vis", "de of het een"])
def test_not_found_says_what_there_is(tmp_path: Path, question: str) -> None:
    answer = assistant(tmp_path).ask(question)
    assert (answer.status, answer.statements, answer.lead) == ("not_found", (), "")
    assert answer.note.startswith("De stukken in deze bibliotheek geven hierop geen antwoord.")
    assert "De bibliotheek bevat 2 stukken, van 4 december 2023 tot 13 juni 2024." in answer.note
    assert (answer.writer, answer.ai_generated) == ("extractive", False)


def test_nothing_within_the_filter(tmp_path: Path) -> None:
    answer = assistant(tmp_path).ask(QUESTION, Filters(meeting="2020"))
    assert (answer.status, answer.hits) == ("not_found", ())
    assert answer.note.endswith("Er is gezocht binnen: meeting 2020.")


def test_an_empty_library_is_told(tmp_path: Path) -> None:
    answer = Assistant(opened(tmp_path), Settings()).ask(QUESTION)
    assert (answer.status, answer.note) == (
        "not_found",
        "De bibliotheek is leeg; voeg eerst stukken toe.",
    )


def test_a_french_question_is_answered_in_english_with_a_note(tmp_path: Path) -> None:
    answer = assistant(tmp_path).ask("Quelle est la position des Pays-Bas sur la detectie ?")
    assert answer.language == "en"
    assert answer.note.endswith("it is answered in English. The quotes are in Dutch.")


def test_questions_that_cannot_be_asked(tmp_path: Path) -> None:
    made = assistant(tmp_path)
    with pytest.raises(QuestionRefused, match="it is empty"):
        made.ask(" ")
    with pytest.raises(QuestionRefused, match="filter kind"):
        made.ask(QUESTION, Filters(kind="krant"))


def test_a_good_draft_streams_and_is_kept(tmp_path: Path) -> None:
    made = assistant(
        tmp_path, "Nederland wil ", "strenge grenzen {0}. ", "Nederland was tegen {2}."
    )
    pieces = list(made.stream(QUESTION))
    (key, *_), (asked,) = made.writer.asked[0][2], made.writer.asked
    drafts = [piece.draft for piece in pieces[:-1]]
    assert drafts[:2] == ["Nederland wil ", f"strenge grenzen [[{key.key}]]. "]
    assert [piece.answer for piece in pieces[:-1]] == [None] * 3
    answer = pieces[-1].answer
    assert answer.statements == (
        Statement("Nederland wil strenge grenzen.", "NL", (FIRST,)),
        Statement("Nederland was tegen.", "NL", (LAST,)),
    )
    assert (answer.writer, answer.ai_generated, answer.dropped, answer.lead) == (
        "scripted",
        True,
        0,
        "",
    )
    assert answer.note == (
        "Geschreven door een taalmodel (scripted); elke bronvermelding is nagegaan."
    )
    assert asked[:2] == (QUESTION, "nl")
    assert [e.citation for e in asked[2]] == [FIRST, SECOND, LAST]
    assert [(e.kind, e.actor) for e in asked[2]] == [
        *(("geannoteerde agenda", "NL"), ("geannoteerde agenda", "Commission"), ("verslag", "NL"))
    ]


def test_lies_are_repaired_or_dropped_and_counted(tmp_path: Path) -> None:
    made = assistant(
        tmp_path,
        "Nederland wil grenzen {0}. Het kost 5 miljoen euro {0}. Duitsland is voor. ",
        'Nederland zei "nooit" {2}. Nederland zwijgt [[zuzu9]].',
    )
    answer = made.ask(QUESTION)
    assert [s.text for s in answer.statements] == ["Nederland wil grenzen.", REPORT[0]]
    assert (answer.dropped, answer.repaired, answer.ai_generated) == (3, 1, True)
    assert "1 zin van het model klopte niet met de bron" in answer.note
    assert "3 zinnen van het model zijn geschrapt" in answer.note


def test_where_no_sentence_of_the_model_stands_the_answer_is_no_model_s(tmp_path: Path) -> None:
    answer = assistant(tmp_path, 'Nederland zei "nooit" {2}.').ask(QUESTION)
    assert answer.statements == EXTRACTS
    assert (answer.writer, answer.ai_generated, answer.dropped) == ("extractive", False, 1)


@pytest.mark.parametrize(
    ("lines", "dropped", "said"),
    [
        (
            ("",),
            0,
            "Het taalmodel leverde niets op dat te bewijzen was; daarom letterlijke citaten.",
        ),
        (("Onzin zonder bron.",), 1, "Het taalmodel leverde niets op dat te bewijzen was;"),
        (
            ("The Netherlands wants strict limits on the detection of messages from now {0}.",),
            1,
            "Het taalmodel antwoordde in een andere taal; daarom letterlijke citaten.",
        ),
    ],
)
def test_a_draft_without_proof_gives_the_extracts(
    tmp_path: Path, lines: tuple[str, ...], dropped: int, said: str
) -> None:
    answer = assistant(tmp_path, *lines).ask(QUESTION)
    assert answer.statements == EXTRACTS
    assert (answer.writer, answer.ai_generated, answer.dropped) == ("extractive", False, dropped)
    assert answer.note.startswith(said)


@pytest.mark.parametrize(("question", "language"), [(QUESTION, "nl"), (ASKED, "en")])
def test_a_refusal_is_no_answer(tmp_path: Path, question: str, language: str) -> None:
    answer = assistant(tmp_path, REFUSAL[language], " Nederland wil grenzen {0}.").ask(question)
    assert (answer.status, answer.statements, answer.lead) == ("not_found", (), "")
    assert (answer.writer, answer.ai_generated, answer.dropped) == ("scripted", False, 1)
    model, nearest = {
        "nl": (
            "Het taalmodel (scripted) vond in de gevonden stukken geen antwoord.",
            "13 juni 2024",
        ),
        "en": ("The language model (scripted) found no answer in the papers", "13 June 2024"),
    }[language]
    assert answer.note.startswith(model)
    assert f"{nearest}, Justitie/1 (Onderwerp)" in answer.note


def test_a_model_that_breaks_off_gives_the_extracts(tmp_path: Path) -> None:
    made = assistant(tmp_path, "Nederland wil grenzen {0}. ", breaks="server: no reply {}")
    pieces = list(made.stream(QUESTION))
    assert pieces[0].draft.startswith("Nederland wil grenzen")
    answer = pieces[-1].answer
    assert answer.statements == EXTRACTS
    assert answer.note.startswith("Het taalmodel is niet bereikt (server: no reply {});")
    assert (answer.writer, answer.ai_generated, len(pieces)) == ("extractive", False, 2)


def test_stopped_before_a_word_gives_the_extracts(tmp_path: Path) -> None:
    made = assistant(tmp_path, "Nederland wil grenzen {0}.")
    (piece,) = made.stream(QUESTION, stop=lambda: True)
    assert piece.answer.statements == EXTRACTS
    assert piece.answer.note.startswith("Het taalmodel is gestopt voordat iets te bewijzen was;")


def test_stopped_half_way_keeps_what_is_proved(tmp_path: Path) -> None:
    made, stops = (
        assistant(tmp_path, "Nederland wil grenzen {0}. ", "En Neder", "land"),
        iter([False, False, True]),
    )
    *drafts, last = made.stream(QUESTION, stop=lambda: next(stops))
    assert len(drafts) == 2
    assert [s.text for s in last.answer.statements] == ["Nederland wil grenzen."]
    assert last.answer.dropped == 1


def test_without_evidence_no_model_is_asked(tmp_path: Path) -> None:
    made = assistant(tmp_path, "Nederland wil grenzen {0}.")
    assert made.ask("zeehond en vis").status == "not_found"
    assert isinstance(made.writer, Scripted)
    assert made.writer.asked == []


def test_keys_are_new_each_time_and_stand_in_no_paper(tmp_path: Path) -> None:
    made = assistant(tmp_path, "x")
    made.ask(QUESTION)
    made.ask(QUESTION)
    one, two = ({e.key for e in asked[2]} for asked in made.writer.asked)
    assert len(one) == 3
    assert not one & two
    assert not any(key in text for key in one | two for text in (*AGENDA, *REPORT))


def test_the_extractive_stream_is_one_piece(tmp_path: Path) -> None:
    made = assistant(tmp_path)
    (piece,) = made.stream(QUESTION, stop=never)
    assert piece == Piece(answer=piece.answer)
    assert piece.answer.statements == EXTRACTS


def test_search_gives_as_many_as_the_setting_says(tmp_path: Path) -> None:
    made = replace(assistant(tmp_path), settings=Settings(top=2))
    assert len(made.search(QUESTION)) == 2
    assert len(made.search(QUESTION, 3)) == 3


@pytest.mark.parametrize("where", ["rag.retrieve.search", "rag.assistant.retrieve"])
@pytest.mark.parametrize("instead", ["", "Nederland wil.", "Nederland wil nog veel meer. " * 9])
def test_an_answer_is_of_one_state_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str, instead: str
) -> None:
    made, step = assistant(tmp_path), locate(where)

    def changed_meanwhile(library: Library, *given: object) -> list[Hit]:
        found = step(library, *given)
        with opened(tmp_path, create=False) as other:
            if instead:
                put(other, reading("agenda.txt", instead))
            else:
                other.remove("agenda.txt")
        return found

    with monkeypatch.context() as patched:
        patched.setattr(where, changed_meanwhile)
        assert made.ask(QUESTION).statements == EXTRACTS
    after = [s.citations[0] for s in made.ask(QUESTION).statements]
    assert all(c.quote == made.library.document(c.document).text[c.start : c.end] for c in after)
    assert not {c.quote for c in after} & set(AGENDA)


def test_hits_are_of_one_state_of_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = assistant(tmp_path)
    expected, step = made.search(QUESTION), locate("rag.retrieve.search")

    def removed_meanwhile(library: Library, *given: object) -> list[Hit]:
        found = step(library, *given)
        with opened(tmp_path, create=False) as other:
            other.remove("agenda.txt")
        return found

    with monkeypatch.context() as patched:
        patched.setattr("rag.retrieve.search", removed_meanwhile)
        assert made.search(QUESTION) == expected
    assert {hit.passage.document for hit in made.search(QUESTION)} == {"verslag.txt"}
