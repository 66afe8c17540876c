"""The way through the game: which screen follows which. It builds screens from the session and knows all of them."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from game.match.letters import is_letter
from game.players import PlayerError
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.view import CircleView
from game.ui import glance
from game.ui.backdrop import MonthMap
from game.ui.beginning import Beginning, match_of
from game.ui.consulting import Consulting
from game.ui.council import Council, could_not_play
from game.ui.desk.bar import draw_bar, turn_note
from game.ui.desk.layout import lay_out
from game.ui.desk.screen import DeskScreen
from game.ui.desk.table import Table
from game.ui.desk.ways import DeskActions, ways
from game.ui.ending import Ending
from game.ui.entrance import title_screen
from game.ui.keeping import Keeping
from game.ui.moments import Moment
from game.ui.office import Office
from game.ui.post import Post
from game.ui.presenters.dates import month_words, turn_words
from game.ui.presenters.goals import unmasked_by
from game.ui.presenters.ledger import Movement, figures, movement_sentence, movements
from game.ui.presenters.log import log_rows
from game.ui.presenters.meters import meter_rows
from game.ui.presenters.month import month_of
from game.ui.presenters.new_game import BY_MAIL, NewGame, Seating
from game.ui.presenters.unsent import unsent_by
from game.ui.reading import Reading
from game.ui.schooling import Schooling
from game.ui.screen import Action, Canvas, HotArea, Outcome, Pop, Push, Quit, Replace, Reset, Screen, Stay, heard_with
from game.ui.screens.dialog import Choice, notice
from game.ui.screens.explain import Passage
from game.ui.screens.handover import HandoverScreen
from game.ui.screens.log import LogScreen
from game.ui.screens.menu import MenuActions, MenuScreen
from game.ui.screens.month import MonthScreen
from game.ui.screens.ring_plans import RingPlans
from game.ui.screens.rings import RingsScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.session import Session, Trouble, worded
from game.ui.sharing import Sharing, side_name
from game.ui.theme import SideName
from game.ui.trouble import not_saved, parted, sentence


class Flow:
    """Leads from screen to screen. One for each window."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._tables: dict[Side, Table] = {}
        self._desks: dict[Side, DeskScreen] = {}
        self._boards: dict[Side, RingPlans] = {}
        office.attendant = self
        self.keeping, self.post, self.sharing, self.schooling = Keeping(self), Post(self), Sharing(self), Schooling(self)
        self.beginning, self.ending = Beginning(self), Ending(self)
        self._session: Session | None = None
        self._asked: Session | None = None
        self.consulting = Consulting(self, lambda: self._session.match.scenario if self._session is not None else None)
        self.council, self.reading = Council(self), Reading(self, self.consulting)

    # -- before a game

    def title(self) -> Screen:
        """The first screen."""
        self._session = None
        return title_screen(self.office, lambda: self)

    def settings(self, side: SideName = "center") -> Screen:
        """The player's comforts."""
        return SettingsScreen(side, self.office.languages, self.schooling.forget_notes)

    def tutorial(self) -> Outcome:
        """Choose a side to learn, in the scenario that is there for it."""
        return self.schooling.tutorial()

    def open_archive(self) -> Outcome:
        """Goes to the archive."""
        return self.reading.open_whole()

    def open_rulebook(self) -> Outcome:
        """Goes to the rulebook of what is played, or of the standard rules."""
        return self.consulting.open()

    def passage(self, area: HotArea) -> Passage | None:
        """What the rulebook says of something on the screen."""
        return self.consulting.passage(area)

    def new_game(self) -> Screen:
        """Choose a scenario, a side, an opponent."""
        return self.beginning.choose()

    def start(self, scenario: Scenario, game: NewGame) -> Outcome:
        """Begins a game as it was asked for."""
        if game.opponent == BY_MAIL and game.seating in (Seating.CENTER, Seating.CIRCLE):
            return self.post.start(scenario, Side(game.seating.value), game.allegiances)
        return self.play(Session(self.office, match_of(scenario, game)))

    def play(self, session: Session) -> Outcome:
        """Opens a game at the desk of whoever writes next."""
        self._tables, self._boards, self._session = {}, {}, session
        self.schooling.accompany(session)
        heard = all(session.has_heard(side) for side in session.people or (session.watched,))
        return Reset(self.ending.verdict(session)) if session.match.is_over() and heard else self.go_on(session)

    # -- a turn

    def go_on(self, session: Session) -> Outcome:
        """What comes next: the month, to a side that has not seen it; the end; the desk of whoever is to write, under its
        cover where two share it; or the turn, once everybody has sealed."""
        sides = session.people or (session.watched,)
        unheard = next((side for side in sides if not session.has_heard(side)), None)
        over, writing = session.match.is_over(), session.writing
        if unheard is not None and not session.is_shared:
            return Reset(self.last_month(session, unheard))
        if over and unheard is not None:
            return Reset(self.handover(session, unheard))
        if over:
            return Reset(self.ending.fallout(session))
        if writing is None:
            return self._resolve(session) if session.mail is None else Reset(self.post.letters(session))
        return Reset(self.handover(session, writing) if session.is_shared else self.desk(session, writing))

    def desk(self, session: Session, side: Side, table: Table | None = None) -> DeskScreen:
        """The desk of a side, with the map as it left it, unless it is given another `table`."""
        history = session.history(side)
        desk = DeskScreen(
            session.view(side),
            session.draft(side),
            self.office.faces,
            table or self._table(session, side),
            self._actions(session, side),
            unread=partial(session.unread, side),
            moved=self._moved(session, side),
            unmasked=unmasked_by(history),
            unsent=unsent_by(history),
        )
        self._desks[side] = worded(session, desk)
        return desk

    def _table(self, session: Session, side: Side) -> Table:
        """The map of a side as it left it, in this window or an earlier one."""
        table = self._tables.get(side)
        if table is None:
            places = [place.at for place in session.match.scenario.catalogue.places.values()]
            table = self._tables[side] = Table(self.office.map_sheet, *session.map_of(side), places=places)
            session.keep_map(side, lambda: (table.looks, table.rows))
        return table

    def _actions(self, session: Session, side: Side) -> DeskActions:
        return DeskActions(
            seal=partial(self._seal, session, side),
            map=partial(self._to_desk, session, side),
            rings=lambda: Push(self.rings(session, side)),
            log=lambda: Push(self.log(session, side)),
            archive=partial(self.reading.open, session, side),
            advice=partial(self.council.advise, session, side),
            look_up=partial(self.reading.way_to, session, side),
            menu=lambda: Push(self.menu(session, side)),
            back=partial(self._behind_the_desk, session, side),
            glance=partial(self._glance, session),
        )

    def _behind_the_desk(self, session: Session, side: Side) -> Outcome:
        """What Esc finds when nothing lies open: the end of a lesson, else the menu."""
        if self.schooling.is_teaching:
            return self.schooling.ask_to_leave(side)
        return Push(self.menu(session, side))

    def _glance(self, session: Session) -> None:
        """Keeps what the desk looks like, for the next save."""
        session.picture = glance.take() if len(session.people) == 1 else None

    def _seal(self, session: Session, side: Side) -> Outcome:
        """Seals, unless that was done and something then stood in the way, and keeps what is sealed before all else."""
        if not session.match.is_sealed(side):
            session.seal(side)
        session.autosave(backup=False)
        return self.once_saved(session, lambda: heard_with(self.go_on(session), Moment.SEALED), back=Stay)

    def _resolve(self, session: Session) -> Outcome:
        """Plays the turn out, once those of the computer's players who take their time have thought."""
        return self.council.think(session) if session.match.thinkers() else self.play_out(session, {})

    def play_out(self, session: Session, thought: Mapping[Side, Sequence[Order]]) -> Outcome:
        """Plays the turn out with what the computer has thought out."""
        try:
            session.resolve(thought)
        except PlayerError as error:
            return Push(could_not_play(self.office.words, error))
        return self.once_saved(session, lambda: self.go_on(session))

    def last_month(self, session: Session, side: Side) -> MonthScreen:
        """The month that was played out last, as one side heard it."""
        month = self.month(session, side, session.resolved, lambda: self._heard(session, side, log_read=month.read_through))
        return month

    def _heard(self, session: Session, side: Side, *, log_read: bool) -> Outcome:
        """Notes that a side has seen its month, and its log where it has read all telegrams: to its desk, or to whatever comes
        next."""
        session.hear(side)
        if log_read:
            session.read_log(side)
        if session.mail is not None and session.match.is_over():
            self.ending.close(session)  # whoever leaves at the letters comes back to the verdict, past the investigation
            return Reset(self.post.letters(session))
        if session.is_shared and side is session.writing:
            return Reset(self.desk(session, side))
        return self.go_on(session)

    def month(self, session: Session, side: Side, turn: int, done: Action) -> MonthScreen:
        """The month as one side hears it."""
        view = session.view(side)
        influence = self._moved(session, side).get("influence")
        unheard = influence.quiet if influence is not None else ()
        before = session.view_before(side)
        since = figures(before) if before is not None else None
        month = month_of(view, session.telegrams(side), turn, session.words, unheard=unheard, since=since)
        look_up = partial(self.reading.way_to, session, side)
        return worded(session, MonthScreen(month, done, MonthMap(self.office.map_sheet, view).draw, look_up, session.words))

    # -- beside the desk

    def rings(self, session: Session, side: Side) -> RingsScreen:
        """The second board of a side. While nothing has happened everybody stays in the place that took long to find, and from
        turn to turn, and from one window to the next, as far as there is room."""
        now = (session.match.turn, session.match.verdict)
        plans = self._boards.get(side) or RingPlans.again(session.board_of(side))
        board = self._boards[side] = plans.at(now)
        session.keep_board(side, lambda: board.board)
        rings = RingsScreen(
            session.view(side),
            session.draft(side),
            session.history(side),
            self.office.faces,
            order=partial(self.back_to_desk, session, side),
            draw_bar=partial(self._draw_bar, session, side, "rings"),
            look_up=partial(self.reading.way_to, session, side),
            plans=board,
        )
        return worded(session, rings)

    def log(self, session: Session, side: Side) -> LogScreen:
        """Everything that a side was told."""
        view = session.view(side)
        words = session.words
        names = {row.kind: row.name for row in meter_rows(view, session.draft(side), words)}
        moved = self._moved(session, side)
        said = [movement_sentence(names[what], what, movement, words) for what, movement in moved.items() if what in names]
        untold = [sentence for sentence in said if sentence]
        rows = log_rows(view, session.history(side), session.read_log(side), words, untold)
        log = LogScreen(
            rows,
            side_name(side),
            partial(self.back_to_desk, session, side),
            look_up=partial(self.reading.way_to, session, side),
        )
        return worded(session, log)

    def back_to_desk(self, session: Session, side: Side, chosen: str) -> Outcome:
        """To the desk, with somebody or some place chosen."""
        desk = self._desk_as_left(session, side)
        desk.choose(chosen)
        return Reset(desk)

    def _to_desk(self, session: Session, side: Side) -> Outcome:
        return Reset(self._desk_as_left(session, side))

    def _desk_as_left(self, session: Session, side: Side) -> DeskScreen:
        """The desk as the side left it, or a new one if it lay there in another turn or another game."""
        desk = self._desks.get(side)
        return desk if desk is not None and desk.writes(session.draft(side)) else self.desk(session, side)

    def _draw_bar(self, session: Session, side: Side, here: str, canvas: Canvas) -> None:
        view, draft = session.view(side), session.draft(side)
        _ = canvas.words
        note = turn_note(view.turn, view.catalogue.turns, "reading", _)
        rows = meter_rows(view, draft, _, self._moved(session, side))
        doors = ways(self._actions(session, side), _, here=here, unread=session.unread(side))
        draw_bar(canvas, lay_out(canvas, column_open=True).bar, side_name(side), month_words(view, _), note, rows, doors)

    def _moved(self, session: Session, side: Side) -> dict[str, Movement]:
        """How the meters of a side moved in the last turn, as far as that can be told."""
        before = session.view_before(side)
        if before is None:
            return {}
        travelled = isinstance(before, CircleView) and bool(before.moving_to)
        return movements(session.view(side), figures(before), session.telegrams(side), session.words, on_the_way=travelled)

    # -- the covered desk, the menu, the saves

    def handover(self, session: Session, side: Side) -> HandoverScreen:
        """The desk under its cover, until the next side lifts it."""
        return worded(session, self.sharing.cover(session, side, partial(self._open_menu, session)))

    def _open_menu(self, session: Session) -> Outcome:
        return Push(self.menu(session))

    def menu(self, session: Session, side: Side | None = None) -> MenuScreen:
        """What can be done beside playing; over the covered desk nobody's side shows."""
        if side is not None:
            self._glance(session)
        catalogue = session.match.scenario.catalogue
        name = side_name(side or Side.CENTER)
        actions = MenuActions(
            resume=Pop,
            save=lambda: Push(self.keeping.save_game(session, name)),
            load=lambda: Push(self.load_game(name)),
            letters=(lambda: Reset(self.post.letters(session))) if session.mail is not None else None,
            pin=(lambda: Replace(self.sharing.choose(session, side))) if side is not None and session.is_shared else None,
            lesson=self.schooling.lesson_door(session, side),
            rulebook=self.open_rulebook,
            settings=lambda: Push(self.settings(name)),
            leave=partial(self.leave, session, self.to_title),
            quit=partial(self.leave, session, Quit),
        )
        month = turn_words(catalogue, session.match.turn, "%B %Y", session.words)
        return MenuScreen(actions, catalogue.title, month, side_name(side) if side else None)

    def leave(self, session: Session, away: Action) -> Outcome:
        """Saves and goes; says so first if the save fails."""
        problem, words = session.autosave(), self.office.words
        if not problem:
            return self.once_saved(session, away)
        session.untold()  # it is said here
        choices = (Choice(words=words("Go back"), kind="ink"), Choice(words=words("Leave anyway"), action=away))
        return Push(not_saved(words, problem, choices, warning=words("What was played since it was last saved will be lost.")))

    def once_saved(self, session: Session, on: Action, back: Action | None = None) -> Outcome:
        """Goes on, once the player has been told what went wrong when the game saved itself. He is told of it once, until it
        has been saved again; `back` is what Esc does then, which goes on too where nothing else is said."""
        trouble, words = session.untold(), self.office.words
        if trouble is None:
            return on()
        further = Choice(words=words("Go on"), action=partial(self.once_saved, session, on, back), kind="ink")
        if trouble is Trouble.PARTED:
            return Push(parted(words, further, by_mail=session.mail is not None))
        return Push(not_saved(words, session.problem, (further,), back or further.action))

    def load_game(self, side: SideName = "center") -> SavesScreen:
        """Opens a saved game."""
        return self.keeping.load_game(side)

    def open_letters(self) -> Outcome:
        """The letters that lie there, whichever games they belong to."""
        return Push(self.post.letters_from_title())

    def open_save(self, path: Path) -> Outcome:
        """Goes on with a saved game."""
        return self.keeping.open_save(path)

    def take_file(self, path: Path) -> Outcome:
        """Opens whatever was dropped onto the window: a letter, a save or a record. A game that is open is saved first."""
        session = self._session
        if session is not None:
            session.autosave(backup=False)
            return self.once_saved(session, partial(self._take_file, session, path))
        return self._take_file(None, path)

    def _take_file(self, session: Session | None, path: Path) -> Outcome:
        if is_letter(path):
            return self.post.open_letter(path) if session is None else self.post.take_letter(session, path)
        return self.keeping.open_file(path)

    def close(self) -> Outcome:
        """The window is to be closed: what is open is kept, the unsealed orders too. Where it cannot be, the player is asked
        before it is lost; whoever closes the window again will not be asked again."""
        session = self._session
        if session is None or session is self._asked:
            return Quit()
        left = self.leave(session, Quit)
        self._asked = None if isinstance(left, Quit) else session
        return left

    def said(self, problem: str) -> Outcome:
        """Says what went wrong; nothing, if nothing did."""
        if not problem:
            return Stay()
        words = self.office.words
        return Push(notice(words, words("That did not work"), sentence(problem)), heard=Moment.REFUSED)

    def to_title(self) -> Outcome:
        """Leaves whatever is open for the title."""
        self.office.hands.close()
        return Reset(self.title())
