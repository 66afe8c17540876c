"""Turns what one side hides upside down, for tests that the other side sees nothing of it."""

from dataclasses import replace
from random import Random

from game.rules.definitions import Catalogue
from game.rules.nouns import Keep, Post, Side, Status
from game.rules.state import AgentFile, Clue, GameState, Progress, Sighting


def change_what_is_hidden_from(side: Side, state: GameState, seed: int, catalogue: Catalogue) -> GameState:
    """The same state to a side, and another in all that it must not see."""
    change = change_what_the_center_hides if side is Side.CIRCLE else change_what_the_circle_hides
    return change(state, seed, catalogue)


def change_what_the_center_hides(state: GameState, seed: int, catalogue: Catalogue) -> GameState:
    """Everything the Circle must not see: meters, covers, plans, and whose man somebody on its roster is."""
    chance, other, places = Random(seed), state.copy(), sorted(catalogue.places)
    center, secret = other.center, other.secret
    center.funds, center.paranoia = chance.randrange(20), chance.randrange(9)
    center.track, center.preparation = chance.randrange(10), chance.randrange(5)
    center.seat = chance.choice(["", other.circle.seat])
    center.directives = {task: chance.choice(list(Progress)) for task in center.directives}
    center.guards_seen, center.demand, center.spent = chance.randrange(5), chance.randrange(3), ("steal",)
    center.keeps_seen, center.keeps_turn, center.hearsay = chance.choice(list(Keep)), state.turn, chance.randrange(4)
    secret.seed, secret.false_track, secret.clues = chance.randrange(10**9), chance.randrange(4), chance.randrange(9)
    secret.loyalty = {person: chance.randrange(6) for person in secret.loyalty}
    for person, file in list(center.agents.items()):
        center.agents[person] = replace(file, cover=chance.randrange(1, 6), contacts=(("natalia", 2),), burnt=True)
    roster = [person for person in other.circle.members if other.bodies[person].status is Status.ACTIVE]
    for person in chance.sample(roster, min(4, len(roster))):
        if person in center.agents:
            del center.agents[person]
        else:
            center.agents[person] = AgentFile(id=person, cover=4, legend=4, post=Post.ILLEGAL, officer=False, start_access=4)
    for person in secret.poses:
        other.bodies[person] = replace(other.bodies[person], skills=(5, 0, 4, 5, 0))
    outsiders = [person for person in center.agents if person not in other.circle.members]
    for person in outsiders:
        other.bodies[person] = replace(other.bodies[person], place=chance.choice(places))
    return other


def change_what_the_circle_hides(state: GameState, seed: int, catalogue: Catalogue) -> GameState:
    """Everything the Center must not see: doubts, clues, money, walls, and where unseen people are."""
    chance, other, places = Random(seed), state.copy(), sorted(catalogue.places)
    circle, secret = other.circle, other.secret
    circle.funds = chance.randrange(20)
    circle.sections = {area: chance.randrange(4) for area in circle.sections}
    circle.security = {place: chance.randrange(8) for place in circle.security}
    circle.visas = (chance.choice(sorted(catalogue.countries)),)
    circle.keeps = Keep.WALLS if circle.keeps is Keep.GATE else Keep.GATE
    circle.hidden, circle.relocated, circle.spent = chance.randrange(5), chance.randrange(5), ("publish",)
    circle.aims = {task: chance.choice(list(Progress)) for task in circle.aims}
    circle.clues = (*circle.clues, Clue(id=99, turn=1, operation="surveil", place=chance.choice(places)))
    circle.strangers = {
        person: Sighting(id=person, place=chance.choice(places), access=4, turn=1)
        for person in state.center.agents
        if person not in circle.members
    }
    circle.members = {
        person: replace(member, doubt=chance.randrange(9700), vetted=chance.randrange(9))
        for person, member in circle.members.items()
    }
    secret.seed, secret.false_track, secret.clues = chance.randrange(10**9), chance.randrange(4), chance.randrange(9)
    for person in other.bodies:
        if person not in other.center.agents:
            secret.loyalty[person] = chance.randrange(6)
            other.bodies[person] = replace(other.bodies[person], place=chance.choice(places), skills=(1, 2, 3, 4, 5))
    if not other.center.seat:
        circle.seat = chance.choice([house.id for house in catalogue.houses if house.id != circle.seat] or [circle.seat])
    return other
