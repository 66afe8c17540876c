"""To find him, to learn his habits, to prepare, and to strike when the chance is good."""

from collections.abc import Iterator

from game.players.planner.center.attempts import attempt
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.pressure import PAPERS, papers_worth
from game.players.planner.outlook import least_needed, order
from game.players.planner.proposals import Proposal, Thought
from game.rules.words import Meter, Stat

FORGOTTEN_AFTER = 8
"""After so many turns it is worth as much as ever to look into an area again."""
A_LOOK = 2
"""What one look at the house adds to the track."""
BY_LOOKING = 0.5
"""What part of the worth of his papers is won by knowing how to get at them."""
ALLOWANCE = 0.12
"""How much worse than hoped for the chance may be on the spot before a strike is called off."""
STAYS_ON = 2
"""How many times as long as he must somebody stays in a house before he leaves it."""
LEAST_AT_RUIN = 0.35
"""With less than this nothing is tried that would end in Moscow's wrath."""


def hunt(outlook: CenterOutlook) -> Iterator[Thought]:
    """All that leads to the Old Man himself."""
    yield from close_in(outlook)
    yield from strike(outlook)


def close_in(outlook: CenterOutlook) -> Iterator[Thought]:
    """All that leads to him but for the strike: to find him, to learn his habits, to prepare."""
    if outlook.view.seat:
        yield from _learn_habits(outlook)
        yield from _prepare(outlook)
    else:
        yield from _locate(outlook)


def search_areas(outlook: CenterOutlook) -> list[str]:
    """The areas of the country of asylum where he may live, those first that were looked into longest ago or never."""
    houses = (house for house in outlook.view.catalogue.houses if house.country == outlook.view.asylum)
    areas = dict.fromkeys(outlook.areas[house.id] for house in houses)
    return sorted(areas, key=lambda area: outlook.view.searched.get(area, 0))


def still_promising(outlook: CenterOutlook, area: str) -> float:
    """How far it is worth to look into an area, between 0 and 1: little soon after he was not found there."""
    last = outlook.view.searched.get(area)
    return 1.0 if last is None else min(1.0, (outlook.view.turn - last) / FORGOTTEN_AFTER)


def _locate(outlook: CenterOutlook) -> Iterator[Thought]:
    """Look where somebody is already; the others are sent by `inside.travel`."""
    for area in search_areas(outlook):
        gain = outlook.plan.locate * still_promising(outlook, area)
        for body in outlook.active:
            if outlook.areas[body.place] == area:
                yield attempt(outlook, "surveil", body.id, gain=gain, goal="locate", kind=f"surveil {area}", paid=False)


def track_wanted(outlook: CenterOutlook) -> int:
    """One more than the strikes ask for, since a track fades; where there is none, what getting at his papers asks for."""
    strikes = outlook.view.catalogue.strikes
    if strikes:
        return 1 + max(least_needed(strike, Stat.TRACK) for strike in strikes)
    return outlook.need(PAPERS, Stat.TRACK)


def _learn_habits(outlook: CenterOutlook) -> Iterator[Thought]:
    view, plan = outlook.view, outlook.plan
    short = track_wanted(outlook) - view.track
    if not view.catalogue.has_strikes:
        gain = for_the_papers(outlook) + outlook.goal_pull(Meter.TRACK, A_LOOK)
    elif outlook.has_mole_at_seat and short <= 0:
        gain = 0.3
    elif short > 0:
        gain = plan.track * min(2, short) + outlook.goal_pull(Meter.TRACK, 2)
    else:
        gain = plan.keep_track
    if view.turn - view.guards_turn > 2 and not outlook.has_mole_at_seat:
        gain += 1.5
    if view.hearsay:
        gain += plan.verify
    for number, body in enumerate(outlook.best_at("tradecraft", outlook.at_seat, most=3)):
        kind = f"surveil {number}" if short > A_LOOK * number else "surveil 0"  # far behind, two look at once
        yield attempt(outlook, "surveil", body.id, gain=gain, goal="habits", kind=kind, paid=False)


def for_the_papers(outlook: CenterOutlook) -> float:
    """What a look at the house is worth because his papers are got at by knowing his habits."""
    needed = outlook.need(PAPERS, Stat.TRACK)
    if not needed or outlook.view.track >= needed * outlook.turns_left:
        return 0
    return BY_LOOKING * papers_worth(outlook) * min(1, A_LOOK / needed)


