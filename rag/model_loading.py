"""Loads a causal language model with transformers, safely and whole.

Knows: torch and transformers, imported when a model is loaded. Does not know: settings, prompts,
generating.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from index.errors import ModelRefused
from rag.loaded_model import LoadedModel
from rag.model_folder import one_line

if TYPE_CHECKING:
    import torch
    from transformers import PreTrainedModel

# Instruction sets that compute in bfloat16, as torch names them.
_BFLOAT16 = ("avx512_bf16", "amx_bf16", "bf16")
_FAILURES = (
    OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, ImportError,
    MemoryError,
)  # fmt: skip


def load_model(folder: Path, dtype: str, device_map: str) -> LoadedModel:
    """The model of a checked folder; nothing is asked of a network and no code of its own is run.

    Raises ModelRefused when it is damaged, incomplete, unknown to transformers or too large.
    """
    from safetensors import SafetensorError
    from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

    try:
        config = AutoConfig.from_pretrained(folder, local_files_only=True, trust_remote_code=False)
        loaded = AutoModelForCausalLM.from_pretrained(
            folder,
            config=config,
            dtype=choose_dtype(dtype, device_map, config.dtype),
            device_map=device_map,
            local_files_only=True,
            trust_remote_code=False,
            use_safetensors=True,
            output_loading_info=True,
        )
        tokenizer = AutoTokenizer.from_pretrained(
            folder, local_files_only=True, trust_remote_code=False
        )
    except (*_FAILURES, SafetensorError) as error:
        raise ModelRefused(f"model {folder}: cannot be loaded ({one_line(error)})") from error
    model, report = cast("tuple[PreTrainedModel, dict[str, set[str]]]", loaded)
    if missing := report["missing_keys"]:
        raise ModelRefused(
            f"model {folder}: {len(missing)} weights are missing, among them {min(missing)};"
            " fetch it again"
        )
    return LoadedModel(folder.name, model, tokenizer)


def choose_dtype(setting: str, device_map: str, own: torch.dtype | None) -> torch.dtype:
    """The number format to run in: the one set, or for "auto" the model's own where that is fast.

    A processor without bfloat16 instructions runs that format many times slower than float32, and
    float16 slower still; there "auto" means float32.
    """
    import torch

    named = {"float32": torch.float32, "float16": torch.float16, "bfloat16": torch.bfloat16}
    if setting in named:
        return named[setting]
    if device_map != "cpu" and (torch.cuda.is_available() or torch.backends.mps.is_available()):
        return own or torch.float32
    able = torch.cpu.get_capabilities()
    fast = own == torch.bfloat16 and any(able.get(name, False) for name in _BFLOAT16)
    return torch.bfloat16 if fast else torch.float32
