"""What the player keeps of a finished game: which file, what if there is one already, and the writing of it."""

from functools import partial
from pathlib import Path
from typing import Literal

from game.scenario.steps import Work
from game.ui.export.figures import file_stem
from game.ui.export.page import PageError, page_of
from game.ui.export.poster import Poster, PosterError, save_poster
from game.ui.office import Office
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.screen import Outcome, Pop, Push, Replace
from game.ui.screens.dialog import Choice, Dialog, notice
from game.ui.screens.working import WorkScreen
from game.ui.theme import Theme
from game.ui.words import Words

Form = Literal["html", "png"]
Written = Path | str
"""The file that was written, or in a line why there is none."""


def write_page(dossier: Dossier, office: Office, path: Path) -> Work[Written]:
    """Writes the page; one piece of work."""
    yield 0, 1
    try:
        page = page_of(dossier, office.assets, office.gallery, office.cities)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8", newline="\n")
    except PageError as wrong:
        return str(wrong)
    except OSError as wrong:
        return _unwritten(path, wrong)
    return path


def write_poster(dossier: Dossier, office: Office, theme: Theme, path: Path) -> Work[Written]:
    """Draws the poster and writes it."""
    yield 0, 100
    try:
        poster = Poster(dossier, theme, office.assets, office.faces, office.new_map())
        surface = yield from poster.work()
        yield from save_poster(surface, path)
    except PosterError as wrong:
        return str(wrong)
    except OSError as wrong:
        return _unwritten(path, wrong)
    return path


def _unwritten(path: Path, wrong: OSError) -> str:
    return f"{path} cannot be written: {wrong.strerror or wrong}"


class Keeping:
    """Leads from the wish to keep a game to the files. `theme` gives the colours and letters of the poster."""

    def __init__(self, office: Office, dossier: Dossier, theme: Theme) -> None:
        self._office, self._dossier, self._theme = office, dossier, theme

    def ask(self) -> Outcome:
        """As what it is to be kept."""
        _ = self._office.words
        body = _("Everything is revealed in it. It is written to {folder}.", folder=self._office.kept)
        choices = (
            Choice(words=_("A page"), action=partial(self.keep, "html"), key="1", kind="ink"),
            Choice(words=_("A poster"), action=partial(self.keep, "png"), key="2", kind="ink"),
            Choice(words=_("Go back")),
        )
        return Push(Dialog(_("Keep this game"), body, choices))

    def keep(self, form: Form) -> Outcome:
        """Writes it, after asking where there is such a file already."""
        path = self._office.kept / f"{file_stem(self._dossier)}.{form}"
        if not path.exists():
            return self._write(form, path)
        _ = self._office.words
        choices = (
            Choice(words=_("Keep both"), action=partial(self._write, form, free_name(path)), kind="ink"),
            Choice(words=_("Replace it"), action=partial(self._write, form, path)),
            Choice(words=_("Go back")),
        )
        return Push(Dialog(_("There is such a file already"), str(path), choices))

    def _write(self, form: Form, path: Path) -> Outcome:
        dossier, office = self._dossier, self._office
        work = write_page(dossier, office, path) if form == "html" else write_poster(dossier, office, self._theme, path)
        return Push(WorkScreen(work, self._written, Pop, _title, _note))

    def _written(self, written: Written) -> Outcome:
        _ = self._office.words
        if isinstance(written, str):
            return Replace(notice(_, _("That did not work"), written))
        return Replace(notice(_, _("It is kept"), str(written)))


def free_name(path: Path) -> Path:
    """The same name with the first number behind it that makes it new."""
    number = 2
    while (wanted := path.with_stem(f"{path.stem}-{number}")).exists():
        number += 1
    return wanted


def _title(_: Words) -> str:
    return _("Being written down")


def _note(_: Words, done: int, whole: int) -> str:
    return _("{done} of {all}", done=done, all=whole)
