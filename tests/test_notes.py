"""What stands under an answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from papers import candidate, tiny_library
from shelf import opened

from index.search import NO_FILTERS, Filters
from rag.evidence import candidates
from rag.notes import NEAREST, is_content, not_found_note, note
from rag.question import Understood, understand
from rag.retrieve import retrieve

DUTCH, ENGLISH = understand("Wat vond Nederland van asiel?"), understand("What about asylum?")
FRENCH = understand("Quelle était la position de la Belgique sur l'asile ?")
NEW = candidate("nieuw.txt", "2024-06-13", 1)
AGENDA = candidate("agenda.txt", "2024-06-13", 0, kind="geannoteerde agenda")


def test_extracts_say_so() -> None:
    assert note(DUTCH, [NEW]) == "Letterlijke citaten, gekozen zonder taalmodel."
    assert note(ENGLISH, [NEW]) == "Verbatim quotes (in Dutch), chosen without a language model."


def test_only_agendas_are_no_outcome() -> None:
    assert note(DUTCH, [AGENDA]).endswith("geeft de inzet vooraf, niet de uitkomst.")
    assert "vooraf" not in note(DUTCH, [AGENDA, NEW])


def test_a_model_is_named_and_its_dropped_sentences_counted() -> None:
    assert note(ENGLISH, [NEW], writer="tiny", dropped=2) == (
        "Written by a language model (tiny); every citation has been checked. "
        "2 sentences of the model were dropped because they could not be proved."
    )
    assert note(ENGLISH, [NEW], writer="tiny", repaired=1).endswith(
        "1 sentence of the model did not agree with its source; the sentence of the source "
        "itself stands there instead."
    )


@pytest.mark.parametrize(
    ("instead", "said"),
    [
        (("failed", "no reply"), "The language model could not be used (no reply); verbatim"),
        (("fallback", ""), "The language model gave nothing that could be proved; verbatim"),
        (("foreign", ""), "The language model answered in another language; verbatim"),
        (("stopped", ""), "The language model was stopped before anything was proved; verbatim"),
    ],
)
def test_why_no_model_wrote(instead: tuple[str, str], said: str) -> None:
    told = note(ENGLISH, [NEW], instead=instead)
    assert told.startswith(said)
    assert told.endswith("chosen without a language model.")


def test_a_third_language_is_told() -> None:
    assert note(FRENCH, [NEW]).endswith("answered in English. The quotes are in Dutch.")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (DUTCH, "De bibliotheek is leeg; voeg eerst stukken toe."),
        (ENGLISH, "The library is empty; add papers first."),
    ],
)
def test_an_empty_library(tmp_path: Path, asked: Understood, said: str) -> None:
    assert not_found_note(opened(tmp_path), asked, [], NO_FILTERS) == said


def test_nothing_found_says_what_there_is(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    assert not_found_note(library, DUTCH, [NEW, NEW], Filters(kind="brief", meeting="2024")) == (
        "De stukken in deze bibliotheek geven hierop geen antwoord. "
        "Het dichtst in de buurt: JBZ-Raad 13 juni 2024, Justitie/1 (Onderwerp). "
        "De bibliotheek bevat 2 stukken, van 4 december 2023 tot 13 juni 2024. "
        "Er is gezocht binnen: meeting 2024, kind brief."
    )


def test_nearest_are_few_and_each_named_once(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    found = [candidate(f"{n}.txt", f"202{n}-06-13", 0) for n in (4, 3, 2, 1)]
    told = not_found_note(library, ENGLISH, [*found, *found], NO_FILTERS)
    assert told.count("JHA Council") == NEAREST == 3
    assert "13 June 2021" not in told


def test_a_model_that_found_nothing_is_named(tmp_path: Path) -> None:
    told = not_found_note(tiny_library(tmp_path), FRENCH, [NEW], NO_FILTERS, "tiny")
    assert told.startswith(
        "The language model (tiny) found no answer in the papers that were found."
    )
    assert "do not answer this" not in told
    assert told.endswith("The quotes are in Dutch.")


def test_a_state_that_the_item_does_not_report_is_told(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    asked = understand("Wat vond Hongarije van detectie van versleutelde berichten?")
    found = candidates(library, asked, retrieve(library, asked, 12, Filters()))
    told = not_found_note(library, asked, found, Filters())
    assert "komt Hongarije niet aan het woord; wel: " in told
    assert "Nederland" in told.split("wel: ")[1].split(".")[0]
    asked = understand("Wat vond Nederland van detectie van versleutelde berichten?")
    assert "niet aan het woord" not in not_found_note(library, asked, found, Filters())


@pytest.mark.parametrize(
    ("word", "question", "content"),
    [
        ("AMLA", "wat zei AMLA over asiel?", True),
        ("Ebola", "what of the Ebola outbreak?", True),
        ("gletsjers", "wat zei NL over gletsjers?", True),
        ("zaten", "Wie zaten er namens het kabinet?", False),
        ("erbij", "wie was erbij?", False),
        ("outgoing", "the outgoing head", False),
        ("Kerst", "voor Kerst rond", False),
        ("Christmas", "before Christmas", False),
        ("Deuren", "Deuren dicht?", False),  # a sentence begins with it
    ],
)
def test_only_words_of_content_are_told_to_be_lacking(
    word: str, question: str, content: bool
) -> None:
    assert is_content(word, question) is content
