"""The server writer against a real server: `transformers serve` with the tiny model."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from asking import QUESTION, draft, request_threads, writer
from some_evidence import ALL
from tiny_model import bare_draft, build_tiny_model

from index.errors import ModelRefused
from rag.prompts import messages
from rag.verify import verify
from rag.writer import never

# A letter whose bytes were cut by the end of the draft: shown here, left out by the server.
HALF = "\ufffd"


@pytest.fixture(scope="module")
def real_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """`transformers serve` with the tiny model, on a free port, without a network."""
    command = Path(sys.executable).with_name("transformers")
    if not command.exists() and not shutil.which("transformers"):
        pytest.skip("the command transformers is not installed")
    folder = build_tiny_model(tmp_path_factory.mktemp("served") / "tiny")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (folder.parent / "log").open("wb")
    process = subprocess.Popen(
        [str(command), "serve", str(folder), "--port", str(port), "--host", "127.0.0.1",
         "--device", "cpu"],
        env=os.environ | {"HF_HUB_OFFLINE": "1"}, stdout=log, stderr=log, start_new_session=True,
    )  # fmt: skip
    try:
        _wait_for(port, process)
        yield f"http://127.0.0.1:{port}", folder
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
        log.close()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Returns once the port answers; fails when the server has ended or 90 seconds have passed."""
    for _ in range(900):
        assert process.poll() is None, "transformers serve ended at its start"
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("transformers serve did not come up")


def test_a_real_server_writes_what_the_model_writes_here(real_server: tuple[str, Path]) -> None:
    url, folder = real_server
    remote = writer(url, model=str(folder), max_new_tokens=30, server_timeout=60.0)
    pieces = list(remote.write(QUESTION, "nl", ALL, never))
    here = bare_draft(folder, messages(QUESTION, "nl", ALL), 30)
    assert "".join(pieces).rstrip(HALF) == here.rstrip(HALF) != ""
    assert len(pieces) > 1
    assert verify("".join(pieces), ALL, "nl").statements == ()


def test_a_real_server_can_be_left(real_server: tuple[str, Path]) -> None:
    url, folder = real_server
    remote = writer(url, model=str(folder), max_new_tokens=5000, server_timeout=60.0)
    pieces = remote.write(QUESTION, "nl", ALL, never)
    next(pieces)
    left = time.monotonic()
    pieces.close()
    assert time.monotonic() - left < 1
    assert request_threads() == []


def test_a_real_server_refuses_an_unknown_model(real_server: tuple[str, Path]) -> None:
    url, _ = real_server
    with pytest.raises(ModelRefused, match=r"^server 127.0.0.1:\d+: refused \(400\): "):
        draft(url, model="no-such-model", server_timeout=60.0)
