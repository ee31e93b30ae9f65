"""`make bench`: speeds and sizes of the product on this machine, as medians with their spread.

Knows: what is timed and how often. Does not know: how fast is fast enough; the README says what
was measured and where.
"""

from __future__ import annotations

import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from index.settings import Settings

RAADPLEEG = [sys.executable, "-m", "app"]
ROOT = Path(__file__).parents[1]
QUESTION = "what was NL's position on CSAM detection?"
RUNS = 7


def main() -> None:
    """Measure everything and print one line each."""
    with tempfile.TemporaryDirectory() as passing:
        demo = Path(passing) / "demo"
        environment = {"RAADPLEEG_DEMO": str(demo)}
        _tell("raadpleeg --help", _seconds(lambda: _run("--help")))
        _run("documents", "--demo", **environment)
        _tell(
            "ask, cold start, specimen library",
            _seconds(lambda: _run("ask", QUESTION, "--demo", **environment)),
        )
        _warm(demo / "library")
        _tell("page answers HTTP", _seconds(lambda: _page(environment), runs=3))
        _reading(Path(passing))
        _indexing(Path(passing))
        _transformer(Path(passing))


def _tell(what: str, seconds: list[float]) -> None:
    middle = statistics.median(seconds)
    sys.stdout.write(
        f"{what:44} {middle * 1000:8.0f} ms  "
        f"({min(seconds) * 1000:.0f} to {max(seconds) * 1000:.0f})\n"
    )
    sys.stdout.flush()


def _seconds(act: Callable[[], object], runs: int = RUNS) -> list[float]:
    """Wall seconds of each run."""
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        act()
        taken.append(time.perf_counter() - started)
    return taken


def _run(*arguments: str, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own command line, no shell
        [*RAADPLEEG, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def _warm(library: Path) -> None:
    """Questions and searches in one process, on the library as it stands."""
    from index.settings import load_settings
    from rag.open import open_assistant

    assistant = open_assistant(load_settings(), library)
    questions = [
        QUESTION,
        "Wat vond Nederland van het uitstel van EES?",
        "What did the Commission promise on e-evidence?",
    ]
    for question in questions:
        assistant.ask(question)
    _tell("ask, warm", [s for q in questions for s in _seconds(partial(assistant.ask, q))])
    _tell("search, warm", [s for q in questions for s in _seconds(partial(assistant.search, q))])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"{'memory of that process, at its peak':44} {peak:8.0f} MiB\n")


def _page(environment: dict[str, str]) -> None:
    """Start the page, wait until it answers, stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    page = subprocess.Popen(  # noqa: S603 - our own command line, no shell
        [*RAADPLEEG, "serve", "--demo", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5).close()
                return
            except (urllib.error.URLError, OSError):
                time.sleep(0.05)
        raise TimeoutError("the page did not answer within 60 s")
    finally:
        page.terminate()
        page.wait(timeout=20)


def _shelf(shelf: Path, copies: int) -> Path:
    """Specimen papers as text files, `copies` times over, each told apart by a line."""
    from index.specimen import papers
    from index.specimen.paper import parse
    from index.specimen.render import render

    shelf.mkdir()
    for paper in papers():
        text = render(parse(paper), "txt").decode("utf-8")
        for copy in range(copies):
            (shelf / f"{paper.stem}-{copy}.txt").write_text(
                f"{text}\nKopie {copy}.\n", encoding="utf-8"
            )
    return shelf


def _add(shelf: Path, folder: Path, settings: Settings) -> tuple[int, float]:
    """Passages made of a shelf and the seconds it took: reading, cutting, embedding, keeping."""
    from rag.open import add_paths, open_library

    started = time.perf_counter()
    with open_library(settings, folder, create=True) as library:
        add_paths(library, [shelf], settings)
        taken = time.perf_counter() - started
        return sum(entry.passages for entry in library.documents()), taken


def _reading(passing: Path) -> None:
    """Text files to outlines, without passages and vectors, on one core."""
    from index.agenda import agenda_items
    from index.build import describe
    from index.read import read

    files = sorted(_shelf(passing / "two", 2).iterdir())
    started = time.perf_counter()
    pages = 0
    for file in files:
        manuscript = read(file)
        describe(manuscript, file, file.name)
        agenda_items(manuscript)
        pages += len(manuscript.page_starts or (0,))
    speed = pages / (time.perf_counter() - started)
    sys.stdout.write(
        f"{'reading text to its outline':44} {speed:8.0f} pages/s     ({pages} pages)\n"
    )


def _indexing(passing: Path) -> None:
    """The specimen papers, ten times over, with the shipped embedder."""
    from index.settings import load_settings

    count, taken = _add(_shelf(passing / "ten", 10), passing / "large", load_settings())
    sys.stdout.write(
        f"{'indexing with the shipped embedder':44} {count / taken:8.0f} passages/s  "
        f"({count} passages)\n"
    )


def _transformer(passing: Path) -> None:
    """Adding with a transformer embedder (random weights) against bare encoding plus reading."""
    from index.build import build
    from index.embed import open_embedder
    from index.settings import load_settings

    settings = load_settings(embedder=str(_random_model(passing / "model")), embedder_batch=32)
    shelf = _shelf(passing / "one", 1)
    open_embedder(settings).passages(["warm up"])
    count, taken = _add(shelf, passing / "small", settings)
    started = time.perf_counter()
    readings = [build(path, settings) for path in sorted(shelf.iterdir())]
    reading = time.perf_counter() - started
    embedder = open_embedder(settings)
    embedder.passages(["warm up"])
    started = time.perf_counter()
    embedder.passages([text for made in readings for text in made.embedded])
    encoding = time.perf_counter() - started
    ratio = taken / (encoding + reading)
    sys.stdout.write(
        f"{'adding / (encoding + reading), transformer':44} {ratio:8.2f} times  "
        f"({count} passages, encoding {encoding:.1f} s, reading {reading:.1f} s)\n"
    )


def _random_model(folder: Path) -> Path:
    """A BERT of six layers of 384 with random weights and a tokenizer of the specimen papers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    from index.specimen import papers

    tokenizer = BertWordPieceTokenizer()
    tokenizer.train([str(paper) for paper in papers()], vocab_size=4000, show_progress=False)
    base = folder.with_name("bert")
    words = base.with_suffix(".json")
    tokenizer.save(str(words))
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "model_max_length": 256}
    fast: Any = PreTrainedTokenizerFast
    fast(tokenizer_file=str(words), **special).save_pretrained(base)
    shape = BertConfig(
        vocab_size=4000,
        hidden_size=384,
        num_hidden_layers=6,
        num_attention_heads=12,
        intermediate_size=1536,
    )
    BertModel(shape).save_pretrained(base)
    body = Transformer(str(base), max_seq_length=256)
    SentenceTransformer(modules=[body, Pooling(384)]).save(str(folder), create_model_card=False)
    return folder


if __name__ == "__main__":
    main()
