"""What else serves the Center: his voice made smaller, papers taken and forged, governments spoken to, friends removed."""

from collections.abc import Iterable, Iterator
from functools import partial

from game.players.planner.center.attempts import attempt
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.outlook import order
from game.players.planner.proposals import Idea, Proposal, Thought, make_proposal
from game.rules.doubt import CERTAIN, blame, share_blame
from game.rules.nouns import HOUSEHOLD, NEWCOMER, SYMPATHISER
from game.rules.numbers import DoubtNumbers
from game.rules.state import Body, Sighting
from game.rules.words import Meter, Unmasked

FAINT = 4
"""From this influence down every point may silence him for good."""
LAST_TURNS = 13
"""When the end is so near, what is silenced may stay silent."""
FEW_GUARDS = 3
A_FRIEND = 2
"""What it costs the Circle, beside influence, to denounce somebody who was honest."""
MORE_PAPERS = 1.4
"""One paper leads to others, so that it is worth more than the doubt that it raises itself."""
STRANGERS_NAMED = 2
"""Against so many strangers papers may be forged in one turn."""
PAPERS = "steal"
"""The operation by which his papers, or his letters, are got at."""

Named = tuple[float, str]
"""What a forged paper is worth, and whom it names."""


def press_on(outlook: CenterOutlook) -> Iterator[Thought]:
    """All that spends a spare signal well."""
    voice = voice_worth(outlook)
    for body in outlook.best_at("analysis", outlook.active, most=2):
        yield attempt(outlook, "smear", body.id, gain=voice, goal="voice", kind="smear")
    yield from _press(outlook)
    yield from _steal(outlook)
    yield from _forge(outlook)
    if "eliminate" in outlook.operations:
        yield from _eliminate(outlook, voice)


def voice_worth(outlook: CenterOutlook) -> float:
    """What it is worth to take one point of influence from him."""
    worth = outlook.influence_price + outlook.goal_pull(Meter.INFLUENCE, -1)
    influence, turns = outlook.view.influence, outlook.turns_left + 1
    if influence == 0:
        return 0
    if influence <= FAINT:
        worth += 12 / influence
    if turns <= LAST_TURNS and influence <= turns:
        worth += outlook.plan.silence / influence * (1 - turns / (LAST_TURNS + 2))
    return worth


def _steal(outlook: CenterOutlook) -> Iterator[Idea]:
    if PAPERS in outlook.view.spent:
        return
    gain = papers_worth(outlook)
    for body in outlook.active:
        yield attempt(outlook, PAPERS, body.id, gain=gain, goal="papers", kind=PAPERS)


def papers_worth(outlook: CenterOutlook) -> float:
    """What it is worth to get at his papers: what the scenario says that it does to the meters."""
    added = outlook.added_by(PAPERS)
    gain = -added[Meter.PARANOIA] * outlook.paranoia_price + added[Meter.FUNDS] * outlook.plan.fund
    if added[Meter.INFLUENCE] < 0:
        gain += voice_worth(outlook) - (added[Meter.INFLUENCE] + 1) * outlook.influence_price
    if added[Meter.TRACK] > 0 and outlook.view.seat:
        gain += outlook.plan.track
    return gain


def _press(outlook: CenterOutlook) -> Iterator[Idea]:
    gains: dict[str, float] = {}
    for body in outlook.active if "press" in outlook.operations else ():
        country = outlook.view.catalogue.places[body.place].country
        if country not in gains:
            gains[country] = press_gain(outlook, country)
        yield attempt(outlook, "press", body.id, gain=gains[country], goal="asylum", kind=f"press {country}")


def press_gain(outlook: CenterOutlook, country: str) -> float:
    """What it is worth that a country grows colder towards him."""
    view = outlook.view
    tolerance = view.countries[country].tolerance
    gain = outlook.against_welcome(country, tolerance)
    if country == view.asylum:
        gain += outlook.plan.press * 8 / (1 + tolerance)
        if outlook.plan.banish:
            gain += outlook.plan.banish * _sent_away(outlook, tolerance)
        if view.interned:  # every point of patience that comes back sets him free
            gain += outlook.plan.keep_interned
    elif view.catalogue.numbers.asylum.visa_below <= tolerance:
        gain += outlook.plan.press * 1.5
    return gain


def _sent_away(outlook: CenterOutlook, tolerance: int) -> float:
    """What one point of the host's tolerance less is worth because he may be deported: how much likelier he is with it than
    without, if his hosts are spoken to in every turn that leaves time for notice and internment."""
    view = outlook.view
    tries, others = outlook.time_to_deport, tolerance - 1
    if not 0 <= others <= tries:
        return 0.0
    places = view.catalogue.places
    legals = [body.id for body in outlook.active if outlook.is_legal(body.id) and places[body.place].country == view.asylum]
    heard = max((outlook.chance("press", person) for person in legals), default=0.0)
    return outlook.if_he_is_deported(tries, others, heard)


