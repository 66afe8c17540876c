"""Puts the commands together and turns whatever goes wrong into one clear line and an exit code.

A new command is a module with one function and a line in COMMANDS. Whatever is slow to load, such as
the window, is imported inside the function that needs it.
"""

import os
import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any

import typer

from game import __version__
from game.cli import check, listing, new, play, replay, rulebook, schema, shots, simulate, where
from game.cli.problems import CannotRunError

COMMANDS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("play", play.play, "utka play utka-1939 --side circle"),
    ("list", listing.list_scenarios, "utka list --json"),
    ("check", check.check, "utka check my-mod --strict"),
    ("new", new.new, "utka new my-scenario --from utka-1939"),
    ("schema", schema.print_schema, "utka schema --kind scenario --out scenario.schema.json"),
    ("shots", shots.shots, "utka shots --out pictures --size 1600x900"),
    ("where", where.where, "utka where utka-1939 people.jacson.place"),
    ("rulebook", rulebook.rulebook, "utka rulebook utka-1939 --out utka-1939.md"),
    ("simulate", simulate.simulate, "utka simulate utka-1939 -n 200 --center planner --circle random --report balance"),
    ("replay", replay.replay, "utka replay game-001.json --verify"),
)
"""Name, function and an example for the help."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code; never raises."""
    try:
        result: Any = typer.main.get_command(_build()).main(args=list(arguments), prog_name="utka", standalone_mode=False)
    except (KeyboardInterrupt, typer.Abort):
        return _fail("stopped")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except CannotRunError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.strerror or 'cannot read or write'}: {error.filename or ''}".rstrip(": "))
    except Exception as error:
        return _fail(_usage(error))
    return result if isinstance(result, int) else 0


def _build() -> typer.Typer:
    app = typer.Typer(
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    app.callback(invoke_without_command=True, epilog="Example: utka play utka-1939 --side center")(_root)
    for name, function, example in COMMANDS:
        app.command(name, epilog=f"Example: {example}")(function)
    return app


def _root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """UTKA: a two-sided game of the hunt for Leon Trotsky. Without a command it opens the window."""
    if version:
        typer.echo(f"utka {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        play.play()


def _usage(error: Exception) -> str:
    """A usage error in its own words; anything else is a fault of the game and says so."""
    describe = getattr(error, "format_message", None)
    if describe is None:
        if os.environ.get("UTKA_TRACE"):
            raise error
        return f"a fault of the game itself: {type(error).__name__}: {error} (set UTKA_TRACE=1 to see where)"
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else "utka"
    return f"{' '.join(str(describe()).split())} (see '{command} --help')"


def _fail(message: str) -> int:
    print(f"utka: {message}", file=sys.stderr)
    return 2
