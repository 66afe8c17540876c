"""The player that thinks: it plays its choices on in imagined worlds and keeps to the planner's unless another is better."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from game.players.search.candidates import Orders
from game.players.search.crew import Crew, OneHand, Question
from game.players.search.halving import Halving, Standing
from game.players.search.lines import propose_lines
from game.players.tempered import Plan, plan_named, skilled_plan
from game.rules.dice import Dice
from game.rules.view import View

Watch = Callable[[int, int], None]
"""Is told how many roll-outs of how many at most are done. It may raise `CalledOffError` to end the thinking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """How hard a player thinks.

    `rollouts` a turn, each so many turns far (`horizon`), spent on up to so many `lines`; another line than the planner's is
    played if it leads by more than `sure` standard errors. Counted and not timed, so that a game can be played again.
    `skill` names the scenario's weights by which it plans.
    """

    rollouts: int
    horizon: int
    lines: int
    sure: float
    skill: str = ""


LEAST_LEAD = 0.008
"""With less of a lead in the chance to win no other line is played: the value function is not that exact."""

STRENGTHS = {
    "normal": Strength(rollouts=96, horizon=3, lines=8, sure=1.5, skill="normal"),
    "hard": Strength(rollouts=720, horizon=3, lines=14, sure=1.5, skill="hard"),
}
"""The strengths by the names of their players.

Measured with both seatings over the shipped scenarios, the luck of strikes taken off: the weights of `normal` alone win 62 %
against the planner, those of `hard` 60 % against those of `normal` (56 in *The Long Hunt* to 63 in *Our Own People*; ± 1 over
all, 4,500 games). In two scenarios that no weight was tuned to they win 67 and 54 %. Thinking gains nothing that
shows: of 360 moments, −0.002 of score each (± 0.006), of 200 with the roll-outs of `hard` +0.001 (± 0.017). With the true
state in place of imagined ones, played on to the end, it is +0.014 (± 0.008): what is imagined limits it, and not how long one
thinks.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thought:
    """What came of thinking: the lines, how each fared (the best first), and which is to be played."""

    lines: tuple[Orders, ...]
    standings: tuple[Standing, ...]
    chosen: int


class SearchPlayer:
    """Plays either side. The same view and seed give the same orders, whichever crew plays the roll-outs."""

    def __init__(self, strength: Strength, seed: int, temper: str = "") -> None:
        self._strength = strength
        self._seed = seed
        self._temper = temper

    def choose(self, view: View) -> Orders:
        """The orders for this turn, thought out in this process."""
        return self.think(view, OneHand(), _nobody_watches)

    def think(self, view: View, crew: Crew, watch: Watch) -> Orders:
        """The orders for this turn.

        Raises:
            CalledOffError: the watch called it off.
            CrewLostError: a process of the crew died.
            PlayerError: the scenario has no temperament of that name.
        """
        if view.verdict is not None:
            return ()
        plan = plan_named(view, self._temper, self._seed, self._strength.skill)
        thought = ponder(view, self._strength, self._seed, crew, watch, plan)
        return thought.lines[thought.chosen]


def ponder(view: View, strength: Strength, seed: int, crew: Crew, watch: Watch, plan: Plan | None = None) -> Thought:
    """Compares what could be ordered with what the plan would have ordered, that of the strength's skill if left out.

    Raises what `SearchPlayer.think` raises.
    """
    plan = plan or skilled_plan(view, strength.skill)
    lines = tuple(propose_lines(view, Dice(seed), strength.lines, plan))
    question = Question(view=view, lines=lines, plan=plan, seed=seed, horizon=strength.horizon)
    spent = 0

    def ask(wanted: Sequence[tuple[int, int]]) -> Sequence[float]:
        nonlocal spent
        before = spent
        values = crew.play(question, wanted, lambda done: watch(before + done, strength.rollouts))
        spent += len(wanted)
        return values

    standings = tuple(Halving(len(lines), strength.rollouts).run(ask))
    return Thought(lines=lines, standings=standings, chosen=best_of(standings, strength.sure))


def best_of(standings: Sequence[Standing], sure: float) -> int:
    """The line to play: the first of all lines, unless another that lasted leads it by more than noise would."""
    most = standings[0].rollouts if standings else 0
    lasted = (one for one in standings if one.rollouts == most and one.line)
    return next((one.line for one in lasted if one.lead > max(LEAST_LEAD, sure * one.error)), 0)


def _nobody_watches(done: int, of: int) -> None:
    return
