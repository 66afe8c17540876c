"""To be heard: publish where somebody can write, and organise where a section pays."""

from collections.abc import Iterator

from game.players.planner.circle.attempts import attempt
from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.proposals import Idea
from game.rules.words import SectionsHeld


def be_heard(outlook: CircleOutlook) -> Iterator[Idea]:
    """All that makes the cause stronger."""
    gain = outlook.influence_worth
    for body in outlook.best_at("analysis", outlook.hands, most=2):
        yield attempt(outlook, "publish", body.id, gain=gain, goal="voice", kind=f"publish {outlook.areas[body.place]}")
    yield from _organise(outlook)


def _organise(outlook: CircleOutlook) -> Iterator[Idea]:
    """A section pays where income has not reached its most, and where an aim asks for it."""
    gain = section_worth(outlook)
    for body in outlook.best_at("charm", outlook.hands, most=2):
        kind = f"organise {outlook.areas[body.place]}"
        yield attempt(outlook, "organise", body.id, gain=gain, goal="sections", kind=kind)


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
