"""The way to letters and back: a game by mail begins, its letters go out and are read, from its desk or from the title."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import pygame

from game.match.letters import Letter, LetterError, list_letters, read_letter, write_letter
from game.match.mail import MailGame, accept, invite, read, write
from game.match.papers import Papers
from game.match.save_file import Loaded, SaveError, rules_in
from game.match.saves import list_saves, load_save, resume
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.setup import Allegiances
from game.scenario import ScenarioError
from game.ui.presenters.letters import LetterRow, fairness_words, letter_rows, standing_words
from game.ui.screen import Action, Outcome, Pop, Push, Reset
from game.ui.screens.dialog import Choice, Dialog
from game.ui.screens.letters import LettersModel, LettersScreen
from game.ui.session import Session, draw_seed, new_name
from game.ui.sharing import side_name
from game.ui.stage import Stage


class Post:
    """The letters of one window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office

    # -- pages

    def start(self, scenario: Scenario, side: Side, allegiances: Allegiances) -> Outcome:
        """Begins a game by mail: the invitation is there at once."""
        session = self.session_of(invite(scenario, side, draw_seed(), allegiances, new_name()))
        opened = self._stage.play(session)
        session.autosave()
        on = partial(Reset, self.letters(session)) if isinstance(opened, Reset) else lambda: opened
        return self._stage.once_saved(session, on)

    def letters(self, session: Session) -> LettersScreen:
        """The letters of a game."""
        mail = session.mail
        assert mail is not None

        def game() -> MailGame:
            now = session.mail
            assert now is not None
            return now

        screen = LettersScreen(
            lambda: self._model(game()),
            lambda: self._rows(game()),
            side_name(mail.side),
            read=lambda path: self._read(session, path, screen.look_again),
            copy=_copy,
            leave=partial(self._on, session),
            back=partial(self._on, session),
        )
        return screen

    def letters_from_title(self) -> LettersScreen:
        """The letters that lie there, for whoever has opened no game: each belongs to one, or invites to one."""
        _ = self._office.words

        def model() -> LettersModel:
            return LettersModel(
                standing=_("Read a letter to go on with its game, or an invitation to begin one."),
                out=None,
                folder=self._office.letters,
                fairness=fairness_words(_),
                on=_("Back"),
            )

        return LettersScreen(model, lambda: self._rows(None), "center", read=self.open_letter, copy=_copy, leave=Pop, back=Pop)

    def _model(self, game: MailGame) -> LettersModel:
        _ = self._office.words
        out: Path | None = None
        standing = standing_words(game, _)
        header, body = write(game)
        if body.commitment or body.reveals or body.terms is not None:
            try:
                out = write_letter(self._office.letters / "out", header, body)
            except LetterError as wrong:
                standing = str(wrong)
        on = _("To the title") if game.match.is_sealed(game.side) else _("To the desk")
        if game.match.is_over():
            on = _("To the verdict")
        return LettersModel(standing=standing, out=out, folder=self._office.letters, fairness=fairness_words(_), on=on)

    def _rows(self, game: MailGame | None) -> tuple[LetterRow, ...]:
        folder = self._office.letters
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        return letter_rows(list_letters(folder), game, self._office.words)

    def _on(self, session: Session) -> Outcome:
        """From the letters to where there is something to do: the desk, the verdict; nowhere while one waits."""
        game = session.mail
        assert game is not None
        if not game.match.is_over() and game.match.is_sealed(game.side):
            session.autosave()
            return self._stage.once_saved(session, self._stage.to_title)
        return self._stage.go_on(session)

    # -- reading

    def _read(self, session: Session, path: Path, show: Action) -> Outcome:
        """Reads a letter of the game that is open, and shows the letters where no turn could be played out with it."""
        game = session.mail
        assert game is not None
        turn = session.resolved
        try:
            session.take(read(game, read_letter(path)))
        except LetterError as wrong:
            return self._stage.said(str(wrong))
        session.autosave()
        on = partial(self._stage.go_on, session) if session.resolved > turn else show
        return self._stage.once_saved(session, on)

    def take_letter(self, session: Session, path: Path) -> Outcome:
        """Reads a letter that was dropped onto an open game: in this game if it is of it, else in its own."""
        try:
            own = session.mail is not None and read_letter(path).header.game == session.papers.game
        except LetterError as wrong:
            return self._stage.said(str(wrong))
        if not own:
            return self.open_letter(path)
        return self._read(session, path, lambda: Reset(self.letters(session)))

    def open_letter(self, path: Path) -> Outcome:
        """Reads a letter from the title: goes on with the game it belongs to, or begins the one to which it invites."""
        try:
            letter = read_letter(path)
            loaded = self._save_of(letter)
            if loaded is None:
                return self._accept(letter)
            session = self._resumed(loaded)
            game = session.mail
            if game is None:
                raise LetterError("the game that this letter belongs to is not played by mail here")
            session.take(read(game, letter))
        except (LetterError, SaveError) as wrong:
            return self._stage.said(str(wrong))
        return self._opened(session)

    def _accept(self, letter: Letter) -> Outcome:
        terms = letter.body.terms
        try:
            name = terms.scenario if terms is not None else letter.header.scenario
            session = self.session_of(accept(self._office.library.scenario(name), letter))
        except ScenarioError:
            name = letter.header.scenario[:60]
            raise LetterError(
                f"the scenario {name} of this letter is not here: get it as the other player has it, then read the letter again"
            ) from None
        _ = self._office.words
        called = session.match.scenario.catalogue.sides
        side = called.center if session.people[0] is Side.CENTER else called.circle
        begin = Choice(words=_("Play"), action=partial(self._opened, session), kind=side_name(session.people[0]))
        title = _("An invitation to “{title}”", title=session.match.scenario.catalogue.title)
        body = _("You play the {side}.", side=side) + " " + fairness_words(_)
        return Push(Dialog(title, body, (begin, Choice(words=_("Go back")))))

    def _opened(self, session: Session) -> Outcome:
        opened = self._stage.play(session)
        session.autosave()
        return self._stage.once_saved(session, lambda: opened)

    def _save_of(self, letter: Letter) -> Loaded | None:
        """The newest save of the game that a letter belongs to."""
        for entry in list_saves(self._office.saves):
            header = entry.header or entry.rescue
            if header is not None and header.game == letter.header.game:
                return load_save(entry.path)
        return None

    def _resumed(self, loaded: Loaded) -> Session:
        """The game of a save by the rules it was begun with: both machines must keep to them."""
        try:
            scenario = self._office.library.scenario(loaded.record.scenario)
        except ScenarioError:
            scenario = None
        if scenario is None or scenario.fingerprint != loaded.header.fingerprint:
            scenario = rules_in(loaded) or scenario
        if scenario is None:
            raise LetterError(f"the scenario {loaded.record.scenario} is not here")
        return Session(self._office, resume(scenario, loaded), loaded.papers, loaded.rules, loaded.header.name)

    def session_of(self, game: MailGame) -> Session:
        """A game by mail with its desk."""
        return Session(self._office, game.match, Papers(game=game.mail.game, mail=game.mail))


def _copy(words: str) -> None:
    """To the clipboard, where there is one."""
    with suppress(pygame.error):
        pygame.scrap.put_text(words)
