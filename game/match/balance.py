"""Reads a simulation: who won how often, with what scores, by what orders; as JSON and as a page of text."""

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import Any

from game.match.intervals import Interval, mean_interval, share_interval
from game.match.simulation import Simulation
from game.rules.definitions import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What a simulation shows. Scores are the Center's, -1 to 1; a side wins where its own score is above 0."""

    scenario: str
    games: int
    center: Interval
    circle: Interval
    wins: tuple[int, int]
    score: Interval
    scores: tuple[tuple[float, int], ...]
    verdicts: tuple[tuple[str, int], ...]
    operations: tuple[tuple[str, int], ...]
    turns: tuple[int, float, int]


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
    orders = Counter(operation for outcome in outcomes for operation in outcome.operations)
    return Balance(
        scenario=catalogue.id,
        games=len(outcomes),
        center=share_interval(wins[0], len(outcomes)),
        circle=share_interval(wins[1], len(outcomes)),
        wins=wins,
        score=score,
        scores=tuple(sorted(Counter(scores).items())),
        verdicts=tuple((id_, verdicts[id_]) for id_ in dict.fromkeys((*catalogue.verdicts, *sorted(verdicts)))),
        operations=tuple((id_, orders[id_]) for id_ in catalogue.operations),
        turns=(turns[0], float(median(turns)), turns[-1]),
    )


def as_json(simulation: Simulation, balance: Balance) -> dict[str, Any]:
    """The figures under the names that other programs lean on; only the last two depend on the machine."""
    plan, (least, middle, most) = simulation.plan, balance.turns
    return {
        "scenario": balance.scenario,
        "games": balance.games,
        "seed": plan.seed,
        "center": plan.center,
        "circle": plan.circle,
        "wins": {"center": balance.wins[0], "circle": balance.wins[1]},
        "score": {
            "mean": round(balance.score.mean, 4),
            "low": round(balance.score.low, 4),
            "high": round(balance.score.high, 4),
        },
        "verdicts": dict(balance.verdicts),
        "operations": dict(balance.operations),
        "turns": {"min": least, "median": int(middle) if middle.is_integer() else middle, "max": most},
        "seconds": round(simulation.seconds, 3),
        "games_per_second": round(balance.games / simulation.seconds, 3) if simulation.seconds else 0.0,
    }


def as_markdown(simulation: Simulation, balance: Balance, catalogue: Catalogue) -> str:
    """A report on one page."""
    plan = simulation.plan
    per_game = [(id_, catalogue.operations[id_].name, count / balance.games) for id_, count in balance.operations]
    all_orders = sum(count for _, count in balance.operations) or 1
    lines = [
        f"# {catalogue.title}: {balance.games} games",
        "",
        f"Scenario `{balance.scenario}`, seed {plan.seed}. {catalogue.sides.center}: `{plan.center}`;"
        f" {catalogue.sides.circle}: `{plan.circle}`."
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
        *_histogram(balance.scores),
        "",
        "## Orders",
        "",
        "| order | a game | share of all orders |",
        "|---|---|---|",
        *(f"| {name} (`{id_}`) | {rate:.2f} | {rate * balance.games / all_orders:.1%} |" for id_, name, rate in per_game),
        "",
    ]
    return "\n".join(lines)


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
