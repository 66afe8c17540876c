"""An order as a player writes it: who does what to whom."""

from dataclasses import dataclass

from game.rules.nouns import MOVEMENT, OLD_MAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One order.

    `agent` is a person's id, or `movement` or `old_man` for what the Circle does as a body. `target` is the id of a
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
        """Whether a person carries it out, not the movement or the Old Man."""
        return self.agent not in (MOVEMENT, OLD_MAN)
