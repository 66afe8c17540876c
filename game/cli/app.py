"""Puts the commands together.

A new command is a module with one function and a line in COMMANDS. Whatever is slow to load, such as
the window, is imported inside the function that needs it.
"""

from collections.abc import Callable, Sequence
from typing import Annotated

import typer

from game import __version__
from game.cli import (
    bench,
    check,
    export,
    ladder,
    listing,
    mail,
    new,
    play,
    replay,
    rulebook,
    schema,
    shots,
    simulate,
    tune,
    where,
    wordings,
)
from game.cli.problems import exit_code_of

COMMANDS: tuple[tuple[str, Callable[..., None], str], ...] = (
    ("play", play.play, "utka play utka-1939 --side circle"),
    ("list", listing.list_scenarios, "utka list --json"),
    ("check", check.check, "utka check my-mod --strict"),
    ("new", new.new, "utka new my-scenario --from utka-1939"),
    ("schema", schema.print_schema, "utka schema --kind scenario --out scenario.schema.json"),
    ("shots", shots.shots, "utka shots --out pictures --size 1600x900"),
    ("bench", bench.bench, "utka bench --json"),
    ("where", where.where, "utka where utka-1939 people.jacson.place"),
    ("wordings", wordings.wordings, "utka wordings influence"),
    ("rulebook", rulebook.rulebook, "utka rulebook utka-1939 --out utka-1939.md"),
    ("simulate", simulate.simulate, "utka simulate utka-1939 -n 200 --center planner --circle random --report balance"),
    ("ladder", ladder.ladder, "utka ladder utka-1939 --players random,planner,normal -n 20 --report ladder"),
    ("tune", tune.tune, "utka tune my-scenario --out skills.yaml"),
    ("replay", replay.replay, "utka replay game-001.json --verify"),
    ("mail", mail.mail, "utka mail utka-1939-1a2b3c-turn-03-center-sealed.utkamail"),
    ("export", export.export, "utka export game-001.json --html game.html --png game.png"),
)
"""Name, function and an example for the help."""
_INTERRUPTED = 130
"""What the library of the commands makes of an interrupt."""


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code; never raises."""

    def command() -> object:
        try:
            code = typer.main.get_command(_build()).main(args=list(arguments), prog_name="utka", standalone_mode=False)
        except typer.Abort:
            raise KeyboardInterrupt from None
        except SystemExit:  # nobody reads what is written any more
            raise BrokenPipeError from None
        if code == _INTERRUPTED:
            raise KeyboardInterrupt
        return code

    known = {name for name, _, _ in COMMANDS}
    return exit_code_of(command, f"utka {arguments[0]}" if arguments and arguments[0] in known else "utka")


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
