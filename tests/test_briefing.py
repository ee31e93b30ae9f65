"""A briefing over specimen papers: what goes where, nothing twice, and the command."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import typer
from commands import specimen
from papers import Scripted
from typer.testing import CliRunner

from index.errors import QuestionRefused
from index.search import LONGEST, Filters
from index.settings import Settings
from rag.assistant import Assistant
from rag.briefing import ledger
from rag.briefing.brief import brief
from rag.briefing.command import brief as command
from rag.briefing.lines import is_quoted, line
from rag.dossier import dossier
from rag.nouns import Evidence, Language
from rag.open import add_paths, open_assistant, open_library
from rag.overviews import Brief
from rag.writer import Stop

PAPERS = (
    *("2024-10-geannoteerde-agenda", "2024-10-verslag", "2025-06-verslag", "2025-12-verslag"),
    "2026-03-geannoteerde-agenda",
)
TOPIC = "verordening tegen seksueel kindermisbruik (CSAM)"
TODAY = date(2026, 3, 1)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of five specimen papers, one file over three meetings and an agenda."""
    folder = tmp_path_factory.mktemp("brief")
    papers = folder / "papers"
    papers.mkdir()
    made = [specimen(papers, f"specimen-{name}", "pdf") for name in PAPERS]
    settings = Settings(library=folder / "library")
    with open_library(settings, folder / "library", create=True) as opened:
        assert not add_paths(opened, made, settings).failed
    return folder / "library"


@pytest.fixture(scope="module")
def assistant(library: Path) -> Iterator[Assistant]:
    opened = open_assistant(Settings(library=library), library)
    yield replace(opened, today=lambda: TODAY)
    opened.library.close()


@pytest.fixture(scope="module")
def made(assistant: Assistant) -> Brief:
    return brief(assistant, TOPIC, "nl")


def texts(found: Brief, part: int) -> str:
    return "\n".join(one.text for one in found.parts[part].statements)


def test_the_parts_stand_in_order_and_say_how_it_was_made(made: Brief) -> None:
    assert [part.heading for part in made.parts] == [
        "Stand van zaken",
        "Positie van Nederland in de tijd",
        "Andere actoren",
        "Openstaande punten en data",
    ]
    assert "Automatisch samengesteld uit letterlijke citaten, zonder taalmodel." in made.note
    assert made.note.startswith("SPECIMEN"), "nobody takes it for a paper of parliament"
    assert made.note.endswith("Samengesteld op 1 maart 2026.")
    assert (made.made.writer, made.made.ai_generated) == ("extractive", False)


def test_the_state_of_play_gives_the_newest_outcome_and_what_is_expected(made: Brief) -> None:
    state = made.parts[0]
    groups = {one.text: one.group for one in state.statements}
    adopted = next(
        text for text in groups if "stelde op deze grondslag een algemene oriëntatie" in text
    )
    assert groups[adopted] == "Verslag JBZ-Raad 8-9 december 2025"
    for one in state.statements:
        early = "agenda" in one.citations[0].document
        assert one.group.startswith("Vooraf, verwachting: ") == early
    assert state.line.startswith(
        "Laatste stuk over dit onderwerp: Geannoteerde agenda JBZ-Raad 5-6 maart 2026. Dat is een "
    )


def test_the_netherlands_comes_in_order_of_date_and_each_paper_has_its_say(made: Brief) -> None:
    own = made.parts[1].statements
    dates = [one.citations[0].meeting_dates for one in own]
    assert dates == sorted(dates)
    assert {"Nederland onthield zich."} <= {one.text for one in own}
    assert "Veranderd: " in made.parts[1].line
    leads = [line(one, made).lead for one in own]
    assert all("Nederland" in lead for lead in leads)
    assert any(lead.startswith("Oktober 2024, vooraf, ") for lead in leads)


def test_others_speak_under_their_own_name(made: Brief) -> None:
    for one in made.parts[2].statements:
        assert "NL" not in one.actor.split("; ")
        if one.group == "De Commissie":
            assert one.actor.startswith("Commission")
    assert {"De Commissie", "Genoemde lidstaten"} <= {s.group for s in made.parts[2].statements}


