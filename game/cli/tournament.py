"""`utka simulate` for one pair of players: runs the games under a progress bar and writes what came of them."""

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
from game.match.balance import Balance, as_json, as_markdown, weigh
from game.match.calibration import Calibration
from game.match.pacing import WORDS
from game.match.picture import draw
from game.match.simulation import Simulation, games_ledger, simulate_all
from game.rules.definitions import Catalogue, Scenario


def hold(wishes: Wishes, *, print_doubt: bool) -> None:
    """Plays the games and writes what was asked for.

    Raises:
        CannotRunError: there is no such scenario or player, a player failed, or nothing was played.
        OSError: a file cannot be written.
    """
    scenario = wanted_scenario(wishes)
    simulation = _play(scenario, wishes)
    if not simulation.outcomes:
        raise CannotRunError("stopped before the first game was over")
    balance = weigh(simulation, scenario.catalogue)

    def print_tables() -> None:
        _print_tables(balance, simulation, scenario.catalogue)
        if print_doubt:
            _print_doubt(balance.calibration)

    page = as_markdown(simulation, balance, scenario.catalogue)
    hand_out(wishes, as_json(simulation, balance), page, print_tables, partial(draw, balance, scenario.catalogue))
    if simulation.stopped:
        raise CannotRunError(f"stopped after {len(simulation.outcomes)} of {wishes.games} games")


def _play(scenario: Scenario, wishes: Wishes) -> Simulation:
    plan = wishes.plan()
    ledger = games_ledger(wishes.report, scenario, plan, say) if wishes.report is not None else None
    with one_line_errors(), progress_bar("games", plan.games) as report:
        return simulate_all(scenario, (plan,), crew=wishes.crew, ledger=ledger, on_progress=report)[0]


def _print_tables(balance: Balance, simulation: Simulation, catalogue: Catalogue) -> None:
    """Who won, how it ended, what happened, and which orders were given, on stdout."""
    console = printer()
    plan, sides = simulation.plan, catalogue.sides
    speed = simulation.fresh / simulation.seconds if simulation.seconds else 0.0
    console.print(
        f"{catalogue.title}: {balance.games} games, seed {plan.seed},"
        f" {sides.center} {plan.center}, {sides.circle} {plan.circle}; {simulation.seconds:.1f} s, {speed:.1f} games a second"
    )
    wins = table("side", "wins", "share", "95 % interval")
    for name, count, share in ((sides.center, balance.wins[0], balance.center), (sides.circle, balance.wins[1], balance.circle)):
        wins.add_row(name, str(count), f"{share.mean:.1%}", f"{share.low:.1%} to {share.high:.1%}")
    verdicts = table("verdict", "games", "share")
    for id_, count in balance.verdicts:
        verdicts.add_row(id_, str(count), f"{count / balance.games:.1%}")
    happenings = table("what happened", "a game", "games with any")
    for happening, rate in balance.pacing.rates:
        happenings.add_row(WORDS[happening], f"{rate.a_game.mean:.2f}", f"{rate.games / balance.games:.1%}")
    orders = table("order", "given", "a game", "games with any", "of its side's")
    uses = dict(balance.pacing.uses)
    for id_, count in balance.operations:
        own, games = uses[id_].share, uses[id_].games
        orders.add_row(id_, str(count), f"{count / balance.games:.2f}", f"{games:.1%}", f"{own.mean:.1%}" if own else "")
    for rows in (wins, verdicts, happenings, orders):
        console.print()
        console.print(rows)
    score, evened, turns, late = balance.score, balance.evened, balance.turns, balance.pacing.last_third
    console.print()
    console.print(f"score of the {sides.center}: {score.mean:+.3f} ({score.low:+.3f} to {score.high:+.3f})")
    console.print(f"with the luck of the strikes taken off: {evened.mean:+.3f} ({evened.low:+.3f} to {evened.high:+.3f})")
    console.print(f"turns: {turns[0]} to {turns[2]}, median {turns[1]:g}; {late.mean:.1%} of the games got into the last third")


def _print_doubt(calibration: Calibration) -> None:
    """How often those who are doubted are the other side's."""
    console = printer()
    rows = table("doubt shown", "person-turns", "games", "on average", "truly so", "95 % interval")
    for band in calibration.bands:
        share = f"{band.share.low:.1%} to {band.share.high:.1%}"
        last = 100 if band.tenth == 9 else 10 * band.tenth + 9
        words = (f"{10 * band.tenth}-{last} %", str(band.cases), str(band.games), f"{band.shown:.1%}")
        rows.add_row(*words, f"{band.share.mean:.1%}", share)
    console.print()
    console.print(rows)
    console.print(f"mean distance between shown and true: {calibration.error:.1%}")
