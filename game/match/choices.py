"""Reads measured decisions: are they choices, neither obvious (the fourth-best is near) nor meaningless (chance is far)?

A difference at one point is known only to within its standard error, which for few roll-outs is as large as the limits.
So beside the share of points as measured stands what the share would be without that noise, as far as a normal
distribution of true differences goes.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, sqrt
from statistics import fmean, variance
from typing import Any

from game.match.decisions import Decision, Decisions, Difference
from game.match.intervals import Interval, mean_interval, rounded, share_interval
from game.players.search.candidates import Origin
from game.rules.definitions import Catalogue
from game.rules.nouns import Side

NEAR_FOURTH, NEAR_TARGET = 0.15, 0.60
"""The fourth-best is near if less than so much of score is missing; so many points should be like that."""

PAST_RANDOM, PAST_TARGET = 0.05, 0.90
"""The best is better than chance by more than so much of score; so many points should be like that."""

WIDEST = 2.0
"""No two scores lie further apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one question over some points.

    `share`: of the points as measured; `noiseless`: about what it would be without the noise of the roll-outs.
    `difference`: the mean difference of scores; `error`: the usual standard error of the difference at one point.
    """

    points: int
    share: Interval
    noiseless: float
    difference: Interval
    error: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Both answers over some points, `None` where no point has one; how many points, and where their best sets came from."""

    points: int
    near: Answer | None
    past: Answer | None
    sets: float
    best: tuple[tuple[Origin, int], ...]


def weigh_choices(points: Sequence[Decision]) -> Choices:
    """What some points show."""
    fourths = [point.over_fourth for point in points if point.over_fourth is not None]
    best = Counter(point.best for point in points)
    return Choices(
        points=len(points),
        near=_answer(fourths, NEAR_FOURTH, below=True),
        past=_answer([point.over_random for point in points], PAST_RANDOM, below=False),
        sets=fmean(point.sets for point in points) if points else 0.0,
        best=tuple((origin, best[origin]) for origin in Origin),
    )


def by_side(decisions: Decisions, side: Side) -> Choices:
    """What one side's points show."""
    return weigh_choices([point for point in decisions.points if point.side is side])


def as_json(decisions: Decisions, catalogue: Catalogue) -> dict[str, Any]:
    """The figures under the names that other programs lean on; only the seconds and the speed depend on the machine."""
    plan, all_of_them = decisions.plan, weigh_choices(decisions.points)
    games = sum(point.games for point in decisions.points)
    return {
        "scenario": catalogue.id,
        "points": len(decisions.points),
        "seed": plan.seed,
        "rollouts": plan.rollouts,
        "without": list(plan.without),
        "games": games,
        "targets": {
            "near_fourth": {"below": NEAR_FOURTH, "share": NEAR_TARGET},
            "past_random": {"above": PAST_RANDOM, "share": PAST_TARGET},
        },
        **_choices_json(all_of_them),
        "sides": {side.value: _choices_json(by_side(decisions, side)) for side in Side},
        "seconds": round(decisions.seconds, 3),
        "points_per_second": round(decisions.fresh / decisions.seconds, 3) if decisions.seconds else 0.0,
    }


