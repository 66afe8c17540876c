"""Lints on the keys of telegrams: a sentence under a key that nothing looks up is never read."""

from collections.abc import Collection, Iterator, Mapping

from game.rules.events import EventKind
from game.rules.legality import ReasonKind
from game.rules.nouns import Access, Audience, Side
from game.rules.state import PAPER
from game.rules.words import Flag, Strike
from game.scenario.findings import nearest
from game.scenario.lints.sheet import Remark, Sheet
from game.scenario.lints.texts import VERDICTS
from game.scenario.nodes import nearest_mark

_SIDES = (Audience.CENTER.value, Audience.CIRCLE.value)
_NAMES: Mapping[str, Collection[str]] = {
    "name": ("movement", "house", "and", "nobody"),
    "ring": [ring.value for ring in Access],
    "lapsed": [reason.value for reason in ReasonKind],
}
"""What stands under the keys that belong to neither side."""

_SEVERAL, _NOWHERE, _NEWS = "several", "nowhere", ("newly", "as_before")
_COUNTED = (EventKind.SURVEYED, EventKind.REPORTED)
"""What is told with how many of those seen were known."""

_FOUND = ("for", "against")
_ORDERED = (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.LAPSED, EventKind.CALLED_OFF)


def unread_telegrams(sheet: Sheet) -> Iterator[Remark]:
    """Each telegram belongs to something that happens. What a borrowed file says of orders that this scenario has not is as it
    should be."""
    for key in sheet.layout.telegrams:
        path = f"telegrams.{key}"
        fault = _fault(sheet, key)
        if fault and nearest_mark(sheet.tree, path).file not in sheet.borrowed:
            yield Remark(path, *fault)


def _fault(sheet: Sheet, key: str) -> tuple[str, str] | None:
    """Why a key is never looked up, and what may be meant."""
    head, _, rest = key.partition(".")
    if head in _SIDES:
        return _fault_of_side(sheet, Side(head), rest)
    if head not in _NAMES:
        return f"no key of a telegram begins with '{head:.40}'", nearest(head, (*_SIDES, *_NAMES))
    name, _, need = rest.partition(".")
    if name not in _NAMES[head]:
        return f"there is no '{head}.{name:.40}'", nearest(name, _NAMES[head])
    flags = [flag.value for flag in Flag] if f"{head}.{name}" == f"lapsed.{ReasonKind.NEEDS}" else []
    if need and need not in flags:
        return f"nothing is looked up after '{head}.{name}' as '{need:.40}'", nearest(need, flags) or "leave it out"
    return None


def _fault_of_side(sheet: Sheet, side: Side, rest: str) -> tuple[str, str] | None:
    name, *more = rest.split(".")
    kinds = [kind.value for kind in EventKind]
    if name not in kinds:
        return f"nothing that happens is called '{name:.40}'", nearest(name, kinds)
    kind = EventKind(name)
    endings = (_SEVERAL, *(_NEWS if kind in _COUNTED else ()))
    if more and more[-1] in endings:
        more.pop()
    if kind is EventKind.FINDING and more:
        return None if more[0] in _FOUND else (f"a finding is never '{more[0]:.40}'", nearest(more[0], _FOUND))
    if not more or (kind in _ORDERED and more == [_NOWHERE]):
        return None
    about = ".".join(more)
    known = _about(sheet, side, kind)
    if about in known:
        return None
    other = Side.CIRCLE if side is Side.CENTER else Side.CENTER
    if kind in _ORDERED and about in _orders(sheet, other):
        return f"'{about:.40}' is an order of the {other.value}", f"write '{other.value}.{rest}'"
    wanted = "one of the orders" if kind in _ORDERED else "something"
    hint = nearest(about, (*known, *endings)) or (f"'{side.value}.{name}' is read" if not known else "")
    return f"'{about:.40}' is not {wanted} of which '{side.value}.{name}' tells", hint


def _about(sheet: Sheet, side: Side, kind: EventKind) -> frozenset[str]:
    """What an event of a kind can be about, as far as its key says so."""
    if kind in _ORDERED:
        return _orders(sheet, side)
    match kind:
        case EventKind.CLUE:
            return _orders(sheet, Side.CENTER) | {PAPER, "report"}
        case EventKind.STRUCK:
            return frozenset(strike.value for strike in Strike)
        case EventKind.VERDICT:
            return frozenset(VERDICTS)
        case EventKind.TOLD | EventKind.HEADLINE:
            return sheet.ids("events")
        case EventKind.TASK_MET | EventKind.TASK_MISSED:
            return sheet.ids("directives" if side is Side.CENTER else "aims")
        case _:
            return frozenset()


def _orders(sheet: Sheet, side: Side) -> frozenset[str]:
    """The orders of a side, and those that another file takes away: whose they were is not known any more."""
    built = sheet.layout.operations
    return frozenset(name for name in sheet.ids("operations") | sheet.orders if name not in built or built[name].side is side)
