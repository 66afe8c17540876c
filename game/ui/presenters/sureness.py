"""Orders that are sure to be carried out, while what comes of them hangs on who somebody truly is: to call that a success of
100 % would promise more than the rules do."""

from game.rules.definitions import Operation
from game.rules.legality import Choice
from game.rules.words import Deed, Do
from game.ui.words import Words

_HANG_ON_TRUTH = (Deed.VET, Deed.DENOUNCE, Deed.FEED)
_SURE = 100


def is_only_done(operation: Operation, choice: Choice) -> bool:
    """Whether an order is sure to be done and nothing more is sure of it."""
    return choice.success.low >= _SURE and _deed(operation) is not None


def unsure_words(operation: Operation, _: Words) -> str:
    """What is not sure of such an order."""
    match _deed(operation):
        case Deed.VET:
            return _("Not sure: the finding. It may be wrong, or the vetter not honest.")
        case Deed.DENOUNCE:
            return _("Not sure: whether it is true.")
        case Deed.FEED:
            return _("Not sure: whether this is a mole. Nobody else passes it on.")
        case _:
            return ""


def _deed(operation: Operation) -> Deed | None:
    return next((deed for deed in _HANG_ON_TRUTH if Do(deed=deed) in operation.do), None)
