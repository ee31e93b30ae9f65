"""Runs commands of the command line in this process, and makes papers for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

from index.specimen.render import Format, render
from rag.cli import app

PAPER = """Verslag van de JBZ-Raad van {day} juni {year}

Binnenlandse Zaken

1. Bestrijding van seksueel kindermisbruik

Nederland gaf aan detectie van bekend materiaal te steunen, maar grooming niet. De Commissie
verdedigde haar voorstel over detectie met nadruk. {more}

2. Schengen

Hongarije vroeg om sterkere buitengrenzen en om meer geld voor grensbewaking.
"""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one object on stdout."""
        (line,) = self.out.splitlines()
        return json.loads(line)

    @property
    def said(self) -> list[str]:
        """The messages on stderr, without the name of the program before each."""
        assert all(line.startswith("raadpleeg: ") for line in self.err.splitlines())
        return [line.removeprefix("raadpleeg: ") for line in self.err.splitlines()]


def run(*words: str | Path) -> Ran:
    """A command and its options."""
    done = CliRunner().invoke(app, [str(word) for word in words])
    if done.exception is not None and not isinstance(done.exception, SystemExit):
        raise done.exception
    return Ran(done.exit_code, done.stdout, done.stderr)


def paper(folder: Path, name: str = "verslag.txt", more: str = "", **when: int) -> Path:
    """A short report of June 2023, or of another `year` and `day`."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(PAPER.format(more=more, **{"day": 8, "year": 2023} | when), encoding="utf-8")
    return path


def specimen(folder: Path, name: str, made: Format = "txt") -> Path:
    """One of the specimen papers, printed."""
    from specimens import SHIPPED

    path = folder / f"{name}.{made}"
    path.write_bytes(render(SHIPPED[name], made))
    return path
