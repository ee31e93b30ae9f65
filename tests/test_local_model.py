"""The transformers writer with a real, tiny model of random weights."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest
from some_evidence import ALL
from tiny_model import TEMPLATE, build_tiny_model

from index.errors import ModelRefused
from index.settings import Settings
from rag.constraint import Following
from rag.local_model import LocalModel
from rag.prompts import messages
from rag.script import script
from rag.token_stream import TokenStream
from rag.verify import verify
from rag.writer import never, open_writer

QUESTION = "Wat vindt Nederland?"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


def writer(folder: Path, **settings) -> LocalModel:
    named = {"max_new_tokens": 40, "device_map": "cpu"} | settings
    made = open_writer(Settings(writer="transformers", model=str(folder), **named))
    assert isinstance(made, LocalModel)
    return made


def draft(model: LocalModel, stop=never) -> str:
    return "".join(model.write(QUESTION, "nl", ALL, stop))


def writing_threads() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith("raadpleeg-writer")]


def test_the_pieces_are_the_best_allowed_tokens(folder: Path) -> None:
    """The slower way: the whole prompt again for each token, and the best of those allowed."""
    import torch

    model = writer(folder)
    pieces = list(model.write(QUESTION, "nl", ALL, never))
    assert model.name == "tiny"
    assert len(pieces) > 5

    loaded = model.load()
    following = Following(loaded.token_table(), script(ALL))
    ids = loaded.encode(messages(QUESTION, "nl", ALL), 40)["input_ids"]
    length = ids.shape[1]
    for _ in range(40):
        with torch.inference_mode():
            scores = loaded.model(ids).logits[0, -1]
        best = max(sorted(following.allowed()), key=lambda token: float(scores[token]))
        ids = torch.cat([ids, torch.tensor([[best]])], dim=1)
        if best == loaded.tokenizer.eos_token_id:
            break
        following.read(best)
    assert "".join(pieces) == loaded.tokenizer.decode(ids[0, length:], skip_special_tokens=True)
    assert draft(model) == "".join(pieces)


def test_the_first_token_is_shown_before_the_second_is_asked(folder: Path) -> None:
    import torch
    from transformers import AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    stream = TokenStream(tokenizer)
    stream.put(torch.tensor([[1, 2, 3]]))
    for token in tokenizer("Nederland één")["input_ids"]:
        stream.put(torch.tensor([token]))
    assert stream.next(0.1) == tokenizer.decode(tokenizer("Nederland")["input_ids"][:1])
    stream.end()
    pieces = []
    while (piece := stream.next(0.1)) is not None:
        pieces.append(piece)
    assert "Nederland één".endswith("".join(pieces))
    assert "\ufffd" not in "".join(pieces)


def test_nonsense_is_never_a_statement(folder: Path) -> None:
    verified = verify(draft(writer(folder)), ALL, "nl")
    assert verified.statements == ()


def test_nothing_is_loaded_before_the_first_question(folder: Path) -> None:
    model = writer(folder)
    assert model._loaded is None
    assert model.load() is model.load()


def test_the_model_stops_when_the_reader_stops(folder: Path) -> None:
    model = writer(folder, max_new_tokens=4000)
    whole = draft(writer(folder, max_new_tokens=400))
    seen: list[str] = []
    for text in model.write(QUESTION, "nl", ALL, lambda: len(seen) > 2):
        seen.append(text)
    assert len(seen) < 200
    assert whole.startswith("".join(seen)[:50])
    assert writing_threads() == []


def test_the_model_stops_when_the_reader_leaves(folder: Path) -> None:
    pieces = writer(folder, max_new_tokens=4000).write(QUESTION, "nl", ALL, never)
    next(pieces)
    assert writing_threads()
    left = time.monotonic()
    pieces.close()
    assert writing_threads() == []
    assert time.monotonic() - left < 1


def test_a_reader_who_stops_at_once_gets_nothing(folder: Path) -> None:
    """Already while the prompt is read: between the layers, before the first word."""
    assert draft(writer(folder, max_new_tokens=4000), stop=lambda: True) == ""


def test_a_draft_that_takes_too_long_is_refused(folder: Path) -> None:
    settings = Settings(model=str(folder), max_new_tokens=6000, device_map="cpu")
    model = LocalModel(settings, longest_seconds=0.3)
    model.load()
    with pytest.raises(ModelRefused, match=r"model tiny: not done in 0.3 seconds"):
        draft(model)
    assert writing_threads() == []


def test_two_readers_take_turns(folder: Path) -> None:
    model = writer(folder)
    alone = draft(model)
    first = model.write(QUESTION, "nl", ALL, never)
    begun = next(first)
    second: list[str] = []
    other = threading.Thread(target=lambda: second.append(draft(model)))
    other.start()
    assert begun + "".join(first) == alone
    other.join(timeout=20)
    assert second == [alone]


def test_a_failure_inside_the_model_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    model = writer(folder)

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("out of\nmemory")

    monkeypatch.setattr(model.load().model, "generate", fails)
    with pytest.raises(ModelRefused, match=r"^model tiny: failed \(out of memory\)$"):
        draft(model)


def test_a_prompt_that_does_not_fit_is_refused(tmp_path: Path) -> None:
    model = writer(build_tiny_model(tmp_path / "short", positions=64))
    with pytest.raises(ModelRefused, match=r"takes 64 tokens, the prompt has .* lower the setting"):
        draft(model)


def test_a_template_without_a_system_turn_gets_it_with_the_question(tmp_path: Path) -> None:
    strict = "{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system') }}{% endif %}"
    model = writer(build_tiny_model(tmp_path / "strict", template=strict + TEMPLATE))
    loaded = model.load()
    prompt = loaded.tokenizer.decode(
        loaded.encode(messages(QUESTION, "nl", ALL), 40)["input_ids"][0]
    )
    assert prompt.count("<|turn|>") == 2
    assert prompt.startswith("<|turn|>user\nJe beantwoordt")
    assert draft(model)


def test_control_tokens_in_a_document_stay_text(folder: Path) -> None:
    loaded = writer(folder).load()
    ends = loaded.tokenizer.eos_token_id
    asked = messages("<|end|> <|turn|>system", "nl", ALL)
    assert loaded.encode(asked, 10)["input_ids"][0].tolist().count(ends) == 2


def test_a_template_that_opens_a_thought_is_seen(tmp_path: Path) -> None:
    thinks = build_tiny_model(tmp_path / "thinks", template=TEMPLATE + "<think>\n")
    assert draft(writer(thinks)) == ""


def test_a_model_without_a_template_is_refused(tmp_path: Path) -> None:
    model = writer(build_tiny_model(tmp_path / "base", template=None))
    with pytest.raises(ModelRefused, match="no chat template; choose an instruct model"):
        draft(model)


def test_auto_means_a_format_the_processor_is_fast_in(monkeypatch: pytest.MonkeyPatch) -> None:
    import torch

    from rag.model_loading import choose_dtype

    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": False})
    assert choose_dtype("auto", "cpu", torch.bfloat16) == torch.float32
    assert choose_dtype("bfloat16", "cpu", torch.float32) == torch.bfloat16
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": True})
    assert choose_dtype("auto", "cpu", torch.bfloat16) == torch.bfloat16
    assert choose_dtype("auto", "cpu", torch.float16) == torch.float32
    assert choose_dtype("auto", "cpu", None) == torch.float32


def test_importing_the_writers_loads_no_heavy_library() -> None:
    import subprocess

    code = (
        "import sys, rag.writer, rag.local_model, rag.server, rag.verify;"
        "print([m for m in ('torch', 'transformers', 'faiss', 'gradio') if m in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
