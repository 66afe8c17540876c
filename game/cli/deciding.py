"""`utka simulate --decisions`: whether what there is to decide in a scenario is a choice."""

from functools import partial

from game.cli.measuring import (
    Wishes,
    hand_out,
    one_line_errors,
    printer,
    progress_bar,
    say,
    table,
    wanted_scenario,
)
from game.cli.problems import CannotRunError
from game.match.choices import answers, as_json, as_markdown, by_side, weigh_choices
from game.match.decisions import DecisionPlan, Decisions, decisions_ledger, measure_decisions
from game.rules.definitions import Catalogue
from game.rules.nouns import Side


def hold(wishes: Wishes, points: int, rollouts: int) -> None:
    """Measures the points and writes what was asked for.

    Raises:
        CannotRunError: there is no such scenario, or nothing was measured.
        OSError: a file cannot be written.
    """
    scenario = wanted_scenario(wishes)
    plan = DecisionPlan(points=points, seed=wishes.seed, rollouts=rollouts, without=tuple(wishes.without))
    ledger = decisions_ledger(wishes.report, scenario, plan, say) if wishes.report is not None else None
    with one_line_errors(), progress_bar("points", points) as report:
        decisions = measure_decisions(scenario, plan, crew=wishes.crew, ledger=ledger, on_progress=report)
    if not decisions.points:
        raise CannotRunError("stopped before the first point was measured")
    figures, page = as_json(decisions, scenario.catalogue), as_markdown(decisions, scenario.catalogue)
    hand_out(wishes, figures, page, partial(_print, decisions, scenario.catalogue))
    if decisions.stopped:
        raise CannotRunError(f"stopped after {len(decisions.points)} of {points} points")


def _print(decisions: Decisions, catalogue: Catalogue) -> None:
    console, sides = printer(), catalogue.sides
    games = sum(point.games for point in decisions.points)
    console.print(
        f"{catalogue.title}: {len(decisions.points)} decisions, seed {decisions.plan.seed}, {decisions.plan.rollouts} roll-outs,"
        f" {games} games; {decisions.seconds:.1f} s"
    )
    rows = table("points of", "question", "points", "share", "95 % interval", "without noise", "mean difference", "error")
    groups = [("both", weigh_choices(decisions.points))]
    groups += [(sides.center, by_side(decisions, Side.CENTER)), (sides.circle, by_side(decisions, Side.CIRCLE))]
    for name, choices in groups:
        for question, answer in answers(choices):
            share = f"{answer.share.low:.1%} to {answer.share.high:.1%}"
            words = (name, question, str(answer.points), f"{answer.share.mean:.1%}", share, f"{answer.noiseless:.1%}")
            rows.add_row(*words, f"{answer.difference.mean:+.3f}", f"{answer.error:.3f}")
    console.print()
    console.print(rows)
