"""`python -m eval judge`: a language model grades the answers of a run, in a block of its own.

Knows: the command, its options, what goes to stdout. Does not know: prompts, servers, figures.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.cli_options import AsJson, Langs, Limit, ReleaseName, SplitName, chosen, progress
from eval.handed_in import ANSWERS, load_answers

if TYPE_CHECKING:
    from eval.intervals import Figure
    from eval.judge.verdicts import Verdict

Run = Annotated[Path, typer.Argument(help="Folder of the run whose answers are graded.")]
Url = Annotated[str, typer.Option("--judge-url", help="An OpenAI-compatible server.")]
Model = Annotated[str, typer.Option("--judge-model", help="The model that it is to use.")]
Seconds = Annotated[
    float, typer.Option("--judge-seconds", min=0.1, help="How long a reply may take.")
]
LabelFile = Annotated[
    Path | None, typer.Option("--labels", help="Human grades; else those of the house.")
]


def judge(  # noqa: PLR0913 - an argument is an option
    run: Run,
    release: ReleaseName,
    url: Url,
    model: Model,
    labels: LabelFile = None,
    seconds: Seconds = 120.0,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
    as_object: AsJson = False,
) -> None:
    """Have a model grade facts and support; a key is read from RAADPLEEG_JUDGE_KEY alone.

    Writes judge.json beside the run. No score is told until agreement with human labels is known.
    """
    from eval.judge.grading import grade  # the client is heavy; other commands do without it
    from eval.judge.labels import LABELLED, label_sheets, read_labels
    from eval.judge.server import KEY_VARIABLE, JudgeAddress, JudgeServer
    from eval.judge.verdicts import answer_sheets, verdict, verdict_json, write_verdict

    key = os.environ.get(KEY_VARIABLE, "")
    server = JudgeServer(JudgeAddress(url, model, key, seconds))
    labelled = label_sheets(read_labels(labels or LABELLED))
    with chosen(release, limit, langs, split) as (whole, part):
        given = load_answers(run / ANSWERS, {question.id for question in whole.everything})
        asked = answer_sheets(part.everything, given)
    sheets = [sheet for each in asked for sheet in each.sheets.values()]
    graded = grade([*sheets, *(each.sheet for each in labelled)], server, model, run, progress)
    told = verdict(asked, labelled, graded, run)
    file = write_verdict(told, run)
    if as_object:
        sys.stdout.write(json.dumps(verdict_json(told), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write("".join(f"{line}\n" for line in (*_lines(told), str(file))))


def _lines(told: Verdict) -> Iterator[str]:
    """The block as a reader is told it."""
    yield f"judge {told.model}: {told.asked} sheets asked; never averaged with the other figures"
    for block in told.blocks:
        lacking = f", {block.ungraded} without a grade" if block.ungraded else ""
        head = f"{block.kind}: {block.grades} grades{lacking}"
        if block.doubt is not None:
            yield f"{head}, no score: {block.doubt}"
            continue
        agreed = block.agreement
        yield f"{head}; agreement over {agreed.n} human labels: " + ", ".join(
            f"{figure.name} {_figure(figure)}" for figure in (agreed.kappa, agreed.exact)
        )
        for figure in block.figures:
            yield f"  {figure.name}: {_figure(figure)} n {figure.n}"
    yield from told.remarks


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    if figure.low is None or figure.high is None:
        return f"{figure.value:.3f}"
    return f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"
