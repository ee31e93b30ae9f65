"""Which sentences fit a question, what is seen of each, and which are chosen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papers import AGENDA, REPORT, seen, tiny_library
from shelf import opened, put, reading

from index.nouns import AgendaItem, Document, Note, Span
from index.search import Filters
from rag.choosing import LEAST, choose
from rag.evidence import SHORTEST, Candidate, candidates, day_of
from rag.features import sentence_features
from rag.question import understand
from rag.retrieve import IN_TIME, OF_NOTE, retrieve
from rag.topic import Topic
from rag.weights import fitted


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
        *(document, item, Span(at, len(body)), None, ("NL",), fit),
        frozenset(text.lower().strip(".").split()),
        seen(text),
    )


def test_candidates_are_the_sentences_of_the_hits(tmp_path: Path) -> None:
    found = found_for(tmp_path, "detectie van berichten")
    assert {c.text for c in found} == {*AGENDA, *REPORT}
    assert [c.fit for c in found] == sorted((c.fit for c in found), reverse=True)
    actors = {c.text: c.actor for c in found}
    assert [actors[text] for text in (*AGENDA, *REPORT)] == ["NL", "Commission", "NL", "unknown"]


def test_what_is_seen_of_a_sentence(tmp_path: Path) -> None:
    library = tiny_library(tmp_path)
    asked = understand("standpunt Nederland over detectie in juni 2024")
    hits = retrieve(library, asked, 12, Filters())
    score = {
        hit.passage.span.of(library.document(hit.passage.document).text): (hit.score, hit.rank)
        for hit in hits
    }
    found = {c.text: c.seen for c in candidates(library, asked, hits)}
    question, topic = library.embedder.questions([asked.topic])[0], Topic(library, asked)

    def near(text: str) -> float:
        return float(library.embedder.passages([text])[0] @ question)

    def expected(text: str, actors: tuple[str, ...], terms: set[str], more: float) -> object:
        return seen(
            text,
            item=("agenda.txt" if more else "verslag.txt", "Justitie/1"),
            actors=actors,
            in_time=bool(more),
            opens=text in (AGENDA[0], REPORT[0]),
            words=topic.share(terms),
            likeness=pytest.approx(near(text), abs=1e-6),
            title_likeness=pytest.approx(near("Onderwerp"), abs=1e-6),
            hit=pytest.approx(score[text][0] - more),  # a preference is no fit
            rank=score[text][1],
            title="Onderwerp",
            day="2024-06-13" if more else "2023-12-04",
        )

    assert found[AGENDA[0]] == expected(AGENDA[0], ("NL",), {"detectie"}, IN_TIME)
    assert found[AGENDA[1]] == expected(
        AGENDA[1], ("Commission",), {"detectie", "verplicht"}, IN_TIME
    )
    assert found[REPORT[0]] == expected(REPORT[0], ("NL",), {"detectie"}, 0)
    assert found[REPORT[1]] == expected(REPORT[1], (), set(), 0)
    assert found[REPORT[1]].words == 0 < found[AGENDA[0]].words


def test_fit_is_the_probability_of_what_is_seen(tmp_path: Path) -> None:
    for question in ("standpunt Nederland over detectie in juni 2024", "detectie van berichten"):
        found, asked = found_for(tmp_path / question, question), understand(question)
        features = sentence_features(asked, [candidate.seen for candidate in found])
        weights = fitted().sentence
        assert [c.fit for c in found] == [pytest.approx(weights.of(each)) for each in features]
        assert all(0 < c.fit < 1 for c in found)


def test_candidates_stand_best_first_whatever_the_order_of_the_hits(tmp_path: Path) -> None:
    library, asked = tiny_library(tmp_path), understand("Wat vond Nederland van detectie?")
    hits = retrieve(library, asked, 12, Filters())
    found = candidates(library, asked, hits)
    assert found == candidates(library, asked, hits[::-1])
    keys = [(-c.fit, c.document.id, c.span.start) for c in found]
    assert keys == sorted(keys)


def test_equal_fits_stand_by_document_and_place(tmp_path: Path) -> None:
    library = opened(tmp_path)
    for name in ("b.txt", "a.txt"):
        put(library, reading(name, "Asiel is er nu al lang hier.", f"Stuk {name[0]}."))
    asked = understand("asiel")
    hits = [replace(hit, score=0.5, rank=1) for hit in retrieve(library, asked, 5, Filters())]
    one, other = candidates(library, asked, hits)
    assert one.fit == other.fit
    assert [one.document.id, other.document.id] == ["a.txt", "b.txt"]


def test_short_sentences_are_no_candidates(tmp_path: Path) -> None:
    library = opened(tmp_path)
    put(library, reading("a.txt", "Asiel is er. Asiel is er nu al lang."))
    asked = understand("asiel")
    found = candidates(library, asked, retrieve(library, asked, 5, Filters()))
    assert [c.text for c in found] == ["Asiel is er nu al lang."]
    assert SHORTEST == 4


def test_notes_count_less_and_are_cited_by_number(tmp_path: Path) -> None:
    library = opened(tmp_path)
    put(library, reading("a.txt", "Zij spraken lang.", note="Zie het stuk over asiel en grenzen."))
    asked = understand("asiel en grenzen")
    (found,) = candidates(library, asked, retrieve(library, asked, 5, Filters()))
    cited = found.citation()
    assert (cited.note, cited.quote) == (1, "Zie het stuk over asiel en grenzen.")
    assert found.seen.note
    weights = fitted().sentence.weights
    plain = sentence_features(asked, [replace(found.seen, note=False)])[0]
    assert found.fit < fitted().sentence.of(plain)
    assert weights["note"] < 0 > OF_NOTE


def test_the_page_of_a_note_is_that_of_its_call() -> None:
    text = "Een. Twee. Drie.\nDe noot zelf staat hier."
    notes = (Note(4, Span(17, len(text)), 2),)
    document = Document(
        *("a.pdf", "a.pdf", "verslag", None, (), None, None, None),
        *(None, None, None, None, text, (0, 5)),
    )
    item = AgendaItem("1", None, "1", None, None, Span(0, 16), notes)
    note = Candidate(document, item, notes[0].span, 4, (), 1.0, frozenset(), seen())
    assert note.citation().page == 1  # its text stands after page 2 begins, its call before
    assert note.citation().quote == "De noot zelf staat hier."
    body = Candidate(document, item, Span(5, 10), None, (), 1.0, frozenset(), seen())
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


def test_least_is_a_share_of_the_best_and_no_probability() -> None:
    best, near, far = 0.2, 0.2 * LEAST, 0.19 * LEAST
    found = [candidate("a b c", best), candidate("d e f", near, at=9), candidate("g h", far, at=20)]
    assert [c.fit for c in choose(found, 100)] == [best, near]
    assert [c.fit for c in choose(found[1:], 100)] == [near, far]  # the best there is


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
        *(whole.document, whole.item, Span(6, 16), None, (), 0.9, frozenset({"anders"}), seen())
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


def test_a_sentence_that_leans_brings_the_one_before(tmp_path: Path) -> None:
    text = "Polen legde een tekst voor. Dit compromis kreeg brede steun. De lunch was laat die dag."
    library = opened(tmp_path)
    put(library, reading("a.txt", text))
    asked = understand("compromis steun")
    found = candidates(library, asked, retrieve(library, asked, 5, Filters()))
    leaning = [replace(c, fit=1.0) for c in found if c.text.startswith("Dit")]
    others = [replace(c, fit=0.0) for c in found if not c.text.startswith("Dit")]
    chosen = choose([*leaning, *others], 20)
    assert [c.text for c in chosen] == [
        "Dit compromis kreeg brede steun.",
        "Polen legde een tekst voor.",
    ]
    assert [c.text for c in choose(leaning, 20)] == [
        "Dit compromis kreeg brede steun."
    ]  # none before
    short = choose([*leaning, *others], 5)
    assert [c.text for c in short] == ["Dit compromis kreeg brede steun."]  # no room for more
