"""The plans of one side's second board: those found for this turn, and those of the turn before, which people keep as far as they
can."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.ui.screens.ring_board import Plan


@dataclass(frozen=True, slots=True)
class RingPlans:
    """`now` is the moment for which the plans hold; they are by window and language."""

    now: object = None
    found: dict[object, Plan] = field(default_factory=dict)
    before: Mapping[object, Plan] = field(default_factory=dict)

    def at(self, now: object) -> "RingPlans":
        """The plans for a moment: these, or new ones that come after these."""
        return self if now == self.now else RingPlans(now, {}, {**self.before, **self.found})
