"""What single sentences tell, on invented sentences of each kind, and on the specimens' gold."""

from __future__ import annotations

from pathlib import Path

import pytest
from outcome_papers import shelf_of
from specimens import SHIPPED

from eval.gold_summaries import Entry, read_summaries
from index.nouns import AgendaItem, Document, Kind, Span
from index.specimen.render import render
from rag.meeting_papers import meetings
from rag.outcomes.doers import doer
from rag.outcomes.register import register
from rag.outcomes.sorting import sorted_as
from rag.told import Told, told

GOLD = Path(__file__).parents[1] / "eval" / "data" / "specimen"
LOOKED_AT = ("specimen-2022-03-verslag.txt", "specimen-2023-06-verslag.txt")


def said(
    *texts: str, kind: Kind = "verslag", section: str = "Justitie", title: str = "Punt"
) -> tuple[Told, ...]:
    """The sentences of an item of a paper of the meeting of 12 and 13 June 2031."""
    body = "\n".join(texts)
    item = AgendaItem(f"{section}/1", section, "1", title, None, Span(0, len(body)))
    days = ("2031-06-12", "2031-06-13")
    plain = (None,) * 3
    document = Document(
        "a.txt", "a.txt", kind, None, days, *plain, None, None, None, "Polen", body, None
    )
    return told(document, item)


DECISIONS = [
    ("De Raad nam de algemene oriëntatie over de verordening aan.", "general_approach"),
    ("Over de richtlijn werd een algemene oriëntatie bereikt.", "general_approach"),
    ("De conclusies over weerbaarheid zijn als A-punt aangenomen.", "conclusions"),
    ("De Raad bereikte een politiek akkoord over de richtlijn.", "political_agreement"),
    ("De Raad besloot de grenscontroles op te heffen.", "adopted"),
    ("De Raad nam het besluit over de havens unaniem aan.", "adopted"),
    ("Er is een Raadspositie aangenomen over de werking van het register.", "adopted"),
    ("De Raadspositie over de verordening werd aangenomen.", "general_approach"),
    ("Over twee hoofdstukken is nog geen compromis bereikt.", "no_agreement"),
    ("Het Voorzitterschap concludeerde dat de vereiste meerderheid ontbrak.", "no_agreement"),
    ("Wegens tijdgebrek besloot het Voorzitterschap dit punt te laten vervallen.", "postponed"),
    ("Het besluit is op 13 juni vastgesteld.", "adopted"),
    ("De Raad bereikte geen overeenstemming over de richtlijn.", "no_agreement"),
    ("Het Voorzitterschap trok geen conclusies.", "no_agreement"),
    ("Het Voorzitterschap heeft het punt van de agenda gehaald.", "postponed"),
    ("De bespreking over de richtlijn is doorgeschoven naar december.", "postponed"),
    ("De Raad hield een beleidsdebat over het voorstel.", "debate"),
    ("De Raad nam kennis van de stand van zaken.", "debate"),
    ("Het Voorzitterschap concludeerde dat de meningen uiteenlopen.", "debate"),
]
STEPS = [
    "Het Voorzitterschap concludeerde dat hierover in december verder wordt gesproken.",
    "De Commissie kondigde aan met een voorstel te komen.",
    "Het Voorzitterschap streeft naar een akkoord in oktober 2031.",
    "Het systeem start op 1 september 2031.",
    "De bespreking wordt voortgezet onder Iers voorzitterschap.",
    "Nederland meldde dat de dienst in de loop van 2032 van start gaat.",
]
PROMISES = [
    ("De Commissie zegde toe het overzicht te sturen.", "promise"),
    ("Europol bood aan om de gegevens te ordenen.", "promise"),
    ("Nederland stelt 2 miljoen euro beschikbaar.", "promise"),
    ("Uw Kamer ontvangt hierover uiterlijk in oktober een brief.", "promise"),
    ("Met deze brief geeft het kabinet uitvoering aan de motie over drones.", "motion"),
]
NOTHING = [
    "Nederland vroeg om een algemene oriëntatie in oktober 2031.",
    "Frankrijk riep op het besluit in december aan te nemen.",
    "Over een bijdrage deed Nederland geen toezegging.",
    "De Commissie kon niet toezeggen dat de lijst op tijd gereed is.",
    "Hongarije kon niet instemmen met de tekst.",
    "De Commissie lichtte het voorstel van 2 maart 2031 toe.",
    "In december 2029 heeft de Raad de verordening aangenomen.",
    "Op 7 mei vond de vorige bespreking plaats.",
    "Hierbij bieden wij uw Kamer het verslag aan van de Raad.",
    "De tekst die door de Raad is aangenomen bevat een register.",
    "Wanneer wordt de richtlijn in december aangenomen?",
    "Letland en Malta stemden voor, ondanks hun twijfel over de termijn.",
    "Dit punt werd in besloten kring tijdens de lunch behandeld.",
    "Nederland bood aan over een andere tekst mee te denken.",
    "Het kabinet steunt het register, want dat heeft het vorige kabinet aan de Kamer voorgelegd.",
    "Over een verlenging na 4 maart 2033 zei Letland nog geen standpunt in te nemen.",
    "In augustus nam Nederland hierover nog geen standpunt in.",
]


