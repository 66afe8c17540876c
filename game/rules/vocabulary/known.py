"""Which changes that an event of the scenario brings about are known to whom."""

from dataclasses import dataclass, field

from game.rules.events import Change
from game.rules.nouns import CENTER, CIRCLE, Side
from game.rules.words import AddAlert, AddMeter, AddSection, AddSecurity, AddTolerance, Effect, Meter


@dataclass(slots=True)
class Known:
    """What an event changed, kept apart by the side that may be told."""

    _of: dict[Side, list[Change]] = field(default_factory=lambda: {CENTER: [], CIRCLE: []})

    def note(self, effect: Effect, changes: tuple[Change, ...]) -> None:
        """Files what an effect changed with each side that can read the figure for itself."""
        for side in _readers(effect):
            self._of[side].extend(change for change in changes if change.before != change.after)

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
