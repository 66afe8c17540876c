"""Two at one desk: the cover between them, the PIN of a side, and what a side sees first when the cover is lifted."""

from functools import partial

from game.match.pins import lock_with
from game.rules.nouns import Side
from game.ui.presenters.dates import month_words, turn_words
from game.ui.presenters.log import log_rows
from game.ui.screen import Action, Outcome, Pop, Push, Reset
from game.ui.screens.dialog import Choice, Dialog, notice
from game.ui.screens.handover import Handover, HandoverScreen
from game.ui.screens.pin import PinSheet
from game.ui.screens.recap import RecapScreen
from game.ui.session import Session
from game.ui.stage import Stage
from game.ui.theme import SideName


class Sharing:
    """The covered desk of one window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office

    def cover(self, session: Session, side: Side, menu: Action) -> HandoverScreen:
        """The desk under its cover, until the next side lifts it; nothing on it but what both may know."""
        catalogue = session.match.scenario.catalogue
        names = {Side.CENTER: catalogue.sides.center, Side.CIRCLE: catalogue.sides.circle}
        _ = self._office.words.within(catalogue.parlance)
        lock = session.lock(side)
        forced = turn_words(catalogue, lock.forced, "%B %Y", _) if lock is not None and lock.forced else ""
        model = Handover(
            next_side=side_name(side),
            next_name=names[side],
            other_name=names[side.other],
            month=month_words(session.view(side), _),
            note=_("Turn {turn} of {turns}", turn=session.match.turn, turns=catalogue.turns),
            sealed=session.match.is_sealed(side.other),
            notice=_("This desk was opened without its PIN: {month}.", month=forced) if forced else "",
        )
        return HandoverScreen(model, lift=partial(self._lift, session, side), menu=menu)

    def _lift(self, session: Session, side: Side) -> Outcome:
        """What comes when the cover is lifted: the PIN, if there is one; else the desk."""
        return self._uncover(session, side) if session.lock(side) is None else Push(self.ask(session, side))

    def _uncover(self, session: Session, side: Side) -> Outcome:
        """The month, if the side has not seen it; else what it heard last, and then its desk."""
        if not session.has_heard(side):
            return Reset(self._stage.last_month(session, side))
        recap = self.recap(session, side)
        return Reset(recap if recap is not None else self._stage.desk(session, side))

    # -- PINs

    def ask(self, session: Session, side: Side) -> PinSheet:
        """Asks for the PIN of a side."""
        _ = self._office.words
        forgotten = (_("It is forgotten"), lambda: Push(self._forgotten(session, side)))
        body = _("Four digits, and Enter. They open this desk and no other.")

        def tried(pin: str) -> Outcome:
            if session.unlock(side, pin):
                return Pop(partial(self._uncover, session, side))
            return sheet.refuse(_("That is not the PIN of this desk."))

        sheet = PinSheet(side_name(side), _("The PIN of this side"), body, tried, hidden=True, other=forgotten)
        return sheet

    def _forgotten(self, session: Session, side: Side) -> Dialog:
        _ = self._office.words
        body = _(
            "The desk can be opened without it. Its cover will then say so until the right PIN has been given, or a new one set."
        )
        force = Choice(words=_("Open without the PIN"), action=lambda: Pop(partial(self._force, session, side)))
        return Dialog(_("Forgotten?"), body, (force, Choice(words=_("Go back"), kind="ink")))

    def _force(self, session: Session, side: Side) -> Outcome:
        session.force(side)
        session.autosave()
        return self._stage.once_saved(session, partial(self._uncover, session, side))

    def choose(self, session: Session, side: Side) -> PinSheet:
        """Lets a side set its PIN, change it, or have none."""
        _ = self._office.words

        def chosen(pin: str) -> Outcome:
            session.set_lock(side, lock_with(pin))
            return Pop(lambda: Push(notice(_, _("The PIN is set"), _("It will be asked for when this desk is uncovered."))))

        def none() -> Outcome:
            session.set_lock(side, None)
            return Pop()

        body = _("It keeps the other player from lifting your cover by mistake. It does not encrypt the saved game.")
        other = (_("Have no PIN"), none) if session.lock(side) is not None else None
        return PinSheet(side_name(side), _("A PIN for this side"), body, chosen, hidden=False, other=other)

    # -- the recap

    def recap(self, session: Session, side: Side) -> RecapScreen | None:
        """What a side heard last; nothing before the first turn has been played."""
        view = session.view(side)
        _ = self._office.words.within(view.catalogue.parlance)
        rows = log_rows(view, session.telegrams(side), 0, _)
        if not rows or not session.resolved:
            return None
        return RecapScreen(
            tuple(reversed(rows)),
            turn_words(view.catalogue, session.resolved, "%B %Y", _),
            side_name(side),
            done=lambda: Reset(self._stage.desk(session, side)),
            again=lambda: Reset(self._stage.last_month(session, side)),
        )


def side_name(side: Side) -> SideName:
    """How screens call a side."""
    return "center" if side is Side.CENTER else "circle"
