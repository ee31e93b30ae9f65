"""`python -m eval fit`: the weights that choose sentences and withhold answers, from questions.

Knows: the command, which splits may be learnt from. Does not know: how weights are fitted.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from eval.cli_options import AsJson, ReleaseName, chosen, progress
from eval.gold import LANGS, Split

LEARNT: tuple[Split, ...] = ("smoke", "dev")  # never test
WITHHELD = 0.2

Withheld = Annotated[
    float, typer.Option(min=0.0, max=1.0, help="Share of answerable questions to withhold at most.")
]
Weights = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file to write: rag/weights.json.")
]


def fit(
    release: ReleaseName,
    withheld: Withheld = WITHHELD,
    output: Weights = None,
    as_object: AsJson = False,
) -> None:
    """Fit the weights on the smoke and dev questions of a release; needs scikit-learn."""
    from eval.fit import as_object as told
    from eval.fit import cases, write_weights
    from eval.fit import fit as fitted
    from eval.product import assistant_over
    from index.settings import load_settings

    with chosen(release, None, "nl,en") as papers, tempfile.TemporaryDirectory() as passing:
        assistant = assistant_over(papers[0], Path(passing) / "library", load_settings())
        with assistant.library:
            learnt = [
                case
                for split in LEARNT
                for case in cases(assistant, papers[0].part(None, LANGS, split), progress)
            ]
    made = fitted(learnt, withheld)
    if output is not None:
        write_weights(made, output, papers[0].name)
    if as_object:
        typer.echo(json.dumps(told(made), indent=1))
    else:
        typer.echo(
            f"{made.cases} cases; on folds not fitted on: near misses answered "
            f"{made.answered_in_vain:.2f}, answerable questions withheld {made.withheld:.2f}; "
            f"answers from a probability of {made.least:.3f}"
        )
