"""`python -m eval`: measure the reading, the search and the answers on a release.

Knows: the commands, and what goes to stdout. Does not know: what is measured.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from eval.cli_beside import beside
from eval.cli_fit import fit
from eval.cli_fit_salience import fit_salience
from eval.cli_judge import judge
from eval.cli_judging import compare, gate, report
from eval.cli_options import (
    Answerers,
    AsJson,
    AsMarkdown,
    Handed,
    Langs,
    LibraryFolder,
    Limit,
    Output,
    ReleaseName,
    Seed,
    SplitName,
    Systems,
    Variants,
    chosen,
    part,
    places,
    progress,
    wanted,
)
from eval.cli_overviews import overviews
from eval.cli_release import doctor, ls, seal, validate
from eval.cli_show import show
from eval.handed_in import STRUCTURE
from eval.release import find_release, load_release
from eval.run import write_structure
from eval.running import run_systems
from eval.score import score_folder
from eval.search_runs import (
    ANSWERERS,
    PRODUCT,
    among,
    find_collection,
    plan,
    search_papers,
    search_texts,
)
from eval.tables import as_markdown
from eval.variants import SEED
from index.errors import RaadpleegError

app = typer.Typer(
    help="Measure reading, search and answers on a release of papers with questions.",
    no_args_is_help=True,
    add_completion=False,
)
for command in (
    ls,
    validate,
    doctor,
    compare,
    gate,
    report,
    beside,
    judge,
    fit,
    fit_salience,
    overviews,
):
    app.command()(command)
app.command(hidden=True)(seal)


@app.command()
def structure(release: ReleaseName, output: Output = None, as_object: AsJson = False) -> None:
    """Read the papers and score their agenda items; lists every difference."""
    from eval.product import open_product  # the product is heavy; `score` does without it

    with chosen(release, None, "nl,en") as papers, places(output, None) as (folder, library):
        with open_product(papers[0], library) as system:
            write_structure(system, papers[1], folder, progress)
        show(score_folder(*papers, folder, [STRUCTURE]), as_object, remarks=True)


@app.command()
def retrieve(  # noqa: PLR0913 - an argument is an option
    release: ReleaseName,
    systems: Systems = PRODUCT,
    variants: Variants = "",
    seed: Seed = SEED,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
    output: Output = None,
    library: LibraryFolder = None,
    as_object: AsJson = False,
) -> None:
    """Search for every question and score what is found.

    The release may be one for retrieval alone: a BEIR folder, or the law questions.
    """
    planned, spoken = plan(systems, variants, seed), wanted(langs)
    with find_release(release) as folder, places(output, library) as there:
        texts = find_collection(folder)
        if texts is not None:
            card = search_texts(texts.part(limit, spoken), planned, there, progress)
        else:
            whole = load_release(folder)
            papers = whole, part(whole, limit, spoken, split)
            card = search_papers(papers, planned, there, progress)
    show(card, as_object)


@app.command()
def run(  # noqa: PLR0913 - an argument is an option
    release: ReleaseName,
    systems: Answerers = PRODUCT,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
    output: Output = None,
    library: LibraryFolder = None,
    as_object: AsJson = False,
) -> None:
    """Read the papers, search and ask for every question, and score it all.

    A run that was stopped goes on where it was when it is started again with the same --output.
    """
    named = among("--systems", systems, ANSWERERS) or (PRODUCT,)
    with chosen(release, limit, langs, split) as papers, places(output, library) as there:
        card = run_systems(papers, named, there, _say, progress)
    show(card, as_object)


@app.command()
def score(  # noqa: PLR0913 - an argument is an option
    release: ReleaseName,
    output: Handed,
    limit: Limit = None,
    langs: Langs = "nl,en",
    split: SplitName = None,
    as_object: AsJson = False,
    as_page: AsMarkdown = False,
) -> None:
    """Score the files of a run, made by this or by any other system."""
    with chosen(release, limit, langs, split) as papers:
        card = score_folder(*papers, output)
    if as_page:
        sys.stdout.write(as_markdown(card))
    else:
        show(card, as_object)


def main(arguments: Sequence[str] | None = None, name: str = "python -m eval") -> None:
    """Runs the command line; what the reader can mend is one line on stderr and exit 2.

    arguments: those of this process where none are given; name: what it is called in its help.
    """
    try:
        app(args=arguments, prog_name=name)
    except RaadpleegError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(2)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
