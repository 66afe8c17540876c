"""`utka tune`: what the computer's strongest player should care for in a scenario, or in several, found by playing."""

from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import DaskAddress, Jobs, Seed, writable
from game.cli.problems import CannotRunError

ROUNDS, PAIRS, CHECKS = 4, 2000, 400


def tune(
    scenarios: Annotated[list[str], typer.Argument(metavar="SCENARIO", help="Ids, files or folders.")],
    rounds: Annotated[int, typer.Option(min=1, help="How often the weights are moved.")] = ROUNDS,
    pairs: Annotated[int, typer.Option(min=10, help="Pairs of games in a round.")] = PAIRS,
    checks: Annotated[int, typer.Option(min=2, help="Games as either side that say at the end what was gained.")] = CHECKS,
    skill: Annotated[str, typer.Option(help="The skill whose weights are tuned: normal or hard.")] = "hard",
    seed: Seed = 1,
    jobs: Jobs = 0,
    dask: DaskAddress = "",
    out: Annotated[
        Path | None,
        typer.Option(metavar="FILE", callback=writable, help="Write the skill to a new file instead of printing it."),
    ] = None,
) -> None:
    """Tune the weights of `hard` to a scenario: change them at random, keep to what wins, and write them as YAML.

    Of several scenarios, what does well in all of them together. A side that gains nothing keeps its weights.

    Takes some minutes where games are short and an hour where they are long. Ctrl-C ends it with the rounds that are done.
    """
    from game.cli import fitting  # noqa: PLC0415 - brings in all of the game's machinery
    from game.cli.measuring import crew_of  # noqa: PLC0415
    from game.match.tuning import TuningPlan  # noqa: PLC0415
    from game.rules.tempers import SKILLS  # noqa: PLC0415

    if skill not in SKILLS:
        raise CannotRunError(f"there is no skill '{skill}'; there are {' and '.join(SKILLS)}")
    if out is not None and out.exists():
        raise CannotRunError(f"{out} is there already")
    plan = TuningPlan(rounds=rounds, pairs=pairs, checks=checks, seed=seed, skill=skill)
    fitting.hold(scenarios, plan, crew_of(jobs, dask), out)
