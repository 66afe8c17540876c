"""To be heard: publish where somebody can write, and organise where a section pays."""

from collections.abc import Iterator

from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.words import SectionsHeld


def be_heard(outlook: CircleOutlook) -> Iterator[Proposal]:
    """All proposals that make the cause stronger."""
    for body in outlook.best_at("analysis", outlook.hands, most=2):
        area = outlook.view.catalogue.areas[body.place]
        if outlook.may("publish", body.id):
            worth = outlook.influence_worth * outlook.chance("publish", body.id)
            worth -= outlook.fund_price(outlook.cost("publish"))
            yield Proposal(order=order("publish", body.id), goal="voice", worth=worth, kind=f"publish {area}")
    yield from _organise(outlook)


def _organise(outlook: CircleOutlook) -> Iterator[Proposal]:
    """A section pays where income has not reached its most, and where an aim asks for it."""
    view = outlook.view
    step, income = view.catalogue.step, view.catalogue.numbers.income
    held = sum(view.sections.values())
    room = income.circle_most.amount(step, view.turn + 1) - view.income
    gain = outlook.plan.section + outlook.aim_for(SectionsHeld, held)
    if room > 0:
        gain += outlook.plan.fund * income.section.amount(step, view.turn + 1) * outlook.turns_left * 0.8
    for body in outlook.best_at("charm", outlook.hands, most=2):
        if outlook.may("organise", body.id):
            worth = gain * outlook.chance("organise", body.id) - outlook.fund_price(outlook.cost("organise"))
            area = view.catalogue.areas[body.place]
            yield Proposal(order=order("organise", body.id), goal="sections", worth=worth, kind=f"organise {area}")
