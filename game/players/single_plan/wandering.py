"""Goals of those who trust to distance: hide, and have another house ready for whenever one may move."""

from collections.abc import Iterator

from game.players.planner.circle.outlook import CircleOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Proposal
from game.rules.definitions import Place
from game.rules.nouns import OLD_MAN, ORGANISATION, SKILL_INDEX

HEARD = 5
"""He does not hide with less influence than this."""
FAINT = 4
"""From this influence down the cause is in danger of being forgotten."""
HIDE = 12.0
LEAVE, ABROAD = 60.0, 30.0
"""What it is worth to move, and what more if it is to another country, where the search begins anew."""
VISA = 24.0
"""What a missing visa is worth that one more point of tolerance would bring."""
SECTION, SEND, SPEAK = 16.0, 8.0, 20.0


def hide(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Hide as often as the rules allow and his voice bears it."""
    if outlook.view.influence >= HEARD and outlook.may("hide", OLD_MAN):
        yield Proposal(order=order("hide", OLD_MAN), goal="hide", worth=HIDE)


def keep_voice(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Publish, but only while the cause is in danger of being forgotten."""
    if outlook.view.influence > FAINT:
        return
    for body in outlook.best_at("analysis", outlook.hands):
        if outlook.may("publish", body.id):
            worth = SPEAK * outlook.chance("publish", body.id) - outlook.fund_price(outlook.cost("publish"))
            yield Proposal(order=order("publish", body.id), goal="voice", worth=worth, kind="publish")


def move_house(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Move whenever it is allowed: abroad if possible, and to the strongest house."""
    for place in _houses(outlook):
        if outlook.may("relocate", OLD_MAN, place.id):
            worth = LEAVE + (ABROAD if place.country != outlook.view.asylum else 0) + outlook.view.security.get(place.id, 0)
            yield Proposal(order=order("relocate", OLD_MAN, place.id), goal="move", worth=worth)


def open_doors(outlook: CircleOutlook) -> Iterator[Proposal]:
    """Ask for the visas that are missing, and for patience where little is left of it."""
    view, numbers = outlook.view, outlook.view.catalogue.numbers.asylum
    for country in sorted({place.country for place in _houses(outlook)}):
        tolerance = view.countries[country].tolerance
        if country != view.asylum and country not in view.visas:
            gain = VISA / max(1, numbers.visa_at - tolerance) ** 0.5
        elif tolerance <= numbers.visa_below:
            gain = VISA / 2
        else:
            continue
        for body in outlook.best_at("charm", outlook.hands):
            if outlook.may("petition", body.id, country):
                worth = gain * outlook.chance("petition", body.id, country) - outlook.fund_price(outlook.cost("petition"))
                yield Proposal(order=order("petition", body.id, country), goal="visas", worth=worth)


def prepare_houses(outlook: CircleOutlook) -> Iterator[Proposal]:
    """A section wherever he might live next, founded by whoever is there or can be sent."""
    view = outlook.view
    for area in sorted({view.catalogue.area(place.id) for place in _houses(outlook)}):
        if view.sections.get(area, 0) or area == outlook.seat_area:
            continue
        there = [body for body in outlook.hands if view.catalogue.area(body.place) == area]
        for body in outlook.best_at("charm", there, most=2):
            if outlook.may("organise", body.id):
                worth = SECTION * outlook.chance("organise", body.id) - outlook.fund_price(outlook.cost("organise"))
                yield Proposal(order=order("organise", body.id), goal="sections", worth=worth, kind=f"organise {area}")
        if not there and not _somebody_comes(outlook, area):
            yield from _send(outlook, area)


def _houses(outlook: CircleOutlook) -> tuple[Place, ...]:
    return outlook.view.catalogue.houses


def _somebody_comes(outlook: CircleOutlook, area: str) -> bool:
    catalogue = outlook.view.catalogue
    return any(body.destination and catalogue.area(body.destination) == area for body in outlook.view.bodies.values())


def _send(outlook: CircleOutlook, area: str) -> Iterator[Proposal]:
    """Somebody of the organisation, the best speaker first; the household stays with him."""
    place = next(place.id for place in _houses(outlook) if outlook.view.catalogue.area(place.id) == area)
    for body in outlook.hands:
        if body.access == ORGANISATION and outlook.may("move", body.id, place):
            worth = SEND + body.skills[SKILL_INDEX["charm"]]
            yield Proposal(order=order("move", body.id, place), goal="sections", worth=worth, kind=f"send {area}")
