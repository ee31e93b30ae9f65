"""The command `python -m index.training`: trains, measures, and writes the model folder.

Knows: the options, the order train - measure - train on everything - publish, what is printed.
Does not know: how any of it is done.
"""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path
from typing import Annotated

import typer

from index.errors import RaadpleegError
from index.training.files import digests
from index.training.measure import Figure, measure_kept, measure_translation, neighbours
from index.training.publish import Account, as_table, halved, publish
from index.training.recipe import Recipe
from index.training.texts import FILES, TABLES, read_texts
from index.training.train import train

SHOWN = 40

Data = Annotated[Path, typer.Option("--data", help="Folder with the training texts.")]
Benchmarks = Annotated[
    Path | None, typer.Option(help="Folder with the public pairs; beside --data when not given.")
]
Out = Annotated[Path | None, typer.Option(help="Model folder to write; only measures without it.")]
Without = Annotated[
    list[str] | None, typer.Option(help=f"A source to leave out: {', '.join(TABLES)}.")
]
Changes = Annotated[
    list[str] | None, typer.Option("--set", help="A choice of the recipe, as name=value.")
]
Words = Annotated[bool, typer.Option(help="Also print the nearest words of terms kept back.")]


def make(
    data: Data,
    benchmarks: Benchmarks = None,
    out: Out = None,
    without: Without = None,
    changes: Changes = None,
    words: Words = False,
) -> None:
    """Train the bilingual model, print what it can do, and write it to --out."""
    try:
        recipe, left_out = _chosen(changes or []), tuple(without or [])
        if unknown := set(left_out) - set(TABLES):
            raise RaadpleegError(f"--without {unknown.pop()}: choose from {', '.join(TABLES)}")
        pairs = benchmarks or data.parent / "benchmarks"
        kept = _measured(data, pairs, recipe, left_out, words)
        if out is not None:
            model = halved(train(read_texts(data, left_out, everything=True), recipe, _tell))
            shipped = measure_translation(model, pairs)
            account = Account(recipe, left_out, digests(data, FILES), kept, shipped)
            size = publish(model, out, account)
            typer.echo(f"\n{out}: {size} bytes\n\n{as_table(shipped)}")
    except RaadpleegError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None


def _measured(
    data: Path, pairs: Path, recipe: Recipe, left_out: tuple[str, ...], words: bool
) -> list[Figure]:
    """Trains without the tenth that is kept back, prints the figures and gives them."""
    texts = read_texts(data, left_out)
    model = halved(train(texts, recipe, _tell))
    figures = [*measure_translation(model, pairs), *measure_kept(model, texts)]
    typer.echo(as_table(figures))
    if words:
        found = neighbours(model, texts)
        for one in found[:: max(1, len(found) // SHOWN)][:SHOWN]:
            mark = "+" if set(one.right) & set(one.nearest) else "-"
            typer.echo(f"{mark} {one.word} ({', '.join(one.right)}): {' '.join(one.nearest)}")
    return figures


def _chosen(changes: list[str]) -> Recipe:
    """The recipe with `changes` made; raises RaadpleegError for one that it does not have."""
    recipe = Recipe()
    kinds = {field.name: type(getattr(recipe, field.name)) for field in fields(recipe)}
    for change in changes:
        name, _, value = change.partition("=")
        try:
            recipe = replace(recipe, **{name: kinds[name](value)})
        except (KeyError, ValueError):
            named = ", ".join(kinds)
            raise RaadpleegError(f"--set {change}: needs name=number, of {named}") from None
    return recipe


def _tell(message: str) -> None:
    typer.echo(message, err=True)
