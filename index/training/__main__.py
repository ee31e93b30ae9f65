"""`python -m index.training`. Knows: where it starts. Does not know: anything else.

The products of matrices run on one thread: two threads add up in another order, and the same seed
would not give the same bytes. The libraries read that wish when they are first imported.
"""

from __future__ import annotations

import os


def main() -> None:
    """One thread, then the command."""
    for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"
    import typer

    from index.training.cli import make

    typer.run(make)


if __name__ == "__main__":
    main()
