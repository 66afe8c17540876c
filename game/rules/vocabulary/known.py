"""Which of the changes that news or a strike bring about are known to whom."""

from dataclasses import dataclass, field

from game.rules.events import Change
from game.rules.nouns import CENTER, CIRCLE, Side
from game.rules.words import AddAlert, AddMeter, AddSection, AddSecurity, AddTolerance, Effect, Meter


@dataclass(slots=True)
class Known:
    """What has changed, kept apart by the side that may be told."""

    _of: dict[Side, list[Change]] = field(default_factory=lambda: {CENTER: [], CIRCLE: []})

    def note(self, effect: Effect, changes: tuple[Change, ...]) -> None:
        """Files what an effect changed with each side that can read the figure for itself."""
        for change in changes:
            self.add(_readers(effect), change)

    def add(self, readers: tuple[Side, ...], change: Change) -> None:
        """Files a change, if it is one, with those who can read the figure."""
        for side in readers if change.before != change.after else ():
            self._of[side].append(change)

    def by(self, side: Side) -> tuple[Change, ...]:
        """What a side may be told."""
        return tuple(self._of[side])


def _readers(effect: Effect) -> tuple[Side, ...]:
    """Who has the figure that an effect moves before him: how he is heard and how hosts feel is public, all else is one's own."""
    match effect:
        case AddMeter(meter=Meter.INFLUENCE) | AddTolerance() | AddAlert():
            return (CENTER, CIRCLE)
        case AddMeter(meter=Meter.FUNDS):
            return (effect.of or CENTER,)
        case AddMeter():
            return (CENTER,)
        case AddSecurity() | AddSection():
            return (CIRCLE,)
        case _:
            return ()
