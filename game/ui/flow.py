"""The way through the game: which screen follows which. It builds screens from the session and knows all of them."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from game.match.match import PERSON, Match
from game.match.saves import SaveEntry, SaveError, delete_save, list_saves, load_save, resume
from game.match.thinking import Thinking, advise_for, think_for
from game.players import PlayerError
from game.rules.definitions import Catalogue, Scenario
from game.rules.events import EventKind
from game.rules.nouns import OLD_MAN, Side
from game.rules.orders import Order
from game.rules.setup import Allegiances
from game.scenario import Entry, Finding, ScenarioError, Severity
from game.scenario.lessons import Teaching
from game.scenario.loading import entry_of, examine
from game.ui import glance
from game.ui.backdrop import MonthMap, draw_small_map
from game.ui.desk.bar import draw_bar
from game.ui.desk.layout import lay_out
from game.ui.desk.screen import DeskScreen
from game.ui.desk.table import Table
from game.ui.desk.ways import DeskActions, ways
from game.ui.entrance import title_screen
from game.ui.guide.guide import Guide
from game.ui.guide.progress import ProgressFile
from game.ui.guide.watching import Play
from game.ui.moments import Moment
from game.ui.office import Office
from game.ui.presenters.archive.refs import ref_named
from game.ui.presenters.archive.seals import OPEN, seals_for
from game.ui.presenters.archive.shelves import Shelves
from game.ui.presenters.log import log_rows
from game.ui.presenters.meters import meter_rows, month_words
from game.ui.presenters.month import month_of
from game.ui.presenters.new_game import NewGame, Seating
from game.ui.presenters.verdict import verdict_sheet
from game.ui.screen import Action, Canvas, Outcome, Pop, Push, Quit, Replace, Reset, Screen, Stay, heard_with
from game.ui.screens.advice import AdviceScreen
from game.ui.screens.archive import ArchiveScreen
from game.ui.screens.dialog import Choice, Dialog, confirm, notice
from game.ui.screens.findings import Finding as ShownFinding
from game.ui.screens.findings import FindingsScreen
from game.ui.screens.handover import Handover, HandoverScreen
from game.ui.screens.log import LogScreen
from game.ui.screens.menu import MenuActions, MenuScreen
from game.ui.screens.month import MonthScreen
from game.ui.screens.new_game import NewGameScreen
from game.ui.screens.ring_board import Plan
from game.ui.screens.rings import RingsScreen
from game.ui.screens.saves import SavesScreen
from game.ui.screens.settings import SettingsScreen
from game.ui.screens.thinking import ThinkingScreen
from game.ui.screens.verdict import VerdictScreen
from game.ui.session import AUTOSAVE, Session, draw_seed
from game.ui.theme import SideName
from game.ui.words import Words

_Shown = TypeVar("_Shown", bound=Screen)

TUTORIAL = "tutorial"
"""The level of the scenario that the title's tutorial opens."""
OPPONENT = "planner"


