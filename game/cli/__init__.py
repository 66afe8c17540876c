"""The game's one command, for players and modders. Nothing here is loaded before it is needed."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves the program: 0 done, 1 something is wrong, 2 it could not run."""
    from game.cli.app import run  # noqa: PLC0415 - only here, so that importing the package costs nothing

    sys.exit(run(sys.argv[1:] if arguments is None else arguments))
