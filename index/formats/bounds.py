"""The bounds that a child process sets itself before it opens a foreign file.

Knows: what the system can bound. Does not know: what is done inside. Imports nothing of ours.
"""

from __future__ import annotations

import resource

MEMORY = 1 << 30  # bytes above what the process has when it starts
OUTPUT = 64 << 20  # bytes; ten million letters in runs of a line each take about 20 MB


def limit_itself(seconds: int) -> None:
    """Bound memory, processor time and output for good; no core dump."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        now = int(statm.read().split()[0]) * resource.getpagesize()
    for kind, most in (
        (resource.RLIMIT_AS, now + MEMORY),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, OUTPUT),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(kind)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, most))
