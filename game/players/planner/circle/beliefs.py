"""Whom the Circle takes for Moscow's: what the files say, and what somebody makes of it who has seen many games.

Files count what was noticed. They do not say that whoever has long been there without a sign is likelier to be honest than
who came last month, that Moscow wants its people where the Old Man lives, or that a paper is forged.
"""

from math import log, log1p, tanh

from game.players.planner.plans import CirclePlan
from game.rules.nouns import HOUSEHOLD
from game.rules.state import PAPER
from game.rules.view import CircleView

DOUBTED = 1000
"""From this doubt on, in hundredths of a per cent, nobody is called to the house."""


def beliefs(view: CircleView, plan: CirclePlan) -> dict[str, float]:
    """How likely each person of the roster is Moscow's, between 0 and 1; the doubt of his file by the planner's own weights."""
    files = {person: member.doubt / 10_000 for person, member in view.members.items()}
    if _goes_by_files(plan):
        return files
    house = area_of_the_house(view)
    named = {suspect.id for clue in view.clues if clue.operation == PAPER for suspect in clue.suspects}
    unasked = came_unasked(view) if plan.uncalled else ()
    believed: dict[str, float] = {}
    for person, doubt in files.items():
        more = plan.uncalled * (person in unasked) - plan.papers * (person in named)
        believed[person] = _believed(view, plan, person, doubt, house, more)
    return believed


def came_unasked(view: CircleView) -> frozenset[str]:
    """Those who are where the Old Man lives although nobody can have sent for them.

    The Circle calls nobody to the house whom it doubts, and whoever was doubted from the first and did not come of himself has
    been elsewhere before: if he is there now, somebody else has sent him.
    """
    house = area_of_the_house(view)
    first = {person: member.doubt for person, member in view.members.items() if not member.newcomer}
    for suspect in (one for clue in view.clues for one in (*clue.suspects, *clue.cleared)):
        first[suspect.id] = min(first.get(suspect.id, 0), suspect.before)
    for finding in view.findings:
        first[finding.person] = min(first.get(finding.person, 0), finding.before)
    doubted = [view.bodies[person] for person, doubt in first.items() if doubt >= DOUBTED]
    return frozenset(body.id for body in doubted if body.access > HOUSEHOLD and view.catalogue.areas[body.place] == house)


def area_of_the_house(view: CircleView) -> str:
    """The area where the Old Man lives; empty while he travels."""
    return "" if view.moving_to else view.catalogue.areas[view.seat]


def _goes_by_files(plan: CirclePlan) -> bool:
    more = (plan.wary, plan.time_clears, plan.near_house, plan.papers, plan.uncalled)
    return plan.heed == 1 and not any(more)


def _believed(view: CircleView, plan: CirclePlan, person: str, doubt: float, house: str, more: float) -> float:
    member = view.members[person]
    if not 0 < doubt < view.catalogue.numbers.doubt.cap / 100:
        return doubt  # nothing is left to guess
    near = view.catalogue.areas[view.bodies[person].place] == house
    odds = plan.wary + plan.heed * log(doubt / (1 - doubt)) - plan.time_clears * log1p(view.turn - member.joined)
    return 0.5 + 0.5 * tanh((odds + plan.near_house * near + more) / 2)
