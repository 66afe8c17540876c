"""An order as a player writes it: who does what to whom."""

from dataclasses import dataclass

from game.rules.nouns import BODIES
from game.rules.records import maker, quick


@quick
@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order.

    `agent` is a person's id, or `movement`, `old_man` or `house` for what the Circle does as a body. `target` is the id of a
    place, country or person, empty where the operation needs none. `extra` are funds added on top of the cost.
    `call_off` is the least chance in per cent at which a strike is carried through (0: whatever it is).
    """

    operation: str
    agent: str
    target: str = ""
    extra: int = 0
    call_off: int = 0

    @property
    def by_person(self) -> bool:
        """Whether a person carries it out, and not one of the Circle's bodies."""
        return self.agent not in BODIES


make_order = maker(Order)
"""Makes an order as `Order` does, in half the time."""
