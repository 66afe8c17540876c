"""To be heard: publish where somebody can write, and organise where a section pays."""

from collections.abc import Iterator

from game.players.planner.circle.attempts import attempt
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.proposals import Idea
from game.rules.words import SectionsHeld

A_SECTION_OF = 5
"""What part of a door abroad is a section there, beside the points of tolerance that make a visa."""


def be_heard(outlook: CircleOutlook) -> Iterator[Idea]:
    """All that makes the cause stronger."""
    gain = outlook.influence_worth
    for body in outlook.best_at("analysis", outlook.hands, most=2):
        yield attempt(outlook, "publish", body.id, gain=gain, goal="voice", kind=f"publish {outlook.areas[body.place]}")
    yield from _organise(outlook)


def _organise(outlook: CircleOutlook) -> Iterator[Idea]:
    """A section pays where income has not reached its most, and where an aim asks for it."""
    gain, wanted = section_worth(outlook), _wanted_abroad(outlook)
    for body in outlook.best_at("charm", outlook.hands, most=2):
        area = outlook.areas[body.place]
        more = outlook.plan.second_door / A_SECTION_OF if area in wanted else 0
        yield attempt(outlook, "organise", body.id, gain=gain + more, goal="sections", kind=f"organise {area}")


def _wanted_abroad(outlook: CircleOutlook) -> frozenset[str]:
    """Areas abroad where he may be let in and nobody is there to receive him."""
    view = outlook.view
    areas = (outlook.areas[house.id] for house in view.catalogue.houses if house.country in outlook.doors)
    return frozenset(area for area in areas if not view.sections.get(area))


def section_worth(outlook: CircleOutlook) -> float:
    """What one more section is worth."""
    view = outlook.view
    step, income = view.catalogue.step, view.catalogue.numbers.income
    held = sum(view.sections.values())
    raised = income.circle.a_turn(step) + held * income.section.a_turn(step)
    gain = outlook.plan.section + outlook.aim_for(SectionsHeld, held)
    if raised < income.circle_most.a_turn(step):
        gain += outlook.plan.fund * income.section.a_turn(step) / 30 * outlook.turns_left * 0.8
    return gain
