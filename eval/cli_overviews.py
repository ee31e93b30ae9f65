"""`python -m eval overviews`: summaries, positions and the register held against gold.

Knows: the command and its options. Does not know: what is measured.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from eval.cli_options import (
    AsJson,
    LibraryFolder,
    ReleaseName,
    SplitName,
    chosen,
    places,
    progress,
    wanted,
)
from eval.cli_show import show
from eval.gold import Lang
from eval.gold_summaries import SummaryGold, read_summaries
from eval.search_runs import among
from index.errors import RaadpleegError
from index.settings import load_settings

if TYPE_CHECKING:
    from rag.assistant import Assistant  # the product is heavy; `score` does without it

OVERVIEWS = ("product", "lead3", "random")  # overviews_systems.TELLERS, which is heavy
ALL = ",".join(OVERVIEWS)
KINDS = ("items", "papers", "positions", "register")
EVERY_KIND = ",".join(KINDS)

Tellers = Annotated[str, typer.Option("--systems", help=f"Who summarises; of {ALL}.")]
Kinds = Annotated[str, typer.Option("--only", help=f"Which overviews; of {EVERY_KIND}.")]
LabelFolder = Annotated[
    Path | None, typer.Option("--labels", help="Gold that names sentences by place and digest.")
]
TopicLangs = Annotated[str, typer.Option("--langs", help="Languages in which topics are named.")]
Remarks = Annotated[bool, typer.Option("--remarks", help="Also each case, line by line.")]


def overviews(  # noqa: PLR0913 - an argument is an option
    release: ReleaseName,
    systems: Tellers = ALL,
    only: Kinds = EVERY_KIND,
    labels: LabelFolder = None,
    split: SplitName = None,
    langs: TopicLangs = "nl",
    library: LibraryFolder = None,
    remarks: Remarks = False,
    as_object: AsJson = False,
) -> None:
    """Summarise items and papers, follow positions, keep the register; score it against gold."""
    from eval.overviews import asked_of, overview_card  # the product is heavy
    from eval.product import assistant_over

    named = among("--systems", systems, OVERVIEWS) or OVERVIEWS
    kinds = among("--only", only, KINDS) or KINDS
    spoken = cast("tuple[Lang, ...]", wanted(langs))
    with chosen(release, None, langs, split) as (whole, _), places(None, library) as (_, shelf):
        assistant = assistant_over(whole, shelf, load_settings())
        try:
            gold = _gold(whole.documents.parent, labels, assistant)
            asked = asked_of(whole, _only(gold, kinds), split, spoken, progress)
            card = overview_card(asked, assistant, named)
        finally:
            assistant.library.close()
    show(card, as_object, remarks)


def _gold(folder: Path, labels: Path | None, assistant: Assistant) -> SummaryGold:
    """The release's own gold, or that of the labels; RaadpleegError when there is none."""
    if labels is None:
        gold = read_summaries(folder)
    else:
        from eval.overviews_labels import Sentences, read_placed

        gold = read_placed(labels, Sentences.of(assistant.library))
    if not any((gold.items, gold.meetings, gold.positions, gold.register)):
        where = labels or folder
        raise RaadpleegError(f"{where}: holds no gold of overviews; give --labels FOLDER")
    return gold


def _only(gold: SummaryGold, kinds: Collection[str]) -> SummaryGold:
    """The gold of these kinds of overviews."""
    return SummaryGold(
        gold.items if "items" in kinds else (),
        gold.meetings if "papers" in kinds else (),
        gold.positions if "positions" in kinds else (),
        gold.register if "register" in kinds else (),
    )
