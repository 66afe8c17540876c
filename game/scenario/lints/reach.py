"""Lints on the map: who and what can be reached over the routes in play."""

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from game.rules.nouns import PlaceKind, Side
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.nodes import look_up


def unreachable_places(sheet: Sheet) -> Iterator[Remark]:
    """Every place in play can be reached from the seat. Exile places have a lint of their own."""
    for place in _cut_off(sheet):
        if PlaceKind.EXILE not in sheet.places[place].kinds:
            yield Remark(f"places.{place}", "no route leads from here to the Old Man's seat", "add a route, or an area")


def unreachable_exile(sheet: Sheet) -> Iterator[Remark]:
    """The Old Man can move to every exile place in play."""
    for place in _cut_off(sheet):
        if PlaceKind.EXILE in sheet.places[place].kinds:
            yield Remark(f"places.{place}", "no route leads from the Old Man's seat to this exile place")


def same_spot(sheet: Sheet) -> Iterator[Remark]:
    """No two places of the library stand at the same point, where one would hide the other."""
    first: dict[tuple[float, float], str] = {}
    for place in sheet.layout.places.values():
        other = first.setdefault(place.at, place.id)
        if other != place.id:
            yield Remark(f"places.{place.id}.at", f"'{other}' stands at the very same point")


def roads_to_nowhere(sheet: Sheet) -> Iterator[Remark]:
    """A route joins two places."""
    for route in sheet.layout.routes.values():
        if route.between[0] == route.between[1]:
            yield Remark(f"routes.{route.id}.between", f"it leads from '{route.between[0]}' to itself", "name two places")


def left_out(sheet: Sheet) -> Iterator[Remark]:
    """Whoever is written of in the scenario's own files is in play; a library may hold more than is used."""
    parts = (("people", sheet.layout.people, sheet.layout.cast, "cast"), ("places", sheet.layout.places, sheet.layout.map, "map"))
    for kind, written, named, key in parts:
        for name in written if named else ():
            path = f"{kind}.{name}"
            own = look_up(sheet.tree, f"{path}.name")
            if name not in named and own is not None and PurePath(own[1].file).parent.name == sheet.folder:
                yield Remark(path, f"'{name}' does not come into play", f"add the id under `{key}`")


def hopeless_center(sheet: Sheet) -> Iterator[Remark]:
    """Somebody of the Center's, now or later, can reach the seat."""
    hunters = sheet.on(Side.CENTER)
    if not sheet.layout.cast or sheet.layout.old_man is None:
        return
    if not hunters:
        yield Remark("cast", "nobody in the cast is of the Center, or may be", "add somebody whose side is center")
        return
    near = _reached(sheet, (sheet.layout.old_man.seat,))
    if not any(person.place in near or person.id in sheet.arrivals for person in hunters):
        yield Remark("cast", "nobody of the Center can ever reach the seat: no route leads there")


def lonely_old_man(sheet: Sheet) -> Iterator[Remark]:
    """The Circle has somebody beside the Old Man to give its orders to."""
    if sheet.layout.cast and not [person for person in sheet.on(Side.CIRCLE) if not person.old_man]:
        yield Remark("cast", "the Old Man is alone: nobody else in the cast is of the Circle")


def _cut_off(sheet: Sheet) -> list[str]:
    if sheet.layout.old_man is None or sheet.layout.old_man.seat not in sheet.places:
        return []
    near = _reached(sheet, (sheet.layout.old_man.seat,))
    return [place for place in sheet.places if place not in near]


def _reached(sheet: Sheet, origins: Iterable[str]) -> frozenset[str]:
    """Every place that routes and shared areas join to one of the origins."""
    joined: dict[str, set[str]] = {sheet.area(place): set() for place in sheet.places}
    for route in sheet.routes.values():
        one, two = (sheet.area(end) for end in route.between)
        joined[one].add(two)
        joined[two].add(one)
    waiting = [sheet.area(place) for place in origins if place in sheet.places]
    found: set[str] = set()
    while waiting:
        area = waiting.pop()
        if area not in found:
            found.add(area)
            waiting.extend(joined[area])
    return frozenset(place for place in sheet.places if sheet.area(place) in found)
