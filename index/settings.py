"""The settings, read once at the edge: defaults, then `raadpleeg.toml`, then RAADPLEEG_… variables.

Knows: names, defaults and bounds. Does not know: who uses which setting.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from index.errors import RaadpleegError


class Settings(BaseSettings):
    """All settings, frozen. Each field is `RAADPLEEG_<NAME>` or a line `<name> = …` in the file."""

    model_config = SettingsConfigDict(
        env_prefix="RAADPLEEG_", toml_file="raadpleeg.toml", frozen=True, extra="forbid"
    )

    library: Path = Field(Path(".raadpleeg/library"), description="folder of the reader's library")
    demo: Path = Field(Path(".raadpleeg/demo"), description="folder of the specimen library")
    embedder: str = Field(
        "builtin", description="'builtin', or a sentence-transformers model name or folder"
    )
    embedder_dtype: str = Field("float32", description="dtype of a sentence-transformers model")
    embedder_batch: int = Field(32, ge=1, description="texts a batch for such a model")
    glossary: str = Field("", description="a file of your own terms, beside the shipped ones")
    reranker: str = Field(
        "light", description="'light', 'none', or a cross-encoder's name or folder"
    )
    passage_words: int = Field(120, ge=20, le=1000, description="words in a passage")
    passage_overlap: int = Field(30, ge=0, le=500, description="words that two passages share")
    top: int = Field(10, ge=1, le=200, description="passages a search returns")
    evidence: int = Field(12, ge=1, le=50, description="passages the writer is shown")
    answer_words: int = Field(150, ge=30, le=1000, description="length of an extractive answer")
    writer: str = Field("extractive", description="'extractive', 'transformers' or 'server'")
    model: str = Field("", description="folder or name of the writer's model")
    model_dtype: str = Field("auto", description="dtype of the transformers writer")
    device_map: str = Field("auto", description="device map of the transformers writer")
    max_new_tokens: int = Field(400, ge=16, le=8192, description="longest draft of a model")
    server_url: str = Field("", description="base address of an OpenAI-compatible server")
    server_key: str = Field("", description="its key, if it asks for one")
    server_timeout: float = Field(
        60.0, gt=0, description="seconds without a reply before giving up"
    )
    lock_timeout: float = Field(10.0, ge=0, description="seconds a second writer waits")
    password: str = Field(
        "", description="asked for by the page; needed to listen beyond this machine"
    )
    offline: bool = Field(True, description="never ask a model hub for anything")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order: arguments, environment, `raadpleeg.toml`, defaults."""
        return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls))


def load_settings(**given: object) -> Settings:
    """The settings in force; arguments that are None are left to file and environment.

    Raises RaadpleegError naming the field when a value is out of bounds or a name is unknown.
    """
    try:
        return Settings.model_validate(
            {name: value for name, value in given.items() if value is not None}
        )
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "settings"
        raise RaadpleegError(f"setting {field}: {first['msg']}") from None
