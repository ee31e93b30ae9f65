"""Overviews made by hand over one small paper, for tests of how they are shown."""

from __future__ import annotations

from index.library import Library
from rag.nouns import Gap, Statement
from rag.outcomes.nouns import Compared, Comparison, ItemPlace, Outcomes, Record
from rag.overviews import Brief, Making, Part, Positions, Shift, Side, Source, Step, Summary
from rag.told import told

DAYS = ("2024-06-13", "2024-06-14")
MEETING = "JBZ-Raad 13-14 juni 2024"
PAPER_ID = "olifanten.txt"
ELEPHANTS, SCHENGEN = "Binnenlandse Zaken/1", "Binnenlandse Zaken/2"


def statements(library: Library, document: str = PAPER_ID) -> list[Statement]:
    """Every sentence of a paper as a statement of its own, in order."""
    paper = library.document(document)
    return [each.statement() for item in library.items(document) for each in told(paper, item)]


def summary(library: Library, note: str = "Letterlijk.", title: str = "Schengen") -> Summary:
    said = statements(library)
    return Summary(
        "meeting",
        MEETING,
        "nl",
        DAYS,
        (PAPER_ID,),
        (
            Part("Standpunten van Nederland", tuple(s for s in said if s.actor == "NL")),
            Part("Bescherming van olifanten", (said[0],), PAPER_ID, ELEPHANTS),
            Part(title, (), PAPER_ID, SCHENGEN, line="Dit punt is vervallen."),
        ),
        note,
        Making("extractive", seconds=0.12),
    )


def comparison(library: Library, title: str = "Bescherming van olifanten") -> Comparison:
    said = statements(library)
    agenda, report = ItemPlace("agenda.txt", "BZ/1", title), ItemPlace(PAPER_ID, ELEPHANTS, title)
    items = (
        Compared("kept", title, agenda, report, (), (said[1],), (said[0],), "Stil over de inzet."),
        Compared("added", "Schengen", None, report, (), (said[-1],), ()),
        Compared("dropped", "Visa", agenda, None, (said[1],), (), ()),
    )
    return Comparison(MEETING, "nl", DAYS, ("agenda.txt",), (PAPER_ID,), items, "", 0.1)


def outcomes(library: Library, actor: str = "Commission") -> Outcomes:
    said = statements(library)
    place = (MEETING, DAYS, PAPER_ID, ELEPHANTS)
    records = (
        Record("decision", "debate", said[-2], "Council", None, *place),
        Record("next_step", "step", said[0], actor, "2024-10", *place),
        Record("promise", "promise", said[0], actor, "2024", *place),
    )
    return Outcomes("nl", records, "Alleen het verslag.", 0.05)


def positions(library: Library, *actors: str, topic: str = "olifanten") -> Positions:
    """The same steps for each actor; none for an actor of which the papers are silent."""
    sides = []
    for actor in actors or ("NL",):
        mine = [s for s in statements(library) if actor in s.actor.split("; ")]
        steps = [
            Step(s, "2024-06-13", MEETING, PAPER_ID, ELEPHANTS, "conditional", turn)
            for s, turn in zip(mine, ("first", *["changed"] * 9), strict=False)
        ]
        shifts = (
            Shift("a.txt", PAPER_ID, "reservation", "conditional", "Van voorbehoud tot steun."),
        )
        gaps = (Gap("JBZ-Raad 1 maart 2023", actor, "JBZ-Raad 1 maart 2023: niets."),)
        sides.append(Side(actor, tuple(steps), shifts if steps else (), gaps))
    return Positions(topic, "nl", tuple(sides), ("Schengen <b>",), "Letterlijk.", 0.02)


def brief(library: Library, topic: str = "olifanten") -> Brief:
    said = statements(library)
    parts = (
        Part("Stand van zaken", (said[0],)),
        Part("Positie van Nederland", (said[1],)),
        Part("Open punten", (), line="Geen open punten gevonden."),
    )
    source = Source(PAPER_ID, "Verslag", DAYS, "32 317, nr. 1")
    made = Making("extractive", seconds=0.2)
    return Brief(topic, "nl", f"Briefing: {topic}", parts, (source,), "Zonder taalmodel.", made)
