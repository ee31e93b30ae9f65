"""What made the files of a run: release, system, settings and code, so that a run can go on later.

Knows: run.json, and what must be equal for old answers to be kept. Does not know: answers.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from eval.handed_in import ANSWERS, CANONICAL, RETRIEVAL, STRUCTURE
from eval.json_lines import read_object, write_object
from eval.manifest import fingerprint
from index.errors import RaadpleegError
from index.settings import Settings

RUN = "run.json"
MADE = (STRUCTURE, CANONICAL, RETRIEVAL, ANSWERS)
_ROOT = Path(__file__).parents[1]
_SOURCES = (".py", ".tsv", ".txt", ".json", ".safetensors")
_ASKING = ("baselines", "oracle", "product", "run", "systems")  # of eval, what answers hang on
# where things lie and who may see them: no answer hangs on it
_ELSEWHERE = frozenset({"library", "demo", "server_key", "password", "lock_timeout"})

Identity = Mapping[str, str]


def identity(release: Path, system: str, settings: Settings) -> Identity:
    """What answers of `system` to the release in the folder `release` hang on."""
    kept = settings.model_dump(mode="json", exclude=set(_ELSEWHERE))
    return {
        "release": fingerprint(release),
        "system": system,
        "settings": json.dumps(kept, sort_keys=True),
        "code": code(),
    }


@cache
def code() -> str:
    """One hash of everything of ours that an answer can hang on, the shipped model with it."""
    digest = hashlib.sha256()
    files = [file for room in ("index", "rag") for file in (_ROOT / room).rglob("*")]
    files += [_ROOT / "eval" / f"{name}.py" for name in _ASKING]
    for file in sorted(file for file in files if file.suffix in _SOURCES):
        digest.update(str(file.relative_to(_ROOT)).encode())
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def begin(folder: Path, made_by: Identity) -> str | None:
    """Make `folder` ready for a run: old answers are kept when the same made them, else removed.

    Returns what a reader is told of it, None when there was nothing. Raises RaadpleegError when
    the folder holds answers that no run of ours made: those are never touched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    there = [folder / name for name in MADE if (folder / name).exists()]
    known = folder / RUN
    if there and not known.exists():
        why = f"holds {there[0].name} that no run made; name another folder for --output"
        raise RaadpleegError(f"{folder}: {why}")
    before = read_object(known, dict[str, str]) if known.exists() else None
    write_object(known, made_by)
    if before is None or not there:
        return None
    changed = sorted(part for part, value in made_by.items() if before.get(part) != value)
    if not changed:
        return f"{folder}: goes on with what was answered before"
    for file in there:
        file.unlink()
    return f"{folder}: asked anew, because of another {', '.join(changed)}"
