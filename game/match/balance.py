"""Reads a simulation: who won how often, with what scores, by what orders; as JSON and as a page of text."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from game.match import calibration, pacing
from game.match.calibration import Calibration, calibrate
from game.match.intervals import Interval, mean_interval, rounded, share_interval
from game.match.luck import evened
from game.match.pacing import RARE, SELDOM, Pacing, pace
from game.match.simulation import Outcome, Plan, Simulation
from game.match.svg import PICTURE
from game.rules.definitions import Catalogue
from game.rules.nouns import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a simulation shows. Scores are the Center's, -1 to 1; a side wins where its own score is above 0.

    `evened` is the mean score with the luck of the strikes taken off: the same number, known more exactly.
    """

    scenario: str
    games: int
    center: Interval
    circle: Interval
    wins: tuple[int, int]
    score: Interval
    evened: Interval
    scores: tuple[tuple[float, int], ...]
    verdicts: tuple[tuple[str, int], ...]
    operations: tuple[tuple[str, int], ...]
    turns: tuple[int, float, int]
    pacing: Pacing
    calibration: Calibration


def weigh(simulation: Simulation, catalogue: Catalogue) -> Balance:
    """The balance of a simulation; verdicts and operations that never came up are listed with 0.

    Raises:
        ValueError: no game was played.
    """
    outcomes = simulation.outcomes
    scores = [outcome.score / 100 for outcome in outcomes]
    score = mean_interval(scores, -1.0, 1.0)
    wins = (sum(score > 0 for score in scores), sum(score < 0 for score in scores))
    turns = sorted(outcome.turns for outcome in outcomes)
    verdicts = Counter(outcome.verdict for outcome in outcomes)
    orders: Counter[str] = Counter()
    for outcome in outcomes:
        orders.update(outcome.operations)
    return Balance(
        scenario=catalogue.id,
        games=len(outcomes),
        center=share_interval(wins[0], len(outcomes)),
        circle=share_interval(wins[1], len(outcomes)),
        wins=wins,
        score=score,
        evened=evened_score(outcomes),
        scores=tuple(sorted(Counter(scores).items())),
        verdicts=tuple((id_, verdicts[id_]) for id_ in dict.fromkeys((*catalogue.verdicts, *sorted(verdicts)))),
        operations=tuple((id_, orders[id_]) for id_ in catalogue.operations),
        turns=(turns[0], float(median(turns)), turns[-1]),
        pacing=pace(outcomes, catalogue),
        calibration=calibrate(outcomes),
    )


def evened_score(outcomes: Sequence[Outcome]) -> Interval:
    """The mean score of some games, at least one, with the luck of the strikes taken off."""
    return mean_interval([evened(outcome.score, outcome.luck) for outcome in outcomes], -1.0, 1.0)


def as_json(simulation: Simulation, balance: Balance) -> dict[str, Any]:
    """The figures under the names that other programs lean on; only the seconds and the speed depend on the machine."""
    plan, (least, middle, most) = simulation.plan, balance.turns
    return {
        "scenario": balance.scenario,
        "games": balance.games,
        "seed": plan.seed,
        "center": plan.center,
        "circle": plan.circle,
        "wins": {"center": balance.wins[0], "circle": balance.wins[1]},
        "score": rounded(balance.score),
        "score_evened": rounded(balance.evened),
        "verdicts": dict(balance.verdicts),
        "operations": dict(balance.operations),
        "turns": {"min": least, "median": int(middle) if middle.is_integer() else middle, "max": most},
        "seconds": round(simulation.seconds, 3),
        "games_per_second": round(simulation.fresh / simulation.seconds, 3) if simulation.seconds else 0.0,
        "told": plan.told.value if plan.told else None,
        "luck": plan.luck.value,
        "without": list(plan.without),
        "pacing": pacing.as_json(balance.pacing),
        "doubt": calibration.as_json(balance.calibration),
    }


