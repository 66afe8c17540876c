"""The few numbers by which a game is told at a glance, and what it is called as a file."""

import re
from unicodedata import normalize

from game.rules.events import EventKind
from game.rules.nouns import Audience, Side
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.presenters.revelations.inside import ever_inside
from game.ui.words import Words

_LOST = (EventKind.KILLED, EventKind.ARRESTED, EventKind.DEFECTED, EventKind.RECALLED, EventKind.BLOWN, EventKind.EXPELLED,
         EventKind.WRONGLY_DENOUNCED)  # fmt: skip


def key_figures(dossier: Dossier, _: Words) -> tuple[tuple[str, str], ...]:
    """Names and figures."""
    chronicle, verdict = dossier.chronicle, dossier.verdict
    events = chronicle.record.events()
    orders = sum(len(turn.orders(side)) for turn in chronicle.record.turns for side in Side)
    lost = {event.subject for event in events if event.kind in _LOST and event.audience is not Audience.ARCHIVE}
    noticed = {(event.turn, event.number) for event in events if event.kind is EventKind.CLUE}
    figures = [
        (_("Turns"), str(chronicle.turns)),
        (_("Orders"), str(orders)),
        (_("Rolls"), str(sum(event.chance < 100 for event in events if event.kind is EventKind.ROLLED))),
        (_("Clues"), str(len(noticed))),
        (_("Moles"), str(len(ever_inside(chronicle)))),
        (_("People lost"), str(len(lost))),
    ]
    if verdict is not None:
        figures += [
            (verdict.center_name, verdict.center_score),
            (verdict.circle_name, verdict.circle_score),
            (_("Attribution"), _("{now} of {most}", now=verdict.attribution, most=verdict.attribution_most)),
        ]
    return tuple(figures)


def file_stem(dossier: Dossier) -> str:
    """What a file about this game is called, without its ending: the scenario, how its verdict is headed and the seed, in plain
    letters."""
    record, verdict = dossier.chronicle.record, dossier.verdict
    ending = f"-{verdict.title}" if verdict is not None else ""
    return _plain(f"{record.scenario}{ending}-{record.seed}")


def _plain(name: str) -> str:
    letters = normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:80] or "game"
