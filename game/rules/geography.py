"""Journeys: how long the way is between two places over the routes that are open.

Worked out from the public catalogue alone, so that both sides count alike.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from game.rules.definitions import Catalogue, Route
from game.rules.nouns import Step


@dataclass(frozen=True, slots=True)
class Journey:
    """A way between two places: the routes taken in order, and the days in all."""

    routes: tuple[str, ...]
    days: int


def turns_for(days: int, catalogue: Catalogue) -> int:
    """How many turns a journey of so many days takes; at least one."""
    return turns_of(days, catalogue.step)


def turns_of(days: int, step: Step) -> int:
    """How many turns of this length so many days of travel take; at least one."""
    return max(1, -(-days // step.days))


def find_journeys(catalogue: Catalogue, origin: str, closed: Iterable[str] = ()) -> dict[str, Journey]:
    """The quickest way from `origin` to every place that can be reached, by place.

    Places of one area are reached from each other in no time. Ties go to the way found first in the order of ids.
    """
    barred = frozenset(closed)
    neighbours: dict[str, list[tuple[str, str, int]]] = {place: [] for place in catalogue.places}
    for route in sorted(catalogue.routes.values(), key=_route_id):
        if route.id not in barred:
            one, two = route.between
            neighbours[one].append((two, route.id, route.days))
            neighbours[two].append((one, route.id, route.days))
    by_area: dict[str, list[str]] = {}
    for place in sorted(catalogue.places):
        by_area.setdefault(catalogue.areas[place], []).append(place)
    found: dict[str, Journey] = {}
    queue: list[tuple[int, str, tuple[str, ...]]] = [(0, origin, ())]
    while queue:
        days, place, routes = heappop(queue)
        if place in found:
            continue
        found[place] = Journey(routes, days)
        for near in by_area[catalogue.areas[place]]:
            if near not in found:
                heappush(queue, (days, near, routes))
        for near, route_id, length in neighbours[place]:
            if near not in found:
                heappush(queue, (days + length, near, (*routes, route_id)))
    return found


def _route_id(route: Route) -> str:
    return route.id


class Atlas:
    """Remembers the journeys of one catalogue, since they change only when a route closes."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._journeys: dict[tuple[str, tuple[str, ...]], dict[str, Journey]] = {}

    def journeys(self, origin: str, closed: tuple[str, ...]) -> dict[str, Journey]:
        """Every journey from `origin` while the routes in `closed` are shut."""
        key = (origin, closed)
        if key not in self._journeys:
            self._journeys[key] = find_journeys(self.catalogue, origin, closed)
        return self._journeys[key]
