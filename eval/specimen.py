"""The release `specimen`: the demonstration papers as text, their gold outlines, our questions.

Knows: where the parts come from (`index/specimen`, `eval/data/specimen`), and how its variants and
manifest are made. Does not know: scores. The papers are rendered anew each time; the manifest tells
when they are no longer those that the questions were written over.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from eval.gold import Question, Release
from eval.json_lines import write_lines
from eval.manifest import MANIFEST, make_manifest, write_manifest
from eval.release_files import VARIED, read_files
from eval.variants import SEED, vary
from index.specimen import papers
from index.specimen.gold import gold
from index.specimen.paper import parse
from index.specimen.render import Format, render

FOLDER = Path(__file__).with_name("data") / "specimen"
VERSION = "2"
DRAWN = {"typo": 100, "acronym": 80, "terse": 40}  # variants of each kind, at most


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
    for file in sorted(FOLDER.glob("*.json*")):
        if made == "txt":
            shutil.copyfile(file, folder / file.name)
        elif file.name != MANIFEST:
            text = file.read_text(encoding="utf-8").replace('.txt"', f'.{made}"')
            (folder / file.name).write_text(text, encoding="utf-8")
    return folder


def seal(passing: Path) -> Path:
    """Make variants.jsonl and manifest.json of `FOLDER` anew, and the release in `passing`."""
    (FOLDER / VARIED).unlink(missing_ok=True)
    (FOLDER / MANIFEST).unlink(missing_ok=True)
    release = read_files(write_release(passing)).release()
    drawn = [
        {"id": v.id, "variant_of": v.variant_of, "variant": v.variant, "question": v.question}
        for v in draw_variants(release)
    ]
    write_lines(FOLDER / VARIED, drawn)
    write_release(passing)
    write_manifest(FOLDER, make_manifest(passing, passing.name, VERSION))
    return write_release(passing)


def draw_variants(release: Release, seed: int = SEED) -> Iterator[Question]:
    """The answerable questions asked otherwise: DRAWN of each kind, each in one language.

    Which questions, in which language and with which mistakes hangs on `seed` alone.
    """
    twins = {twin.twin_of: twin for twin in release.twins}
    answerable = [question for question in release.questions if not question.must_abstain]
    for kind, wanted in DRAWN.items():
        draw = Random(f"{seed} {kind}")  # noqa: S311 - the same draw again is what is wanted
        order = draw.sample(answerable, len(answerable))
        pairs = [draw.sample([question, twins[question.id]], 2) for question in order]
        made = [changed for pair in pairs if (changed := _changed(pair, kind, seed))]
        yield from sorted(made[:wanted], key=lambda question: question.id)


def _changed(pair: Sequence[Question], kind: str, seed: int) -> Question | None:
    """The first of the pair that the variant changes, changed; None when it changes neither."""
    for question in pair:
        words = vary(kind, question.question, question.lang, f"{seed} {question.id}")
        if words is not None:
            return question.varied(f"{question.id}-{kind}", kind, words)
    return None