def as_markdown(decisions: Decisions, catalogue: Catalogue) -> str:
    """A report on one page."""
    plan, sides = decisions.plan, catalogue.sides
    games = sum(point.games for point in decisions.points)
    dropped = f" Played without {', '.join(f'`{id_}`' for id_ in plan.without)}." if plan.without else ""
    lines = [
        f"# {catalogue.title}: {len(decisions.points)} decisions",
        "",
        f"Scenario `{catalogue.id}`, seed {plan.seed}, {plan.rollouts} roll-outs for a set of orders at most, {games} games"
        f" in all, planners on both sides.{dropped}" + (" It was stopped before its end." if decisions.stopped else ""),
        "",
        f"Is the fourth-best set of orders near, less than {NEAR_FOURTH} of score behind the best? In"
        f" {NEAR_TARGET:.0%} of the points it should be. Is the best far from a random legal set, by more than"
        f" {PAST_RANDOM}? In {PAST_TARGET:.0%} it should be. Half of the roll-outs chose the best and the fourth-best, the"
        " other half judged them. Without noise: what the share would be if every difference were known exactly and the"
        " differences were spread normally.",
        "",
        "| points of | question | points | share | 95 % interval | without noise | mean difference | error at a point |",
        "|---|---|---|---|---|---|---|---|",
    ]
    names = {Side.CENTER: sides.center, Side.CIRCLE: sides.circle}
    lines += _rows("both sides", weigh_choices(decisions.points))
    for side in Side:
        lines += _rows(f"the {names[side]}", by_side(decisions, side))
    best = ", ".join(f"{count} from {origin.value}" for origin, count in weigh_choices(decisions.points).best)
    lines += ["", f"Sets compared at a point: {weigh_choices(decisions.points).sets:.1f}. Best sets: {best}.", ""]
    return "\n".join(lines)


def answers(choices: Choices) -> list[tuple[str, Answer]]:
    """Both questions in words with their answers, those without any left out."""
    pairs = [("fourth-best near", choices.near), ("best past chance", choices.past)]
    return [(question, answer) for question, answer in pairs if answer is not None]


def _rows(name: str, choices: Choices) -> list[str]:
    return [
        f"| {name} | {question} | {answer.points} | {answer.share.mean:.1%} | {answer.share.low:.1%} to"
        f" {answer.share.high:.1%} | {answer.noiseless:.1%} | {answer.difference.mean:+.3f}"
        f" ({answer.difference.low:+.3f} to {answer.difference.high:+.3f}) | {answer.error:.3f} |"
        for question, answer in answers(choices)
    ]


def _choices_json(choices: Choices) -> dict[str, Any]:
    return {
        "near_fourth": _answer_json(choices.near),
        "past_random": _answer_json(choices.past),
        "sets": round(choices.sets, 2),
        "best": {origin.value: count for origin, count in choices.best},
    }


def _answer_json(answer: Answer | None) -> dict[str, Any] | None:
    if answer is None:
        return None
    return {
        "points": answer.points,
        "share": rounded(answer.share),
        "noiseless": round(answer.noiseless, 4),
        "difference": rounded(answer.difference),
        "error": round(answer.error, 4),
    }


def _answer(differences: Sequence[Difference], limit: float, *, below: bool) -> Answer | None:
    if not differences:
        return None
    means = [difference.mean for difference in differences]
    hits = sum(mean < limit if below else mean > limit for mean in means)
    return Answer(
        points=len(means),
        share=share_interval(hits, len(means)),
        noiseless=_noiseless_share(differences, limit, below=below),
        difference=mean_interval(means, -WIDEST, WIDEST),
        error=fmean(difference.error for difference in differences),
    )


def _noiseless_share(differences: Sequence[Difference], limit: float, *, below: bool) -> float:
    """The share of true differences below a limit, or above it.

    True differences are taken for normally spread about the mean; each measured one is drawn towards the mean by as much
    as its noise has in the whole spread, and counts with the chance that the true one is on that side of the limit. The
    mean itself is only known to within its own error, which matters where there are few points.
    """
    means = [difference.mean for difference in differences]
    middle, usual_noise = fmean(means), fmean(difference.error**2 for difference in differences)
    whole = variance(means) if len(means) > 1 else usual_noise
    spread, doubt = max(0.0, whole - usual_noise), whole / len(means)
    chances = []
    for difference in differences:
        noise = difference.error**2
        trust = spread / (spread + noise) if spread + noise else 1.0
        centre, width = middle + trust * (difference.mean - middle), sqrt(trust * noise + (1 - trust) ** 2 * doubt)
        if width:
            under = _normal_below((limit - centre) / width)
            chances.append(under if below else 1 - under)
        else:
            chances.append(float(centre < limit if below else centre > limit))
    return fmean(chances)


def _normal_below(deviations: float) -> float:
    return (1 + erf(deviations / sqrt(2))) / 2
