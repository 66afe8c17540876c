"""Who of one's own left without being sent: told of once, and of weight for long, so it is kept on the person's sheet."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from game.rules.events import Event, EventKind
from game.rules.view import View
from game.ui.presenters.dates import turn_words
from game.ui.words import Words

Unsent = Mapping[str, Sequence[Event]]
"""By person what was told of his leaving unsent, oldest first."""

NOBODY: Unsent = MappingProxyType({})


def unsent_by(history: Iterable[Event]) -> Unsent:
    """All who left unsent, from what a side was told."""
    told: dict[str, list[Event]] = {}
    for event in history:
        if event.kind is EventKind.SET_OUT:
            told.setdefault(event.subject, []).append(event)
    return told


def unsent_facts(view: View, journeys: Sequence[Event], _: Words) -> tuple[tuple[str, str], ...]:
    """Where and when somebody left for unsent, as a fact of his dossier; nothing for who never did."""
    places = view.catalogue.places
    said = [
        _("left for {place}, {when}", place=places[event.other].name, when=turn_words(view.catalogue, event.turn, "%B %Y", _))
        for event in journeys
        if event.other in places
    ]
    return ((_("Unsent"), "; ".join(said)),) if said else ()