def _prepare(outlook: CenterOutlook) -> Iterator[Thought]:
    view, plan = outlook.view, outlook.plan
    needed = outlook.need("lone_hand" if outlook.insiders else "raid", Stat.PREPARATION)
    gain = plan.prepare if view.preparation < needed else plan.prepare_more
    if outlook.turns_left < 1:
        return
    gain += outlook.goal_pull(Meter.PREPARATION, 1)
    for body in outlook.best_at("tradecraft", outlook.at_seat, most=3):
        yield attempt(outlook, "prepare", body.id, gain=gain, goal="prepare", kind="prepare")


def strike(outlook: CenterOutlook) -> Iterator[Proposal]:
    """Strike once the chance is as good as can be hoped for in the turns that are left."""
    for operation, patience in (("lone_hand", outlook.plan.lone_patience), ("raid", outlook.plan.raid_patience)):
        able = [body for body in outlook.at_seat if outlook.may(operation, body.id)] if _is_ready(outlook, operation) else []
        least = _least_chance(outlook, operation, patience) if able else 1.0
        for body in able:
            chance = outlook.chance(operation, body.id)
            if _is_good(outlook, operation, body.id, chance, least):
                call_off = max(0, round(100 * (least - ALLOWANCE))) if outlook.turns_left else 0
                worth = outlook.plan.strike * (1 + chance)
                yield Proposal(order=order(operation, body.id, call_off=call_off), goal="strike", worth=worth, kind="!strike")


def _is_good(outlook: CenterOutlook, strike: str, leader: str, chance: float, least: float) -> bool:
    """Whether a chance is worth taking now. What is kept this turn may not be kept in the next: unless it is known for sure, both
    the usual chance and this turn's must be good."""
    if outlook.knows_the_guard:
        return chance >= least
    usual = outlook.chance_if(strike, leader, outlook.usual_guards)
    return usual >= least and (chance >= min(usual, outlook.plan.enough) or not outlook.turns_left)


def _is_ready(outlook: CenterOutlook, operation: str) -> bool:
    """Whether enough is known and prepared for a strike, whoever leads it."""
    known, prepared = outlook.need(operation, Stat.TRACK), outlook.need(operation, Stat.PREPARATION)
    return outlook.view.track >= known and outlook.view.preparation >= prepared


def _least_chance(outlook: CenterOutlook, strike: str, patience: float) -> float:
    """The chance worth taking: what waiting may still bring, less and less as time, patience and cover run out."""
    view = outlook.view
    numbers = view.catalogue.numbers
    ruin = max(_ruinous(outlook, strike), _forfeits(outlook))
    if outlook.turns_left == 0:
        return ruin
    calm = min(1.0, min(outlook.turns_left, _stays(outlook)) / (0.6 * view.catalogue.turns))
    least = outlook.plan.last_chance + (patience - outlook.plan.last_chance) * calm
    if view.preparation >= numbers.bounds.preparation:
        least -= 0.08
    if strike == "lone_hand" and _in_danger(outlook):
        least -= 0.10
    return max(least, ruin)


def _stays(outlook: CenterOutlook) -> int:
    """For how many turns he may be counted on to stay: patience is wasted on somebody who may move house at any time."""
    least = least_needed(outlook.view.catalogue.operations.get("relocate"), Stat.QUIET_RELOCATION)
    return STAYS_ON * (least or outlook.turns_left)


def _ruinous(outlook: CenterOutlook, strike: str) -> float:
    """The least chance where Moscow would not forgive a failure; 0 where it would."""
    numbers = outlook.view.catalogue.numbers.paranoia
    after = outlook.view.paranoia + numbers.strike_failed
    after += numbers.lone_hand_taken if strike == "lone_hand" else numbers.officer_blown
    return LEAST_AT_RUIN if after >= numbers.lost_at else 0


def _forfeits(outlook: CenterOutlook) -> float:
    """The least chance where a failure, which makes him heard, may lose what is as good as won; 0 without `victory`."""
    victory = outlook.plan.victory
    if not victory:
        return 0.0
    numbers, now = outlook.view.catalogue.numbers, outlook.view.influence
    louder = now + numbers.strikes.influence
    lives = outlook.if_he_lives(now)
    at_risk = max(0.0, lives - outlook.if_he_lives(louder) + victory * (outlook.unheard(now) - outlook.unheard(louder)))
    to_gain = numbers.scores.killed_unproven - lives + victory * (1 - outlook.unheard(now))
    return at_risk / (at_risk + to_gain) if to_gain > 0 else 1.0


def _in_danger(outlook: CenterOutlook) -> bool:
    """Whether somebody in the household may not be there for long."""
    agents = outlook.view.agents
    return any(agents[person].cover <= 1 for person in outlook.insiders)
