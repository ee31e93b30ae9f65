"""What this machine would measure with, on one screen.

Knows: which versions, settings and costs decide what a run says and how long it takes. Does not
know: scores.
"""

from __future__ import annotations

import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from eval.identity import code
from eval.product import open_product
from eval.release import SPECIMEN, find_release, load_release
from index.settings import load_settings

PACKAGES = ("numpy", "scipy", "faiss-cpu", "tokenizers", "pydantic", "ir-measures", "torch")
_QUIET = ("library", "demo", "server_key", "password")


def findings() -> Iterator[tuple[str, str]]:
    """What and how, line by line; the last take as long as making a library and some questions."""
    settings = load_settings()
    plain = type(settings).model_construct()
    changed = {
        name: getattr(settings, name)
        for name in type(settings).model_fields
        if name not in _QUIET and getattr(settings, name) != getattr(plain, name)
    }
    yield "raadpleeg", _version("raadpleeg")
    yield "code", code()[:12]
    yield "python", f"{sys.version.split()[0]} on {platform.platform(terse=True)}"
    yield "packages", ", ".join(f"{name} {_version(name)}" for name in PACKAGES)
    yield "cores", str(os.cpu_count())
    yield "embedder", settings.embedder
    yield "writer", f"{settings.writer} {settings.model or settings.server_url}".strip()
    yield "settings changed", ", ".join(f"{k} = {v!r}" for k, v in changed.items()) or "none"
    yield from _measured()
    yield "memory at its highest", f"{_peak():.0f} MB"


def _measured() -> Iterator[tuple[str, str]]:
    """The specimen papers in a library, and its first questions, timed."""
    with find_release(SPECIMEN) as folder, tempfile.TemporaryDirectory() as passing:
        release = load_release(folder)
        with open_product(release, Path(passing) / "library") as system:
            asked = [question.question for question in release.questions[:11]]
            started = time.perf_counter()
            system.search(asked[0], 1)
            yield "library of the specimen", f"{len(release.structure)} papers"
            yield "  made and first searched", f"{time.perf_counter() - started:.2f} s"
            taken = [_seconds(system.ask, question) for question in asked]
            yield "one question", f"first {taken[0]:.3f} s, then {_middle(taken[1:]):.3f} s"


def _seconds(ask: Callable[[str], object], question: str) -> float:
    started = time.perf_counter()
    ask(question)
    return time.perf_counter() - started


def _middle(taken: list[float]) -> float:
    return sorted(taken)[len(taken) // 2]


def _peak() -> float:
    """Megabytes; the system counts in kilobytes, on macOS in bytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
