"""What an order means to the one at whom it is aimed, read from what the order does."""

from enum import StrEnum

from game.rules.definitions import Operation
from game.rules.nouns import TargetKind
from game.rules.words import Deed, Do, Rapport, Ring, Whom


class Contact(StrEnum):
    """What somebody notices of being dealt with: a friendship, a question, a favour, a superior's visit, a paper to sign."""

    BEFRIENDS = "befriends"
    ASKS = "asks"
    USES = "uses"
    INSPECTS = "inspects"
    TURNS = "turns"


def contact_of(operation: Operation) -> Contact | None:
    """How the target of an order is dealt with to his knowledge; nothing for what goes on behind his back."""
    if operation.target not in (TargetKind.CONTACT, TargetKind.NEARBY, TargetKind.OWN):
        return None
    for effect in operation.do:
        match effect:
            case Do(deed=Deed.RECRUIT):
                return Contact.ASKS
            case Do(deed=Deed.INSPECT):
                return Contact.INSPECTS
            case Ring(ring=Whom.AGENT):
                return Contact.USES
            case Ring(ring=Whom.TARGET) if effect.closer < 0:
                return Contact.TURNS
            case Rapport() if effect.add > 0:
                return Contact.BEFRIENDS
            case _:
                pass
    return None


def does(operation: Operation, deed: Deed) -> bool:
    """Whether an order brings such a deed about when it succeeds."""
    return Do(deed=deed) in operation.do
