"""The meters of the top bar, the open tasks, and what each of them means in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from game.match.draft import Draft
from game.rules.nouns import PhaseName, Side
from game.rules.numbers import Numbers
from game.rules.verdicts import least_to_live, score_survival
from game.rules.view import CenterView, CircleView, View
from game.rules.words import Stat, StatWithin
from game.ui.presenters.house import hearsay_words
from game.ui.presenters.ledger import Movement, movement_lines
from game.ui.presenters.people import hunted_words
from game.ui.words import Words

NOT_MOVED: Mapping[str, Movement] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterRow:
    """One meter: its kind (which sign draws it), name, figure, bounds, a note, and its explanation.

    Without a bound (`most` 0) it is a figure without a sign. `unsure` is how much of the figure may be false. `border` is the
    last figure that decides the end for the Center, if there is such a line.
    """

    kind: str
    name: str
    value: int
    most: int = 0
    unsure: int = 0
    note: str = ""
    tip: str = ""
    border: int | None = None


def meter_rows(view: View, draft: Draft, _: Words, moved: Mapping[str, Movement] = NOT_MOVED) -> tuple[MeterRow, ...]:
    """The meters of a side, from left to right. `moved` says how they moved in the last turn."""
    return tuple(_with_movement(row, moved.get(row.kind), _) for row in _rows(view, draft, _))


def _with_movement(row: MeterRow, movement: Movement | None, _: Words) -> MeterRow:
    if movement is None:
        return row
    return replace(row, tip="\n".join([row.tip, *movement_lines(row.kind, movement, _)]))


def _rows(view: View, draft: Draft, _: Words) -> tuple[MeterRow, ...]:
    bounds = view.catalogue.numbers.bounds
    funds = MeterRow(
        kind="funds",
        name=_("Funds"),
        value=draft.funds_left,
        note=f"+{view.income}",
        tip=_("What is left after the orders written so far. {income} come in with the next turn.", income=view.income),
    )
    signals = MeterRow(
        kind="signals",
        name=_("Signals"),
        value=draft.signals_left,
        most=view.signals,
        note=_("of {all}", all=view.signals),
        tip=_("Each order takes one signal, but for those that are free. What is not used is lost."),
    )
    if isinstance(view, CenterView):
        return (funds, signals, *_center_meters(view, bounds.paranoia, bounds.track, bounds.preparation, _))
    return (funds, signals, *_circle_meters(view, _))


def _center_meters(view: CenterView, paranoia: int, track: int, preparation: int, _: Words) -> Iterator[MeterRow]:
    """What the Center counts. Influence is public, and its slanders are meant to move it: it stands there with its bar where it
    can decide, beside a death or in place of one, else as a figure."""
    yield MeterRow(
        kind="paranoia",
        name=_("Paranoia"),
        value=view.paranoia,
        most=paranoia,
        tip=_(
            "Moscow's suspicion of its own. Blown officers, failed strikes and missed directives raise it; "
            "from five on it asks for officers, at ten the hunters are hunted."
        ),
    )
    yield MeterRow(
        kind="track",
        name=_("Track of {hunted}", hunted=hunted_words(view.catalogue, _)),
        value=view.track,
        most=track,
        unsure=view.hearsay,
        note=_("located") if view.seat else _("not located"),
        tip="\n".join(_track_tip(view, _)),
    )
    deadly, influence = view.catalogue.has_strikes, _influence(view, _)
    yield replace(influence, most=0) if deadly and influence.border is None else influence
    if deadly:
        yield MeterRow(
            kind="preparation",
            name=_("Preparation"),
            value=view.preparation,
            most=preparation,
            tip=" ".join(_preparation_tip(view, _)),
        )


def _preparation_tip(view: CenterView, _: Words) -> Iterator[str]:
    yield _("For the present seat.")
    for operation in view.catalogue.operations.values():
        for need in operation.needs:
            if operation.phase is PhaseName.STRIKES and isinstance(need, StatWithin) and need.stat is Stat.PREPARATION:
                yield _("{order} needs {number}.", order=operation.name, number=need.at_least)


def _track_tip(view: CenterView, _: Words) -> Iterator[str]:
    yield _("What is known of his habits. It fades by one in a turn in which nobody watched the seat or reported.")
    if view.hearsay:
        yield f"**{_('Hearsay')}**: {hearsay_words(view, _)}."
        yield _("It may be false, if they were fed. Whoever surveils the seat finds out, and what is false is struck off.")


def _influence(view: View, _: Words) -> MeterRow:
    numbers = view.catalogue.numbers
    tip = _(
        "How much he is heard. It falls while he hides, travels or is interned, fades where nothing is published,"
        " and ebbs above {high}.",
        high=numbers.influence.ebbs_above,
    )
    border = decisive_influence(numbers)
    return MeterRow(
        kind="influence",
        name=_("Influence"),
        value=view.influence,
        most=numbers.bounds.influence,
        tip="\n".join((tip, *(_border_tip(view, border, _) if border is not None else _forgotten_tip(numbers, _)))),
        note=_border_note(view, border, _) if border is not None else "",
        border=border,
    )


def _forgotten_tip(numbers: Numbers, _: Words) -> Iterator[str]:
    """Where no line is drawn in the bar: that with nothing in it he is forgotten, and what that means at the end."""
    if least_to_live(numbers) == 1:
        yield _("**At the end** the Center wins if none is left: he is forgotten.")


def decisive_influence(numbers: Numbers, unmasked: int = 0) -> int | None:
    """The most influence with which the Center wins if he lives to the end, with so many of its people unmasked; None where
    that is nought, or where no one figure divides the two."""
    least = least_to_live(numbers, unmasked)
    if least is None or least <= 1:
        return None
    louder = range(least, numbers.bounds.influence + 1)
    wins_again = any(score_survival(numbers.scores, influence, unmasked)[1] > 0 for influence in louder)
    return None if wins_again else least - 1


def _border_note(view: View, border: int, _: Words) -> str:
    """What one's own side needs at the end, as short as it can be said."""
    if view.side is Side.CENTER:
        return _("at most {most}", most=border)
    return _("needs {least}", least=border + 1)


