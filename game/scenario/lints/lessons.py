"""Lints on lessons and notes: what they point at and wait for must be there."""

from collections.abc import Iterator

from game.rules.nouns import BODIES
from game.scenario.findings import nearest
from game.scenario.lessons import Aimed, Heard, Opened, OperationAt, Ordered, PersonAt, PlaceAt, Sealed, TargetAt, TurnReached
from game.scenario.lints.sheet import Remark, Sheet, walk


def unknown_lesson_names(sheet: Sheet) -> Iterator[Remark]:
    """Lessons speak of people in the cast, places on the map, and orders and events that there are."""
    people = frozenset(sheet.layout.cast) | frozenset(BODIES)
    places, orders, events = sheet.place_ids, sheet.ids("operations"), sheet.ids("events")
    for path, word in walk(sheet.layout.lessons, "lessons"):
        named: tuple[tuple[str, str, frozenset[str]], ...] = ()
        match word:
            case PersonAt(person=name):
                named = (("person", name, people),)
            case PlaceAt(place=name):
                named = (("place", name, places),)
            case OperationAt(operation=name, by=by):
                named = (("operation", name, orders), ("by", by, people))
            case TargetAt(target=name):
                named = (("target", name, people | places),)
            case Opened(opened=name):
                named = (("opened", name, people | places),)
            case Aimed(aimed=name, at=at):
                named = (("aimed", name, orders), ("at", at, people | places))
            case Ordered(ordered=name, by=by, at=at):
                named = (("ordered", name, orders), ("by", by, people), ("at", at, people | places))
            case Heard(heard=name):
                named = (("heard", name, events),)
        for key, name, known in named:
            if name and name not in known:
                yield Remark(f"{path}.{key}", f"the lesson speaks of '{name:.60}', which is not in play", nearest(name, known))


def lessons_of_others(sheet: Sheet) -> Iterator[Remark]:
    """A lesson does not wait for an order that only the other side can give: it would wait for ever."""
    built = sheet.layout.operations
    for path, word in walk(sheet.layout.lessons, "lessons"):
        match word:
            case OperationAt(operation=name):
                key = "operation"
            case Aimed(aimed=name):
                key = "aimed"
            case Ordered(ordered=name):
                key = "ordered"
            case _:
                continue
        own = path.split(".")[1]
        if name in built and built[name].side.value != own:
            orders = [each.id for each in built.values() if each.side.value == own]
            message = f"'{name:.60}' is an order of the {built[name].side.value}, and this is a lesson of the {own}"
            yield Remark(f"{path}.{key}", message, nearest(name, orders))


def lesson_turns(sheet: Sheet) -> Iterator[Remark]:
    """A lesson waits for turns that come."""
    turns = sheet.layout.turns
    for path, word in walk(sheet.layout.lessons, "lessons"):
        match word:
            case TurnReached(turn=turn):
                key = "turn"
            case Sealed(of=turn) if turn:
                key = "of"
            case _:
                continue
        if turns is not None and not 1 <= turn <= turns:
            yield Remark(f"{path}.{key}", f"found {turn}, but the scenario has turns 1 to {turns}")


def aimless_notes(sheet: Sheet) -> Iterator[Remark]:
    """A note points at something: it waits for that to be met."""
    for note in sheet.layout.notes.values():
        if not note.at:
            yield Remark(f"notes.{note.id}.at", "the note points at nothing, and would never come", "such as `[{part: seal}]`")
