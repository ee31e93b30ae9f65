"""How a scorecard is printed by every command of `python -m eval` that makes one.

Knows: stdout, tables or JSON. Does not know: commands, what is measured.
"""

from __future__ import annotations

import json
import sys

from rich.console import Console

from eval.scorecard import Scorecard
from eval.tables import as_json, as_tables, note


def show(card: Scorecard, as_object: bool, remarks: bool = False) -> None:
    """The scorecard on stdout; with `remarks` also what is to be read line by line."""
    if as_object:
        sys.stdout.write(json.dumps(as_json(card), ensure_ascii=False) + "\n")
        return
    console = Console()
    for table in as_tables(card):
        console.print(table)
    for line in (line for section in card.sections for line in section.remarks if remarks):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    console.print(note(card), markup=False, highlight=False, soft_wrap=True)