class Flow:
    """Leads from screen to screen. One for each window."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self._tables: dict[Side, Table] = {}
        self._desks: dict[Side, DeskScreen] = {}
        self._board: tuple[object, dict[object, Plan]] = (None, {})
        self.guide = Guide(ProgressFile(office.progress), office.words)
        office.companion = self.guide

    # -- before a game

    def title(self) -> Screen:
        """The first screen."""
        return title_screen(self.office, lambda: self)

    def settings(self, side: SideName = "center") -> Screen:
        """The player's comforts."""
        return SettingsScreen(side, forget_notes=self._forget_notes)

    def _forget_notes(self) -> Outcome:
        self.guide.forget_notes()
        return Stay()

    def tutorial(self) -> Outcome:
        """Choose a side to learn, in the scenario that is there for it."""
        _ = self.office.words
        name = next((entry.id for entry in self.office.library.entries() if entry.level == TUTORIAL and entry.playable), "")
        if not name:
            return self._said(_("No scenario of the level “tutorial” was found."))
        body = _("A quarter of an hour a side: you play, and a card says what there is to do. It can be left at any time.")
        choices = [
            Choice(words=words, action=partial(self.take_lesson, name, side), kind=self._side_name(side), key=key)
            for words, side, key in ((_("The Center"), Side.CENTER, "1"), (_("The Circle"), Side.CIRCLE, "2"))
        ]
        return Push(Dialog(_("Tutorial"), body, (*choices, Choice(words=_("Go back")))))

    def take_lesson(self, name: str, side: Side) -> Outcome:
        """Begins a game whose lesson begins with it."""
        library = self.office.library
        try:
            scenario, teaching = library.scenario(name), library.teaching(name)
        except ScenarioError as error:
            return self._said(str(error).splitlines()[0])
        seats = {side: PERSON, side.other: OPPONENT}
        match = Match.new(scenario, teaching.lessons.seed, Allegiances.HISTORICAL, seats)
        opened = self.play(Session(self.office, match))
        self.guide.begin()
        return opened

    def archive(self) -> ArchiveScreen:
        """What really happened, all of it open."""
        return ArchiveScreen(Shelves(self.office.archive), self.office.faces)

    def open_archive(self) -> Outcome:
        """Goes to the archive."""
        return self._if_there_is(self.archive)

    def new_game(self) -> Screen:
        """Choose a scenario, a side, an opponent."""
        library = self.office.library

        def brief(scenario: str) -> Catalogue | None:
            try:
                return library.scenario(scenario).catalogue
            except ScenarioError:
                return None

        def start(game: NewGame) -> Outcome:
            try:
                return self.start(library.scenario(game.scenario), game)
            except ScenarioError:
                return findings(game.scenario)

        def findings(scenario: str) -> Outcome:
            packs = self.office.packs
            try:
                return Push(findings_screen(entry_of(scenario, examine(scenario, packs), packs)))
            except ScenarioError as error:
                return self._said(str(error).splitlines()[0])

        return NewGameScreen(library.entries(), brief, start, findings, partial(draw_small_map, self.office.map_sheet))

    def start(self, scenario: Scenario, game: NewGame) -> Outcome:
        """Begins a game as it was asked for."""
        persons = {
            Seating.CENTER: {Side.CIRCLE: game.player},
            Seating.CIRCLE: {Side.CENTER: game.player},
            Seating.BOTH: {},
            Seating.WATCH: dict.fromkeys(Side, game.player),
        }[game.seating]
        seed = draw_seed() if game.seed is None else game.seed
        seats = {side: persons.get(side, PERSON) for side in Side}
        return self.play(Session(self.office, Match.new(scenario, seed, game.allegiances, seats, luck=game.luck)))

    def play(self, session: Session) -> Outcome:
        """Opens a game at the desk of whoever writes next."""
        self._tables = {}
        self.guide.attend(*self._company(session))
        return self._next(session)

    def _company(self, session: Session) -> tuple[Play | None, Teaching]:
        """What the guide needs to know of a game; nothing where two share the desk, or nobody sits at it."""
        match, name = session.match, session.match.scenario.catalogue.id
        if len(session.people) != 1:
            return None, Teaching()
        try:
            teaching = self.office.library.teaching(name)
        except ScenarioError:
            return None, Teaching()
        side = session.people[0]
        play = Play(
            scenario=name,
            side=side,
            seed=match.record().seed,
            turn=lambda: match.turn,
            orders=lambda: session.draft(side).orders,
            told=partial(_told, session, side),
        )
        return play, teaching

    # -- a turn

    def _next(self, session: Session) -> Outcome:
        """Whoever is to write: straight to the desk, or over the covered desk where two share it; or on with the turn."""
        if session.match.is_over():
            return Reset(self.verdict(session))
        side = session.writing
        if side is None:
            return self._resolve(session)
        if len(session.people) > 1:
            return Reset(self.handover(session, side, lambda: Reset(self.desk(session, side))))
        return Reset(self.desk(session, side))

    def desk(self, session: Session, side: Side) -> DeskScreen:
        """The desk of a side."""
        if side not in self._tables:
            self._tables[side] = Table(self.office.map_sheet)
        desk = DeskScreen(
            session.view(side),
            session.draft(side),
            self.office.faces,
            self._tables[side],
            self._actions(session, side),
            unread=partial(session.unread, side),
        )
        self._desks[side] = _worded(session, desk)
        return desk

    def _actions(self, session: Session, side: Side) -> DeskActions:
        return DeskActions(
            seal=partial(self._seal, session, side),
            map=partial(self._to_desk, side),
            rings=lambda: Push(self.rings(session, side)),
            log=lambda: Push(self.log(session, side)),
            archive=partial(self._open_archive, session, side),
            advice=partial(self._advise, session, side),
            look_up=partial(self._way_to, session, side),
            menu=lambda: Push(self.menu(session, side)),
            back=partial(self._behind_the_desk, session, side),
            glance=partial(self._glance, session),
        )

    def _behind_the_desk(self, session: Session, side: Side) -> Outcome:
        """What Esc finds when nothing lies open: the end of a lesson, else the menu."""
        if self.guide.is_teaching:
            return self.guide.ask_to_leave(self._side_name(side))
        return Push(self.menu(session, side))

    def _glance(self, session: Session) -> None:
        """Keeps what the desk looks like, for the next save."""
        session.picture = glance.take() if len(session.people) == 1 else None

    def _seal(self, session: Session, side: Side) -> Outcome:
        session.seal(side)
        return heard_with(self._next(session), Moment.SEALED)

    def _resolve(self, session: Session) -> Outcome:
        """Plays the turn out, once those of the computer's players who take their time have thought."""
        if not session.match.thinkers():
            return self._play_out(session, {})
        _, thinking = self.office.words, think_for(session.match, self.office.hands)
        done = partial(self._thought_out, session, thinking)
        if session.people:
            title, give_up, leave = (
                _("The other side is thinking"),
                partial(self._take_back, session, thinking),
                _("Take the orders back"),
            )
            return Push(ThinkingScreen(title, thinking, done=done, give_up=give_up, leave=leave))
        title, give_up, leave = _("Both sides are thinking"), partial(self._to_title, thinking), _("Leave the game")
        return Reset(ThinkingScreen(title, thinking, done=done, give_up=give_up, leave=leave, alone=True))

    def _thought_out(self, session: Session, thinking: Thinking[dict[Side, tuple[Order, ...]]]) -> Outcome:
        try:
            return self._play_out(session, thinking.answer())
        except PlayerError as error:
            return Replace(notice(self.office.words, self.office.words("The computer could not play"), str(error)))

    def _take_back(self, session: Session, thinking: Thinking[dict[Side, tuple[Order, ...]]]) -> Outcome:
        """Nobody waits: the orders sealed last lie on their desk again."""
        thinking.call_off()
        side = session.people[-1]
        session.match.unseal(side)
        return self._next(session)

    def _advise(self, session: Session, side: Side) -> Outcome:
        """What the computer would order in this side's place, from this side's view."""
        _, view = self._words(session), session.view(side)
        thinking = advise_for(view, self.office.hands)

        def give_up() -> Outcome:
            thinking.call_off()
            return Pop()

        def done() -> Outcome:
            try:
                advice = thinking.answer()
            except PlayerError as error:
                return Replace(notice(_, _("The computer could not play"), str(error)))
            return Replace(AdviceScreen(view, session.draft(side), advice, self._side_name(side)))

        return Push(ThinkingScreen(_("Taking counsel"), thinking, done=done, give_up=give_up, leave=_("Back to the desk")))

    def _play_out(self, session: Session, thought: dict[Side, tuple[Order, ...]]) -> Outcome:
        """Plays the turn out and shows the month to the first who sits here."""
        turn = session.match.turn
        try:
            session.resolve(thought)
        except PlayerError as error:
            return Push(notice(self.office.words, self.office.words("The computer could not play"), str(error)))
        sides = session.people or (session.watched,)
        return self._show_month(session, sides, turn)

    def _show_month(self, session: Session, sides: tuple[Side, ...], turn: int) -> Outcome:
        if not sides:
            return self._next(session)
        side, rest = sides[0], sides[1:]
        month = self.month(session, side, turn, lambda: self._show_month(session, rest, turn))
        if len(session.people) > 1:
            return Reset(self.handover(session, side, lambda: Reset(month)))
        return Reset(month)

    def month(self, session: Session, side: Side, turn: int, done: Action) -> MonthScreen:
        """The month as one side hears it."""
        view = session.view(side)
        month = month_of(view, session.telegrams(side), turn, self._words(session))
        look_up = partial(self._way_to, session, side)
        return _worded(session, MonthScreen(month, done, MonthMap(self.office.map_sheet, view).draw, look_up))

    # -- beside the desk

    def rings(self, session: Session, side: Side) -> RingsScreen:
        """The second board of a side. While nothing has happened everybody stays in the place that took long to find."""
        now = (session, side, session.match.turn, session.match.verdict)
        if self._board[0] != now:
            self._board = (now, {})
        rings = RingsScreen(
            session.view(side),
            session.draft(side),
            session.history(side),
            self.office.faces,
            order=partial(self._back_to_desk, side),
            draw_bar=partial(self._draw_bar, session, side, "rings"),
            look_up=partial(self._way_to, session, side),
            plans=self._board[1],
        )
        return _worded(session, rings)

    def log(self, session: Session, side: Side) -> LogScreen:
        """Everything that a side was told."""
        view = session.view(side)
        rows = log_rows(view, session.history(side), session.read_log(side), self._words(session))
        log = LogScreen(
            rows,
            self._side_name(side),
            partial(self._back_to_desk, side),
            look_up=partial(self._way_to, session, side),
        )
        return _worded(session, log)

    def archive_of(self, session: Session, side: Side, chosen: str = "") -> ArchiveScreen:
        """The archive as a side may read it while the game runs, open at whatever the desk calls by this id."""
        view, archive = session.view(side), self.office.archive
        seals = OPEN if session.match.is_over() else seals_for(view, session.match.scenario.setup.people)
        on_desk = frozenset(view.catalogue.places) | (frozenset(view.faces) - {view.catalogue.old_man})
        return ArchiveScreen(
            Shelves(archive, seals),
            self.office.faces,
            self._side_name(side),
            ref_named(archive, view, chosen) or ref_named(archive, view, OLD_MAN),
            show=partial(self._back_to_desk, side),
            shown=on_desk,
        )

    def _open_archive(self, session: Session, side: Side, chosen: str = "") -> Outcome:
        return self._if_there_is(partial(self.archive_of, session, side, chosen))

    def _if_there_is(self, archive: Callable[[], ArchiveScreen]) -> Outcome:
        """The archive, unless a mod has taken everything out of it."""
        if Shelves(self.office.archive).is_empty:
            return self._said(self.office.words("The archive is empty: a mod has taken all its entries away."))
        return Push(archive())

    def _way_to(self, session: Session, side: Side, chosen: str) -> Action | None:
        """The way to somebody's or some place's entry; nothing for invented people, who have none. Asked of the scenario, so
        that a sheet is drawn before the archive is read."""
        scenario = session.match.scenario
        known = chosen == OLD_MAN or chosen in scenario.setup.people or chosen in scenario.catalogue.places
        return partial(self._open_archive, session, side, chosen) if known else None

    def _back_to_desk(self, side: Side, chosen: str) -> Outcome:
        """To the desk, with somebody or some place chosen."""
        self._desks[side].choose(chosen)
        return self._to_desk(side)

    def _to_desk(self, side: Side) -> Outcome:
        return Reset(self._desks[side])

    def _draw_bar(self, session: Session, side: Side, here: str, canvas: Canvas) -> None:
        view, draft = session.view(side), session.draft(side)
        _ = canvas.words
        note = _("Turn {turn} of {turns}", turn=view.turn, turns=view.catalogue.turns)
        rows = meter_rows(view, draft, _)
        doors = ways(self._actions(session, side), _, here=here, unread=session.unread(side))
        draw_bar(canvas, lay_out(canvas, column_open=True).bar, self._side_name(side), month_words(view), note, rows, doors)

    def _words(self, session: Session) -> Words:
        """The interface's words, with those of the scenario that is played."""
        return self.office.words.within(session.match.scenario.catalogue.wording)

    def _side_name(self, side: Side) -> SideName:
        return "center" if side is Side.CENTER else "circle"

    # -- the covered desk, the menu, the saves

    def handover(self, session: Session, side: Side, lift: Action) -> HandoverScreen:
        """The desk under its cover, until the next side lifts it."""
        catalogue = session.match.scenario.catalogue
        names = {Side.CENTER: catalogue.sides.center, Side.CIRCLE: catalogue.sides.circle}
        model = Handover(
            next_side=self._side_name(side),
            next_name=names[side],
            other_name=names[side.other],
            month=month_words(session.view(side)),
            note=self._words(session)("Turn {turn} of {turns}", turn=session.match.turn, turns=catalogue.turns),
            sealed=session.match.is_sealed(side.other),
        )
        return _worded(session, HandoverScreen(model, lift=lift, menu=partial(self._open_menu, session)))

    def _open_menu(self, session: Session) -> Outcome:
        return Push(self.menu(session))

    def menu(self, session: Session, side: Side | None = None) -> MenuScreen:
        """What can be done beside playing; over the covered desk nobody's side shows."""
        if side is not None:
            self._glance(session)
        catalogue = session.match.scenario.catalogue
        name = self._side_name(side or Side.CENTER)
        actions = MenuActions(
            resume=Pop,
            save=lambda: Push(self.save_game(session, name)),
            load=lambda: Push(self.load_game(name)),
            lesson=partial(self._lesson, session, side) if side is not None and self.guide.has_lesson else None,
            settings=lambda: Push(self.settings(name)),
            leave=partial(self._leave, session, self._to_title),
            quit=partial(self._leave, session, Quit),
        )
        month = catalogue.first_day(session.match.turn).strftime("%B %Y")
        return MenuScreen(actions, catalogue.title, month, self._side_name(side) if side else None)

    def _lesson(self, session: Session, side: Side) -> Outcome:
        """Goes on with the lesson that was left, or begins it anew in another game."""
        _, name = self.office.words, session.match.scenario.catalogue.id
        anew = partial(self._leave, session, partial(self.take_lesson, name, side))
        choices = [Choice(words=_("Begin again"), action=anew, kind=self._side_name(side)), Choice(words=_("Go back"))]
        if self.guide.is_teaching:
            choices.insert(0, Choice(words=_("Leave the lesson"), action=self._without_lesson))
        elif self.guide.where_it_was_left:
            choices.insert(0, Choice(words=_("Go on with it"), action=self._with_lesson))
        body = _("Begun again, the lesson opens a game of its own; this one is saved.")
        return Replace(Dialog(_("Lesson"), body, choices))

    def _without_lesson(self) -> Outcome:
        self.guide.leave()
        return Stay()

    def _with_lesson(self) -> Outcome:
        self.guide.begin(self.guide.where_it_was_left)
        return Stay()

    def _leave(self, session: Session, away: Action) -> Outcome:
        """Saves and goes; says so first if the save fails."""
        problem = session.save(AUTOSAVE)
        if not problem:
            return away()
        words = self.office.words
        return Push(confirm(words, words("The game could not be saved"), problem, words("Leave anyway"), away))

    def save_game(self, session: Session, side: SideName) -> SavesScreen:
        """Saves the game under a name."""
        catalogue = session.match.scenario.catalogue
        name = f"{catalogue.title}, {catalogue.first_day(session.match.turn).strftime('%B %Y')}"
        return SavesScreen(
            self._saves,
            open=self._open_entry,
            delete=self._delete_save,
            save=partial(self._save_as, session),
            picture=glance.find,
            name=name,
            side=side,
        )

    def load_game(self, side: SideName = "center") -> SavesScreen:
        """Opens a saved game."""
        return SavesScreen(self._saves, open=self._open_entry, delete=self._delete_save, side=side, picture=glance.find)

    def _saves(self) -> tuple[SaveEntry, ...]:
        return list_saves(self.office.saves)

    def _save_as(self, session: Session, name: str) -> Outcome:
        return heard_with(self._said(session.save(name)), Moment.SAVED)  # a refusal has a sound of its own

    def _delete_save(self, entry: SaveEntry) -> Outcome:
        try:
            delete_save(entry.path)
            glance.keep(None, entry.path)
        except SaveError as error:
            return self._said(str(error))
        return Stay()

    def _open_entry(self, entry: SaveEntry) -> Outcome:
        return self.open_save(entry.path)

    def open_save(self, path: Path) -> Outcome:
        """Opens a save with the scenario as it is today, and says so where it has changed or a backup had to do."""
        try:
            loaded = load_save(path)
            scenario = self.office.library.scenario(loaded.record.scenario)
            opened = self.play(Session(self.office, resume(scenario, loaded)))
        except (SaveError, ScenarioError) as error:
            return self._said(str(error).splitlines()[0])
        warning = loaded.warning
        if not warning and loaded.header.fingerprint != scenario.fingerprint:
            warning = self.office.words(
                "The scenario's files have changed since this game was saved. It goes on with the new ones."
            )
        if warning and isinstance(opened, Reset):
            return Push(
                Dialog(
                    self.office.words("The game was opened"),
                    warning,
                    (Choice(words=self.office.words("Go on"), action=lambda: opened),),
                )
            )
        return opened

    def _said(self, problem: str) -> Outcome:
        if not problem:
            return Stay()
        return Push(notice(self.office.words, self.office.words("That did not work"), problem), heard=Moment.REFUSED)

    def verdict(self, session: Session) -> VerdictScreen:
        """How it ended."""
        match = session.match
        sheet = verdict_sheet(match.scenario, match.truth(), self._words(session))
        return _worded(session, VerdictScreen(sheet, self.office.faces, self._to_title))

    def _to_title(self, thinking: Thinking[dict[Side, tuple[Order, ...]]] | None = None) -> Outcome:
        if thinking is not None:
            thinking.call_off()
        self.office.hands.close()
        return Reset(self.title())


def _worded(session: Session, screen: _Shown) -> _Shown:
    """The screen, speaking as the scenario does that is played on it."""
    screen.wording = session.match.scenario.catalogue.wording
    return screen


def _told(session: Session, side: Side) -> frozenset[str]:
    """The scenario's events of which a side has been told."""
    kinds = (EventKind.TOLD, EventKind.HEADLINE)
    return frozenset(event.operation for event in session.history(side) if event.kind in kinds)


def findings_screen(entry: Entry) -> FindingsScreen:
    """What is wrong with a scenario."""
    return FindingsScreen(entry.title or entry.id, [shown_finding(finding) for finding in entry.findings])


def shown_finding(finding: Finding) -> ShownFinding:
    """A finding as the error panel shows it."""
    return ShownFinding(
        headline=finding.message,
        file=finding.file,
        line=finding.line or None,
        column=finding.column or None,
        error=finding.severity is Severity.ERROR,
        hint=finding.hint,
    )
