"""The way to saves and records and back: saving, opening, and what to do when files have changed since."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from game.match.newest import SUFFIX
from game.match.records import ReadRecord, RecordError, read_record
from game.match.save_file import Loaded, SaveError, rules_in
from game.match.saves import SaveEntry, delete_save, list_records, list_saves, load_save, resume, save_match
from game.match.soundness import find_stranger
from game.match.story import story_of
from game.rules.definitions import Scenario
from game.scenario import ScenarioError
from game.ui import glance
from game.ui.moments import Moment
from game.ui.presenters.dates import opening_words
from game.ui.screen import Action, Outcome, Pop, Push, Reset, Stay
from game.ui.screens.dialog import Choice, Dialog
from game.ui.screens.record import RecordScreen
from game.ui.screens.saves import SavesScreen
from game.ui.session import Session
from game.ui.stage import Stage
from game.ui.theme import SideName
from game.ui.trouble import not_saved


class Keeping:
    """Saves and records of one window."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._office = stage, stage.office

    # -- the lists

    def save_game(self, session: Session, side: SideName) -> SavesScreen:
        """Saves the game under a name."""
        catalogue = session.match.scenario.catalogue
        name = f"{catalogue.title}, {opening_words(catalogue, session.match.turn, '%B %Y', session.words)}"
        return SavesScreen(
            self._saves,
            open=self._open_entry,
            delete=self._delete,
            save=partial(self._save_as, session),
            picture=glance.find,
            name=name,
            side=side,
        )

    def load_game(self, side: SideName = "center") -> SavesScreen:
        """Opens a saved game, or its record."""
        return SavesScreen(
            lambda: (*self._saves(), *list_records(self._office.saves)),
            open=self._open_entry,
            delete=self._delete,
            record=self._record_of,
            letters=self._stage.open_letters,
            side=side,
            picture=glance.find,
        )

    def _saves(self) -> tuple[SaveEntry, ...]:
        return list_saves(self._office.saves)

    def _save_as(self, session: Session, name: str) -> Outcome:
        problem, words = session.save(name), self._office.words
        if not problem:
            return Stay(heard=Moment.SAVED)
        return Push(not_saved(words, problem, (Choice(words=words("Close"), kind="ink"),)), heard=Moment.REFUSED)

    def _delete(self, entry: SaveEntry) -> Outcome:
        try:
            delete_save(entry.path)
            glance.keep(None, entry.path)
        except SaveError as error:
            return self._stage.said(str(error))
        return Stay()

    def _open_entry(self, entry: SaveEntry) -> Outcome:
        return self.open_file(entry.path)

    def _record_of(self, entry: SaveEntry) -> Outcome:
        return self.open_record(entry.path)

    # -- opening

    def open_file(self, path: Path) -> Outcome:
        """Opens a save, or a record of a game."""
        if path.name.endswith(SUFFIX):
            return self.open_save(path)
        if path.suffix == ".json" or SUFFIX in path.suffixes:
            return self.open_record(path)
        _ = self._office.words
        kinds = _("The game opens saved games (.utka), records (.json) and letters of games by mail (.utkamail).")
        return self._stage.said(_("{name} is none of its files.", name=path.name) + " " + kinds)

    def open_save(self, path: Path) -> Outcome:
        """Opens a save; where the scenario's files have changed since, asks how to go on."""
        try:
            loaded = load_save(path)
        except SaveError as error:
            return self._stage.said(str(error))
        today = self._scenario(loaded.record.scenario)
        if today is None or today.fingerprint != loaded.header.fingerprint:
            return Push(self.changed(loaded, today))
        opened = self._open(loaded, today, loaded.rules)
        if loaded.warning and isinstance(opened, Reset):
            _ = self._office.words
            return Push(Dialog(_("The game was opened"), loaded.warning, (Choice(words=_("Go on"), action=lambda: opened),)))
        return opened

    def _newer(self, loaded: Loaded) -> SaveEntry | None:
        """A newer save of the same game by mail, in which orders may be sealed that the other side already holds."""
        if loaded.papers.mail is None:
            return None
        for entry in self._saves():
            if entry.path != loaded.path and entry.header is not None and entry.header.game == loaded.header.game:
                return entry if entry.header.saved > loaded.header.saved else None
        return None

    def _asked(self, loaded: Loaded, scenario: Scenario, newer: SaveEntry) -> Dialog:
        """Asks which of two saves of a game by mail is meant: orders that were sent cannot be written anew."""
        _ = self._office.words
        body = _(
            "A game by mail goes on from its latest letters: the other player’s machine refuses orders that are not those"
            " you have sent. Open an older one only if you have agreed to go back; the newer is then kept under a name"
            " of its own."
        )
        choices = (
            Choice(words=_("Open the newer save"), action=partial(self.open_save, newer.path), kind="ink"),
            Choice(words=_("Go back to this one"), action=partial(self._go_back, loaded, scenario, newer)),
            Choice(words=_("Cancel")),
        )
        return Dialog(_("There is a newer save of this game"), body, choices)

    def _go_back(self, loaded: Loaded, scenario: Scenario, newer: SaveEntry) -> Outcome:
        """Opens an older save of a game by mail, the newer one kept where nothing is saved over it."""
        _ = self._office.words
        try:
            kept = load_save(newer.path)
            name = _("{title}, set aside in turn {turn}", title=kept.record.title, turn=kept.header.turn)
            save_match(self._office.saves, name, resume(scenario, kept), kept.header.saved, kept.papers, kept.rules)
        except SaveError as error:
            return self._stage.said(str(error))
        return self._play(loaded, scenario, loaded.rules)

    def open_record(self, path: Path) -> Outcome:
        """Shows the record in a file turn by turn, by whatever rules it can be told."""
        try:
            read = read_record(path)
            return Push(self.record(read))
        except (RecordError, SaveError) as error:
            return self._stage.said(str(error).splitlines()[0])

    def record(self, read: ReadRecord, leave: Action = Pop) -> RecordScreen:
        """A record as it may be read.

        Raises:
            SaveError: there are no rules to tell it by.
        """
        return RecordScreen(story_of(read, self._scenario(read.record.scenario)), leave)

    def changed(self, loaded: Loaded, today: Scenario | None) -> Dialog:
        """Asks how to go on with a save whose scenario is not what it was; offers what is possible."""
        _ = self._office.words
        title = loaded.record.title
        if today is None:
            said = [_("The scenario of “{title}” is not here any more, or has mistakes in its files.", title=title)]
        else:
            said = [_("The files of “{title}” have changed since this game was saved.", title=title)]
        if loaded.header.mods:
            said.append(_("Mods in it then: {mods}.", mods=", ".join(mod for mod, _hash in loaded.header.mods)))
        choices = []
        try:
            kept = rules_in(loaded)
            if kept is not None:
                action = partial(self._open, loaded, kept, loaded.rules)
                choices.append(Choice(words=_("Go on with the rules as saved"), action=action, kind="ink"))
            else:
                said.append(_("The save is too old to hold the rules that it was played by."))
        except SaveError as error:
            said.append(f"{error}.")
        stranger = "" if today is None else find_stranger(today, loaded.snapshot)
        if loaded.papers.mail is not None:
            said.append(_("A game by mail goes on by the rules that it was begun with."))
        elif today is not None and not stranger:
            choices.append(Choice(words=_("Go on with the new rules"), action=partial(self._open, loaded, today, "")))
        elif stranger:
            said.append(_("It cannot go on with the new rules, which do not know {what}.", what=stranger))
        choices.append(Choice(words=_("Look at the record"), action=partial(self.open_record, loaded.path)))
        choices.append(Choice(words=_("Go back")))
        said += [loaded.warning] if loaded.warning else []
        return Dialog(_("The rules have changed"), " ".join(said), choices)

    def _open(self, loaded: Loaded, scenario: Scenario, rules: str) -> Outcome:
        newer = self._newer(loaded)
        return self._play(loaded, scenario, rules) if newer is None else Push(self._asked(loaded, scenario, newer))

    def _play(self, loaded: Loaded, scenario: Scenario, rules: str) -> Outcome:
        papers = replace(loaded.papers, game="") if self._is_overtaken(loaded) else loaded.papers
        try:
            return self._stage.play(Session(self._office, resume(scenario, loaded), papers, rules, loaded.header.name))
        except SaveError as error:
            return self._stage.said(str(error))

    def _is_overtaken(self, loaded: Loaded) -> bool:
        """Whether the same game has been played further in another save, which would be saved over, or meanwhile in this very
        one. Who goes back to an earlier
        one begins another game with it; a game by mail is one for both who play it."""
        if loaded.papers.mail is not None or not loaded.header.game:
            return False
        headers = (entry.header for entry in self._saves() if entry.header is not None)
        return any(
            header.game == loaded.header.game and (header.turn, header.over) > (loaded.header.turn, loaded.header.over)
            for header in headers
        )

    def _scenario(self, name: str) -> Scenario | None:
        """The scenario as it is today, if it is there and can be played."""
        try:
            return self._office.library.scenario(name)
        except ScenarioError:
            return None
