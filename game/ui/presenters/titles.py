"""Short names and signs for the kinds of things that are told: over a telegram, on the timeline, in the log."""

from game.rules.definitions import Catalogue
from game.rules.events import Event, EventKind
from game.ui.words import Words

_ICONS = {
    EventKind.ARRIVED: "suitcase",
    EventKind.SENT_OFF: "suitcase",
    EventKind.SET_OUT: "suitcase",
    EventKind.CLUE: "magnifying-glass",
    EventKind.STRANGER: "magnifying-glass",
    EventKind.SURVEYED: "binoculars",
    EventKind.SAW_THROUGH: "binoculars",
    EventKind.FOUND: "binoculars",
    EventKind.WATCHED: "watchtower",
    EventKind.LEFT_TRACES: "footprint",
    EventKind.ARRESTED: "police-badge",
    EventKind.TALKED: "police-badge",
    EventKind.KEPT_SILENT: "police-badge",
    EventKind.HEADLINE: "newspaper",
    EventKind.DENOUNCED: "megaphone",
    EventKind.WRONGLY_DENOUNCED: "megaphone",
    EventKind.VISA_GRANTED: "passport",
    EventKind.VISA_WITHDRAWN: "passport",
    EventKind.RECALLED: "return-arrow",
    EventKind.VERDICT: "wax-seal",
}


def event_icon(event: Event, catalogue: Catalogue) -> str:
    """The sign of an event: that of its operation, or of its kind."""
    if event.kind in (EventKind.SUCCEEDED, EventKind.FAILED, EventKind.LAPSED, EventKind.CALLED_OFF):
        operation = catalogue.operations.get(event.operation)
        return operation.icon if operation else "envelope"
    return _ICONS.get(event.kind, "envelope")


def event_title(event: Event, _: Words) -> str:
    """What an event is, in a word or two."""
    match event.kind:
        case EventKind.SUCCEEDED:
            return _("Departures")
        case EventKind.FAILED | EventKind.LAPSED | EventKind.CALLED_OFF:
            return _("Orders not carried out")
        case EventKind.ARRIVED | EventKind.SETTLED:
            return _("Arrivals")
        case EventKind.TOLD | EventKind.HEADLINE:
            return _("The world")
        case EventKind.TASK_MET:
            return _("Fulfilled")
        case EventKind.TASK_MISSED:
            return _("Not fulfilled")
        case EventKind.DEMAND | EventKind.DEMAND_UNMET:
            return _("Moscow asks")
        case EventKind.VERDICT:
            return _("The file is closed")
        case _:
            return _notice_title(event.kind, _) or _person_title(event.kind, _)


def _notice_title(kind: EventKind, _: Words) -> str:
    """What was noticed, and what governments did."""
    return {
        EventKind.CLUE: _("Something noticed"),
        EventKind.STRANGER: _("A strange face"),
        EventKind.SURVEYED: _("Seen"),
        EventKind.REPORTED: _("From inside"),
        EventKind.SAW_THROUGH: _("False news"),
        EventKind.FOUND: _("Found"),
        EventKind.WATCHED: _("Watch kept"),
        EventKind.LEFT_TRACES: _("Noticed"),
        EventKind.LEVER_LEARNT: _("What counts"),
        EventKind.FINDING: _("Finding"),
        EventKind.STRUCK: _("The house attacked"),
        EventKind.LEFT_COUNTRY: _("Asylum"),
        EventKind.VISA_GRANTED: _("A visa"),
        EventKind.VISA_WITHDRAWN: _("A visa lost"),
        EventKind.ORDERED_OUT: _("Ordered out"),
        EventKind.INTERNED: _("Under guard"),
        EventKind.RELEASED: _("Asylum"),
        EventKind.ROLLED: _("From the archive"),
    }.get(kind, "")


def _person_title(kind: EventKind, _: Words) -> str:
    """What became of somebody."""
    return {
        EventKind.JOINED: _("New people"),
        EventKind.NEWCOMER: _("A newcomer"),
        EventKind.CAME_CLOSER: _("Nearer"),
        EventKind.SENT_AWAY: _("Farther off"),
        EventKind.SENT_OFF: _("Sent on a journey"),
        EventKind.SET_OUT: _("Gone unasked"),
        EventKind.RECRUITED: _("Recruited"),
        EventKind.APPROACHED: _("An approach"),
        EventKind.LAY_LOW: _("Quiet"),
        EventKind.EXPELLED: _("Expelled"),
        EventKind.BLOWN: _("Blown"),
        EventKind.ARRESTED: _("Arrest"),
        EventKind.TALKED: _("Talks"),
        EventKind.KEPT_SILENT: _("Silence"),
        EventKind.NAMED: _("Named"),
        EventKind.DEFECTED: _("Gone over"),
        EventKind.RECALLED: _("Recalled"),
        EventKind.KILLED: _("A death"),
        EventKind.GONE: _("Gone"),
        EventKind.DENOUNCED: _("Named to the world"),
        EventKind.WRONGLY_DENOUNCED: _("Wrongly named"),
    }.get(kind, _("Report"))


def called_off_words(event: Event, _: Words) -> str:
    """The chance that a leader found, and the line that he was given."""
    return _("the chance looked like {chance}%, the line was {line}%", chance=event.chance, line=event.number)
