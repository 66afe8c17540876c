"""The game's one command, for players and modders. Nothing here is loaded before it is needed."""

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves the program: 0 done, 1 something is wrong, 2 it could not run.

    Without arguments the window opens at once; the machinery of the commands is not even loaded.
    """
    from game.cli.problems import exit_code_of  # noqa: PLC0415 - so that importing the package costs nothing

    given = sys.argv[1:] if arguments is None else list(arguments)
    sys.exit(exit_code_of(lambda: _run(given)))


def _run(given: Sequence[str]) -> int:
    if given:
        from game.cli.app import run  # noqa: PLC0415 - as above

        return run(given)
    from game.cli.opening import open_title  # noqa: PLC0415 - as above

    open_title()
    return 0
