"""`python -m eval fit-salience`: the weights that choose a summary's sentences, from its gold.

Knows: the command. Does not know: how weights are fitted, how they are measured.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.cli_options import AsJson, ReleaseName, chosen, places

if TYPE_CHECKING:
    from eval.fit_salience import Source  # the product is heavy; `score` does without it

Also = Annotated[
    str | None, typer.Option("--also", help="A second release; neither counts more than the other.")
]
LabelFolder = Annotated[
    Path | None,
    typer.Option("--labels", help="What summaries of --also must tell, by place and digest."),
]
Weights = Annotated[
    Path | None, typer.Option("--output", "-o", help="The file: rag/summaries/weights.json.")
]


def fit_salience(
    release: ReleaseName,
    also: Also = None,
    labels: LabelFolder = None,
    output: Weights = None,
    as_object: AsJson = False,
) -> None:
    """Fit the weights on papers that are not kept for testing; tell how they do on papers left out.

    Each meeting is left out in turn: no figure is of a paper that its weights were fitted on.
    """
    from eval.fit_salience import cases, fit, write_weights
    from eval.salience_figures import left_out, ranked
    from index.errors import RaadpleegError

    if labels is not None and also is None:
        raise RaadpleegError("--labels goes with --also; name the release that they are of")
    with ExitStack() as opened:
        sources = [opened.enter_context(_source(release, None))]
        if also is not None:
            sources.append(opened.enter_context(_source(also, labels)))
        learnt = [case for source in sources for case in cases(source)]
        made = fit(learnt)
        lines = [each.line() for each in left_out(sources, learnt)]
        for source in sources:
            own = [case for case in learnt if case.release == source.release.name]
            lines.append(f"{source.release.name}: ranked right {ranked(learnt, own):.3f}")
    if output is not None:
        write_weights(made, learnt, lines, output)
    if as_object:
        told = {"cases": len(learnt), "on papers left out": lines, "weights": made.weights}
        typer.echo(json.dumps(told))
    else:
        typer.echo("\n".join([f"{len(learnt)} sentences", *lines]))


@contextmanager
def _source(name: str, labels: Path | None) -> Iterator[Source]:
    """A release with its gold, or that of the labels, and the product over its papers."""
    from eval.fit_salience import Source
    from eval.gold_summaries import read_summaries
    from eval.overviews_labels import Sentences, read_placed
    from eval.product import assistant_over
    from index.settings import load_settings

    with chosen(name, None, "nl,en") as (whole, _), places(None, None) as (_, shelf):
        assistant = assistant_over(whole, shelf, load_settings())
        with assistant.library:
            if labels is None:
                gold = read_summaries(whole.documents.parent)
            else:
                gold = read_placed(labels, Sentences.of(assistant.library))
            yield Source(whole, gold, assistant)
