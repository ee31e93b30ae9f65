"""Which sentences fit a question, and by how much; all figures can be reckoned by hand."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import AGENDA, REPORT, tiny_library
from shelf import opened, put, reading

from index.nouns import AgendaItem, Document, Note, Span
from index.search import Filters
from rag.evidence import SHORTEST, WEIGHTS, Candidate, candidates, choose, day_of
from rag.question import understand
from rag.retrieve import retrieve
from rag.topic import Topic


def found_for(folder: Path, question: str) -> list[Candidate]:
    library, asked = tiny_library(folder), understand(question)
    return candidates(library, asked, retrieve(library, asked, 12, Filters()))


def candidate(text: str, fit: float, *, at: int = 0, name: str = "a.txt") -> Candidate:
    """A candidate that is the text `text` at `at` of a paper that holds little else."""
    body = " " * at + text
    document = Document(
        *(name, name, "verslag", None, ("2024-06-13",), None, None, None),
        *(None, None, None, None, body, None),
    )
    item = AgendaItem("Justitie/1", "Justitie", "1", "Punt", None, Span(0, len(body)))
    return Candidate(
        *(document, item, Span(at, len(body)), None, ("NL",), fit, 1.0),
        frozenset(text.lower().strip(".").split()),
    )


def test_rare_words_weigh_by_the_library(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    topic = Topic(
        library, understand("Wat vond Nederland van detectie van versleutelde berichten?")
    )
    # four passages; three hold detectie and bericht, one holds versleuteld; who is no topic
    common, rare = math.log(1 + 4 / 4), math.log(1 + 4 / 2)
    assert topic.share({"detectie"}) == pytest.approx(common / (2 * common + rare))
    assert topic.share({"detectie", "versleuteld", "bericht", "lunch"}) == pytest.approx(1)
    assert topic.share(()) == 0


def test_a_topic_of_filling_words_falls_back_on_them(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    assert Topic(library, understand("standpunt Nederland")).share({"nederland"}) > 0
    assert Topic(library, understand("standpunt Nederland lunch")).share({"nederland"}) == 0


def test_candidates_are_the_sentences_of_the_hits(tmp_path: Path) -> None:
    found = found_for(tmp_path, "detectie van berichten")
    assert {c.text for c in found} == {*AGENDA, *REPORT}
    assert [c.fit for c in found] == sorted((c.fit for c in found), reverse=True)
    actors = {c.text: c.actor for c in found}
    assert [actors[text] for text in (*AGENDA, *REPORT)] == ["NL", "Commission", "NL", "unknown"]


def test_fit_is_the_sum_of_its_features(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    asked = understand("standpunt Nederland over detectie in juni 2024")
    hits = retrieve(library, asked, 12, Filters())
    score = {
        library.document(h.passage.document).text[
            slice(h.passage.span.start, h.passage.span.end)
        ]: h.score
        for h in hits
    }
    found = {c.text: c for c in candidates(library, asked, hits)}
    topic, best = library.embedder.questions([asked.topic])[0], max(score.values())

    def expected(text: str, words: float, actor: float, time: float) -> float:
        near = float(library.embedder.passages([text])[0] @ topic)
        return words + WEIGHTS.passage * score[text] / best + actor + time + WEIGHTS.likeness * near

    own = expected(AGENDA[0], WEIGHTS.words, WEIGHTS.actor, WEIGHTS.time)
    assert found[AGENDA[0]].fit == pytest.approx(own)
    other = expected(AGENDA[1], WEIGHTS.words, WEIGHTS.other_actor, WEIGHTS.time)
    assert found[AGENDA[1]].fit == pytest.approx(other)
    assert found[REPORT[0]].fit == pytest.approx(
        expected(REPORT[0], WEIGHTS.words, WEIGHTS.actor, 0)
    )
    # words of nobody are neither for nor against
    assert found[REPORT[1]].fit == pytest.approx(expected(REPORT[1], 0, 0, 0))
    assert found[REPORT[1]].words == 0


def test_short_sentences_are_no_candidates(tmp_path: Path) -> None:
    library = opened(tmp_path)
    put(library, reading("a.txt", "Asiel is er. Asiel is er nu al lang."))
    asked = understand("asiel")
    found = candidates(library, asked, retrieve(library, asked, 5, Filters()))
    assert [c.text for c in found] == ["Asiel is er nu al lang."]
    assert SHORTEST == 5


def test_notes_count_less_and_are_cited_by_number(tmp_path: Path) -> None:
    library = opened(tmp_path)
    put(library, reading("a.txt", "Zij spraken lang.", note="Zie het stuk over asiel en grenzen."))
    asked = understand("asiel en grenzen")
    (found,) = candidates(library, asked, retrieve(library, asked, 5, Filters()))
    cited = found.citation()
    assert (cited.note, cited.quote) == (1, "Zie het stuk over asiel en grenzen.")
    assert found.fit < 1 + WEIGHTS.passage + WEIGHTS.likeness + WEIGHTS.note + 1e-6


def test_the_page_of_a_note_is_that_of_its_call() -> None:
    text = "Een. Twee. Drie.\nDe noot zelf staat hier."
    notes = (Note(4, Span(17, len(text)), 2),)
    document = Document(
        *("a.pdf", "a.pdf", "verslag", None, (), None, None, None),
        *(None, None, None, None, text, (0, 5)),
    )
    item = AgendaItem("1", None, "1", None, None, Span(0, 16), notes)
    note = Candidate(document, item, notes[0].span, 4, (), 1.0, 1.0, frozenset())
    assert note.citation().page == 1  # its text stands after page 2 begins, its call before
    assert note.citation().quote == "De noot zelf staat hier."
    body = Candidate(document, item, Span(5, 10), None, (), 1.0, 1.0, frozenset())
    assert (body.citation().page, body.citation().quote) == (2, "Twee.")


def test_no_hits_no_candidates(tmp_path: Path) -> None:
    assert candidates(tiny_library(tmp_path), understand("asiel"), []) == []


def test_choose_keeps_to_the_budget() -> None:
    five, six, two = "een twee drie vier vijf", "a b c d e f", "x y"
    found = [candidate(five, 1.0), candidate(six, 0.9, at=50), candidate(two, 0.8, at=90)]
    assert [c.text for c in choose(found, 11)] == [five, six]
    assert [c.text for c in choose(found, 10)] == [five, two]  # six would make eleven words
    assert [c.text for c in choose(found, 1)] == [five]  # the best one always
    assert choose([], 10) == []


def test_choose_wants_a_share_of_the_best_fit() -> None:
    found = [
        candidate("a b c", 1.0),
        candidate("d e f", 0.5, at=9),
        candidate("g h i", 0.49, at=20),
    ]
    assert [c.fit for c in choose(found, 100, least=0.5)] == [1.0, 0.5]
    assert [c.fit for c in choose(found, 100, least=0.4)] == [1.0, 0.5, 0.49]


def test_choose_leaves_out_what_was_said() -> None:
    said = candidate("een twee drie vier vijf zes zeven acht negen tien", 1.0)
    again = candidate("een twee drie vier vijf zes zeven acht elf twaalf", 0.9, at=60)  # 8 of 10
    other = candidate(
        "een twee drie vier vijf zes zeven elf twaalf dertien", 0.8, at=120
    )  # 7 of 10
    assert choose([said, again, other], 100) == [said, other]


def test_choose_never_quotes_a_part_of_a_quote() -> None:
    whole = candidate("alpha beta gamma delta", 1.0)
    part = Candidate(
        *(whole.document, whole.item, Span(6, 16), None, (), 0.9, 1.0), frozenset({"anders"})
    )
    assert choose([whole, part], 100) == [whole]


@given(
    st.lists(st.tuples(st.text("abcdef ", min_size=1, max_size=30), st.floats(0, 3)), max_size=8),
    st.integers(1, 30),
)
def test_what_is_chosen_is_some_of_the_best(made: list[tuple[str, float]], budget: int) -> None:
    found = [
        candidate(text, fit, name=f"{n}.txt")
        for n, (text, fit) in enumerate(sorted(made, key=lambda pair: -pair[1]))
        if text.strip()
    ]
    chosen = choose(found, budget)
    assert chosen[:1] == found[:1]
    assert [c for c in found if c in chosen] == chosen
    assert len(chosen) <= 1 or sum(len(c.text.split()) for c in chosen) <= max(
        budget, len(chosen[0].text.split())
    )


def test_the_day_of_a_letter_is_its_own() -> None:
    made = reading("b.txt", "x", kind="brief", date="2023-11-14").document
    assert day_of(made) == "2023-11-14"
    assert day_of(reading("v.txt", "x", date="2024-06-13").document) == "2024-06-13"
