"""The way to the archive and back: from the title to all of it, from a desk to what its side may read, from a name to its
entry."""

from collections.abc import Callable
from functools import partial

from game.rules.nouns import OLD_MAN, Side
from game.scenario.archive import Archive
from game.ui.consulting import Consulting
from game.ui.presenters.archive.refs import ref_named
from game.ui.presenters.archive.seals import OPEN, seals_for
from game.ui.presenters.archive.shelves import Shelves
from game.ui.screen import Action, Outcome, Push
from game.ui.screens.archive import ArchiveScreen
from game.ui.session import Session
from game.ui.sharing import side_name
from game.ui.stage import Stage


class Reading:
    """The doors of the archive of one window."""

    def __init__(self, stage: Stage, consulting: Consulting) -> None:
        self._stage, self._office, self._consulting = stage, stage.office, consulting

    def whole(self) -> ArchiveScreen:
        """What really happened, all of it open."""
        return ArchiveScreen(Shelves(self._office.archive), self._office.faces, consult=self._consulting.hits)

    def of_side(self, session: Session, side: Side, chosen: str = "") -> ArchiveScreen:
        """The archive as a side may read it while the game runs, open at whatever the desk calls by this id."""
        view, archive = session.view(side), self._office.archive_for(session.match.scenario)
        seals = OPEN if session.match.is_over() else seals_for(view, session.match.scenario.setup.people)
        writes = session.writing is side and session.has_heard(side)  # else the telegrams come first, or the end
        on_desk = frozenset(view.catalogue.places) | (frozenset(view.faces) - {view.catalogue.old_man})
        return ArchiveScreen(
            Shelves(archive, seals),
            self._office.faces,
            side_name(side),
            ref_named(archive, view, chosen) or ref_named(archive, view, OLD_MAN),
            show=partial(self._stage.back_to_desk, session, side) if writes else None,
            shown=on_desk,
            consult=self._consulting.hits,
        )

    def open_whole(self) -> Outcome:
        """From the title to the archive."""
        return self._if_there_is(self._office.archive, self.whole)

    def open(self, session: Session, side: Side, chosen: str = "") -> Outcome:
        """From a side's desk to the archive."""
        archive = self._office.archive_for(session.match.scenario)
        if chosen and ref_named(archive, session.view(side), chosen) is None:
            return self._stage.said(session.words("The archive has nothing on this."))
        return self._if_there_is(archive, partial(self.of_side, session, side, chosen))

    def way_to(self, session: Session, side: Side, chosen: str) -> Action | None:
        """The way to somebody's or some place's entry; nothing for invented people, who have none. Asked of the scenario, so
        that a sheet is drawn before the archive is read."""
        scenario = session.match.scenario
        known = chosen == OLD_MAN or chosen in scenario.setup.people or chosen in scenario.catalogue.places
        return partial(self.open, session, side, chosen) if known else None

    def _if_there_is(self, archive: Archive, screen: Callable[[], ArchiveScreen]) -> Outcome:
        """The archive, unless there is nothing in it."""
        if Shelves(archive).is_empty:
            return self._stage.said(self._office.words("The archive is empty: mods have taken its entries away, or bring none."))
        return Push(screen())
