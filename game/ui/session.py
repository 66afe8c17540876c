"""One game at one desk: whose turn it is to write, the drafts, the letters, the saves. Knows no screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from functools import cached_property
from random import SystemRandom
from secrets import token_hex
from typing import TypeVar

from pygame import Surface

from game.match.draft import Draft
from game.match.envelope import mark_of
from game.match.mail import MailGame, seal
from game.match.match import Match
from game.match.papers import Board, Lock, Look, Papers, Row
from game.match.pins import opens
from game.match.replay import Replayed, steps
from game.match.save_file import SaveError
from game.match.saves import file_name, rules_text, save_match
from game.rules.events import Event
from game.rules.legality import refuse_set
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.view import View, view_for
from game.ui import glance
from game.ui.office import Office
from game.ui.screen import Screen
from game.ui.words import Words

Shown = TypeVar("Shown", bound=Screen)

Map = tuple[tuple[Look, ...], tuple[Row, ...]]
"""How a side's map lies: its sheets as they are looked at, and where people stand on them."""
AUTOSAVE = "autosave"
"""What the names of saves begin with that the game makes by itself; each game has one of its own."""


class Trouble(Enum):
    """What can be wrong with a game's saves that the player must know."""

    NOT_SAVED = "not saved"
    PARTED = "another window has played the game on"


SHORT_SEEDS = 1_000_000_000
"""Seeds of new games lie below this: they can be read aloud and typed."""


def new_name() -> str:
    """A name for a game that no other has."""
    return token_hex(5)


def draw_seed() -> int:
    """A seed for a game that names none."""
    return SystemRandom().randrange(SHORT_SEEDS)


