"""What the counsel of the computer looks like in words: each order, its chances, and what it is for."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.match.draft import Draft
from game.players.search.advice import Advice
from game.rules.nouns import Side
from game.rules.odds import Odds
from game.rules.orders import Order
from game.rules.view import CircleView, View
from game.ui.presenters.doubts import percent
from game.ui.presenters.household import leaves_guard
from game.ui.presenters.people import person_words, target_words
from game.ui.presenters.stakes import naming_in_brief
from game.ui.presenters.sureness import is_only_done
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviceRow:
    """One order advised: what, by whom and at whom, its chances and the funds it costs, and its goal. `given`: it is in the
    draft already."""

    order: Order
    icon: str
    name: str
    who: str
    odds: str
    goal: str
    firm: bool
    given: bool


def advice_rows(view: View, draft: Draft, advice: Sequence[Advice], _: Words) -> tuple[AdviceRow, ...]:
    """A row for each order, those first that the computer would give."""
    return tuple(_row(view, draft, one, _) for one in advice)


def _row(view: View, draft: Draft, one: Advice, _: Words) -> AdviceRow:
    order = one.choice.order
    operation = view.catalogue.operations[order.operation]
    name = person_words(view, order.agent, _)
    only_done = is_only_done(operation, one.choice)
    odds = _("sure to be done") if only_done else _("success {chance}", chance=_chance(one.choice.success))
    if view.side is Side.CENTER:
        odds += " · " + _("traces {chance}", chance=_chance(one.choice.traces))
    if isinstance(view, CircleView) and order.target in view.members:  # what it hangs on, however surely it is carried out
        odds += " · " + _("doubt {percent}%", percent=percent(view.members[order.target].doubt))
    odds += "".join(f" · {said}" for said in (naming_in_brief(view, order, _), _unguarded(view, order, _)) if said)
    funds = operation.cost + order.extra
    if funds:
        odds += " · " + _.plural("{count} fund", "{count} funds", funds)
    return AdviceRow(
        order=order,
        icon=operation.icon,
        name=operation.name,
        who=f"{name}: {target_words(view, order.target)}" if order.target else name,
        odds=odds,
        goal=goal_words(one.goal, operation.summary, _),
        firm=one.firm,
        given=order in draft.orders,
    )


def _unguarded(view: View, order: Order, _: Words) -> str:
    """That whoever has the order does not stand guard, if he else would."""
    return _("stands no guard this turn") if leaves_guard(view, order.agent) else ""


def _chance(odds: Odds) -> str:
    return f"{odds.low}%" if odds.low == odds.high else f"{odds.low}–{odds.high}%"


def goal_words(goal: str, otherwise: str, _: Words) -> str:
    """What a goal of the planners is, in words; what the order does where it serves none by name."""
    words = {
        "locate": _("to find out where he lives"),
        "habits": _("to learn his habits and count the guards"),
        "prepare": _("to prepare a strike"),
        "strike": _("to strike while the chance is good"),
        "inside": _("to bring somebody further in"),
        "friends": _("to make a friend who may open doors"),
        "moles": _("to win somebody over"),
        "travel": _("to be where something can be done"),
        "move": _("to be where something can be done"),
        "gather": _("to have people where he lives"),
        "loyalty": _("to know whom we can rely on"),
        "obey": _("to keep Moscow's patience"),
        "declarations": _("to talk friends of his round"),
        "voice": _("for what the world hears of him"),
        "papers": _("for what is in the archive"),
        "asylum": _("for or against a country that takes him in"),
        "visas": _("to have a country to go to"),
        "confusion": _("to have them suspect each other"),
        "removal": _("to have somebody out of the way"),
        "terror": _("to have somebody out of the way"),
        "guards": _("for guards at the house"),
        "walls": _("for the walls of the house"),
        "watch": _("to notice who comes near"),
        "spies": _("against somebody who may be a spy"),
        "vetting": _("to know whom we can trust"),
        "hands": _("to have more hands"),
        "sections": _("to have friends in more places"),
        "hide": _("to make him harder to find"),
        "track": _("to know more of him"),
        "funds": _("for the funds"),
        "calm": _("to have the police less alert"),
    }
    return words.get(goal, otherwise)
