"""`python -m eval retrieve`: which systems search, for which questions, asked in which ways.

Knows: the order of the work, and the files that are kept of it. Does not know: how systems search,
how values are reckoned.
The product's own results lie in the run's folder itself, those of another system in a folder of
its name, and those of a variant in a folder of the variant's name below that.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from eval.collection import Collection, Query, is_beir, load_beir
from eval.gold import ItemNames, Question, Release
from eval.handed_in import RETRIEVAL, load_found
from eval.law_questions import is_law_questions, load_law_questions
from eval.ranking import MEASURES, Values, rank_values, write_trec
from eval.retrieval import EVIDENCE, SUCCESS, score_retrieval
from eval.run import Progress, System, write_retrieval
from eval.scorecard import Scorecard, Section, retrieval_section
from eval.side_by_side import Asked, Changed, systems_section, variants_section
from eval.variants import SEED, VARIANTS, varied, vary
from index.errors import RaadpleegError

PRODUCT = "product"
SYSTEMS = (PRODUCT, "bm25", "dense", "hybrid", "random")
ANSWERERS = (*SYSTEMS, "copy", "silent", "oracle")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run: systems, the first being the one that the others are held against; variants."""

    systems: tuple[str, ...] = (PRODUCT,)
    variants: tuple[str, ...] = ()
    seed: int = SEED


def plan(systems: str, variants: str, seed: int) -> Plan:
    """The plan in words with commas between; RaadpleegError names what there is to choose from."""
    chosen = among("--systems", systems, SYSTEMS) or (PRODUCT,)
    return Plan(chosen, among("--variants", variants, tuple(VARIANTS)), seed)


def find_collection(folder: Path) -> Collection | None:
    """The release for retrieval alone in `folder`; None when it is of another kind."""
    if is_beir(folder):
        return load_beir(folder)
    return load_law_questions(folder) if is_law_questions(folder) else None


def search_papers(
    release: tuple[Release, Release], chosen: Plan, places: tuple[Path, Path], progress: Progress
) -> Scorecard:
    """Every system of the plan over papers with gold items; their scorecard.

    release: the whole and the part of it to ask; places: the run's folder and the library's.
    """
    whole, part = release
    folder, library = places
    ways = {variant: varied(part, variant, chosen.seed) for variant in chosen.variants}
    for system in chosen.systems:
        with _opened(system, whole, library) as opened:
            for variant, some in {"": part, **ways}.items():
                inside = _within(folder, system, variant)
                (inside / RETRIEVAL).unlink(missing_ok=True)  # searched anew, however it was left
                write_retrieval(opened, some, inside, progress)

    ids = {question.id for question in whole.everything}
    names = ItemNames(whole.structure)

    def values(system: str, variant: str, some: Release) -> Values:
        found = load_found(_within(folder, system, variant) / RETRIEVAL, ids)
        scores = score_retrieval(some.everything, found, names)
        return {s.id: {SUCCESS: float(s.success), EVIDENCE: s.evidence_recall} for s in scores}

    first = load_found(_within(folder, chosen.systems[0], "") / RETRIEVAL, ids)
    clean = {system: values(system, "", part) for system in chosen.systems}
    changed = [
        Changed(system, variant, values(system, variant, some), _words(some.everything))
        for system in chosen.systems
        for variant, some in ways.items()
    ]
    langs = {question.id: question.lang for question in part.everything}
    asked = Asked(langs, (SUCCESS, EVIDENCE), frozenset({SUCCESS}))
    sections = [retrieval_section(part, first)]
    if len(chosen.systems) > 1:
        sections.append(systems_section(asked, clean))
    sections += _variants(asked, clean, changed)
    return Scorecard(whole.name, part.whole, tuple(sections))


def search_texts(
    collection: Collection, chosen: Plan, places: tuple[Path, Path], progress: Progress
) -> Scorecard:
    """Every system of the plan over a collection; their scorecard.

    places: the run's folder, where each ranking is kept in TREC's form, and the library's.
    """
    from eval.collection_library import open_collection  # the product is heavy

    if not collection.queries:
        raise RaadpleegError(
            f"{collection.name}: has no question in these languages; widen --langs"
        )
    folder, library = places
    reworded = {variant: _reworded(collection, variant, chosen.seed) for variant in chosen.variants}
    ways = {"": collection, **reworded}
    values: dict[tuple[str, str], Values] = {}
    with open_collection(collection, library) as search:
        for system in chosen.systems:
            for variant, part in ways.items():
                name = f"{system}-{variant}" if variant else system
                found = {
                    query.id: search.texts(system, query.question)
                    for query in progress(part.queries, name)
                }
                write_trec(folder / f"{name}.trec", found, name)
                values[system, variant] = rank_values(part, found)
    changed = [
        Changed(system, variant, values[system, variant], _words(part.queries))
        for system in chosen.systems
        for variant, part in reworded.items()
    ]
    asked = Asked({query.id: query.lang for query in collection.queries}, MEASURES)
    clean = {system: values[system, ""] for system in chosen.systems}
    sections = [systems_section(asked, clean), *_variants(asked, clean, changed)]
    return Scorecard(collection.name, collection.whole, tuple(sections))


def _variants(
    asked: Asked, clean: Mapping[str, Values], changed: Sequence[Changed]
) -> Iterator[Section]:
    if changed:
        yield variants_section(asked, clean, changed)


def _opened(system: str, release: Release, library: Path) -> AbstractContextManager[System]:
    """The system over the library in `library`, which the first to be asked makes."""
    if system == PRODUCT:
        from eval.product import open_product  # the product is heavy

        return open_product(release, library)
    from eval.systems import open_system

    return open_system(system, release, library)


def _within(folder: Path, system: str, variant: str) -> Path:
    """The folder of a system's results for one way of asking; made when it is not there."""
    inside = folder if system == PRODUCT else folder / system
    inside = inside / variant if variant else inside
    inside.mkdir(parents=True, exist_ok=True)
    return inside


def _reworded(collection: Collection, variant: str, seed: int) -> Collection:
    """The questions that the variant changes, under their own ids."""
    queries = []
    for query in collection.queries:
        words = vary(variant, query.question, query.lang, f"{seed} {query.id}")
        if words is not None:
            queries.append(replace(query, question=words))
    return replace(collection, queries=tuple(queries))


def _words(asked: Sequence[Question] | Sequence[Query]) -> Mapping[str, str]:
    return {each.id: each.question for each in asked}


def among(option: str, names: str, known: Sequence[str]) -> tuple[str, ...]:
    """What `names` names of `known`, each once; RaadpleegError tells what there is."""
    given = tuple(dict.fromkeys(name.strip() for name in names.split(",") if name.strip()))
    if not set(given) <= set(known):
        raise RaadpleegError(f"{option} {names}: choose from {','.join(known)}")
    return given
