"""The entry point: the commands of `rag/cli.py`, plus the page (`serve`) and the benchmark (`eval`)."""

from __future__ import annotations

from rag.cli import app


def main() -> None:
    """Run the command line."""
    app()


if __name__ == "__main__":
    main()
