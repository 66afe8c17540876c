"""What changed, as rows: the meter's name, before and after, and whether that is better or worse for the side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from game.rules.events import DISPATCHES, Change, Event
from game.rules.nouns import Side
from game.rules.sights import LOYALTY_BANDS
from game.rules.view import View
from game.ui.presenters.doubts import percent
from game.ui.presenters.people import hunted_words, ring_words, short_name
from game.ui.words import Words

Figure = tuple[str, str]
"""What a meter shows, and of what place or country, as changes name it."""
_INFLUENCE: Figure = ("influence", "")

_GOOD_WHEN_UP: dict[Side, frozenset[str]] = {
    Side.CENTER: frozenset(("funds", "track", "preparation", "cover", "rapport", "loyalty")),
    Side.CIRCLE: frozenset(("funds", "influence", "tolerance", "security", "sections")),
}
_GOOD_WHEN_DOWN: dict[Side, frozenset[str]] = {
    Side.CENTER: frozenset(("paranoia", "influence", "alert", "tolerance", "security", "sections", "access")),
    Side.CIRCLE: frozenset(),
}
_ICONS = {
    "funds": "two-coins",
    "paranoia": "hazard-sign",
    "track": "footprint",
    "preparation": "pencil-ruler",
    "influence": "newspaper",
    "alert": "police-officer-head",
    "tolerance": "entry-door",
    "security": "brick-wall",
    "sections": "linked-rings",
    "cover": "id-card",
    "rapport": "conversation",
    "access": "convergence-target",
    "doubt": "magnifying-glass",
    "loyalty": "magnifying-glass",
}

UNKNOWN_LOYALTY = 0
"""What was not known before is neither better nor worse now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """A number before and after. `note` is `better` or `worse` in words, empty where it is neither."""

    icon: str
    words: str
    before: str
    after: str
    note: str = ""


def untold(since: Mapping[Figure, int], events: Sequence[Event], quiet: int = 0) -> Mapping[int, tuple[Change, ...]]:
    """By the `id` of events, told in the order in which they happened, what moved a figure before each that nobody told of, the
    other side's doing for the most part. `since` is what the figures were at the desk; from influence so much was lost by the
    rules alone, at the end of the turn, and is told of elsewhere. Funds are left out: what orders cost is told of nowhere."""
    stands, found = {key: value for key, value in since.items() if key[0] != "funds"}, {}
    for event in events:
        if event.phase == DISPATCHES and quiet:
            stands[_INFLUENCE], quiet = stands.get(_INFLUENCE, 0) + quiet, 0
        gaps = []
        for change in event.changes:
            key = (change.what, change.of)
            if key in stands and stands[key] != change.before:
                gaps.append(Change(what=change.what, of=change.of, before=stands[key], after=change.before))
            if key in stands:
                stands[key] = change.after
        found[id(event)] = tuple(gaps)
    return found


def change_rows(
    view: View, changes: Sequence[Change], _: Words, meanwhile: Sequence[Change] = ()
) -> tuple[ChangeRow, ...]:  # fmt: skip
    """A row for every number that is another one now; several changes of one number make one row. What moved it `meanwhile`, so
    that it begins elsewhere than it was left, stands before it."""
    earlier_moves = {(change.what, change.of): change for change in reversed(meanwhile)}
    joined: dict[Figure, Change] = {}
    for change in changes:
        earlier = joined.get((change.what, change.of))
        before = earlier.before if earlier else change.before
        joined[(change.what, change.of)] = Change(what=change.what, of=change.of, before=before, after=change.after)
    rows: list[ChangeRow] = []
    for key, change in joined.items():
        gap = earlier_moves.get(key)
        if change.before != change.after:
            if gap is not None and gap.after == change.before:
                row = _row(view, gap, _)
                rows.append(replace(row, words=_("{meter}, meanwhile", meter=row.words)))
            rows.append(_row(view, change, _))
    return tuple(rows)


def _row(view: View, change: Change, _: Words) -> ChangeRow:
    return ChangeRow(
        icon=_ICONS.get(change.what, "info"),
        words=meter_words(view, change, _),
        before=_figure(change.what, change.before, _),
        after=_figure(change.what, change.after, _),
        note=_judged(view.side, change, _),
    )


def _judged(side: Side, change: Change, _: Words) -> str:
    rises = change.after > change.before
    if change.what == "loyalty" and change.before == UNKNOWN_LOYALTY:
        return ""
    if change.what in _GOOD_WHEN_UP[side]:
        return _("better") if rises else _("worse")
    if change.what in _GOOD_WHEN_DOWN[side]:
        return _("worse") if rises else _("better")
    return ""


def _figure(what: str, value: int, _: Words) -> str:
    if what == "doubt":
        return f"{percent(value)}%"
    if what == "loyalty":
        return loyalty_band(value, _)
    if what == "access" and value in (1, 2, 3, 4):
        return ring_words(value, _)
    return str(value)


def loyalty_band(place: int, _: Words) -> str:
    """What a file says of loyalty, by its place among what it can say."""
    return {"steady": _("steady"), "doubtful": _("doubtful")}.get(tuple(LOYALTY_BANDS)[place], _("unknown"))


def meter_words(view: View, change: Change, _: Words) -> str:
    """The name of what changed, with the place or person it belongs to."""
    of = of_words(view, change.of)
    return {
        "funds": _("Funds"),
        "paranoia": _("Stalin's paranoia"),
        "track": _("Track of {hunted}", hunted=hunted_words(view.catalogue, _)),
        "preparation": _("Preparation"),
        "influence": _("His influence"),
        "alert": _("Police alert, {place}", place=of),
        "tolerance": _("Tolerance, {place}", place=of),
        "security": _("Security, {place}", place=of),
        "sections": _("Sections, {place}", place=of),
        "cover": _("Cover of {person}", person=of),
        "rapport": _("Rapport with {person}", person=of),
        "access": short_name(of),  # both rings stand beside it, and whole names leave no room for them
        "doubt": _("Doubt of {person}", person=of),
        "loyalty": _("Loyalty of {person}", person=of),
    }.get(change.what, change.what)


def of_words(view: View, of: str) -> str:
    """The name of the place, country, area or person that a number belongs to."""
    catalogue = view.catalogue
    if of in catalogue.places:
        return catalogue.places[of].name
    if of in catalogue.countries:
        return catalogue.countries[of].name
    if of in view.faces:
        return view.name(of)
    return next((place.name for place in catalogue.places.values() if of and place.area == of), view.name(of))
