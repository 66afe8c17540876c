"""One game at one desk: whose turn it is to write, the drafts, the saves. Knows no screen."""

from collections.abc import Mapping, Sequence
from random import SystemRandom

from pygame import Surface

from game.match.draft import Draft
from game.match.match import Match
from game.match.saves import SaveError, save_match
from game.rules.events import Event
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.view import View
from game.ui import glance
from game.ui.office import Office

AUTOSAVE = "autosave"
SEEDS = 1_000_000_000


def draw_seed() -> int:
    """A seed for a game that names none."""
    return SystemRandom().randrange(SEEDS)


class Session:
    """A match and the people who sit before the window."""

    def __init__(self, office: Office, match: Match) -> None:
        self.office = office
        self.match = match
        self.picture: Surface | None = None
        """What the desk looked like last, for the saves; none where two share it, who may not see each other's."""
        self._drafts: dict[Side, Draft] = {}
        self._read: dict[Side, int] = dict.fromkeys(Side, 0)
        self._counted: dict[Side, tuple[object, int]] = {}

    @property
    def people(self) -> tuple[Side, ...]:
        """The sides played before this window; none where two computers are watched."""
        return tuple(side for side in Side if self.match.is_person(side))

    @property
    def writing(self) -> Side | None:
        """The side that is to write its orders next; nobody once all are sealed or the game is over."""
        if self.match.is_over():
            return None
        return next((side for side in self.people if not self.match.is_sealed(side)), None)

    @property
    def watched(self) -> Side:
        """The side whose view is shown where nobody plays."""
        return self.people[0] if self.people else Side.CENTER

    def view(self, side: Side) -> View:
        """All that a side may know now."""
        return self.match.view(side)

    def draft(self, side: Side) -> Draft:
        """The unsealed orders of a side in this turn; begun anew with every turn."""
        draft = self._drafts.get(side)
        if draft is None or draft.view.turn != self.match.turn or draft.view.verdict != self.match.verdict:
            draft = self._drafts[side] = Draft(self.match.view(side))
        return draft

    def seal(self, side: Side) -> None:
        """Seals a side's draft; what is not legal any more is left out, which the draft never lets happen."""
        self.match.submit(side, self.draft(side).orders)

    def resolve(self, thought: Mapping[Side, Sequence[Order]] | None = None) -> None:
        """Plays the turn out, once everybody has sealed, and saves the game. `thought` is what the computer has thought out."""
        for side, orders in (thought or {}).items():
            self.match.seal_thought(side, tuple(orders))
        self.match.resolve()
        self.save(AUTOSAVE)

    def telegrams(self, side: Side) -> Sequence[Event]:
        """What a side was told last."""
        return self.match.telegrams(side.audience)

    def history(self, side: Side) -> list[Event]:
        """Everything that a side was told so far, oldest first."""
        turns = range(1, self.match.turn + 1)
        return [event for turn in turns for event in self.match.events_of(turn, side.audience)]

    def unread(self, side: Side) -> int:
        """How much of the log a side has not looked at."""
        now = (self.match.turn, self.match.verdict)
        if self._counted.get(side, (None, 0))[0] != now:
            self._counted[side] = (now, len(self.history(side)))
        return max(0, self._counted[side][1] - self._read[side])

    def read_log(self, side: Side) -> int:
        """Notes that a side has read its log; returns how much of it was new."""
        fresh = self.unread(side)
        self._read[side] = len(self.history(side))
        return fresh

    def save(self, name: str) -> str:
        """Saves the game; returns what went wrong in a line, or nothing."""
        try:
            path = save_match(self.office.saves, name, self.match)
        except SaveError as error:
            return str(error)
        glance.keep(self.picture, path)
        return ""
