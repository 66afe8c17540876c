"""One game being played: it hands out views, takes in orders, resolves the turn when both sides have sealed, and records.

It shows nothing and knows no clock. A screen that keeps to `view`, `telegrams` and `events_of` cannot leak.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from game import __version__
from game.match.record import Amendment, Opening, Record, Seats, Snapshot, TurnRecord
from game.match.seating import check_temper
from game.match.stirring import resolve_stirred
from game.players import Player, PlayerError, SearchPlayer, make_player
from game.rules.definitions import Catalogue, Scenario
from game.rules.dice import SEEDS, Dice
from game.rules.events import Event
from game.rules.geography import Atlas
from game.rules.legality import Reason, refuse_set
from game.rules.nouns import Audience, Luck, Side
from game.rules.orders import Order
from game.rules.records import changed
from game.rules.setup import Allegiances, new_game
from game.rules.state import GameState, VerdictState, digest
from game.rules.view import View, view_for

PERSON = "person"
"""The seat of a side whose orders come from outside, through `submit`."""

MAIL = "mail"
"""The seat of a side played by a person at another machine; its orders come through `submit` as well."""


class Match:
    """One game. Make it with `Match.new`, or with `Match.resume` from what was saved."""

    def __init__(
        self,
        scenario: Scenario,
        record: Record,
        snapshot: Snapshot,
        players: Mapping[Side, Player],
        atlas: Atlas | None = None,
        digests: bool = True,
    ) -> None:
        self.scenario = scenario
        self.atlas = atlas or Atlas(scenario.catalogue)
        self._state = snapshot.state
        self._record = record
        self._players = dict(players)
        self._digests = digests
        self._sealed: dict[Side, tuple[Order, ...]] = {}
        for side, orders in ((Side.CENTER, snapshot.center), (Side.CIRCLE, snapshot.circle)):
            if orders is not None:
                self._sealed[side] = orders

    @classmethod
    def new(
        cls,
        scenario: Scenario,
        seed: int,
        allegiances: Allegiances = Allegiances.UNCERTAIN,
        seats: Mapping[Side, str] | None = None,
        atlas: Atlas | None = None,
        luck: Luck = Luck.DICE,
        digests: bool = True,
    ) -> "Match":
        """A new game at its first turn.

        `seats` names who plays a side: `PERSON` (also where a side is missing), `MAIL`, or a player for `make_player`. An `atlas`
        of the same scenario may be shared between games, which saves time. `luck` is how rolls for orders fall. Without
        `digests` the states of the record have no names, and it cannot be verified; that saves time too.
        """
        atlas = atlas or Atlas(scenario.catalogue)
        state, events = new_game(scenario, atlas, seed, allegiances, luck)
        sitting = {side: (seats or {}).get(side, PERSON) for side in Side}
        record = Record(
            version=__version__,
            scenario=scenario.catalogue.id,
            title=scenario.catalogue.title,
            fingerprint=scenario.fingerprint,
            seed=seed,
            allegiances=allegiances,
            luck=luck,
            seats=Seats(center=sitting[Side.CENTER], circle=sitting[Side.CIRCLE]),
            opening=Opening(digest=digest(state) if digests else "", events=tuple(events)),
        )
        return cls(scenario, record, Snapshot(state=state), seat_players(record, scenario.catalogue), atlas, digests)

    @classmethod
    def resume(cls, scenario: Scenario, record: Record, snapshot: Snapshot) -> "Match":
        """The game that was saved. The computer's players sit down anew and know no more than their views.

        With a scenario whose files are not those that held last, the record notes from which turn on they hold.
        """
        latest = record.amendments[-1].fingerprint if record.amendments else record.fingerprint
        if scenario.fingerprint != latest:
            amendment = Amendment(turn=snapshot.state.turn, fingerprint=scenario.fingerprint)
            record = replace(record, amendments=(*record.amendments, amendment))
        return cls(scenario, record, snapshot, seat_players(record, scenario.catalogue))

    def fork(self) -> "Match":
        """The same game once more: what is done to one is not done to the other. Computer's players sit at both."""
        return Match(self.scenario, self._record, self.snapshot(), self._players, self.atlas, self._digests)

    # -- what there is to see

    @property
    def turn(self) -> int:
        """The number of the turn for which orders are being written; after the verdict, of the last turn."""
        return self._state.turn

    @property
    def seats(self) -> Seats:
        """Who plays which side."""
        return self._record.seats

    @property
    def verdict(self) -> VerdictState | None:
        """The verdict, once there is one."""
        return self._state.public.verdict

    def is_over(self) -> bool:
        """Whether a verdict has been reached."""
        return self._state.is_over()

    def is_person(self, side: Side) -> bool:
        """Whether a person at this machine plays a side."""
        return self.seats.of(side) == PERSON

    def view(self, side: Side) -> View:
        """All that a side may know now."""
        return view_for(self.scenario, self.atlas, self._state, side)

    def events_of(self, turn: int, audience: Audience) -> tuple[Event, ...]:
        """What an audience was told in a turn, that turn's own dispatches included.

        Raises:
            ValueError: the archive was asked for before the verdict.
        """
        self._check_archive(audience)
        return tuple(event for event in self._record.events() if event.turn == turn and event.audience is audience)

    def telegrams(self, audience: Audience) -> tuple[Event, ...]:
        """What an audience was told last: by the turn just resolved and the dispatches after it, or by the opening."""
        self._check_archive(audience)
        latest = self._record.turns[-1] if self._record.turns else self._record.opening
        return tuple(event for event in latest.events if event.audience is audience)

    def truth(self) -> GameState:
        """The whole state, for the Revelations.

        Raises:
            ValueError: there is no verdict yet.
        """
        self._check_archive(Audience.ARCHIVE)
        return self._state

    def record(self) -> Record:
        """The record of the game so far. It holds both sides' secrets: for files and the Revelations, not for screens."""
        return self._record

    def snapshot(self) -> Snapshot:
        """The game as it stands, for files alone."""
        return Snapshot(state=self._state, center=self._sealed.get(Side.CENTER), circle=self._sealed.get(Side.CIRCLE))

    # -- what there is to do

    def submit(self, side: Side, orders: Sequence[Order]) -> list[tuple[int, Reason]]:
        """Seals a person's orders for this turn, an empty set meaning that everybody holds.

        Returns every order that is refused, by its index; if there is any, nothing is taken.

        Raises:
            ValueError: the computer plays this side, its orders are sealed already, or the game is over.
        """
        if side in self._players:
            raise ValueError(f"the computer gives the orders of the {side.value}")
        return self._seal(side, tuple(orders))

    def is_sealed(self, side: Side) -> bool:
        """Whether a side's orders for this turn are in."""
        return side in self._sealed

    def unseal(self, side: Side) -> tuple[Order, ...]:
        """Gives a side its sealed orders back to write them anew; none if there were none."""
        return self._sealed.pop(side, ())

    def let_players_choose(self) -> None:
        """Has each computer's player seal its orders, unless it has. May take a while.

        Raises:
            PlayerError: a player failed.
        """
        for side, player in self._players.items():
            if not self.is_over() and side not in self._sealed:
                self._seal_choice(side, player)

    def thinkers(self) -> dict[Side, SearchPlayer]:
        """The computer's players that take their time and have not sealed yet; nobody once the game is over."""
        waited = {} if self.is_over() else {side: who for side, who in self._players.items() if side not in self._sealed}
        return {side: player for side, player in waited.items() if isinstance(player, SearchPlayer)}

    def seal_thought(self, side: Side, orders: tuple[Order, ...]) -> None:
        """Seals what a computer's player has thought out elsewhere.

        Raises:
            PlayerError: an order is refused.
            ValueError: no computer plays this side, its orders are sealed already, or the game is over.
        """
        if side not in self._players:
            raise ValueError(f"a person gives the orders of the {side.value}")
        self._complain(side, orders, self._seal(side, orders))

    def resolve(self, stir: str = "") -> tuple[Event, ...]:
        """Resolves the turn and returns all that was told to anybody; screens ask `telegrams` for their side's part.

        Computer's players that have not chosen yet choose now. A `stir` changes how the turn's dice fall.

        Raises:
            ValueError: a person's orders are missing, or the game is over.
            PlayerError: a player failed.
        """
        self.let_players_choose()
        missing = [side.value for side in Side if side not in self._sealed]
        if missing and not self.is_over():
            raise ValueError(f"orders are missing: {', '.join(missing)}")
        state, events = resolve_stirred(self.scenario, self.atlas, self._state, self._sealed, stir)
        turn = TurnRecord(
            turn=self._state.turn,
            center=self._sealed[Side.CENTER],
            circle=self._sealed[Side.CIRCLE],
            digest=digest(state) if self._digests else "",
            events=tuple(events),
            stir=stir,
        )
        self._record = changed(self._record, turns=(*self._record.turns, turn))
        self._state = state
        self._sealed = {}
        return tuple(events)

    def _seal(self, side: Side, orders: tuple[Order, ...], view: View | None = None) -> list[tuple[int, Reason]]:
        if self.is_over():
            raise ValueError("the game is over")
        if side in self._sealed:
            raise ValueError(f"the orders of the {side.value} are sealed")
        refused = refuse_set(view or self.view(side), orders)
        if not refused:
            self._sealed[side] = orders
        return refused

    def _seal_choice(self, side: Side, player: Player) -> None:
        name = self.seats.of(side)
        try:
            view = self.view(side)
            orders = tuple(player.choose(view))
            refused = self._seal(side, orders, view)
        except PlayerError:
            raise
        except Exception as wrong:  # a player may be anybody's code
            raise PlayerError(f"the player {name} failed in turn {self.turn}: {wrong!r}") from wrong
        self._complain(side, orders, refused)

    def _complain(self, side: Side, orders: Sequence[Order], refused: Sequence[tuple[int, Reason]]) -> None:
        """Says which order of a computer's player was refused, if any was."""
        if refused:
            index, reason = refused[0]
            order = orders[index]
            raise PlayerError(
                f"the player {self.seats.of(side)} gave an order that is refused in turn {self.turn}:"
                f" {order.operation} by {order.agent} ({reason.kind.value})"
            )

    def _check_archive(self, audience: Audience) -> None:
        if audience is Audience.ARCHIVE and not self.is_over():
            raise ValueError("the archive is closed until the verdict")


def seat_players(record: Record, catalogue: Catalogue) -> dict[Side, Player]:
    """The computer's players of a record, each with a seed of its own that does not give the game's away.

    Raises:
        PlayerError: there is no such player, or the scenario has no such temperament.
    """
    dice = Dice(record.seed)
    seats = {side: name for side in Side if (name := record.seats.of(side)) not in (PERSON, MAIL)}
    for side, name in seats.items():
        check_temper(name, side, catalogue)
    return {side: _seat(name, side, dice.below(SEEDS, 0, side.value, "player")) for side, name in seats.items()}


def _seat(name: str, side: Side, seed: int) -> Player:
    try:
        return make_player(name, side, seed)
    except PlayerError:
        raise
    except Exception as wrong:  # a player may be anybody's code
        raise PlayerError(f"the player {name} cannot be seated: {wrong!r}") from wrong