def as_markdown(simulation: Simulation, balance: Balance, catalogue: Catalogue) -> str:
    """A report on one page."""
    plan = simulation.plan
    lines = [
        f"# {catalogue.title}: {balance.games} games",
        "",
        f"Scenario `{balance.scenario}`, seed {plan.seed}. {catalogue.sides.center}: `{plan.center}`;"
        f" {catalogue.sides.circle}: `{plan.circle}`.{remarks(plan, catalogue)}"
        + (" The simulation was stopped before its end." if simulation.stopped else ""),
        "",
        "## Who wins",
        "",
        "| side | wins | share | 95 % interval |",
        "|---|---|---|---|",
        _share_row(catalogue.sides.center, balance.wins[0], balance.center),
        _share_row(catalogue.sides.circle, balance.wins[1], balance.circle),
        "",
        f"Mean score of the {catalogue.sides.center}: {balance.score.mean:+.3f}"
        f" ({balance.score.low:+.3f} to {balance.score.high:+.3f}). A score of 0 is nobody's win.",
        "",
        f"With the luck of the strikes taken off: {balance.evened.mean:+.3f} ({balance.evened.low:+.3f} to"
        f" {balance.evened.high:+.3f}). It estimates the same mean with less noise.",
        "",
        f"Turns: {balance.turns[0]} to {balance.turns[2]}, median {balance.turns[1]:g}.",
        "",
        "## Verdicts",
        "",
        "| verdict | games | share | 95 % interval |",
        "|---|---|---|---|",
        *(_share_row(f"`{id_}`", count, share_interval(count, balance.games)) for id_, count in balance.verdicts),
        "",
        "## Scores",
        "",
        f"![Scores and orders]({PICTURE})",
        "",
        *_histogram(balance.scores),
        "",
        *pacing.as_markdown(balance.pacing, catalogue),
        *_orders(balance, catalogue),
        *calibration.as_markdown(balance.calibration),
    ]
    return "\n".join(lines)


def remarks(plan: Plan, catalogue: Catalogue) -> str:
    """What was unusual about a plan, in sentences that follow another; empty if nothing was."""
    told = {Side.CENTER: catalogue.sides.center, Side.CIRCLE: catalogue.sides.circle}
    words = f" The {told[plan.told]} was told what it may not know." if plan.told else ""
    return words + (f" Played without {', '.join(f'`{id_}`' for id_ in plan.without)}." if plan.without else "")


def _orders(balance: Balance, catalogue: Catalogue) -> list[str]:
    lines = [
        "## Orders",
        "",
        f"Hardly used is what is under {RARE:.0%} of the orders of its side, in under {SELDOM:.0%} of the games.",
        "",
        "| order | a game | games with any | share of its side's orders | 95 % interval | |",
        "|---|---|---|---|---|---|",
    ]
    given = dict(balance.operations)
    for id_, use in balance.pacing.uses:
        operation = catalogue.operations[id_]
        row = f"| {operation.name} (`{id_}`) | {given[id_] / balance.games:.2f} | {use.games:.1%} |"
        if use.share is None:
            lines.append(f"{row} | | |")
        else:
            rare = "hardly used" if use.is_rare else ""
            lines.append(f"{row} {use.share.mean:.1%} | {use.share.low:.1%} to {use.share.high:.1%} | {rare} |")
    return [*lines, ""]


def _share_row(name: str, count: int, share: Interval) -> str:
    return f"| {name} | {count} | {share.mean:.1%} | {share.low:.1%} to {share.high:.1%} |"


def _histogram(scores: tuple[tuple[float, int], ...]) -> list[str]:
    """A bar for each tenth of a point between -1 and 1 in which a game ended."""
    bins: Counter[int] = Counter()
    for score, count in scores:
        bins[round(score * 10)] += count
    most = max(bins.values())
    bars = [f"{tenth / 10:+.1f}  {'#' * max(1, bins[tenth] * 40 // most)} {bins[tenth]}" for tenth in sorted(bins)]
    return ["```", *bars, "```"]
