"""Those who think beside the window: the computer's players that take their time, and whoever gives counsel. Nobody need
wait for them."""

from functools import partial

from game.match.thinking import Thinking, advise_for, think_for
from game.players import PlayerError
from game.rules.nouns import Side
from game.rules.orders import Order
from game.ui.screen import Outcome, Pop, Push, Replace, Reset
from game.ui.screens.advice import AdviceScreen
from game.ui.screens.dialog import Dialog, notice
from game.ui.screens.thinking import ThinkingScreen
from game.ui.session import Session
from game.ui.sharing import side_name
from game.ui.stage import Stage
from game.ui.words import Words

_Thought = Thinking[dict[Side, tuple[Order, ...]]]


class Council:
    """Leads through the waiting."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office

    def think(self, session: Session) -> Outcome:
        """Waits for the computer's players, then plays the turn out. Whoever sealed last can have his orders back."""
        _, thinking = self._office.words, think_for(session.match, self._office.hands)
        done = partial(self._thought_out, session, thinking)
        if not session.people:
            title, give_up, leave = _("Both sides are thinking"), partial(self._leave, thinking), _("Leave the game")
            return Reset(ThinkingScreen(title, thinking, done=done, give_up=give_up, leave=leave, alone=True))
        title, give_up = _("The other side is thinking"), partial(self._take_back, session, thinking)
        return Push(ThinkingScreen(title, thinking, done=done, give_up=give_up, leave=_("Take the orders back")))

    def advise(self, session: Session, side: Side) -> Outcome:
        """What the computer would order in this side's place, from this side's view."""
        _ = self._office.words.within(session.match.scenario.catalogue.parlance)
        view = session.view(side)
        thinking = advise_for(view, self._office.hands)

        def give_up() -> Outcome:
            thinking.call_off()
            return Pop()

        def done() -> Outcome:
            try:
                advice = thinking.answer()
            except PlayerError as error:
                return Replace(could_not_play(self._office.words, error))
            return Replace(AdviceScreen(view, session.draft(side), advice, side_name(side)))

        return Push(ThinkingScreen(_("Taking counsel"), thinking, done=done, give_up=give_up, leave=_("Back to the desk")))

    def _thought_out(self, session: Session, thinking: _Thought) -> Outcome:
        try:
            return self._stage.play_out(session, thinking.answer())
        except PlayerError as error:
            return Replace(could_not_play(self._office.words, error))

    def _take_back(self, session: Session, thinking: _Thought) -> Outcome:
        """Nobody waits: the orders sealed last lie on their desk again."""
        thinking.call_off()
        session.match.unseal(session.people[-1])
        return self._stage.go_on(session)

    def _leave(self, thinking: _Thought) -> Outcome:
        thinking.call_off()
        return self._stage.to_title()


def could_not_play(words: Words, error: PlayerError) -> Dialog:
    """Says why one of the computer's players has no orders."""
    return notice(words, words("The computer could not play"), str(error))
