"""Links between items: by hand on four tiny items, and against labels on the specimen papers."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest

from eval.specimen import write_release
from index.build import build
from index.links import Place, Subjects
from index.nouns import AgendaItem, Document, Span
from index.settings import Settings
from rag.open import add_paths, open_library
from rag.related import related
from rag.render import outline_json

LABELS = Path(__file__).parents[1] / "eval" / "data" / "specimen" / "links.json"
Key = tuple[str, str]


def place(name: str, kind: str, date: str, path: str, title: str, body: str) -> Place:
    text = f"{title}\n{body}"
    document = Document(
        name, name, "verslag" if kind == "verslag" else "geannoteerde agenda", None, (date,),
        None, None, None, None, None, None, None, text, None,
    )  # fmt: skip
    item = AgendaItem(path, "Justitie", path[-1], title, None, Span(len(title) + 1, len(text)))
    return Place(document, item)


AGENDA = place(
    "a", "agenda", "2024-06-13", "Justitie/1", "Richtlijn corruptie", "Straffen voor omkoping."
)
OTHER = place("a2", "agenda", "2024-06-13", "Justitie/2", "Visumbeleid", "Reizigers en visa.")
REPORT = place(
    "r",
    "verslag",
    "2024-06-13",
    "Justitie/4",
    "Bestrijding van corruptie",
    "Omkoping kwam aan bod.",
)
LATER = place(
    "l", "verslag", "2024-12-12", "Justitie/3", "Richtlijn corruptie", "Omkoping en straffen."
)


def test_an_agenda_item_meets_the_report_item_on_its_subject() -> None:
    links = Subjects([AGENDA, OTHER, REPORT, LATER]).same_meeting()
    assert [(k.one.key, k.other.key) for k in links] == [(("a", "Justitie/1"), ("r", "Justitie/4"))]


def test_a_file_is_followed_over_meetings_but_not_within_one() -> None:
    links = Subjects([AGENDA, OTHER, REPORT, LATER]).same_file()
    pairs = {(k.one.key[0], k.other.key[0]) for k in links}
    assert ("a", "l") in pairs
    assert ("a", "r") not in pairs and ("a2", "l") not in pairs


def test_likeness_is_the_same_both_ways_and_whole_with_itself() -> None:
    subjects = Subjects([AGENDA, OTHER, REPORT, LATER])
    assert subjects.likeness(AGENDA, REPORT) == pytest.approx(subjects.likeness(REPORT, AGENDA))
    assert subjects.likeness(AGENDA, AGENDA) == pytest.approx(1.0)
    assert subjects.likeness(AGENDA, OTHER) == pytest.approx(0.0)


@pytest.fixture(scope="module")
def specimens(tmp_path_factory: pytest.TempPathFactory) -> list[Place]:
    folder = write_release(tmp_path_factory.mktemp("release"))
    places = []
    for file in sorted((folder / "documents").iterdir()):
        reading = build(file, Settings())
        places += [Place(reading.document, item) for item in reading.items]
    return places


def test_links_of_one_meeting_agree_with_labels(specimens: list[Place]) -> None:
    labels = json.loads(LABELS.read_text(encoding="utf-8"))["agenda_report"]
    gold = {(tuple(pair["agenda"]), tuple(pair["report"])) for pair in labels}
    made = {(k.one.key, k.other.key) for k in Subjects(specimens).same_meeting()}
    assert len(made & gold) / len(made) >= 0.95
    assert len(made & gold) / len(gold) >= 0.90


def test_links_over_meetings_are_precise(specimens: list[Place]) -> None:
    labels = json.loads(LABELS.read_text(encoding="utf-8"))["files"]
    gold = {
        tuple(sorted(pair))
        for file in labels
        for pair in combinations([tuple(item) for item in file["items"]], 2)
    }
    made = {tuple(sorted((k.one.key, k.other.key))) for k in Subjects(specimens).same_file()}
    assert len(made & gold) / len(made) >= 0.95
    assert len(made & gold) >= 200


def test_outline_shows_links_to_a_library(tmp_path: Path) -> None:
    settings = Settings()
    folder = write_release(tmp_path / "release") / "documents"
    agenda = folder / "specimen-2024-10-geannoteerde-agenda.txt"
    with open_library(settings, tmp_path / "library", create=True) as library:
        add_paths(library, [folder], settings)
        reading = build(agenda, settings)
        items = outline_json(reading, related(reading, library))["items"]
    csam = next(item for item in items if item["path"] == "Binnenlandse Zaken/3")
    first = csam["links"][0]
    assert (first["relation"], first["document"], first["item"]) == (
        "same meeting", "specimen-2024-10-verslag.txt", "Binnenlandse Zaken/3",
    )  # fmt: skip
    meetings = {link["meeting_dates"][0] for link in csam["links"] if link["meeting_dates"]}
    assert {"2023-06-08", "2025-06-12"} <= meetings
    assert all(link["document"] != agenda.name for item in items for link in item["links"])
