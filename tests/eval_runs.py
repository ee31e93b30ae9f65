"""Folders of runs over the release of `eval_case`, whose figures can be worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path

import eval_case as case

from eval.gold import Release
from eval.release import load_release

ANSWERABLE = ("q1", "q2", "q3")
SILENT = ("q4", "n1", "n2")
QUOTES = {
    "q1": (case.STEUN_GOLD, case.TERMIJN_GOLD),
    "q2": (case.BEWIJS_GOLD,),
    "q3": (case.TEGEN_GOLD,),
}


def release(folder: Path, **files: object) -> Release:
    return load_release(case.write_release(folder / "small", **files))


def base(id_: str) -> str:
    return id_.removesuffix("-t")


def ids() -> list[str]:
    asked = [each["id"] for each in (*case.questions(), *case.twins(), *case.near_misses())]
    return [str(id_) for id_ in asked]


def right(id_: str) -> dict:
    """The answer that quotes all vital facts, or keeps silent where there is none."""
    quotes = QUOTES.get(base(id_))
    return case.answer(*quotes) if quotes else dict(case.ABSTAINED)


def hits(id_: str) -> list[dict]:
    """The gold passages first, then one of another item."""
    gold = [case.hit(*each) for each in QUOTES.get(base(id_), ())]
    return [*gold, case.hit("agenda.txt", "Binnenlandse Zaken/1/a", "iets anders")]


def write_run(folder: Path, answers: dict[str, dict] | None, found: bool = True) -> Path:
    """A run that gives `answers` by id, and finds everything where it searches at all."""
    folder.mkdir(parents=True, exist_ok=True)
    if answers is not None:
        lines = [json.dumps({"id": id_, **told}) for id_, told in answers.items()]
        (folder / "answers.jsonl").write_text("".join(line + "\n" for line in lines))
    if found:
        lines = [json.dumps({"id": id_, "hits": hits(id_)}) for id_ in ids()]
        (folder / "retrieval.jsonl").write_text("".join(line + "\n" for line in lines))
    return folder


def best(folder: Path) -> Path:
    """A run that is right everywhere."""
    return write_run(folder, {id_: right(id_) for id_ in ids()})


def silent(folder: Path) -> Path:
    """A run that never answers."""
    return write_run(folder, {id_: dict(case.ABSTAINED) for id_ in ids()})
