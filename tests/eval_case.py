"""A release of two tiny papers and six questions whose scores can be worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

VERSLAG = """I. Justitie
1. Slachtofferrechten
Nederland steunde het voorstel over de rechten van slachtoffers.1 De Commissie noemde een
termijn van drie maanden voor de omzetting.
2. Overige onderwerpen
a. Elektronisch bewijs
Het Voorzitterschap meldde dat de verordening op 18 augustus 2026 ingaat.
1 Kamerstuk 32 317, nr. 1.
"""
AGENDA = """II. Binnenlandse Zaken
1. Schengen = Gedachtewisseling
a. Jaarverslag
Het kabinet blijft tegen toetreding zolang de controles aan de
4
grens niet op orde zijn.
"""
STEUN = "Nederland steunde het voorstel over de rechten van slachtoffers."
TERMIJN = "De Commissie noemde een termijn van drie maanden voor de omzetting."
BEWIJS = "Het Voorzitterschap meldde dat de verordening op 18 augustus 2026 ingaat."
TEGEN = "Het kabinet blijft tegen toetreding zolang de controles aan de grens niet op orde zijn."


def unit(id_: str, title: str, body: str = "", *, tag: str | None = None, notes=()) -> dict:
    section, *names = id_.split("/")
    words = body.split()
    return {
        "id": id_,
        "section": section,
        "number": names[-1],
        "title": title,
        "tag": tag,
        "first_words": " ".join(words[:8]),
        "last_words": " ".join(words[-8:]),
        "footnotes": list(notes),
    }


def document(kind: str, units: list[dict], **fields: object) -> dict:
    head = dict.fromkeys(
        ("place", "formality", "kamerstuk", "chamber", "letter_date", "presidency")
    )
    return {"kind": kind, "meeting_dates": ["2023-12-04"], **head, **fields, "units": units}


def structure() -> dict:
    return {
        "verslag.txt": document(
            "verslag",
            [
                unit("Justitie/1", "Slachtofferrechten", f"{STEUN}1 {TERMIJN}", notes=[1]),
                unit("Justitie/2", "Overige onderwerpen"),
                unit("Justitie/2/a", "Elektronisch bewijs", BEWIJS),
            ],
            presidency="Spanje",
        ),
        "agenda.txt": document(
            "geannoteerde agenda",
            [
                unit("Binnenlandse Zaken/1", "Schengen", TEGEN, tag="Gedachtewisseling"),
                unit("Binnenlandse Zaken/1/a", "Jaarverslag"),
            ],
            kamerstuk="32 317, nr. 9",
        ),
    }


def nugget(key: str, vital: bool = True) -> dict:
    return {"text": key, "nl": key, "vital": vital, "key": [key]}


def question(id_: str, lang: str, kind: str, gold=(), nuggets=(), **more: object) -> dict:
    return {
        "id": id_,
        "question": f"vraag {id_}?",
        "lang": lang,
        "type": kind,
        "actor": None,
        "gold": [{"document": d, "unit": u, "quote": q} for d, u, q in gold],
        "nuggets": list(nuggets),
        "must_abstain": not gold,
        "style": [],
        **more,
    }


STEUN_GOLD = ("verslag.txt", "Justitie/1", STEUN)
TERMIJN_GOLD = ("verslag.txt", "Justitie/1", TERMIJN)
BEWIJS_GOLD = ("verslag.txt", "Justitie/2/a", BEWIJS)
TEGEN_GOLD = ("agenda.txt", "Binnenlandse Zaken/1", TEGEN)


def questions() -> list[dict]:
    return [
        question(
            "q1",
            "nl",
            "position",
            [STEUN_GOLD, TERMIJN_GOLD],
            [nugget("steunde het voorstel"), nugget("drie maanden")],
            style=["typo"],
        ),
        question("q2", "en", "fact", [BEWIJS_GOLD], [nugget("18 Augustus 2026")]),
        question(
            "q3",
            "nl",
            "position",
            [TEGEN_GOLD, STEUN_GOLD],
            [nugget("tegen toetreding"), nugget("steunde het voorstel", vital=False)],
        ),
        question("q4", "en", "unanswerable", why="not there"),
    ]


def twins() -> list[dict]:
    other = {"nl": "en", "en": "nl"}
    return [
        {
            "id": f"{q['id']}-t",
            "twin_of": q["id"],
            "lang": other[q["lang"]],
            "question": f"twin of {q['id']}?",
        }
        for q in questions()
    ]


def near_misses() -> list[dict]:
    return [
        question("n1", "nl", "unanswerable", why="wrong actor", near_miss_of="q1"),
        question("n2", "en", "unanswerable", why="wrong meeting", near_miss_of="q2"),
    ]


def write_release(folder: Path, **files: object) -> Path:
    """The release in `folder`; `files` (structure, questions, twins, near_misses) replace ours."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    (folder / "documents" / "verslag.txt").write_text(VERSLAG, encoding="utf-8")
    (folder / "documents" / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    (folder / "structure.json").write_text(json.dumps(files.get("structure", structure())))
    for name, own in (
        ("questions", questions()),
        ("twins", twins()),
        ("near_misses", near_misses()),
    ):
        lines = [json.dumps(each) for each in files.get(name, own)]
        (folder / f"{name}.jsonl").write_text("".join(line + "\n" for line in lines))
    return folder


def outline(gold: dict) -> dict:
    """The outline that agrees with gold in everything; a body is gold's first and last words."""
    return {
        "document": {field: gold[field] for field in gold if field not in ("units", "notes")},
        "items": [
            {
                "path": u["id"],
                **{field: u[field] for field in ("section", "number", "title", "tag")},
                "text": f"{u['first_words']} … {u['last_words']}" if u["first_words"] else "",
                "notes": [{"number": number} for number in u["footnotes"]],
            }
            for u in gold["units"]
        ],
    }


def hit(document: str, item: str, text: str, start: int = 0) -> dict:
    return {
        "document": document,
        "item": item,
        "start": start,
        "end": start + len(text),
        "text": text,
    }


def answer(*quotes: tuple[str, str, str], text: str | None = None) -> dict:
    """An answer with one statement a quote (document, item, quote)."""
    return {
        "status": "answered",
        "statements": [
            {
                "text": quote if text is None else text,
                "citations": [
                    {"document": d, "item": i, "start": 0, "end": len(quote), "quote": quote}
                ],
            }
            for d, i, quote in quotes
        ],
    }


ABSTAINED = {"status": "not_found", "statements": []}
