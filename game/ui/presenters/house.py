"""The house in which the Old Man lives: to the Circle as it is, to the Center as it was last seen or told.

Whether a scenario knows of gate and walls at all is read off its operations.
"""

from collections.abc import Mapping

from game.rules.nouns import Actor, Keep
from game.rules.view import CenterView, CircleView, View
from game.rules.words import Keeps, Stat
from game.ui.presenters.dates import opening_words
from game.ui.words import Words

Fact = tuple[str, str]
"""A name and what is known, in words."""


def keep_words(keep: Keep, _: Words) -> str:
    """The gate or the walls, with their article."""
    return {Keep.GATE: _("the gate"), Keep.WALLS: _("the walls")}[keep]


def keep_operations(view: View) -> Mapping[Keep, str]:
    """The operations by which the household is told what to keep."""
    return {
        effect.keeps: operation.id
        for operation in view.catalogue.operations.values()
        if operation.actor is Actor.HOUSE
        for effect in operation.do
        if isinstance(effect, Keeps)
    }


def house_facts(view: View, _: Words) -> tuple[Fact, ...]:
    """What is known of the house in which the Old Man lives: to the Circle as it is, to the Center as it was last told."""
    return _circle_facts(view, _) if isinstance(view, CircleView) else _center_facts(view, _)


def _circle_facts(view: CircleView, _: Words) -> tuple[Fact, ...]:
    security, cap = view.security.get(view.seat, 0), view.catalogue.places[view.seat].security_cap
    facts = [(_("Security"), _("{now} of {most}", now=security, most=cap))]
    if keep_operations(view):
        facts.append((_("Household"), _("keeps {keep}", keep=keep_words(view.keeps, _))))
    return tuple(facts)


def _center_facts(view: CenterView, _: Words) -> tuple[Fact, ...]:
    if not view.seat:
        return ()
    cap = view.catalogue.places[view.seat].security_cap
    facts = [(_("Security"), _("up to {most}; never seen", most=cap)), (_("Guards"), _("never counted"))]
    if view.guards_seen >= 0:
        told = _source(view, _)
        facts = [
            (_("Security"), f"{_('{now} of {most}', now=view.security_seen, most=cap)}, {told}"),
            (_("Guards"), f"{view.guards_seen}, {told}"),
        ]
    if keep_operations(view):
        facts.append((_("Household"), _kept(view, _)))
    if view.hearsay:
        facts.append((_("Hearsay"), hearsay_words(view, _)))
    return tuple(facts)


def _told_last(view: CenterView) -> bool:
    """Whether guards and walls were last told of by a mole, whose word may be false, and not seen with one's own eyes."""
    return view.keeps_seen is not None and view.keeps_turn >= view.guards_turn


def _source(view: CenterView, _: Words) -> str:
    """How and when guards and walls were last counted."""
    when = _when(view, view.guards_turn, _)
    return _("told from inside, {when}", when=when) if _told_last(view) else _("seen, {when}", when=when)


def _kept(view: CenterView, _: Words) -> str:
    if view.keeps_seen is None:
        return _("gate or walls, not known; only one of ours inside can tell")
    said = _("kept {keep}, told from inside, {when};", keep=keep_words(view.keeps_seen, _), when=_when(view, view.keeps_turn, _))
    return f"{said} {_('may have changed since')}"


def _when(view: View, turn: int, _: Words) -> str:
    return opening_words(view.catalogue, turn, "%b %Y", _)


def hearsay_words(view: CenterView, _: Words) -> str:
    """How much of the track nobody of the Center's has seen with his own eyes."""
    return _.plural(
        "{part} of {track} of the track rests on reports alone", "{part} of {track} of the track rest on reports alone",
        view.hearsay, part=view.hearsay, track=view.track,
    )  # fmt: skip


def house_notes(view: View, _: Words) -> Mapping[str, str]:
    """What the Center was last told, short, for each reason of a chance that looks at the house."""
    if not isinstance(view, CenterView):
        return {}
    notes: dict[str, str] = {}
    kept = ""
    if view.keeps_seen is not None:
        kept = _("told {when}: {what}", when=_when(view, view.keeps_turn, _), what=keep_words(view.keeps_seen, _))
        notes[Stat.GATE_INSIDE] = kept
    if view.guards_seen >= 0:
        notes[Stat.GUARDS] = _noted(view, str(view.guards_seen), _)
        notes[Stat.SECURITY] = notes[Stat.SECURITY_INSIDE] = _noted(view, str(view.security_seen), _)
        guards = _.plural("{count} guard", "{count} guards", view.guards_seen)
        if view.keeps_seen is not None and view.keeps_turn == view.guards_turn:
            posts = _noted(view, f"{guards}, {keep_words(view.keeps_seen, _)}", _)
        else:
            posts = "; ".join(part for part in (_noted(view, guards, _), kept) if part)
        notes[Stat.GUARDS_AT_GATE] = notes[Stat.GUARDS_ON_WALLS] = posts
    if view.hearsay:
        notes[Stat.FALSE_TRACK] = hearsay_words(view, _)
    return notes


def _noted(view: CenterView, what: str, _: Words) -> str:
    when = _when(view, view.guards_turn, _)
    return _("told {when}: {what}", when=when, what=what) if _told_last(view) else _("seen {when}: {what}", when=when, what=what)
