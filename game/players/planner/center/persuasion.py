"""Where a scenario lets people be talked round in the open, instead of won over in secret: go to them, talk, ask for it."""

from collections.abc import Iterator

from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.nouns import HOUSEHOLD, SKILL_INDEX
from game.rules.state import Body, Sighting

ASKED_NEXT = 0.45
"""What part of a declaration's worth is won by talking to somebody who may be asked afterwards."""
USUALLY_SIGNS = 0.4
"""How likely somebody signs who may be asked for the first time."""
GONE_TO = 0.3
"""What part of it is won by going where somebody is to whom one has talked."""


def talk_round(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Proposals of those who have no cover to lose; nothing where recruiting makes nobody quieter."""
    worth = outlook.declaration
    if not worth:
        return
    for body in outlook.active:
        if outlook.is_legal(body.id):
            yield from _talk(outlook, body, worth)
            yield from _follow(outlook, body, worth)


def _talk(outlook: CenterOutlook, body: Body, worth: float) -> Iterator[Proposal]:
    for person in outlook.known.get(outlook.view.catalogue.areas[body.place], []):
        if person.access == HOUSEHOLD:  # they will not hear of it
            continue
        if outlook.may("recruit", body.id, person.id):
            gain = worth * outlook.chance("recruit", body.id, person.id) - outlook.traces_cost("recruit", body.id)
            yield _proposal(outlook, "recruit", body, person, gain)
        elif outlook.turns_left and "cultivate" in outlook.operations and outlook.may("cultivate", body.id, person.id):
            gain = ASKED_NEXT * worth * outlook.chance("cultivate", body.id, person.id) * _listens(outlook, body, person)
            yield _proposal(outlook, "cultivate", body, person, gain - outlook.traces_cost("cultivate", body.id))


def _follow(outlook: CenterOutlook, body: Body, worth: float) -> Iterator[Proposal]:
    for name, rapport in outlook.view.agents[body.id].contacts:
        place = outlook.sight.place(name)
        here = place is None or outlook.view.catalogue.areas[place] == outlook.view.catalogue.areas[body.place]
        if here or not rapport or outlook.turns_left < 1 or not outlook.may("travel", body.id, place or ""):
            continue
        gain = GONE_TO * worth * body.skills[SKILL_INDEX["charm"]] / 4 - outlook.fund_price(outlook.cost("travel"))
        kind = f"travel {body.id}"
        yield Proposal(order=order("travel", body.id, place or ""), goal="declarations", worth=gain, kind=kind)


def _listens(outlook: CenterOutlook, body: Body, person: Sighting) -> float:
    """How likely somebody signs for him who talks to them, beside what is usual; nothing could win over the steadfast."""
    return 0 if outlook.sight.steadfast(person.id) else outlook.chance("recruit", body.id, person.id) / USUALLY_SIGNS


def _proposal(outlook: CenterOutlook, operation: str, body: Body, person: Sighting, worth: float) -> Proposal:
    worth -= outlook.fund_price(outlook.cost(operation))
    kind = f"{operation} {person.id}"
    return Proposal(order=order(operation, body.id, person.id), goal="declarations", worth=worth, kind=kind)
