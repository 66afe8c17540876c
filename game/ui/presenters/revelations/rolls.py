"""Every roll of a turn in words: who, what for, the chance, what was drawn, and how it went."""

from dataclasses import dataclass
from typing import Literal

from game.match.chronicle import Chronicle
from game.rules.events import LEAVES_TRACES, SUCCEEDS, Event
from game.rules.nouns import Audience, Side
from game.rules.orders import Order
from game.ui.presenters.revelations.names import TrueNames, capital
from game.ui.words import Words

Owner = Literal["center", "circle", "world"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """One roll: whose affair it was, who and what, the chance in per cent, what was drawn (1-100); whether it was `ordered`."""

    ordered: bool
    owner: Owner
    who: str
    what: str
    chance: int
    drawn: int

    @property
    def came_about(self) -> bool:
        """Whether what was rolled for happened."""
        return self.drawn <= self.chance


def rolls_of(chronicle: Chronicle, turn: int, names: TrueNames, _: Words) -> tuple[Roll, ...]:
    """The rolls of a turn in the order in which they fell, those for orders first. What was sure is left out."""
    rolled = [event for event in chronicle.events(turn, Audience.ARCHIVE) if event.chance < 100]
    return tuple(sorted((_roll(chronicle, event, names, _) for event in rolled), key=lambda roll: not roll.ordered))


def roll_for(chronicle: Chronicle, turn: int, order: Order, purpose: str) -> Event | None:
    """The roll for an order: whether it `SUCCEEDS`, or `LEAVES_TRACES`; nothing if there was none."""
    wanted = f"{order.operation}:{purpose}"
    rolled = chronicle.events(turn, Audience.ARCHIVE)
    return next((event for event in rolled if event.subject == order.agent and event.text == wanted), None)


def _roll(chronicle: Chronicle, event: Event, names: TrueNames, _: Words) -> Roll:
    head, _colon, rest = event.text.partition(":")
    operation = chronicle.scenario.catalogue.operations.get(head)
    ordered = operation is not None and rest in (SUCCEEDS, LEAVES_TRACES)
    if operation is not None and ordered:
        owner: Owner = "center" if operation.side is Side.CENTER else "circle"
        what = operation.name if rest == SUCCEEDS else _("{order}: traces left", order=operation.name)
    else:
        owner, what = _aside(head, rest, names, _)
    who = names.place(event.subject) if event.subject in chronicle.scenario.catalogue.countries else _who(event, names, _)
    return Roll(ordered=ordered, owner=owner, who=who, what=what, chance=event.chance, drawn=event.roll)


def _who(event: Event, names: TrueNames, _: Words) -> str:
    if event.subject == "newcomer":
        return _("The door")
    if event.subject == "friends":
        return _("The Circle's people")
    return capital(names.of(event.subject))


def _aside(head: str, rest: str, names: TrueNames, _: Words) -> tuple[Owner, str]:
    """Rolls that belong to no order, by their purpose."""
    if head == "cleared":
        culprit, _colon, operation = rest.partition(":")
        seen = names.operation(operation) if operation != "report" else _("a report")
        return "circle", _("cleared by the watch ({what} by {who})", what=seen, who=names.of(culprit))
    if head == "recognised":
        return "circle", _("recognised by the watch ({what})", what=names.operation(rest))
    if head == "police":
        return "world", _police(rest, _)
    for prefix, worded in (("vetted by ", _("found guilty by {who}")), ("named by ", _("named by {who}"))):
        if head.startswith(prefix):
            return "circle", worded.format(who=names.of(head.removeprefix(prefix)))
    if head.startswith("somebody comes"):
        return "world", _("somebody knocks")
    return _OWNERS.get(head, "world"), _plain_words(head, _)


def _police(purpose: str, _: Words) -> str:
    if purpose == "blown":
        return _("the police after the unmasking")
    return _("the police after the raid") if purpose == "raid" else _("the police find a known stranger")


_OWNERS: dict[str, Owner] = {
    "lies low": "center", "goes over": "center", "keeps silent": "center", "taken": "center", "will not go home": "center",
    "expelled": "center", "sent by Moscow": "center", "report noticed": "circle", "loses heart": "circle",
    "drifts inwards": "circle", "somebody sets out": "circle",
    "sets out to see the Old Man": "circle",
}  # fmt: skip


def _plain_words(purpose: str, _: Words) -> str:
    return {
        "lies low": _("lies low, cover mends"),
        "report noticed": _("the report is noticed"),
        "goes over": _("goes over to the other side"),
        "keeps silent": _("keeps silent under arrest"),
        "taken": _("taken on the spot"),
        "will not go home": _("will not go home"),
        "loses heart": _("loses heart over the distrust"),
        "expelled": _("expelled"),
        "drifts inwards": _("is drawn further in"),
        "somebody sets out": _("one of them sets out unasked"),
        "sets out to see the Old Man": _("makes for the house"),
        "wants to see the Old Man": _("makes for the house"),
        "sent by Moscow": _("was sent by Moscow"),
        "alert falls": _("the alert of the police falls"),
    }.get(purpose, purpose)
