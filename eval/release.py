"""Finds a release by name or folder, and reads it whole or refuses it.

Knows: where releases stand. Does not know: their files (`eval.release_files`), their rules
(`eval.release_faults`), systems and scores.
A release of the house stands in `eval/data/<name>/`; any folder of this form is one as well.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from eval.gold import Release
from eval.manifest import MANIFEST
from eval.release_faults import first_faults
from eval.release_files import read_files
from index.errors import RaadpleegError

RELEASES = Path(__file__).parent / "data"
SPECIMEN = "specimen"


@contextmanager
def find_release(name: str) -> Iterator[Path]:
    """The folder `name`, or that of the release of the house of that name while it is in use.

    The papers of `specimen` are rendered for the occasion. Raises RaadpleegError, naming the
    releases there are, when there is neither folder nor release.
    """
    if Path(name).is_dir():
        yield Path(name)
    elif name == SPECIMEN:
        from eval.specimen import write_release  # reading a folder does without the renderers

        with tempfile.TemporaryDirectory() as passing:
            yield write_release(Path(passing) / SPECIMEN)
    elif name in own_releases():
        yield RELEASES / name
    else:
        known = ", ".join(own_releases())
        raise RaadpleegError(f"--release {name}: no such folder, nor a release of ours ({known})")


def own_releases() -> tuple[str, ...]:
    """The releases of the house by name: folders with a manifest; others there hold labels."""
    return tuple(sorted(file.parent.name for file in RELEASES.glob(f"*/{MANIFEST}")))


def load_release(folder: Path) -> Release:
    """The release in `folder`, checked.

    Raises FileRefused or RaadpleegError naming file, line and reason when it is broken.
    """
    files = read_files(folder)
    fault = next(first_faults(files), None)
    if fault is not None:
        raise RaadpleegError(str(fault))
    return files.release()
