"""The game's one command, for players and modders. Nothing here is loaded before it is needed."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves the program: 0 done, 1 something is wrong, 2 it could not run.

    Without arguments the window opens at once; the machinery of the commands is not even loaded.
    """
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given:
        from game.cli.app import run  # noqa: PLC0415 - only here, so that importing the package costs nothing

        sys.exit(run(given))
    from game.cli.opening import open_title  # noqa: PLC0415 - as above
    from game.cli.problems import exit_code_of  # noqa: PLC0415 - as above

    sys.exit(exit_code_of(open_title))