class Session:
    """A match and the people who sit before the window. `papers` are what lay on the desk when it was saved, `rules` the
    scenario's text in that save if it is still the scenario's, `name` its name."""

    def __init__(self, office: Office, match: Match, papers: Papers | None = None, rules: str = "", name: str = "") -> None:
        self.office = office
        self.match = match
        self.picture: Surface | None = None
        """What the desk looked like last, for the saves; none where two share it, who may not see each other's."""
        kept = papers or Papers()
        self._papers = kept if kept.game else replace(kept, game=new_name())
        if rules:
            self.rules = rules
        self._drafts: dict[Side, Draft] = {side: self._kept_draft(side) for side in self.people}
        self._maps: dict[Side, Callable[[], Map]] = {}
        self._boards: dict[Side, Callable[[], Board | None]] = {}
        # whoever comes back has read the log but for what was told last
        own = f"{AUTOSAVE}-{self._papers.game}"
        self._apart = name.removeprefix(own) if name.startswith(own) else ""
        self._problem, self._untold = "", set[Trouble]()
        self._read: dict[Side, int] = {side: len(self.history(side)) - len(self.telegrams(side)) for side in Side}
        self._counted: dict[Side, tuple[object, int]] = {}
        self._stood: tuple[int, dict[Side, View]] = (0, {})
        self._note_kept()

    def _kept_draft(self, side: Side) -> Draft:
        """The orders that were being written when the game was saved, as far as they may still be given."""
        view, orders = self.match.view(side), self._papers.of(side).draft
        return Draft(view, () if refuse_set(view, orders) else orders)

    @cached_property
    def rules(self) -> str:
        """The scenario as saves keep it; it takes a moment the first time."""
        return rules_text(self.match.scenario)

    @property
    def papers(self) -> Papers:
        """What lies on the desk now."""
        papers = self._papers
        for side, draft in self._drafts.items():
            orders = () if self.match.is_sealed(side) or draft.view.turn != self.match.turn else draft.orders
            papers = papers.with_side(side, replace(papers.of(side), draft=orders))
        for side, lies in self._maps.items():
            looks, rows = lies()
            papers = papers.with_side(side, replace(papers.of(side), looks=looks, rows=rows))
        for side, board in self._boards.items():
            papers = papers.with_side(side, replace(papers.of(side), board=board()))
        return papers

    def map_of(self, side: Side) -> Map:
        """How a side's map lay when the game was saved; nothing if it never did."""
        papers = self._papers.of(side)
        return papers.looks, papers.rows

    def keep_map(self, side: Side, lies: Callable[[], Map]) -> None:
        """From now on saves keep how a side's map `lies`."""
        self._maps[side] = lies

    def board_of(self, side: Side) -> Board | None:
        """How a side's second board lay when the game was saved; nothing if it never did."""
        return self._papers.of(side).board

    def keep_board(self, side: Side, lies: Callable[[], Board | None]) -> None:
        """From now on saves keep how a side's second board `lies`."""
        self._boards[side] = lies

    @property
    def words(self) -> Words:
        """The interface's words, with those of the scenario that is played."""
        return self.office.words.within(self.match.scenario.catalogue.parlance)

    @property
    def people(self) -> tuple[Side, ...]:
        """The sides played before this window; none where two computers are watched."""
        return tuple(side for side in Side if self.match.is_person(side))

    @property
    def writing(self) -> Side | None:
        """The side that is to write its orders next; nobody once all are sealed or the game is over."""
        if self.match.is_over():
            return None
        return next((side for side in self.people if not self.match.is_sealed(side)), None)

    @property
    def watched(self) -> Side:
        """The side whose view is shown where nobody plays."""
        return self.people[0] if self.people else Side.CENTER

    def view(self, side: Side) -> View:
        """All that a side may know now."""
        return self.match.view(side)

    def draft(self, side: Side) -> Draft:
        """The unsealed orders of a side in this turn; begun anew with every turn."""
        draft = self._drafts.get(side)
        if draft is None or draft.view.turn != self.match.turn or draft.view.verdict != self.match.verdict:
            draft = self._drafts[side] = Draft(self.match.view(side))
        return draft

    def seal(self, side: Side) -> None:
        """Seals a side's draft; what is not legal any more is left out, which the draft never lets happen."""
        orders = self.draft(side).orders
        if self.mail is None:
            self.match.submit(side, orders)
        else:
            self.take(seal(self.mail, orders)[0])

    def resolve(self, thought: Mapping[Side, Sequence[Order]] | None = None) -> None:
        """Plays the turn out, once everybody has sealed, and saves the game. `thought` is what the computer has thought out."""
        for side, orders in (thought or {}).items():
            self.match.seal_thought(side, tuple(orders))
        self._note_views()
        self.match.resolve()
        self.autosave()

    def _note_views(self) -> None:
        """Keeps what the sides see of a turn that is about to be played out."""
        self._stood = (self.match.turn, {side: self.match.view(side) for side in self.people})

    def view_before(self, side: Side) -> View | None:
        """What a side saw before the turn that was played out last; nothing before the first, or where the record cannot be
        played again by the rules of today."""
        if self._stood[0] != self.resolved:
            self._stood = (self.resolved, self._recalled())
        return self._stood[1].get(side)

    def _recalled(self) -> dict[Side, View]:
        """What the sides saw before the last turn of a game that has been opened, as its record has it."""
        match = self.match
        for step in steps(match.record(), match.scenario, digests=False) if self.resolved else ():
            if isinstance(step, Replayed) and step.turn == self.resolved - 1:
                return {side: view_for(match.scenario, match.atlas, step.state, side) for side in self.people}
        return {}

    # -- by mail

    @property
    def mail(self) -> MailGame | None:
        """The game as one by mail, if it is one."""
        return None if self._papers.mail is None else MailGame(self.match, self._papers.mail)

    def take(self, game: MailGame) -> None:
        """Goes on with what a letter, or sealing, has made of the game."""
        if game.match.turn != self.match.turn:
            self._note_views()
        self.match = game.match
        self._papers = replace(self._papers, game=game.mail.game, mail=game.mail)

    # -- two at one desk

    @property
    def is_shared(self) -> bool:
        """Whether two sit at this desk, who may not see each other's papers."""
        return len(self.people) > 1

    def lock(self, side: Side) -> Lock | None:
        """The lock of a side's desk, if it has set one."""
        return self._papers.of(side).lock

    def set_lock(self, side: Side, lock: Lock | None) -> None:
        """Sets, changes or takes away a side's lock."""
        self._papers = self._papers.with_side(side, replace(self._papers.of(side), lock=lock))

    def unlock(self, side: Side, pin: str) -> bool:
        """Tries a PIN. The right one also ends the notice that the desk was opened without it."""
        lock = self.lock(side)
        if lock is None or not opens(lock, pin):
            return lock is None
        self.set_lock(side, replace(lock, forced=0))
        return True

    def force(self, side: Side) -> None:
        """Opens a desk without its PIN, and notes it for its side to see."""
        lock = self.lock(side)
        if lock is not None:
            self.set_lock(side, replace(lock, forced=self.match.turn))

    # -- what a side has been told

    @property
    def resolved(self) -> int:
        """The number of the turn that was played out last, 0 before the first."""
        return self.match.turn if self.match.is_over() else self.match.turn - 1

    def has_heard(self, side: Side) -> bool:
        """Whether a side has seen what came of the last turn."""
        return self._papers.of(side).heard >= self.resolved

    def hear(self, side: Side) -> None:
        """Notes that a side has seen what came of the last turn."""
        self._papers = self._papers.with_side(side, replace(self._papers.of(side), heard=self.resolved))

    def telegrams(self, side: Side) -> Sequence[Event]:
        """What a side was told last."""
        return self.match.telegrams(side.audience)

    def history(self, side: Side) -> list[Event]:
        """Everything that a side was told so far, oldest first."""
        turns = range(1, self.match.turn + 1)
        return [event for turn in turns for event in self.match.events_of(turn, side.audience)]

    def unread(self, side: Side) -> int:
        """How much of the log a side has not looked at."""
        now = (self.match.turn, self.match.verdict)
        if self._counted.get(side, (None, 0))[0] != now:
            self._counted[side] = (now, len(self.history(side)))
        return max(0, self._counted[side][1] - self._read[side])

    def read_log(self, side: Side) -> int:
        """Notes that a side has read its log; returns how much of it was new."""
        fresh = self.unread(side)
        self._read[side] = len(self.history(side))
        return fresh

    # -- saves

    def autosave(self, backup: bool = True) -> str:
        """Saves the game under a name of its own; returns what went wrong in a line, or nothing. What another window has saved
        since of the same game is not written over."""
        if self._is_overtaken():
            if self._content() == self._kept:
                return ""  # nothing was done here that could be lost
            self._part()
        problem = self.save(self._name, backup)
        if problem and not self._problem:
            self._untold.add(Trouble.NOT_SAVED)
        elif not problem:
            self._untold.discard(Trouble.NOT_SAVED)
            self._note_kept()
        self._problem = problem
        return problem

    def untold(self) -> Trouble | None:
        """What is wrong with the saves that the player has not been told of; from now on he has."""
        if not self._untold:
            return None
        first = next(trouble for trouble in Trouble if trouble in self._untold)
        self._untold.discard(first)
        return first

    @property
    def problem(self) -> str:
        """What went wrong, in a line, when the game last saved itself."""
        return self._problem

    @property
    def _name(self) -> str:
        return f"{AUTOSAVE}-{self._papers.game}{self._apart}"

    def _note_kept(self) -> None:
        """Keeps in mind what the file of this game holds now."""
        self._mark, self._kept = self._mark_now(), self._content()

    def _mark_now(self) -> str:
        return mark_of(self.office.saves / file_name(self._name))

    def _is_overtaken(self) -> bool:
        """Whether the file of this game is not as this window last read or wrote it. One that is gone can be written anew."""
        mark = self._mark_now()
        return bool(mark) and mark != self._mark

    def _content(self) -> object:
        """What would be lost if the game were not saved; how the maps lie is not."""
        papers = self.papers
        written = [(papers.of(side).draft, papers.of(side).lock) for side in Side]
        return self.match.snapshot(), papers.mail, written

    def _part(self) -> None:
        """Goes on with a copy: another game, or by mail, where both machines must call it the same, another file."""
        if self._papers.mail is None:
            self._papers = replace(self._papers, game=new_name())
        else:
            self._apart = f"-{new_name()}"
        self._untold.add(Trouble.PARTED)

    def save(self, name: str, backup: bool = True) -> str:
        """Saves the game; returns what went wrong in a line, or nothing. Without `backup` what was there is replaced."""
        try:
            path = save_match(self.office.saves, name, self.match, papers=self.papers, rules=self.rules, backup=backup)
        except SaveError as error:
            return str(error)
        glance.keep(self.picture, path)
        return ""


def worded(session: Session, screen: Shown) -> Shown:
    """The screen, speaking as the scenario does that is played on it."""
    screen.wording = session.match.scenario.catalogue.parlance
    screen.hushed = session.is_shared and not session.match.is_over()
    return screen
