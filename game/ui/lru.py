"""A small cache that forgets what was used longest ago. It knows nothing of what it keeps but its weight."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Kept = TypeVar("Kept")


class Lru(Generic[Key, Kept]):
    """Keeps values up to a total weight; the least recently used go first."""

    def __init__(self, most: int, weigh: Callable[[Kept], int] = lambda _kept: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._held = 0
        self._kept: OrderedDict[Key, Kept] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def held(self) -> int:
        """The weight of everything that is kept."""
        return self._held

    def items(self) -> tuple[tuple[Key, Kept], ...]:
        """All that is kept, the least recently used first."""
        return tuple(self._kept.items())

    def get(self, key: Key, make: Callable[[], Kept]) -> Kept:
        """The kept value of `key`, made now if there is none."""
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = make()
        self._kept[key] = made
        self._held += self._weigh(made)
        while self._held > self._most and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._held -= self._weigh(dropped)
        return made
