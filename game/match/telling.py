"""Plays a side with what it may not know filled in from the truth: only to measure that hidden information pays.

No person and no computer's player of a real game ever gets such a view: `utka simulate --told` alone comes here.
"""

from collections.abc import Sequence
from dataclasses import replace

from game.match.match import Match, seat_players
from game.players import Player
from game.rules.legality import refuse_set
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.sights import Truth
from game.rules.state import GameState
from game.rules.view import CenterView, CircleView, View


def told_view(view: View, state: GameState, busy: frozenset[str]) -> View:
    """A side's view with its gaps filled in. `busy`: who of the Circle had an order last turn and so stood no guard."""
    if isinstance(view, CenterView):
        return _tell_center(view, state, busy)
    return _tell_circle(view, state)


def _tell_center(view: CenterView, state: GameState, busy: frozenset[str]) -> CenterView:
    """Where he lives, guards as they stood last turn, walls as they are, what is kept, who is steady, what news is false."""
    steady = view.catalogue.numbers.defection.steady
    agents = {
        person: replace(file, loyalty="steady" if state.secret.loyalty.get(person, steady) >= steady else "doubtful")
        for person, file in view.agents.items()
    }
    if state.circle.moving_to:
        return replace(view, agents=agents)
    truth = Truth(view.catalogue, view.atlas, state, busy)
    return replace(
        view,
        agents=agents,
        guards_seen=truth.guards()[0],
        guards_turn=view.turn,
        security_seen=truth.security()[0],
        seat=state.circle.seat,
        keeps_seen=state.circle.keeps,
        track=view.track - state.secret.false_track,
        hearsay=0,
    )


def _tell_circle(view: CircleView, state: GameState) -> CircleView:
    """Doubt as high as it can be of everybody who is Moscow's, and none of anybody else."""
    sure = view.catalogue.numbers.doubt.cap * 100
    members = {
        person: replace(member, doubt=sure if person in state.center.agents else 0) for person, member in view.members.items()
    }
    return replace(view, members=members)


class ToldPlayer:
    """A player who is handed the told view of his side. Orders that his real view refuses are left out."""

    def __init__(self, player: Player) -> None:
        self._player = player
        self.match: Match | None = None
        """The match that he plays in; set once there is one."""

    def choose(self, view: View) -> tuple[Order, ...]:
        """What the player orders, knowing more than he may.

        Raises:
            ValueError: he sits in no match.
        """
        if self.match is None:
            raise ValueError("a player who is told sits in no match")
        turns = self.match.record().turns
        busy = frozenset(order.agent for order in turns[-1].circle) if turns else frozenset()
        told = told_view(view, self.match.snapshot().state, busy)
        return _acceptable(view, self._player.choose(told))


def tell(match: Match, side: Side) -> Match:
    """The same new match, with the computer's player of a side told what that side may not know.

    Raises:
        PlayerError: a player cannot be seated.
        KeyError: a person plays that side.
    """
    record = match.record()
    players = seat_players(record)
    told = ToldPlayer(players[side])
    telling = Match(match.scenario, record, match.snapshot(), {**players, side: told}, match.atlas)
    told.match = telling
    return telling


def _acceptable(view: View, orders: Sequence[Order]) -> tuple[Order, ...]:
    refused = {index for index, _ in refuse_set(view, orders)}
    return tuple(order for index, order in enumerate(orders) if index not in refused)
