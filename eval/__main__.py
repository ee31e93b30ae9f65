"""`python -m eval`. Knows: where the command line starts. Does not know: anything else."""

from eval.cli import main

main()
