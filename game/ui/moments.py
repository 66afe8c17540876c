"""The moments at which something is heard, and the scenes that have an air of their own. They are names and nothing more;
what each of them sounds like stands in `assets/sounds/sounds.yaml`."""

from enum import StrEnum


class Moment(StrEnum):
    """What an action, or a screen that opens, can let be heard."""

    PRESS = "press"
    REFUSED = "refused"
    LETTER = "letter"
    CARD = "card"
    FOLDER = "folder"
    PAGE = "page"
    SHEET_LAID = "sheet.laid"
    SHEET_TAKEN = "sheet.taken"
    AIMED = "order.aimed"
    ORDERED = "order.given"
    WITHDRAWN = "order.withdrawn"
    SEALED = "sealed"
    SAVED = "saved"
    MONTH = "month"
    TELEGRAM = "telegram"
    CLIPPING = "clipping"
    DONE = "done"
    FAILED = "failed"
    VERDICT = "verdict"


PUBLIC = frozenset(
    (
        Moment.PRESS, Moment.LETTER, Moment.FOLDER, Moment.PAGE, Moment.SHEET_LAID, Moment.SHEET_TAKEN, Moment.SEALED,
        Moment.SAVED, Moment.MONTH, Moment.VERDICT,
    )
)  # fmt: skip
"""What may be heard by somebody who looks away while the other side plays at the same desk: nothing of what it orders, or is
told."""


class Scene(StrEnum):
    """Where the player is."""

    TITLE = "title"
    CENTER = "desk.center"
    CIRCLE = "desk.circle"
    COVERED = "covered"
    MONTH = "month"
    VERDICT = "verdict"


def telegram_moment(about: str, operation: str = "") -> str:
    """The moment at which a telegram about something arrives, such as `telegram.struck`; where it is about an order, an
    event or a task, one of its own, such as `telegram.struck.raid`."""
    return f"{Moment.TELEGRAM}.{about}.{operation}" if operation else f"{Moment.TELEGRAM}.{about}"


def order_moment(operation: str) -> str:
    """The moment at which an order is given, such as `order.given.surveil`."""
    return f"{Moment.ORDERED}.{operation}"
