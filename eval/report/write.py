"""Writes the report of a run: report.html, and summary.md beside it.

Knows: where the files go. Does not know: what stands in them.
"""

from __future__ import annotations

from pathlib import Path

from eval.gold import Release
from eval.report.gathered import gather
from eval.report.page import page
from eval.report.summary import summary
from index.errors import FileRefused

SUMMARY = "summary.md"


def write_report(
    release: Release, part: Release, folder: Path, baseline: Path | None, output: Path
) -> str:
    """Writes the report of the run in `folder` to `output`; the summary, which lies beside it.

    The same files in give the same bytes out. Raises RaadpleegError when a run is broken or the
    file cannot be written.
    """
    told = gather(release, part, folder, baseline)
    words = summary(told)
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(page(told), encoding="utf-8", newline="\n")
        output.with_name(SUMMARY).write_text(words, encoding="utf-8", newline="\n")
    except OSError as error:
        why = f"cannot be written ({error.strerror}); choose another --output"
        raise FileRefused(str(output), why) from None
    return words