def _border_tip(view: View, border: int, _: Words) -> Iterator[str]:
    """What the line in the bar means, and when it lies elsewhere."""
    scores = view.catalogue.numbers.scores
    if border == scores.forgotten_most:
        yield _("At the end {most} or less counts as forgotten.", most=border)
    if view.side is Side.CENTER:
        yield _("**The line**: if nothing else ends it, {most} or less at the end wins.", most=border)
    else:
        yield _("**The line**: if nothing else ends it, {most} or less at the end loses.", most=border)
    hunted = decisive_influence(view.catalogue.numbers, scores.hunted_people)
    if hunted is not None and hunted != border:
        yield _.plural(
            "Once {count} of the Center’s people is unmasked: {most}.",
            "Once {count} of the Center’s people are unmasked: {most}.",
            scores.hunted_people, most=hunted,
        )  # fmt: skip


def _circle_meters(view: CircleView, _: Words) -> tuple[MeterRow, ...]:
    cap = view.catalogue.places[view.seat].security_cap
    return (
        _influence(view, _),
        MeterRow(
            kind="security",
            name=_("Security of the seat"),
            value=view.security.get(view.seat, 0),
            most=cap,
            tip=_("Walls, doors and alarms of the house. This house can bear {most}.", most=cap),
        ),
        MeterRow(
            kind="tolerance",
            name=_("Asylum"),
            value=view.countries[view.asylum].tolerance,
            most=10,
            note=view.catalogue.countries[view.asylum].name,
            tip=_(
                "What {country}, the host country, will bear. At nought he is ordered out, then interned, then deported.",
                country=view.catalogue.countries[view.asylum].name,
            ),
        ),
    )
