"""Plays a side with what it may not know filled in from the truth: only to measure that hidden information pays.

No person and no computer's player of a real game ever gets such a view: `utka simulate --told` alone comes here.
"""

from collections.abc import Sequence
from dataclasses import replace

from game.match.match import Match, seat_players
from game.players import Player
from game.rules.legality import refuse_set
from game.rules.nouns import Keep, Side
from game.rules.orders import Order
from game.rules.sights import Truth
from game.rules.state import GameState
from game.rules.view import CenterView, CircleView, View
from game.rules.words import Keeps


def told_view(view: View, state: GameState, others: Sequence[Order]) -> View:
    """A side's view with its gaps filled in. `others` are the other side's orders of this turn: they say who stands guard."""
    if isinstance(view, CenterView):
        return _tell_center(view, state, others)
    return _tell_circle(view, state)


def _tell_center(view: CenterView, state: GameState, others: Sequence[Order]) -> CenterView:
    """Where he lives, who guards him this turn and which of the two he keeps, walls as they are, who is steady, what news is
    false, and how much the Circle doubts its own people."""
    steady = view.catalogue.numbers.defection.steady
    agents = {
        person: replace(file, loyalty="steady" if state.secret.loyalty.get(person, steady) >= steady else "doubtful")
        for person, file in view.agents.items()
    }
    doubts = {person: member.doubt for person, member in state.circle.members.items() if person not in view.agents}
    if state.circle.moving_to:
        return replace(view, agents=agents, doubts=doubts)
    truth = Truth(view.catalogue, view.atlas, state, frozenset(order.agent for order in others))
    return replace(
        view,
        agents=agents,
        guards_seen=truth.guards()[0],
        guards_turn=view.turn,
        security_seen=truth.security()[0],
        seat=state.circle.seat,
        keeps_seen=_keeps_in(view, others) or state.circle.keeps,
        track=view.track - state.secret.false_track,
        hearsay=0,
        doubts=doubts,
    )


def _tell_circle(view: CircleView, state: GameState) -> CircleView:
    """Doubt as high as it can be of everybody who is Moscow's, and none of anybody else."""
    sure = view.catalogue.numbers.doubt.cap * 100
    members = {
        person: replace(member, doubt=sure if person in state.center.agents else 0) for person, member in view.members.items()
    }
    return replace(view, members=members)


def _keeps_in(view: View, orders: Sequence[Order]) -> Keep | None:
    """Which of the two the household is ordered to keep, if it is ordered anything."""
    effects = (effect for order in orders for effect in view.catalogue.operations[order.operation].do)
    return next((effect.keeps for effect in effects if isinstance(effect, Keeps)), None)


class ToldPlayer:
    """A player who is handed the told view of his side. Orders that his real view refuses are left out."""

    def __init__(self, player: Player, other: Player) -> None:
        self._player, self._other = player, other
        self.match: Match | None = None
        """The match that he plays in; set once there is one."""

    def choose(self, view: View) -> tuple[Order, ...]:
        """What the player orders, knowing more than he may. The Center is told by whom he is guarded this turn, so that the
        other player is asked for his orders twice: he must answer the same view with the same orders.

        Raises:
            ValueError: he sits in no match.
        """
        if self.match is None:
            raise ValueError("a player who is told sits in no match")
        others = self._other.choose(self.match.view(Side.CIRCLE)) if view.side is Side.CENTER else ()
        told = told_view(view, self.match.snapshot().state, others)
        return _acceptable(view, self._player.choose(told))


def tell(match: Match, side: Side) -> Match:
    """The same new match, with the computer's player of a side told what that side may not know.

    Raises:
        PlayerError: a player cannot be seated.
        KeyError: a person plays.
    """
    record = match.record()
    players = seat_players(record, match.scenario.catalogue)
    told = ToldPlayer(players[side], players[side.other])
    telling = Match(match.scenario, record, match.snapshot(), {**players, side: told}, match.atlas)
    told.match = telling
    return telling


def _acceptable(view: View, orders: Sequence[Order]) -> tuple[Order, ...]:
    refused = {index for index, _ in refuse_set(view, orders)}
    return tuple(order for index, order in enumerate(orders) if index not in refused)
