"""The household as a body of the Circle's: the switch between gate and walls, who stands guard, its sheet."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from game.match.draft import Draft
from game.rules.definitions import Operation
from game.rules.nouns import HOUSE, HOUSEHOLD, SKILL_INDEX, Keep, Status
from game.rules.orders import Order
from game.rules.state import Body
from game.rules.view import CircleView, View
from game.rules.words import Deed, Do, Ring, Whom
from game.ui.presenters.dossiers import Dossier
from game.ui.presenters.house import keep_operations, keep_words
from game.ui.presenters.people import body_words
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepOption:
    """One of the two that the household can keep: its sign and a word."""

    keep: Keep
    icon: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepRow:
    """The switch between gate and walls: what is kept now, what is ordered, and what each is good against.

    `note` is short and stands beside the switch; `tip` explains it all.
    """

    options: tuple[KeepOption, ...]
    now: Keep
    wanted: Keep
    note: str
    tip: str

    @property
    def chosen(self) -> int:
        """Where the option that will be kept stands among the options."""
        return next(index for index, option in enumerate(self.options) if option.keep is self.wanted)

    @property
    def ordered(self) -> bool:
        """Whether this turn's orders change what is kept."""
        return self.wanted is not self.now


def keep_row(view: View, draft: Draft, _: Words) -> KeepRow | None:
    """The switch of the Circle's household; nothing for the Center, or where a scenario does without."""
    orders = keep_operations(view)
    if not isinstance(view, CircleView) or len(orders) < len(Keep):
        return None
    wanted = _wanted(view, draft.orders)
    icons = {keep: view.catalogue.operations[operation].icon for keep, operation in orders.items()}
    people, count = on_guard(view, draft)
    stand = _.plural("{count} stands guard", "{count} stand guard", len(people))
    return KeepRow(
        options=tuple(KeepOption(keep=keep, icon=icons[keep], words=keep_words(keep, _)) for keep in Keep),
        now=view.keeps,
        wanted=wanted,
        note=_("until now {keep}", keep=keep_words(view.keeps, _)) if wanted is not view.keeps else stand,
        tip="\n".join((_worth(view, count, _), _standing(view.keeps, wanted, _))),
    )


def _worth(view: CircleView, count: int, _: Words) -> str:
    """What each is good against, with the guards of this turn."""
    numbers = view.catalogue.numbers.guards
    ready, away = count * numbers.at_their_post // 100, count * numbers.at_the_other // 100
    gate = _(
        "**The gate**: they count for {ready} against one who strikes alone, for {away} against a party.", ready=ready, away=away
    )
    gate += " " + _("And whoever would join the household has it harder.")
    walls = _("**The walls**: for {ready} against a party, for {away} against one who strikes alone.", ready=ready, away=away)
    guards = _("This turn the guards are worth {count} of at most {most}.", count=count, most=numbers.most)
    return "\n".join((guards, gate, walls))


def _standing(now: Keep, wanted: Keep, _: Words) -> str:
    if wanted is now:
        return _("Kept now, until you change it: {keep}. Changing takes no signal.", keep=keep_words(now, _))
    return _("Until now {now}. From this turn on {wanted}.", now=keep_words(now, _), wanted=keep_words(wanted, _))


def _wanted(view: CircleView, orders: Sequence[Order]) -> Keep:
    """What will be kept this turn."""
    ordered = {order.operation for order in orders if order.agent == HOUSE}
    return next((keep for keep, operation in keep_operations(view).items() if operation in ordered), view.keeps)


def on_guard(view: CircleView, draft: Draft) -> tuple[tuple[str, ...], int]:
    """Who of the household stands guard this turn, as far as the Circle knows, and for how many guards they count."""
    numbers = view.catalogue.numbers.guards
    standing = _guards(view, {order.agent for order in draft.orders})
    force = SKILL_INDEX["force"]
    count = sum(numbers.strong_counts if body.skills[force] >= numbers.strong_force else 1 for body in standing)
    return tuple(body.id for body in standing), min(numbers.most, count)


def _guards(view: CircleView, busy: Collection[str]) -> list[Body]:
    """The household at the seat but for those who have an order."""
    if view.moving_to:
        return []
    area = view.catalogue.area(view.seat)
    return [
        body
        for body in view.bodies.values()
        if body.access == HOUSEHOLD
        and body.status is Status.ACTIVE
        and view.catalogue.area(body.place) == area
        and body.id not in busy
    ]


def leaves_guard(view: View, person: str) -> bool:
    """Whether somebody would stand guard this turn if he had no order."""
    return isinstance(view, CircleView) and any(body.id == person for body in _guards(view, ()))


def guard_words(view: View, order: Order, others: Sequence[Order], _: Words) -> tuple[str, ...]:
    """Who is left on guard beside the `others` who have orders, if this one takes somebody from it: whoever carries it out at
    once, whoever is sent away or named by it from the next turn on."""
    if not isinstance(view, CircleView):
        return ()
    busy = {other.agent for other in others}
    if any(body.id == order.agent for body in _guards(view, busy - {order.agent})):
        return (_left_this_turn(view, order, len(_guards(view, busy | {order.agent})), _wanted(view, others), _),)
    household = [body.id for body in _guards(view, ())]
    if order.target in household and _takes_away(view.catalogue.operations[order.operation]):
        left, name = len(household) - 1, view.name(order.target)
        if not left:
            return (_("**Guard:** without {name} nobody of the household can stand guard.", name=name),)
        return (_("**Guard:** without {name}, {count} of the household can stand guard.", name=name, count=left),)
    return ()


def _left_this_turn(view: CircleView, order: Order, count: int, keep: Keep, _: Words) -> str:
    name, where = view.name(order.agent), keep_words(keep, _) if keep_operations(view) else ""
    if where and count:
        return _(
            "**Guard:** {name} stands no guard this turn, which leaves {count} at {where}.", name=name, count=count, where=where
        )
    if where:
        return _("**Guard:** {name} stands no guard this turn, which leaves nobody at {where}.", name=name, where=where)
    if count:
        return _("**Guard:** {name} stands no guard this turn, which leaves {count} on guard.", name=name, count=count)
    return _("**Guard:** {name} stands no guard this turn, which leaves nobody on guard.", name=name)


def _takes_away(operation: Operation) -> bool:
    """Whether its target lives with him no longer if it succeeds."""
    return any(
        (isinstance(effect, Ring) and effect.ring is Whom.TARGET and effect.closer < 0) or effect == Do(deed=Deed.DENOUNCE)
        for effect in operation.do
    )


def household_sheet(view: CircleView, draft: Draft, _: Words) -> Dossier:
    """The household as a dossier: who stands guard this turn, what they count for, what they keep."""
    people, _count = on_guard(view, draft)
    row = keep_row(view, draft, _)
    facts = [(_("On guard"), ", ".join(view.name(person) for person in people) or _("nobody"))]
    if row is not None:
        facts.append((_("Keeps"), _standing(row.now, row.wanted, _)))
    return Dossier(
        id=HOUSE,
        name=body_words(view, HOUSE, _),
        subtitle=_("those who live with him"),
        about=_worth(view, _count, _),
        where=view.catalogue.places[view.moving_to or view.seat].name,
        portrait={},
        skills=(),
        ring=HOUSEHOLD,
        facts=tuple(facts),
        icon="house",
    )
