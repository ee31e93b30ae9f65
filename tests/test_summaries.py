"""Summaries without a model: what is chosen, under which heading, and that no item is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from summary_papers import AGENDA, REPORT, library_of, made, over, sentences

from index.errors import LibraryRefused
from rag.leaning import refers
from rag.meeting_papers import meetings
from rag.overviews import Part, Summary
from rag.summaries import cues
from rag.summaries.choosing import LEAST, MOST, SHARPNESS, WHOLE, choose, item_budget, worth
from rag.summaries.features import around, features, term_items
from rag.summaries.papers import family, told_in_report
from rag.summaries.papers import matters as matters_of
from rag.summaries.planning import Wanted, plan
from rag.summaries.quoting import decided, of_item, of_paper
from rag.summaries.salience import Weighed, scorer
from rag.summaries.spreading import spread
from rag.summaries.summarise import summarise_document, summarise_item, summarise_meeting
from rag.summaries.words import item_label

FILES = "visa havens grenzen asiel drugs wapens cyber terreur fraude terugkeer bewijs".split()
LONG = " ".join(
    f"Nederland steunde in {day} het plan {file}{day}." for file in FILES for day in FILES
)
REPORTED = Wanted(decided, cues.netherlands_holds)
WEIGHTY = "Nederland steunde de richtlijn."


def texts(part: Part) -> list[str]:
    return [statement.text for statement in part.statements]


def under(summary: Summary, heading: str) -> list[str]:
    return [text for part in summary.parts if part.heading == heading for text in texts(part)]


def part_of(summary: Summary, document: str, item: str) -> Part:
    (found,) = [p for p in summary.parts if (p.document, p.item) == (document, item)]
    return found


def weigh(text: str, *weights: float) -> list[Weighed]:
    """The sentences of an item with this body, each with its weight."""
    told = sentences(made("a.txt", {"Justitie/1": text}), "Justitie/1")
    return [Weighed(one, weight) for one, weight in zip(told, weights, strict=True)]


# an item


def test_a_short_item_is_quoted_whole_and_in_order(tmp_path: Path) -> None:
    found = summarise_item(over(tmp_path, made("v.txt", REPORT)), "v.txt", "Justitie/1", "nl")
    assert [s.text for s in found.statements] == [
        "De Raad nam de algemene oriëntatie over de richtlijn aan.",
        "Nederland stemde voor.",
        "Finland stemde tegen, omdat het de straffen te hoog vindt.",
    ]
    assert [s.actor for s in found.statements] == ["Council", "NL", "FI"]
    assert (found.of, found.words, found.made.writer) == ("item", 23, "extractive")  # 10 + 3 + 10


def test_an_item_of_one_sentence_is_that_sentence(tmp_path: Path) -> None:
    found = summarise_item(over(tmp_path, made("v.txt", REPORT)), "v.txt", "Justitie/2", "nl")
    assert [s.text for s in found.statements] == ["Dit punt is van de agenda gehaald."]


def test_an_item_without_a_full_stop_still_speaks(tmp_path: Path) -> None:
    paper = made("v.txt", {"Justitie/1": "dit agendapunt is vervallen"})
    found = summarise_item(over(tmp_path, paper), "v.txt", "Justitie/1", "nl")
    assert [s.text for s in found.statements] == ["dit agendapunt is vervallen"]


def test_a_heading_is_summarised_by_what_stands_under_it(tmp_path: Path) -> None:
    found = summarise_item(over(tmp_path, made("v.txt", REPORT)), "v.txt", "Justitie/3", "nl")
    assert [s.citations[0].item for s in found.statements] == ["Justitie/3/a"]


def test_parts_belong_to_their_item_and_conclusions_do_not(tmp_path: Path) -> None:
    bodies = {"Justitie/1": "Eerste zin.", "Justitie/1/Inzet": "Tweede zin."}
    bodies["Justitie/1/Raadsconclusies over drugs"] = "Derde zin."
    library = library_of(tmp_path, made("v.txt", bodies))
    found = family(library, "v.txt", "Justitie/1")
    assert [matter.item.path for matter in found] == ["Justitie/1", "Justitie/1/Inzet"]


def test_an_unknown_item_names_the_nearest(tmp_path: Path) -> None:
    assistant = over(tmp_path, made("v.txt", REPORT))
    with pytest.raises(LibraryRefused, match=r"no item 'Justitie/33'; did you mean 'Justitie/3'"):
        summarise_item(assistant, "v.txt", "Justitie/33", "nl")
    with pytest.raises(LibraryRefused, match=r"did you mean v\.txt"):
        summarise_item(assistant, "w.txt", "Justitie/1", "nl")


def test_an_agenda_item_is_marked_as_expectation(tmp_path: Path) -> None:
    assistant = over(tmp_path, made("a.txt", AGENDA, "geannoteerde agenda"))
    found = summarise_item(assistant, "a.txt", "Justitie/1", "en")
    assert found.parts[0].heading.endswith("(expected beforehand)")
    assert "not the outcome" in found.note


@pytest.mark.parametrize(("words", "budget"), [(10, WHOLE), (100, 79), (158, 120), (5000, MOST)])
def test_the_length_follows_that_of_the_item(words: int, budget: int) -> None:
    assert item_budget(words) == budget  # 30 + 0.7 * (100 - 30) = 79
    assert LEAST <= item_budget(words) <= MOST


# what is chosen


def test_what_is_worth_most_together_is_chosen_in_order() -> None:
    body = "Het begon om tien uur in de grote zaal. Nederland steunde dit. Polen was tegen."
    found = weigh(body, 0.2, 0.9, 0.8)
    assert [one.told.place for one in choose(found, 6)] == [1, 2]


def test_a_long_conclusion_is_not_pushed_out_by_doubtful_short_ones() -> None:
    body = "Polen sprak. Nederland steunde na lang beraad de hele richtlijn. Spanje sprak ook."
    found = weigh(body, 0.5, 0.9, 0.5)  # 0.9 ** 3 = 0.729 against 2 * 0.5 ** 3 = 0.25
    assert (SHARPNESS, worth(found[0])) == (3, 0.125)
    assert [one.told.place for one in choose(found, 8)] == [1]


def test_a_choice_is_the_best_there_is() -> None:
    body = " ".join(f"{name} {'sprak ' * n}lang." for n, name in enumerate("ABCDEFG", 1))
    found = weigh(body, 0.3, 0.9, 0.5, 0.7, 0.2, 0.95, 0.6)
    able = [
        sum(worth(one) for one in some)
        for n in range(len(found) + 1)
        for some in combinations(found, n)
        if sum(one.told.words for one in some) <= 16
    ]
    assert sum(worth(one) for one in choose(found, 16)) == pytest.approx(max(able))


def test_what_was_said_is_not_said_again() -> None:
    body = (
        "Nederland steunde de richtlijn over corruptie in Europa. "
        "Nederland steunde de nieuwe richtlijn over corruptie in Europa. Polen was tegen alles."
    )
    found = weigh(body, 0.9, 0.8, 0.1)
    assert [one.told.place for one in choose(found, 16)] == [0, 2]


def test_a_sentence_that_leans_brings_what_it_leans_on() -> None:
    body = (
        "Denemarken legde een tekst voor. Dat voorstel kreeg brede steun. "
        "Polen sprak over drones en havens en grenzen en visa."
    )
    found = weigh(body, 0.1, 0.9, 0.2)
    assert [one.told.place for one in choose(found, 12)] == [0, 1]


@pytest.mark.parametrize(
    ("text", "leans"),
    [
        ("Het kabinet steunt dit.", False),
        ("Het stelde vast dat er steun was.", True),
        ("Dit compromis haalde het niet.", True),
        ("Ook over dit voorstel werd een akkoord bereikt.", True),
        ("Nederland was tegen.", False),
    ],
)
def test_what_leans(text: str, leans: bool) -> None:
    body = f"Spanje was tegen. {text}"
    _, one = sentences(made("a.txt", {"Justitie/1": body}), "Justitie/1")
    assert cues.leaning(one) is leans
    assert not any(
        cues.leaning(o) for o in sentences(made("a.txt", {"Justitie/1": text}), "Justitie/1")
    )


@pytest.mark.parametrize(
    ("text", "able"),
    [
        (WEIGHTY, True),
        ("- Nederland steunde dit.", True),
        ("De vragen luidden:", False),
        ("Wat vinden de ministers?", False),
        ("15 november 2023).", False),
        ("grenzen te versterken.", False),
        ("Inzet Nederland", False),
        ("Er zijn twee zorgen: 1) gegevens ontbreken en 2) regels verschillen.", True),
        ("Nederland steunde dit voorstel (zie ook punt 6).", True),
        ("Nederland steunde dit voorstel) met kracht.", False),
    ],
)
def test_what_can_be_quoted_by_itself(text: str, able: bool) -> None:
    (one,) = sentences(made("a.txt", {"Justitie/1": text}), "Justitie/1")
    assert cues.quotable(one) is able


def test_each_item_keeps_a_line_and_shorter_ones_where_words_are_few() -> None:
    both = "Nederland steunde de richtlijn met veel waardering. Nederland stemde voor."
    items = [weigh(both, 0.9, 0.6), weigh(WEIGHTY, 0.5)]

    def words(budget: int, *spare: bool) -> list[list[int]]:
        found = spread(items, budget, worth, spare or (False, False))
        return [[one.told.words for one in line] for line in found]

    assert words(14) == [[7, 3], [4]]
    assert words(11) == [[7], [4]]
    assert words(7) == [[3], [4]]
    assert words(4) == [[3], []]  # 0.6 ** 3 / 3 = 0.072 against 0.5 ** 3 / 4 = 0.031 a word
    assert words(10, False, True) == [[7, 3], []]


def test_the_weighty_item_gets_more_than_its_line() -> None:
    items = [
        weigh("Polen sprak mee. Nederland stemde tegen.", 0.5, 0.9),
        weigh("Er was thee.", 0.1),
    ]
    assert [len(line) for line in spread(items, 9, worth, (False, False))] == [2, 1]
    assert [len(line) for line in spread(items, 8, worth, (False, False))] == [1, 1]


def test_a_line_says_what_it_is_about_where_any_sentence_does() -> None:
    items = [weigh("Polen was tegen dat plan. Dit duurt nog.", 0.2, 0.9)]
    assert [one.told.place for one in spread(items, 6, worth, (False,))[0]] == [0]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 14), st.floats(0.01, 0.99)), min_size=1, max_size=14),
    st.integers(5, 60),
)
def test_a_choice_is_a_part_in_order_within_its_budget(
    sizes: list[tuple[int, float]], budget: int
) -> None:
    body = " ".join(
        "Nederland " + f"woord{i} " * size + "wil." for i, (size, _) in enumerate(sizes)
    )
    found = weigh(body, *(weight for _, weight in sizes))
    chosen = choose(found, budget)
    spans = [one.told.span for one in chosen]
    assert spans == sorted(set(spans)) and all(one in found for one in chosen)
    assert chosen
    assert sum(one.told.words for one in chosen) <= budget or len(chosen) == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 6), min_size=1, max_size=9), st.integers(10, 80))
def test_a_plan_says_nothing_twice_and_keeps_its_budget(counts: list[int], budget: int) -> None:
    bodies = {
        f"Justitie/{i}": " ".join(
            f"Nederland steunde plan {i} deel {n} zeer." for n in range(count)
        )
        for i, count in enumerate(counts)
    }
    paper = made("v.txt", bodies)
    items = [[Weighed(t, 0.5) for t in sentences(paper, path)] for path in bodies]
    found = plan(items, budget, Wanted(decided, cues.netherlands_holds))
    chosen = [one.told.span for one in found.chosen]
    assert len(chosen) == len(set(chosen)) and len(found.lines) == len(items)
    assert sum(one.told.words for one in found.chosen) <= budget


def test_features_are_numbers_and_the_shipped_weights_know_them_all() -> None:
    told = sentences(made("v.txt", REPORT), "Justitie/1")
    seen = around(told, term_items([told]))
    first, second, _ = (features(one, seen) for one in told)
    assert set(scorer().weights) == set(first)
    assert (first["opens"], first["decided"], first["council"]) == (1.0, 1.0, 1.0)
    assert (second["nl"], second["voted"], second["state"], second["opens"]) == (1.0, 1.0, 0.0, 0.0)
    assert scorer().of(first) > scorer().of(features(told[2], seen))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Het kabinet kan zich vinden in de tekst.", "nl_stands"),
        ("De meeste lidstaten steunden de tekst.", "backing"),
        ("Dat betekent dat de tekst wacht.", "hence"),
        ("Er is nog geen akkoord.", "open"),
        ("Daarnaast sprak Polen.", "adds"),
        ("Op 3 mei 2023 verscheen de tekst.", "past"),
        ("Het Nederlandse standpunt blijft.", "nl_spoken_of"),
    ],
)
def test_cues_are_seen_in_the_sentence_that_has_them(text: str, name: str) -> None:
    told = sentences(made("v.txt", {"Justitie/1": f"{text} Er was thee."}), "Justitie/1")
    seen = around(told, term_items([told]))
    assert [features(one, seen)[name] for one in told] == [1.0, 0.0]


def test_what_is_quoted_is_what_the_summary_shows(tmp_path: Path) -> None:
    assistant = over(tmp_path, made("v.txt", REPORT))
    found = matters_of(assistant.library, "v.txt")
    whole = {one.told.text for one in of_paper(found, planned=False).chosen}
    assert whole == {s.text for s in summarise_document(assistant, "v.txt", "nl").statements}
    item = [one.told.text for one in of_item(found[:1])]
    shown = summarise_item(assistant, "v.txt", "Justitie/1", "nl").statements
    assert item == [s.text for s in shown]


# a paper and a meeting


def test_a_report_tells_decisions_positions_and_every_item(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    found = summarise_document(
        over(tmp_path, made("v.txt", REPORT)),
        "v.txt",
        "nl",
        progress=lambda done, total, title: steps.append((done, total)),
    )
    assert under(found, "Wat is besloten") == [
        "De Raad nam de algemene oriëntatie over de richtlijn aan.",
        "Dit punt is van de agenda gehaald.",
    ]
    assert under(found, "Standpunten van Nederland") == ["Nederland stemde voor."]
    assert [part.item for part in found.parts if part.item] == [
        "Justitie/1",
        "Justitie/2",
        "Justitie/3/a",
    ]
    assert part_of(found, "v.txt", "Justitie/2").line == "Zie boven: Wat is besloten."
    assert texts(part_of(found, "v.txt", "Justitie/3/a")) == [REPORT["Justitie/3/a"]]
    assert steps == [(1, 3), (2, 3), (3, 3)]


def test_a_decision_of_the_list_of_results_is_told_under_its_item_once(tmp_path: Path) -> None:
    bodies = {
        "Justitie/Belangrijkste resultaten": "De Raad nam een algemene oriëntatie aan over de "
        "richtlijn corruptiebestrijding. Het visumbesluit voor Kosovo werd aangenomen.",
        "Justitie/1": "De Raad stelde de algemene oriëntatie over de tekst vast.",
        "Justitie/2": "De Raad sprak over de stand van zaken.",
    }
    assistant = over(tmp_path, made("v.txt", bodies))
    found = summarise_document(assistant, "v.txt", "nl")
    assert under(found, "Wat is besloten") == [
        "Het visumbesluit voor Kosovo werd aangenomen.",  # no item tells it
        "De Raad stelde de algemene oriëntatie over de tekst vast.",
    ]
    told = [text for part in found.parts for text in texts(part)]
    assert not any("corruptiebestrijding" in text for text in told)


def test_where_the_list_of_results_is_told_is_said(tmp_path: Path) -> None:
    bodies = {
        "Justitie/Belangrijkste resultaten": "De Raad nam een algemene oriëntatie aan over de "
        "richtlijn corruptiebestrijding.",
        "Justitie/1": "De Raad stelde de algemene oriëntatie over de tekst vast.",
    }
    found = summarise_document(over(tmp_path, made("v.txt", bodies)), "v.txt", "nl")
    listed = part_of(found, "v.txt", "Justitie/Belangrijkste resultaten")
    named = item_label(made("v.txt", bodies).items[1])
    assert (texts(listed), listed.line) == ([], f"Verteld bij {named}.")


def test_a_quote_that_points_back_brings_what_it_points_at_within_the_most_words() -> None:
    body = (
        "Frankrijk stelde een nieuw agentschap voor de havens voor. "
        "Nederland kon daarmee instemmen. Polen sprak over drones en havens en grenzen."
    )
    found = weigh(body, 0.1, 0.9, 0.5)
    assert [one.told.place for one in choose(found, 12)] == [1, 2]
    assert [one.told.place for one in choose(found, 12, 21)] == [0, 1, 2]
    assert [one.told.place for one in choose(found, 12, 20)] == [1, 2]  # 9 + 4 + 7 words


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Meerdere lidstaten onderschreven dit.", True),
        ("Nederland kon hiermee instemmen.", True),
        ("Ook Nederland was positief.", True),
        ("Het kabinet steunt dit initiatief.", True),
        ("Nederland steunde de tekst en noemde deze evenwichtig.", False),  # it names it itself
        ("In deze Raad werd niets besloten.", False),
        ("Dit najaar komt er een voorstel.", False),
        ("Nederland steunde de tekst.", False),
    ],
)
def test_what_points_back(text: str, back: bool) -> None:
    assert refers(text) is back


def test_topics_of_a_letter_and_headings_in_an_item_need_no_line() -> None:
    told = [f"Polen sprak over plan {n} en verder over niets." for n in range(5)]
    paths = ["Brief/Dank", "Justitie/1", "Justitie/1/Inzet", "Justitie/1/Raadsconclusies visa"]
    paper = made("v.txt", dict(zip(paths, told, strict=False)))
    numbered = {item.path: item.number for item in paper.items}
    items = [
        replace(i, number=None if not i.path.endswith("1") else numbered[i.path])
        for i in paper.items
    ]
    sections = [replace(i, section=i.path.partition("/")[0]) for i in items]
    told_of = [sentences(replace(paper, items=tuple(sections)), path) for path in paths]
    found = plan([[Weighed(t, 0.1) for t in each] for each in told_of], 18, REPORTED)
    assert [len(line) for line in found.lines] == [0, 1, 0, 1]  # nine words each


def test_a_result_that_its_item_tells_too_gives_way() -> None:
    bodies = {
        "Justitie/Belangrijkste resultaten": "De Raad nam de nieuwe richtlijn over corruptie aan. "
        "De Raad nam de oude verordening over drugs aan.",
        "Justitie/1": "De Raad nam de nieuwe richtlijn over corruptie unaniem aan.",
    }
    paper = made("v.txt", bodies)
    items = [[Weighed(t, 0.5) for t in sentences(paper, path)] for path in bodies]
    found = plan(items, 20, REPORTED)
    assert [one.told.text for one in found.chosen] == [
        "De Raad nam de oude verordening over drugs aan.",
        bodies["Justitie/1"],
    ]


def test_an_agenda_is_never_told_as_outcome(tmp_path: Path) -> None:
    assistant = over(tmp_path, made("a.txt", AGENDA, "geannoteerde agenda"))
    found = summarise_document(assistant, "a.txt", "en")
    headings = [part.heading for part in found.parts]
    assert "What was decided" not in headings
    assert under(found, "Expected beforehand (annotated agenda)")
    assert "not the outcome" in found.note


def test_a_meeting_takes_its_outcome_from_the_report(tmp_path: Path) -> None:
    papers = made("a.txt", AGENDA, "geannoteerde agenda"), made("v.txt", REPORT)
    assistant = over(tmp_path, *papers)
    (meeting,) = meetings(assistant.library)
    found = summarise_meeting(assistant, meeting, "nl")
    decided = under(found, "Wat is besloten") + under(found, "Standpunten van Nederland")
    cited = {c.document for s in found.statements if s.text in decided for c in s.citations}
    assert cited == {"v.txt"}
    assert part_of(found, "a.txt", "Justitie/1").line.startswith(
        "Uitkomst: zie verslag, Justitie 1"
    )
    assert texts(part_of(found, "a.txt", "Justitie/9"))
    headings = [part.heading for part in found.parts]
    apart = headings.index("Alleen in de geannoteerde agenda: verwachting, geen uitkomst")
    assert headings[apart + 1] == "Justitie 9. Cybercrimeverdrag"
    named = {(p.document, p.item) for p in found.parts if p.item}
    assert named == {("a.txt", p) for p in AGENDA} | {("v.txt", p) for p, t in REPORT.items() if t}


def test_the_inset_of_an_item_goes_with_it_to_the_report(tmp_path: Path) -> None:
    first = AGENDA["Justitie/1"]
    inset = {"Justitie/1/Inzet": "Nederland zal lagere straffen vragen."}
    bodies = {"Justitie/1": first, **inset, "Justitie/9": AGENDA["Justitie/9"]}
    papers = made("a.txt", bodies, "geannoteerde agenda"), made("v.txt", REPORT)
    library = library_of(tmp_path, *papers)
    found = [*matters_of(library, "a.txt"), *matters_of(library, "v.txt")]
    links = told_in_report(found, ("2024-06-13",))
    assert {key[1]: report.item.path for key, report in links.items()} == {
        "Justitie/1": "Justitie/1",
        "Justitie/1/Inzet": "Justitie/1",
    }


def test_one_paper_and_contradicting_days_are_said(tmp_path: Path) -> None:
    one = over(tmp_path / "one", made("v.txt", REPORT))
    (meeting,) = meetings(one.library)
    assert (
        "alleen dit stuk in de bibliotheek: verslag" in summarise_meeting(one, meeting, "nl").note
    )
    agenda = made("a.txt", AGENDA, "geannoteerde agenda", ("2024-06-12", "2024-06-13"))
    both = over(tmp_path / "both", agenda, made("v.txt", REPORT))
    (meeting,) = meetings(both.library)
    found = summarise_meeting(both, meeting, "en")
    assert "give different days: a.txt: 12-13 June 2024; v.txt: 13-14 June 2024" in found.note
    assert part_of(found, "a.txt", "Justitie/1").line.startswith("Outcome: see the report")


def test_a_paper_that_is_no_council_paper_is_summarised_and_said_to_be_none(tmp_path: Path) -> None:
    paper = made("x.txt", {"Tekst/1": "De wet is veranderd."}, "overig", ())
    found = summarise_document(over(tmp_path, paper), "x.txt", "nl")
    assert [s.text for s in found.statements] == ["De wet is veranderd."]
    assert found.note.endswith("Dit is geen agenda, verslag of brief over de JBZ-Raad.")


def test_too_many_items_for_the_words_are_all_named(tmp_path: Path) -> None:
    line = "Spanje " + "sprak lang en breed over de grenzen van de Unie en " * 4 + "de havens."
    bodies = {f"Justitie/{n}": f"{line[:-1]} van {n}." for n in range(30)}
    found = summarise_document(over(tmp_path, made("v.txt", bodies)), "v.txt", "en")
    named = [part for part in found.parts if part.item]
    assert len(named) == 30 and found.words <= 600
    bare = [part for part in named if not part.statements]
    assert bare and all(part.line.startswith("No room within 600 words") for part in bare)
    assert f"of {len(bare)} items only the title" in found.note


def test_a_long_item_is_cut_to_whole_sentences_that_are_slices(tmp_path: Path) -> None:
    paper = made("v.txt", {"Justitie/1": LONG})
    found = summarise_item(over(tmp_path, paper), "v.txt", "Justitie/1", "nl")
    assert LEAST <= found.words <= MOST
    for statement in found.statements:
        (citation,) = statement.citations
        assert statement.text == paper.document.text[citation.start : citation.end]


def test_a_bullet_is_no_part_of_the_quote(tmp_path: Path) -> None:
    paper = made("v.txt", {"Justitie/1": "- De Raad nam de richtlijn aan."})
    (statement,) = summarise_item(over(tmp_path, paper), "v.txt", "Justitie/1", "nl").statements
    assert statement.text == "De Raad nam de richtlijn aan."
    assert statement.citations[0].start == 2


def test_items_are_named_by_path_and_title(tmp_path: Path) -> None:
    items = made("v.txt", {"Justitie/1": "Een zin.", "Brief/Aanhef": "Een zin."}).items
    assert [item_label(item) for item in items] == [
        "Justitie 1. Richtlijn corruptiebestrijding",
        "Brief: Aanhef",
    ]
