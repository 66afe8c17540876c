"""What `utka tune` does: tunes under a progress bar, writes the skill as YAML and says what was gained."""

from collections.abc import Sequence
from pathlib import Path

import typer
import yaml

from game.cli import measuring
from game.cli.problems import CannotRunError
from game.match.intervals import Interval
from game.match.labour import Crew
from game.match.tuning import Tuned, TuningPlan, changed_weights, tune
from game.players.tempered import skill_in
from game.rules.definitions import Catalogue

WIDTH = 130


def hold(names: Sequence[str], plan: TuningPlan, crew: Crew, out: Path | None) -> None:
    """Tunes a skill to the scenarios of these names and hands it out.

    Raises:
        CannotRunError: one of the scenarios is not there or has errors, they begin with different weights, a process died, or
            not one round was finished.
        OSError: the file cannot be written.
    """
    scenarios = [measuring.load_scenario(name) for name in names]
    total = plan.rounds * plan.pairs + plan.checks
    with measuring.one_line_errors(), measuring.progress_bar("pairs of games", total) as report:
        tuned = tune(scenarios, plan, crew=crew, on_progress=report)
    if not tuned.rounds:
        raise CannotRunError("stopped before the first round was finished; nothing was found")
    text = as_yaml([scenario.catalogue for scenario in scenarios], plan, tuned)
    if out is None:
        typer.echo(text, nl=False)
    else:
        out.write_text(text, encoding="utf-8", newline="\n")
    if tuned.stopped:
        raise CannotRunError(f"stopped after {tuned.rounds} of {plan.rounds} rounds; what was gained has not been measured")


def as_yaml(catalogues: Sequence[Catalogue], plan: TuningPlan, tuned: Tuned) -> str:
    """The skill as a scenario's YAML, beneath how it was found and what it gained."""
    first, ids = catalogues[0], " ".join(catalogue.id for catalogue in catalogues)
    begun = skill_in(first, plan.skill)
    skill = {
        side: changed
        for side, changed in (
            ("center", changed_weights(tuned.skill.center, begun.center)),
            ("circle", changed_weights(tuned.skill.circle, begun.circle)),
        )
        if changed
    }
    lines = [f"# Found with `utka tune {ids}`: {_rounds(tuned.rounds)} of {plan.pairs} pairs of games, seed {plan.seed}."]
    if tuned.center is not None and tuned.circle is not None:
        lines.append(
            f"# More of its games won than with the weights before, luck of strikes taken off, in {plan.checks} games: the"
        )
        lines.append(f"# {first.sides.center} {_words(tuned.center)}, the {first.sides.circle} {_words(tuned.circle)}.")
    body = yaml.safe_dump({"skills": {plan.skill: skill}}, default_flow_style=None, sort_keys=False, width=WIDTH)
    return "\n".join(lines) + "\n" + body


def _words(interval: Interval) -> str:
    return f"{interval.mean:+.1%} ({interval.low:+.1%} to {interval.high:+.1%})"


def _rounds(number: int) -> str:
    return f"{number} round{'' if number == 1 else 's'}"