def test_no_sentence_stands_there_twice_and_every_quote_is_a_slice(
    made: Brief, assistant: Assistant
) -> None:
    places = [(c.document, c.start) for s in made.statements for c in s.citations]
    assert len(places) == len(set(places)) == len(made.statements)
    assert len({one.text for one in made.statements}) == len(made.statements)
    for one in made.statements:
        (cited,) = one.citations
        held = assistant.library.document(cited.document).text
        assert one.text == cited.quote == held[cited.start : cited.end]
        assert is_quoted(one)


def test_it_stays_short_and_names_every_paper_it_quotes(made: Brief) -> None:
    assert sum(len(one.text.split()) for one in made.statements) <= ledger.MOST_WORDS
    cited = {c.document for s in made.statements for c in s.citations}
    assert {source.document for source in made.sources} == cited


def test_open_points_are_not_behind_the_newest_paper(made: Brief) -> None:
    groups = [one.group for one in made.parts[3].statements]
    assert "3 april 2026" in groups
    assert not [group for group in groups if "2024" in group or "2025" in group]


def test_a_date_before_today_is_said_to_have_passed(assistant: Assistant) -> None:
    later = replace(assistant, today=lambda: date(2026, 5, 1))
    groups = [one.group for one in brief(later, TOPIC, "nl").parts[3].statements]
    assert "3 april 2026 (datum is verstreken)" in groups


def test_in_english_only_the_words_around_the_quotes_change(
    made: Brief, assistant: Assistant
) -> None:
    english = brief(assistant, TOPIC, "en")
    assert [one.text for one in english.statements] == [one.text for one in made.statements]
    assert english.parts[1].heading == "Position of the Netherlands over time"
    assert "without a language model" in english.note


def test_since_leaves_out_what_is_older(assistant: Assistant) -> None:
    found = brief(assistant, TOPIC, "nl", Filters(since="2025-07"))
    assert {c.meeting_dates[0][:4] for s in found.statements for c in s.citations} <= {
        "2025",
        "2026",
    }
    assert "2024" not in " ".join(source.name for source in found.sources)


def test_one_paper_alone_is_enough(assistant: Assistant) -> None:
    found = brief(assistant, TOPIC, "nl", Filters(meeting="2025-06"))
    assert len(found.parts) == 4
    assert len(found.sources) == 1


def test_an_agenda_alone_tells_no_outcome(assistant: Assistant) -> None:
    found = brief(assistant, TOPIC, "nl", Filters(meeting="2026-03"))
    assert "Een uitkomst op dit onderwerp is niet gevonden." in found.parts[0].line
    assert {s.group for s in found.parts[0].statements} == {
        "Vooraf, verwachting: Geannoteerde agenda JBZ-Raad 5-6 maart 2026"
    }


def test_an_unknown_topic_gives_nothing_and_names_what_is_near(assistant: Assistant) -> None:
    topic = "kerncentrales in Borssele"
    found, near = brief(assistant, topic, "nl"), dossier(assistant, topic, "nl").near
    assert (found.parts, found.sources) == ((), ())
    held = f" Wel in de bibliotheek: {'; '.join(near)}." if near else ""
    assert found.note == f"De bibliotheek bevat niets over dit onderwerp.{held}"


@pytest.mark.parametrize(
    ("language", "filters", "begins"),
    [
        ("nl", Filters(since="2099"), "De bibliotheek bevat sinds 2099 niets over dit onderwerp;"),
        ("en", Filters(since="2099-06"), "The library holds nothing on this subject since June 2"),
        ("en", Filters(since="2099-02-31"), "The library holds nothing on this subject since 2099"),
        ("nl", Filters(until="1999"), "In de gekozen periode of stukken staat niets"),
    ],
)
def test_what_stands_outside_the_filters_is_not_called_unknown(
    assistant: Assistant, language: Language, filters: Filters, begins: str
) -> None:
    found = brief(assistant, TOPIC, language, filters)
    assert found.parts == () and found.note.startswith(begins)
    assert "5-6 maart 2026" in found.note or "5-6 March 2026" in found.note  # the latest paper


@pytest.mark.parametrize("topic", ["", "  ", "a" * (LONGEST + 1)])
def test_a_topic_that_is_none_is_refused(assistant: Assistant, topic: str) -> None:
    with pytest.raises(QuestionRefused):
        brief(assistant, topic)


def test_when_it_is_stopped_the_rest_is_missing_and_it_says_so(assistant: Assistant) -> None:
    asked = iter((False, False, False, True, True, True, True))
    found = brief(assistant, TOPIC, "nl", stop=lambda: next(asked, True))
    assert 0 < len(found.parts) < 4
    assert found.note.endswith("Het maken is gestopt; de laatste delen ontbreken.")