def _forge(outlook: CenterOutlook) -> Iterator[Idea]:
    """Turn the Circle against its own: those whom it may doubt already, or else those who stand guard."""
    known = [person for people in outlook.known.values() for person in people]
    named = [(gain, person, "forge") for gain, person in _likeliest(outlook, known)] if outlook.turns_left > 1 else []
    if outlook.plan.strangers and outlook.turns_left:  # what is read in the last turn may be acted upon in it, too
        strangers = _most_shaken(outlook, filter(_came_of_himself, known), outlook.plan.strangers)
        named += [(gain, person, f"forge {person}") for gain, person in strangers[:STRANGERS_NAMED]]
    for gain, person, kind in named:
        for body in outlook.best_at("analysis", outlook.active):
            yield attempt(outlook, "forge", body.id, person, gain=gain, goal="confusion", kind=kind)


def _likeliest(outlook: CenterOutlook, known: Iterable[Sighting]) -> list[Named]:
    """The best paper against somebody of the house, or against whoever may be doubted already."""
    if outlook.view.doubts:
        return _most_shaken(outlook, known, MORE_PAPERS)[:1]
    shaken = _most_shaken(outlook, known, outlook.plan.suspicion)[:1] if outlook.plan.suspicion else []
    return sorted(_latest_guard(outlook) + shaken)[-1:]


def _came_of_himself(person: Sighting) -> bool:
    return person.id.startswith(NEWCOMER)


def _latest_guard(outlook: CenterOutlook) -> list[Named]:
    """What a paper is worth that names whoever of the household was seen last, and who that is."""
    targets = [person for person in outlook.known.get(outlook.seat_area, []) if person.access == HOUSEHOLD]
    latest = max(targets, key=lambda person: (person.turn, person.id), default=None)
    return [(outlook.plan.forge, latest.id)] if latest is not None else []


def _most_shaken(outlook: CenterOutlook, people: Iterable[Sighting], suspicion: float) -> list[Named]:
    """The same for each of some people, by how much more he would be doubted; the best first."""
    numbers = outlook.view.catalogue.numbers
    lost = -numbers.denounce.wrong * outlook.influence_price + A_FRIEND
    rises: list[tuple[int, str]] = []
    for sighting in people:
        doubt = _likely_doubt(outlook, sighting)
        rises.append((_once_named(doubt, numbers.doubt) - doubt, sighting.id))
    return [(suspicion * lost * rise / CERTAIN, person) for rise, person in sorted(rises, reverse=True)]


def _likely_doubt(outlook: CenterOutlook, person: Sighting) -> int:
    """How far the Circle doubts somebody, if that is known; else how far it may: as a friend or a stranger at first, and then as
    one's own papers have it."""
    if outlook.view.doubts:
        return outlook.view.doubts.get(person.id, 0)
    numbers = outlook.view.catalogue.numbers.doubt
    stranger = _came_of_himself(person) if outlook.plan.strangers else person.access >= SYMPATHISER
    doubt = numbers.newcomer * 100 if stranger else numbers.member
    for _ in range(outlook.view.papers.get(person.id, 0)):
        doubt = _once_named(doubt, numbers)
    return doubt


def _once_named(doubt: int, numbers: DoubtNumbers) -> int:
    """The doubt of somebody whom one more forged paper names."""
    (share,) = share_blame([doubt], numbers.forgery_weight)
    return blame(doubt, share, numbers.cap)


def _eliminate(outlook: CenterOutlook, voice: float) -> Iterator[Idea]:
    """Where guards are few, he is nearly silenced, or a directive asks for it, one friend fewer may be worth the noise."""
    price = outlook.plan.alarm + _exposure(outlook) + outlook.price_of("eliminate")
    guard = _guard_worth(outlook)
    most = voice + max(outlook.against_people.values(), default=0) + guard
    for body in outlook.active if most > price else ():
        if body.access > SYMPATHISER and not outlook.is_legal(body.id) and outlook.areas[body.place] in outlook.known:
            yield (most - price, body.id, partial(_remove, outlook, body, voice, guard, price), "!eliminate")


def _remove(outlook: CenterOutlook, body: Body, voice: float, guard: float, price: float) -> Proposal | None:
    loss = price + outlook.traces_cost("eliminate", body.id)
    here, named = outlook.known[outlook.areas[body.place]], outlook.against_people
    worths = {one.id: named.get(one.id, 0) + (0 if one.access > HOUSEHOLD else guard) for one in here}
    person = max(here, key=lambda one: (worths[one.id], one.turn, one.id))
    gain = voice + worths[person.id]
    if gain <= loss or not outlook.may("eliminate", body.id, person.id):
        return None
    worth = gain * outlook.chance("eliminate", body.id, person.id) - loss
    return make_proposal(order=order("eliminate", body.id, person.id), goal="removal", worth=worth, kind="!eliminate")


def _guard_worth(outlook: CenterOutlook) -> float:
    """What one of the household fewer is worth where few guards are left and a strike is near."""
    if outlook.view.guards_seen < 0 or outlook.guards > FEW_GUARDS:
        return 0
    return outlook.plan.eliminate * outlook.view.preparation


def _exposure(outlook: CenterOutlook) -> float:
    """A directive may ask that nobody be unmasked: then noise costs more."""
    return 2.0 if any(isinstance(task.goal, Unmasked) for task, _ in outlook.open_tasks) else 0.0
