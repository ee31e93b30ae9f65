"""`raadpleeg glossary check | find`: for staff who extend the glossary with terms of their own.

Knows: options, what is printed, exit statuses. Does not know: what is wrong with a glossary
(`index.glossary_check`), how its terms are recognised (`index.glossary`).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rag.edge import NOTHING, Desk, Object
from rag.terminal import complain, out

if TYPE_CHECKING:
    from index.glossary import Found
    from index.glossary_check import Checked

SHOWN = 40  # remarks of each kind that a person is shown; --json gives all

app = typer.Typer(
    help="Check your own terms, and see what is recognised in a text. A line holds a Dutch term, a "
    "tab and an English one; if you like also other Dutch names, other English ones (with ; "
    "between them) and a kind. The setting glossary (RAADPLEEG_GLOSSARY) names your file.",
    no_args_is_help=True,
)
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]


@app.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(
            help="A glossary; else that of the setting glossary, else the shipped one.",
            readable=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Say what is read of a glossary, which lines are left out, and which names mislead.

    Exit status 1 when lines are left out; what else is said may be meant.
    """
    with Desk(None, False, as_json) as desk:
        from index.glossary import FILE
        from index.glossary_check import check_glossary

        own = desk.settings.glossary
        checked = check_glossary(file or (Path(own) if own else FILE))
        _print(_checked_json(checked) if as_json else _checked_lines(checked))
        if checked.broken:
            raise SystemExit(NOTHING)


@app.command()
def find(
    text: Annotated[str, typer.Argument(help="A question, or any text.")],
    as_json: AsJson = False,
) -> None:
    """Show which terms are recognised in a text, and what they are called in Dutch.

    The number after a name is its weight among glossary terms, which search counts somewhat less
    than the words of the question itself (docs/search.md). Exit status 1 when
    nothing is recognised.
    """
    with Desk(None, False, as_json) as desk:
        from index.glossary import open_glossary

        held = open_glossary(desk.settings.glossary)
        for problem in held.problems:
            complain(problem)
        found = held.find(text)
        _print(_found_json(text, found) if as_json else _found_lines(found))
        if not found:
            raise SystemExit(NOTHING)


def _checked_json(checked: Checked) -> Object:
    return {
        "file": str(checked.file),
        "terms": checked.terms,
        "broken": [
            {"line": one.line, "why": one.why, "remedy": one.remedy} for one in checked.broken
        ],
        "remarks": [
            {"line": one.line, "kind": one.kind, "name": one.name, "says": one.says}
            for one in checked.remarks
        ],
    }


def _checked_lines(checked: Checked) -> list[str]:
    left_out = f", lines left out: {len(checked.broken)}" if checked.broken else ""
    lines = [f"{checked.file}: terms read: {checked.terms}{left_out}"]
    lines += [f"line {one.line}: {one.why}; {one.remedy}" for one in checked.broken]
    told: Counter[str] = Counter()
    for one in checked.remarks:
        told[one.kind] += 1
        if told[one.kind] <= SHOWN:
            lines.append(f"line {one.line}: {one.says}")
    more = {kind: number - SHOWN for kind, number in told.items() if number > SHOWN}
    return lines + [f"{kind}: {number} more; --json gives all" for kind, number in more.items()]


def _found_json(text: str, found: Sequence[Found]) -> Object:
    return {
        "text": text,
        "found": [
            {
                "words": one.words,
                "dutch": [{"name": name, "weight": weight} for name, weight in _weighed(one)],
                "english": list(one.concept.en),
                "kind": one.concept.kind,
                "sure": round(one.sure, 3),
                "terms": {term: round(weight, 3) for term, weight in one.names().items()},
            }
            for one in found
        ],
    }


def _found_lines(found: Sequence[Found]) -> list[str]:
    lines = [
        f"{one.words}: {', '.join(f'{name} {weight}' for name, weight in _weighed(one))}"
        for one in found
    ]
    return lines or ["nothing recognised"]


def _weighed(found: Found) -> list[tuple[str, float]]:
    """The Dutch names of what was found, each with its weight, which its words share."""
    from index.glossary import MAIN_NAME, OTHER_NAME

    main, *others = found.concept.nl
    weighed = [(main, MAIN_NAME), *((name, OTHER_NAME) for name in others)]
    return [(name, round(found.sure * weight, 3)) for name, weight in weighed]


def _print(said: Object | Sequence[str]) -> None:
    """One JSON object, or lines, on stdout."""
    text = json.dumps(said, ensure_ascii=False) if isinstance(said, dict) else "\n".join(said)
    out().write(text + "\n")