class Shortens:
    """A writer that leaves out "op deze grondslag" and copies the rest."""

    name = "shortens"

    def write(
        self, question: str, language: Language, evidence: Sequence[Evidence], stop: Stop
    ) -> Iterator[str]:
        for one in evidence:
            text = one.citation.quote.replace("op deze grondslag ", "")
            yield f"{text} [[{one.key}]]\n"


def test_a_model_writes_the_state_of_play_and_nothing_else(assistant: Assistant) -> None:
    found = brief(replace(assistant, writer=Shortens()), TOPIC, "nl")
    assert (found.made.writer, found.made.ai_generated) == ("shortens", True)
    assert "deels gemaakt met AI" in found.note
    (own,) = [one for one in found.parts[0].statements if not is_quoted(one)]
    assert own.text == "De Raad stelde een algemene oriëntatie vast."
    assert line(own, found).mark == "weergave door taalmodel"
    assert own.group == "Verslag JBZ-Raad 8-9 december 2025", "outcome and expectation stay apart"
    assert all(is_quoted(one) for part in found.parts[1:] for one in part.statements)


def test_without_the_model_that_was_asked_all_is_quotes(assistant: Assistant) -> None:
    found = brief(replace(assistant, writer=Scripted(breaks="geen verbinding")), TOPIC, "nl")
    assert (found.made.writer, found.made.ai_generated) == ("extractive", False)
    assert "Het taalmodel is niet bereikt (geen verbinding)" in found.note
    assert "zonder taalmodel" in found.note
    assert all(is_quoted(one) for one in found.statements)


# the command


def ran(library: Path, *words: str) -> tuple[int, str, str]:
    """Exit status, stdout and stderr of `brief` with these words."""
    app = typer.Typer()
    app.command()(command)
    done = CliRunner().invoke(app, [*words, "--library", str(library)])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done.exit_code, done.stdout, done.stderr


def test_the_command_writes_the_file_and_says_so_in_json(library: Path, tmp_path: Path) -> None:
    output = tmp_path / "b.docx"
    status, out, _ = ran(library, TOPIC, "-o", str(output), "--language", "en", "--json")
    found = json.loads(out)
    assert (status, found["output"], found["language"]) == (0, str(output), "en")
    assert output.read_bytes()[:2] == b"PK"
    assert found["footnotes"] == sum(len(part["statements"]) for part in found["parts"]) > 5
    assert {"topic", "title", "note", "writer", "ai_generated", "seconds"} <= set(found)
    assert found["sources"][0].keys() >= {"document", "name", "meeting_dates", "kamerstuk"}


def test_the_command_for_people(library: Path, tmp_path: Path) -> None:
    output = tmp_path / "b.md"
    status, out, _ = ran(library, TOPIC, "-o", str(output))
    assert status == 0
    assert out.splitlines()[0] == f"{output}: Briefing: {TOPIC}"
    assert output.read_text(encoding="utf-8").count("\n[^1]: ") == 1


def test_nothing_found_is_status_1_and_no_file(library: Path, tmp_path: Path) -> None:
    status, out, _ = ran(
        library, "kerncentrales in Borssele", "-o", str(tmp_path / "b.md"), "--json"
    )
    assert (status, json.loads(out)["output"]) == (1, None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["-o", "b.pdf"], "ends on neither .docx nor .md"),
        (["--language", "de"], "neither nl nor en"),
        (["--since", "2025", "--until", "2024-06"], "exchange them"),
        (["--since", "gisteren"], "is no year, month or day"),
    ],
)
def test_bad_input_is_one_line_and_status_2(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], why: str
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, err = ran(library, TOPIC, *words)
    assert (status, out) == (2, "")
    assert why in err
    assert len(err.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_needs_force(library: Path, tmp_path: Path) -> None:
    output = tmp_path / "b.md"
    output.write_text("van mij", encoding="utf-8")
    status, _, err = ran(library, TOPIC, "-o", str(output))
    assert (status, output.read_text(encoding="utf-8")) == (2, "van mij")
    assert "--force" in err
    assert ran(library, TOPIC, "-o", str(output), "--force")[0] == 0
    assert output.read_text(encoding="utf-8").startswith("# Briefing")
