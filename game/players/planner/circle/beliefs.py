"""Whom the Circle takes for Moscow's: what the files say, and what somebody makes of it who has seen many games.

Files count what was noticed. They do not say that whoever has long been there without a sign is likelier to be honest than
who came last month, that Moscow wants its people where the Old Man lives, or what may be reasoned from the rules: a watch
strikes off nobody who is Moscow's, and a paper is forged.
"""

from math import log, log1p, sqrt, tanh

from game.players.planner.plans import CirclePlan
from game.rules.state import PAPER
from game.rules.view import CircleView


def beliefs(view: CircleView, plan: CirclePlan) -> dict[str, float]:
    """How likely each person of the roster is Moscow's, between 0 and 1; the doubt of his file by the planner's own weights."""
    files = {person: member.doubt / 10_000 for person, member in view.members.items()}
    if _goes_by_files(plan):
        return files
    signs, house = _signs(view, plan), area_of_the_house(view)
    return {person: _believed(view, plan, person, doubt, house, signs.get(person, 0.0)) for person, doubt in files.items()}


def area_of_the_house(view: CircleView) -> str:
    """The area where the Old Man lives; empty while he travels."""
    return "" if view.moving_to else view.catalogue.areas[view.seat]


def _goes_by_files(plan: CirclePlan) -> bool:
    more = (plan.wary, plan.time_clears, plan.near_house, plan.struck_off, plan.papers, plan.steadfast)
    return plan.heed == 1 and not any(more)


def _signs(view: CircleView, plan: CirclePlan) -> dict[str, float]:
    """What speaks for somebody without his file saying so, to be added to his log-odds."""
    struck_off = {person: clue.turn for clue in view.clues for person in clue.cleared}
    named = {suspect.id for clue in view.clues if clue.operation == PAPER for suspect in clue.suspects}
    steadfast = {person for person, face in view.faces.items() if face.steadfast}
    signs = {person: -plan.struck_off / sqrt(max(1, view.turn - turn)) for person, turn in struck_off.items()}
    for people, weight in ((named, plan.papers), (steadfast, plan.steadfast)):
        for person in people:
            signs[person] = signs.get(person, 0.0) - weight
    return signs


def _believed(view: CircleView, plan: CirclePlan, person: str, doubt: float, house: str, signs: float) -> float:
    member = view.members[person]
    if not 0 < doubt < view.catalogue.numbers.doubt.cap / 100:
        return doubt  # nothing is left to guess
    near = view.catalogue.areas[view.bodies[person].place] == house
    odds = plan.wary + plan.heed * log(doubt / (1 - doubt)) - plan.time_clears * log1p(view.turn - member.joined)
    return 0.5 + 0.5 * tanh((odds + plan.near_house * near + signs) / 2)
