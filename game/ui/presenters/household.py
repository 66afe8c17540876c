"""The household as a body of the Circle's: the switch between gate and walls, who stands guard, its sheet."""

from dataclasses import dataclass

from game.match.draft import Draft
from game.rules.nouns import HOUSE, HOUSEHOLD, SKILL_INDEX, Keep, Status
from game.rules.view import CircleView, View
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
    order = draft.order_of(HOUSE)
    wanted = next((keep for keep, operation in orders.items() if order and order.operation == operation), view.keeps)
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


def on_guard(view: CircleView, draft: Draft) -> tuple[tuple[str, ...], int]:
    """Who of the household stands guard this turn, as far as the Circle knows, and for how many guards they count."""
    numbers, catalogue = view.catalogue.numbers.guards, view.catalogue
    if view.moving_to:
        return (), 0
    area = catalogue.area(view.seat)
    standing = [
        body
        for body in view.bodies.values()
        if body.access == HOUSEHOLD
        and body.status is Status.ACTIVE
        and catalogue.area(body.place) == area
        and draft.order_of(body.id) is None
    ]
    force = SKILL_INDEX["force"]
    count = sum(numbers.strong_counts if body.skills[force] >= numbers.strong_force else 1 for body in standing)
    return tuple(body.id for body in standing), min(numbers.most, count)


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
