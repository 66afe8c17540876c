"""Small files of JSON that the game keeps for a player beside his saves: written whole or not at all, and put aside where they
cannot be read, so that nothing is lost."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from pathlib import Path

from game.match.envelope import write_whole


def write_table(path: Path, plain: Mapping[str, object]) -> bool:
    """Writes a mapping as JSON, whole or not at all. False if the disk refuses."""
    try:
        write_whole(path, (json.dumps(plain, indent=1) + "\n").encode())
    except OSError:
        return False
    return True


def put_aside(path: Path) -> None:
    """Renames a file that cannot be read to end in `.broken`, or `.broken-2` if there is one and so on, if the disk lets it."""
    names = (path.with_suffix(".broken" if number == 1 else f".broken-{number}") for number in count(1))
    with suppress(OSError):
        os.replace(path, next(name for name in names if not name.exists()))
