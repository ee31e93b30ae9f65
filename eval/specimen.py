"""The release `specimen`: the demonstration papers as text, their gold outlines, our questions.

Knows: where the parts come from (`index/specimen`, `eval/data/specimen/questions.jsonl`). Does not
know: scores. The papers are rendered anew each time, so that the release cannot grow stale.
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from index.specimen import papers
from index.specimen.gold import gold
from index.specimen.paper import parse
from index.specimen.render import Format, render

QUESTIONS = Path(__file__).with_name("data") / "specimen" / "questions.jsonl"


def write_release(folder: Path, made: Format = "txt") -> Path:
    """Write the release into `folder` (made new) with its papers in the format `made`."""
    documents = folder / "documents"
    documents.mkdir(parents=True, exist_ok=True)
    structure = {}
    for source in papers():
        paper = parse(source)
        name = f"{source.stem}.{made}"
        (documents / name).write_bytes(render(paper, made))
        structure[name] = gold(paper)
    (folder / "structure.json").write_text(
        json.dumps(structure, ensure_ascii=False, indent=1), encoding="utf-8"
    )
    if made == "txt":
        shutil.copyfile(QUESTIONS, folder / "questions.jsonl")
    else:
        text = QUESTIONS.read_text(encoding="utf-8").replace('.txt"', f'.{made}"')
        (folder / "questions.jsonl").write_text(text, encoding="utf-8")
    return folder
