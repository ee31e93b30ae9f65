"""`python -m eval fit-salience`: the weights that choose a summary's sentences, from its gold.

Knows: the command. Does not know: how weights are fitted.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from eval.cli_options import AsJson, ReleaseName, chosen

Weights = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file: rag/summaries/weights.json.")
]


def fit_salience(release: ReleaseName, output: Weights = None, as_object: AsJson = False) -> None:
    """Fit the weights on the papers of a release that are not kept for testing."""
    from eval.fit_salience import cases, fit, write_weights
    from eval.gold_summaries import read_summaries
    from eval.product import assistant_over
    from index.settings import load_settings

    with chosen(release, None, "nl,en") as papers, tempfile.TemporaryDirectory() as passing:
        gold = read_summaries(papers[0].documents.parent)
        assistant = assistant_over(papers[0], Path(passing) / "library", load_settings())
        with assistant.library:
            learnt = cases(assistant, papers[0], gold)
    made, ranked = fit(learnt)
    if output is not None:
        write_weights(made, ranked, len(learnt), output)
    if as_object:
        typer.echo(json.dumps({"cases": len(learnt), "ranked": ranked, "weights": made.weights}))
    else:
        typer.echo(f"{len(learnt)} sentences; ranked right on other meetings: {ranked:.3f}")
