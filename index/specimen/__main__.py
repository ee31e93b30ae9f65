"""`python -m index.specimen FORMAT FOLDER`: writes every shipped paper in one format.

Knows: the arguments. Does not know: formats (`render`).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from index.errors import RaadpleegError
from index.specimen import papers
from index.specimen.paper import parse
from index.specimen.render import FORMATS, render


def main(arguments: list[str] | None = None) -> int:
    """Writes the papers; exit status 0, or 2 with one line on stderr when that cannot be done."""
    parser = argparse.ArgumentParser(prog="python -m index.specimen", description=main.__doc__)
    parser.add_argument("format", choices=FORMATS, help="format to write")
    parser.add_argument("folder", type=Path, help="folder to write to; made when it is not there")
    asked = parser.parse_args(arguments)
    try:
        asked.folder.mkdir(parents=True, exist_ok=True)
        for path in papers():
            file = asked.folder / f"{path.stem}.{asked.format}"
            file.write_bytes(render(parse(path), asked.format))
            sys.stdout.write(f"{file}\n")
    except (RaadpleegError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
