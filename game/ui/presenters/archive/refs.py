"""What can be opened in the archive, and under which tab it stands."""

from dataclasses import dataclass
from typing import Literal, get_args

from game.rules.nouns import OLD_MAN
from game.rules.view import View
from game.scenario.archive import Archive
from game.ui.words import Words

Kind = Literal["people", "places", "countries", "operations", "organisations", "timeline", "bibliography"]
Tab = Literal["people", "places", "operations", "organisations", "timeline", "sources"]
TABS: tuple[Tab, ...] = get_args(Tab)
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Ref:
    """An entry of the archive: its kind and its id."""

    kind: Kind
    id: str


def tab_of(kind: Kind) -> Tab:
    """The tab under which a kind stands: countries with places, the bibliography as sources."""
    if kind == "countries":
        return "places"
    return "sources" if kind == "bibliography" else kind


def kinds_of(tab: Tab) -> tuple[Kind, ...]:
    """The kinds that stand under a tab."""
    return tuple(kind for kind in KINDS if tab_of(kind) == tab)


def tab_words(tab: Tab, _: Words) -> str:
    """The name of a tab."""
    return {
        "people": _("People"),
        "places": _("Places"),
        "operations": _("Operations"),
        "organisations": _("Organisations"),
        "timeline": _("Timeline"),
        "sources": _("Sources"),
    }[tab]


def ref_named(archive: Archive, view: View | None, id_: str) -> Ref | None:
    """The entry for whatever the desk, the rings or the log call by this id; nothing for a newcomer or a body of the Circle."""
    if view is not None and id_ == OLD_MAN:
        id_ = view.catalogue.old_man
    for kind in ("people", "places", "countries"):
        if id_ in getattr(archive, kind):
            return Ref(kind, id_)
    return None