@pytest.mark.parametrize(("text", "what"), DECISIONS)
def test_decisions(text: str, what: str) -> None:
    (one,) = said(text)
    assert sorted_as(one) == ("decision", what)


@pytest.mark.parametrize("text", STEPS)
def test_next_steps(text: str) -> None:
    (one,) = said(text)
    assert sorted_as(one) == ("next_step", "step")


@pytest.mark.parametrize(("text", "what"), PROMISES)
def test_promises(text: str, what: str) -> None:
    (one,) = said(text, section="Brief")
    assert sorted_as(one) == ("promise", what)


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_outcome(text: str) -> None:
    (one,) = said(text)
    assert sorted_as(one) is None


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Raadsconclusies over dijken", "conclusions"),
        ("Verordening dijken (algemene oriëntatie)", "general_approach"),
        ("Benoeming van de dijkgraaf", "adopted"),
    ],
)
@pytest.mark.parametrize("text", ["Aangenomen zonder bespreking.", "Als A-punt aangenomen."])
def test_a_bare_line_decides_what_its_title_names(text: str, title: str, what: str) -> None:
    (one,) = said(text, title=title)
    assert sorted_as(one) == ("decision", what)


def test_a_season_with_its_year_is_a_next_step_without_a_date() -> None:
    (one,) = said("Het Parlement bepaalt zijn standpunt naar verwachting in het najaar van 2032.")
    assert sorted_as(one) == ("next_step", "step")
    assert doer(one, ("next_step", "step"), ()) == "EP"


def test_an_agenda_tells_no_past_as_a_plan() -> None:
    (one,) = said(
        "Nederland nam hierover in december nog geen standpunt in.", kind="geannoteerde agenda"
    )
    assert sorted_as(one) is None


@pytest.mark.parametrize("text", [text for text, _ in DECISIONS])
def test_an_agenda_decides_nothing(text: str) -> None:
    (one,) = said(text, kind="geannoteerde agenda")
    assert (sorted_as(one) or ("", ""))[0] != "decision"


def test_what_the_agenda_expects_is_no_outcome_either() -> None:
    (one,) = said(
        "Naar verwachting neemt de Raad de algemene oriëntatie aan.", kind="geannoteerde agenda"
    )
    assert sorted_as(one) is None


def test_every_line_of_a_list_of_results_is_an_outcome() -> None:
    (one,) = said("Er blijven zorgen over de uitvoering.", title="Belangrijkste resultaten")
    assert sorted_as(one) == ("decision", "debate")


@pytest.mark.parametrize(
    ("texts", "who"),
    [
        (
            [
                "Volgens Frontex is dat zo.",
                "Het begint op 8 december 2031; Letland vond dat verstandig.",
            ],
            "Frontex",
        ),
        (["De Commissie zegde toe dit op verzoek van Nederland te onderzoeken."], "Commission"),
        (["Nederland en Spanje zegden toe hun ervaringen te delen."], "NL; ES"),
        (["Het Ierse voorzitterschap wil in oktober een debat houden."], "IE"),
        (["Het Poolse voorzitterschap wil in oktober een debat houden."], "Presidency"),
        (["De Raad nam de algemene oriëntatie aan."], "Council"),
        (["Het Voorzitterschap stelde vast dat alle lidstaten konden instemmen."], "Council"),
        (["Volgens Frontex is dat zo.", "De proef begint op 1 september 2031."], "Frontex"),
        (["De proef begint op 1 september 2031."], "unknown"),
        (["Lidstaten worden verzocht uiterlijk in december 2031 te melden."], "member states"),
    ],
)
def test_who_did_it(texts: list[str], who: str) -> None:
    *before, one = said(*texts)
    what = sorted_as(one)
    assert what is not None
    assert doer(one, what, before) == who


def folded(text: str) -> str:
    return " ".join(text.split()).lstrip("- ")


def fits(entry: Entry, text: str) -> bool:
    """True when sentence and gold quote overlap: one holds the other."""
    quote = folded(entry.quote)
    return quote in text or text in quote


def test_the_specimens_that_the_rules_were_made_on(tmp_path: Path) -> None:
    """Of the register's lines on two reports nine in ten are right, and so are they found."""
    papers = {f"{name}.txt": made for name, made in SHIPPED.items() if f"{name}.txt" in LOOKED_AT}
    texts = {name: render(made, "txt").decode() for name, made in papers.items()}
    assistant = shelf_of(tmp_path, texts)
    entries = [entry for _, entry in read_summaries(GOLD).register if entry.document in LOOKED_AT]
    records = [
        record
        for meeting in meetings(assistant.library)
        for record in register(assistant, meeting, "nl").records
    ]
    matches = [
        [
            entry
            for entry in entries
            if entry.document == record.document
            and fits(entry, folded(record.statement.text))
            and record.sort in (entry.sort, entry.also)
        ]
        for record in records
    ]
    found = {id(entry) for matched in matches for entry in matched}
    wanted = [entry for entry in entries if not entry.optional]
    assert sum(map(bool, matches)) / len(records) >= 0.9
    assert sum(id(entry) in found for entry in wanted) / len(wanted) >= 0.8
