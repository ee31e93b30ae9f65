"""What a transformer embedder costs beside its bare encoding, for `eval.bench`.

Knows: how to make a model with random weights, which takes as long as a trained one. Does not
know: what else is measured.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from eval.bench_papers import add, shelf

TURNS = 3  # by turns, as a busy machine slows the one or the other


def transformer(passing: Path) -> None:
    """Adding with a transformer embedder (random weights) against bare encoding plus reading."""
    from index.build import build
    from index.embed import open_embedder
    from index.settings import load_settings

    settings = load_settings(embedder=str(_random_model(passing / "model")), embedder_batch=32)
    papers_at = shelf(passing / "one", 1)
    open_embedder(settings).passages(["warm up"])
    ratios = []
    for turn in range(TURNS):
        count, taken = add(papers_at, passing / f"small-{turn}", settings)
        started = time.perf_counter()
        readings = [build(path, settings) for path in sorted(papers_at.iterdir())]
        reading = time.perf_counter() - started
        embedder = open_embedder(settings)
        embedder.passages(["warm up"])
        started = time.perf_counter()
        embedder.passages([text for made in readings for text in made.embedded])
        encoding = time.perf_counter() - started
        ratios.append(taken / (encoding + reading))
    sys.stdout.write(
        f"{'adding / (encoding + reading), transformer':44} {median(ratios):8.2f} times  "
        f"({min(ratios):.2f} to {max(ratios):.2f}; {count} passages, encoding {encoding:.1f} s, "
        f"reading {reading:.1f} s)\n"
    )


def _random_model(folder: Path) -> Path:
    """A BERT of six layers of 384 with random weights and a tokenizer of the specimen papers."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from tokenizers import BertWordPieceTokenizer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    from index.specimen import papers

    tokenizer = BertWordPieceTokenizer()
    tokenizer.train([str(paper) for paper in papers()], vocab_size=4000, show_progress=False)
    base = folder.with_name("bert")
    words = base.with_suffix(".json")
    tokenizer.save(str(words))
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "model_max_length": 256}
    fast: Any = PreTrainedTokenizerFast
    fast(tokenizer_file=str(words), **special).save_pretrained(base)
    shape = BertConfig(
        vocab_size=4000,
        hidden_size=384,
        num_hidden_layers=6,
        num_attention_heads=12,
        intermediate_size=1536,
    )
    BertModel(shape).save_pretrained(base)
    body = Transformer(str(base), max_seq_length=256)
    SentenceTransformer(modules=[body, Pooling(384)]).save(str(folder), create_model_card=False)
    return folder
