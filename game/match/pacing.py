"""Reads the pace of simulated games: how far they get, what happens in them, and which orders are given at all."""

from dataclasses import dataclass
from math import inf, isfinite
from typing import Any

from game.match.intervals import Interval, mean_interval, ratio_interval, rounded, share_interval
from game.match.simulation import Outcome
from game.match.tally import Happening
from game.rules.definitions import Catalogue

WORDS: dict[Happening, str] = {
    Happening.RAIDS: "raids",
    Happening.LONE_HANDS: "strikes by a lone hand",
    Happening.STRIKES_SUCCEEDED: "strikes that succeeded",
    Happening.STRIKES_CALLED_OFF: "strikes called off on the spot",
    Happening.DENOUNCED_RIGHTLY: "denounced rightly",
    Happening.DENOUNCED_WRONGLY: "denounced wrongly",
    Happening.NEWCOMERS: "newcomers",
    Happening.NEWCOMERS_SENT: "newcomers who were sent",
    Happening.RECRUITED: "recruited",
    Happening.IN_ORGANISATION: "moles in the organisation or the household at some time",
    Happening.IN_HOUSEHOLD: "moles in the household at some time",
    Happening.CAME_INTO_HOUSEHOLD: "moles who came into the household during the game",
    Happening.CLUES: "clues",
    Happening.BLOWN: "blown",
    Happening.ARRESTED: "arrested",
    Happening.TALKED: "captives and defectors who talked",
    Happening.EXPELLED: "legals expelled",
    Happening.RECALLED: "recalled",
    Happening.DEFECTED: "defected",
    Happening.KILLED: "people eliminated",
    Happening.MOVED_HOUSE: "moves of house completed",
    Happening.ORDERED_OUT: "ordered out of a country",
    Happening.INTERNED: "interned",
}
"""What is counted, in words."""

RARE, SELDOM = 0.02, 0.25
"""An operation with less than this share of its side's orders, in less than this share of the games, is hardly used. What can
be given once in a game, as a strike, has a small share of the orders and may decide every game."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """How often something happened: in all, a game (with an interval), and in how many of the games at least once."""

    total: int
    a_game: Interval
    games: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """How much an operation is used: its share of its side's orders, `None` where there were none, and the share of the games
    in which it was ordered at all."""

    share: Interval | None
    games: float

    @property
    def is_rare(self) -> bool:
        """Whether it is hardly used."""
        return self.share is not None and self.share.mean < RARE and self.games < SELDOM


@dataclass(frozen=True, slots=True, kw_only=True)
class Pacing:
    """How games run. `late` of them got into the last third of the scenario's turns.

    `rightly` is the share of denunciations that were right, `None` where there were none; `uses` tells of each operation.
    """

    games: int
    late: int
    last_third: Interval
    rates: tuple[tuple[Happening, Rate], ...]
    rightly: Interval | None
    uses: tuple[tuple[str, Use], ...]


def pace(outcomes: tuple[Outcome, ...], catalogue: Catalogue) -> Pacing:
    """The pace of at least one game."""
    late = sum(3 * outcome.turns > 2 * catalogue.turns for outcome in outcomes)
    right, wrong = Happening.DENOUNCED_RIGHTLY, Happening.DENOUNCED_WRONGLY
    denounced = [(_count(outcome, right), _count(outcome, right) + _count(outcome, wrong)) for outcome in outcomes]
    return Pacing(
        games=len(outcomes),
        late=late,
        last_third=share_interval(late, len(outcomes)),
        rates=tuple((happening, _rate(outcomes, happening)) for happening in Happening),
        rightly=ratio_interval(denounced),
        uses=tuple((id_, _use(outcomes, catalogue, id_)) for id_ in catalogue.operations),
    )


def as_json(pacing: Pacing) -> dict[str, Any]:
    """The figures under the names that other programs lean on."""
    return {
        "last_third": {"games": pacing.late, **rounded(pacing.last_third)},
        "denounced_rightly": rounded(pacing.rightly),
        "happenings": {
            happening.value: {"total": rate.total, "games": rate.games, **rounded(rate.a_game)}
            for happening, rate in pacing.rates
        },
        "shares": {id_: rounded(use.share) for id_, use in pacing.uses},
        "games_with": {id_: round(use.games, 4) for id_, use in pacing.uses},
    }


def spread(interval: Interval) -> str:
    """The ends of an interval of counts in words."""
    return f"{interval.low:.2f} to {interval.high:.2f}" if isfinite(interval.high) else "one game says nothing"


def as_markdown(pacing: Pacing, catalogue: Catalogue) -> list[str]:
    """The section of a report."""
    third = pacing.last_third
    lines = [
        "## Pacing",
        "",
        f"{pacing.late} of {pacing.games} games, {third.mean:.1%} ({third.low:.1%} to {third.high:.1%}), got into the last"
        f" third of the {catalogue.turns} turns.",
    ]
    if pacing.rightly is not None:
        right = pacing.rightly
        lines += ["", f"Of all denunciations {right.mean:.1%} were right ({right.low:.1%} to {right.high:.1%})."]
    lines += ["", "| what | a game | 95 % interval | games with any |", "|---|---|---|---|"]
    for happening, rate in pacing.rates:
        share = rate.games / pacing.games
        lines.append(f"| {WORDS[happening]} | {rate.a_game.mean:.2f} | {spread(rate.a_game)} | {share:.1%} |")
    return [*lines, ""]


def _rate(outcomes: tuple[Outcome, ...], happening: Happening) -> Rate:
    counts = [_count(outcome, happening) for outcome in outcomes]
    return Rate(total=sum(counts), a_game=mean_interval(counts, 0.0, inf), games=sum(count > 0 for count in counts))


def _count(outcome: Outcome, happening: Happening) -> int:
    return outcome.happenings.get(happening.value, 0)


def _use(outcomes: tuple[Outcome, ...], catalogue: Catalogue, operation: str) -> Use:
    """An operation among the orders of its side; the orders of a game are alike, so games are the sample."""
    own = [id_ for id_, other in catalogue.operations.items() if other.side is catalogue.operations[operation].side]
    given = [outcome.operations.get(operation, 0) for outcome in outcomes]
    orders = [sum(outcome.operations.get(id_, 0) for id_ in own) for outcome in outcomes]
    return Use(
        share=ratio_interval(list(zip(given, orders, strict=True))), games=sum(count > 0 for count in given) / len(outcomes)
    )
