"""The model folder: weights, tokenizer, the two settings files, the card.

Knows: what sentence-transformers expects of a folder. Does not know: how the model was made beyond
what the card says of it. There is no Normalize module: in half precision it would turn a text
without a word into numbers that are none; whoever embeds scales to length 1 in float32.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from safetensors.numpy import save

from index.errors import RaadpleegError
from index.training.measure import Figure, Model
from index.training.recipe import Recipe
from index.training.texts import SHARE_ALIKE

LIMIT = 25_000_000  # bytes of the whole folder
WEIGHTS, TOKENIZER, CARD = "model.safetensors", "tokenizer.json", "README.md"
_MODULES = [
    {"idx": 0, "name": "0", "path": "", "type": "sentence_transformers.models.StaticEmbedding"}
]
_SETTINGS = {
    "model_type": "SentenceTransformer",
    "prompts": {"query": "", "document": ""},
    "default_prompt_name": None,
    "similarity_fn_name": "cosine",
}
_ORIGINS = {
    "jha_terms.tsv": ("field glossary with variants and acronyms", "this project", "free"),
    "home_parallel.jsonl": ("sentences of the genre, asylum and police", "this project", "free"),
    "justice_parallel.jsonl": ("sentences of the genre, law and courts", "this project", "free"),
    "home_questions.jsonl": ("Dutch passages with questions", "this project", "free"),
    "justice_questions.jsonl": ("Dutch passages with questions", "this project", "free"),
    "europarl_2000.tsv": (
        "sentence pairs of the European Parliament, early 2000",
        "Europarl sample of the NLTK data",
        "proceedings, free with source named",
    ),
    "wiktionary_nl_en.tsv": ("word pairs", "English Wiktionary, 2015", "CC BY-SA 3.0"),
    "news_parallel.tsv": ("news sentences", "NTREX-128 and FLORES-200 dev", "CC BY-SA 4.0"),
    "kamervragen_pairs.jsonl": (
        "questions of parliament with the minister's answer, Dutch",
        "records of the Dutch parliament",
        "free",
    ),
}
_FILE_OF = {"wiktionary": "wiktionary_nl_en.tsv", "news": "news_parallel.tsv"}


@dataclass(frozen=True, slots=True)
class Account:
    """What the card tells: recipe, sources left out, file digests, figures.

    kept: figures of the same recipe trained without the tenth it is measured on. shipped: what
    can be measured of the shipped model itself, which was trained on everything.
    """

    recipe: Recipe
    without: tuple[str, ...]
    digests: Mapping[str, str]
    kept: Sequence[Figure]
    shipped: Sequence[Figure]


def halved(model: Model) -> Model:
    """The model as it is shipped: vectors rounded to half precision."""
    return Model(model.tokenizer, model.rows.astype(np.float16).astype(np.float32))


def publish(model: Model, folder: Path, account: Account) -> int:
    """Writes the model folder and gives its size in bytes.

    Raises RaadpleegError when it would be larger than the repository allows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    weights = {"embedding.weight": model.rows.astype(np.float16)}
    (folder / WEIGHTS).write_bytes(save(weights))
    model.tokenizer.save(str(folder / TOKENIZER), pretty=False)
    _write_json(folder / "modules.json", _MODULES)
    _write_json(folder / "config_sentence_transformers.json", _SETTINGS)
    (folder / CARD).write_text(card(account), encoding="utf-8")
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > LIMIT:
        raise RaadpleegError(
            f"{folder}: {size} bytes, more than {LIMIT}; set fewer tokens or a smaller dimension"
        )
    return size


def as_table(figures: Sequence[Figure]) -> str:
    """The figures as lines of a Markdown table."""
    rows = [f"| {one.name} | {one.value:.3f} | {one.cases} |" for one in figures]
    return "\n".join(["| measure | share | cases |", "|---|---|---|", *rows])


def card(account: Account) -> str:
    """The model card, in Markdown with the fields that model hubs read."""
    left_out = {_FILE_OF[name] for name in account.without if name in _FILE_OF}
    share_alike = not set(SHARE_ALIKE) <= set(account.without)
    licence = "cc-by-sa-4.0" if share_alike else "eupl-1.2"
    rows = [
        f"| `{file}` | {what} | {origin} | {terms} | `{account.digests[file]}` |"
        for file, (what, origin, terms) in _ORIGINS.items()
        if file not in left_out
    ]
    choices = ", ".join(f"{name} {value}" for name, value in asdict(account.recipe).items())
    return _CARD.format(
        licence=licence,
        dimension=account.recipe.dimension,
        choices=choices,
        sources="\n".join(rows),
        attribution=_ATTRIBUTION if share_alike else "Nothing share-alike was used.",
        kept=as_table(account.kept),
        shipped=as_table(account.shipped),
    )


def _write_json(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


_ATTRIBUTION = """\
The vectors in this folder are licensed under [CC BY-SA
4.0](https://creativecommons.org/licenses/by-sa/4.0/), because two of their sources ask for it: word
pairs from the English Wiktionary, by its authors (CC BY-SA 3.0, which allows a later version), and
sentences of NTREX-128 (Microsoft) and of FLORES-200 (Meta), CC BY-SA 4.0. Both were turned into
vectors together with the other texts named here. The program that trains and reads them is
licensed under EUPL-1.2."""

_CARD = """\
---
license: {licence}
language: [nl, en]
library_name: sentence-transformers
pipeline_tag: sentence-similarity
tags: [static-embeddings, dutch, english, justice-and-home-affairs]
---

# Dutch and English token vectors for papers of the Justice and Home Affairs Council

A table of {dimension} numbers a token in half precision. The vector of a text is the mean of its
tokens' vectors, to be compared by cosine; a Dutch text and its English translation come out close
together. It was trained from nothing, on a processor, by `python -m index.training`; no other model
went into it. It reads lower case without accents and knows no word order, so it cannot tell who
did what to whom.

Uses: finding Dutch passages for an English question; finding the Dutch words that an English word
may stand for. Not meant for other languages, for general-purpose search, or for judging whether a
statement is true.

    from sentence_transformers import SentenceTransformer
    model = SentenceTransformer("index/model")
    dutch, english = model.encode(["grensprocedure", "border procedure"])

## Figures

The recipe, trained without the tenth of the glossary and of the questions that it is measured on;
this is what its choices were made by:

{kept}

The model in this folder, trained on everything:

{shipped}

What else was tried stands in `docs/model.md`.

## Recipe

{choices}.

## Sources

| file | what | origin | terms | SHA-256 |
|---|---|---|---|---|
{sources}

Texts written for this project are invented in their details: nothing in them is a fact about
anyone.

## Licence

{attribution}
"""
