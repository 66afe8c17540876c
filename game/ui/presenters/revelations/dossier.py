"""The whole of a finished game in words, a moment at a time: made when it is first asked for, and kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from game.match.chronicle import Chronicle
from game.match.testimony import Testimony, testimonies
from game.rules.nouns import Side
from game.scenario.archive import Archive
from game.ui.map.model import MapModel
from game.ui.presenters.revelations.curves import ChartSheet, charts_of
from game.ui.presenters.revelations.files import Files, files_of
from game.ui.presenters.revelations.hinges import HingeLine, gist, hinge_lines
from game.ui.presenters.revelations.history import PastLine, past_of, past_of_all
from game.ui.presenters.revelations.knowledge import Knowledge, knowledge_of
from game.ui.presenters.revelations.marks import marks_of
from game.ui.presenters.revelations.names import TrueNames, when
from game.ui.presenters.revelations.rolls import Roll, rolls_of
from game.ui.presenters.revelations.telegrams import telegrams_of
from game.ui.presenters.verdict import VerdictSheet, verdict_sheet
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay:
    """The Old Man in one house: from which moment to which, the last one counted."""

    place: str
    first: int
    last: int


class Dossier:
    """One finished game, its secrets open; `words` are the interface's, as the scenario has them."""

    def __init__(self, chronicle: Chronicle, archive: Archive, words: Words) -> None:
        self.chronicle, self.archive, self.words = chronicle, archive, words
        self.names = TrueNames(chronicle.scenario, chronicle.latest(self.last))
        self._files: dict[int, Files] = {}
        self._knowledge: dict[int, Knowledge | None] = {}
        self._rolls: dict[int, tuple[Roll, ...]] = {}
        self._marks: dict[int, MapModel] = {}
        self._past: dict[int, tuple[PastLine, ...]] = {}

    @property
    def title(self) -> str:
        """What was played, and when."""
        catalogue = self.chronicle.scenario.catalogue
        return f"{catalogue.title}, {catalogue.subtitle}"

    @property
    def last(self) -> int:
        """The last moment: the end."""
        return self.chronicle.turns + 1

    @cached_property
    def verdict(self) -> VerdictSheet | None:
        """How it ended; nothing where today's rules do not lead to the end any more."""
        end = self.chronicle.state(self.last)
        if end is None or not end.is_over():
            return None
        return verdict_sheet(self.chronicle.scenario, end, self.words, self.chronicle.record.events())

    @cached_property
    def testimonies(self) -> tuple[Testimony, ...]:
        """What those who came through it tell; nothing where today's rules do not lead to the end any more."""
        chronicle = self.chronicle
        if chronicle.divergence is not None:
            return ()
        return testimonies(chronicle.scenario, chronicle.record, chronicle.states)

    @property
    def about_testimonies(self) -> str:
        """What must be said before any of them is read."""
        _ = self.words
        return _(
            "Told years afterwards, of what happened in this game. None of it was ever said by the real people of these names."
        )

    def prepare(self) -> Iterator[None]:
        """Works out what takes longest, piece by piece, so that no page waits for it later."""
        for longest in ("verdict", "charts", "stays", "hinges", "testimonies"):
            yield
            getattr(self, longest)

    @cached_property
    def charts(self) -> tuple[ChartSheet, ...]:
        """How the numbers went."""
        return charts_of(self.chronicle, self.names, self.words)

    @cached_property
    def hinges(self) -> tuple[HingeLine, ...]:
        """On what it hung."""
        return hinge_lines(self.chronicle, self.names, self.words)

    @cached_property
    def stays(self) -> tuple[Stay, ...]:
        """The houses in which the Old Man lived, one after the other."""
        stays: list[Stay] = []
        for moment, state in enumerate(self.chronicle.states, 1):
            place = self.names.place(state.circle.seat)
            if stays and stays[-1].place == place:
                stays[-1] = Stay(place=place, first=stays[-1].first, last=moment)
            else:
                stays.append(Stay(place=place, first=moment, last=moment))
        return tuple(stays)

    @cached_property
    def whole_past(self) -> tuple[PastLine, ...]:
        """How history went from the first month to the last."""
        return past_of_all(self.chronicle, self.archive, self.words)

    @cached_property
    def caution(self) -> str:
        """What must be said where today's rules lead elsewhere than the record; nothing where they agree."""
        if self.chronicle.divergence is None:
            return ""
        known = len(self.chronicle.states)
        _ = self.words
        if not known:
            return _("The rules have changed since this game was played. Only its orders and what was told can be shown.")
        return _(
            "The rules have changed since this game was played. From {when} on only its orders and what was told can be shown.",
            when=when(self.chronicle, known, self.words),
        )

    def date(self, moment: int) -> str:
        """The month of a moment; the end is said to be one."""
        if moment == self.last:
            return self.words("The end, {when}", when=when(self.chronicle, moment, self.words))
        return when(self.chronicle, moment, self.words)

    def served(self, person: str) -> Literal["center", "circle", ""]:
        """Whom somebody served in the end; nobody, for somebody of neither side."""
        end = self.chronicle.latest(self.last)
        if end is None:
            return ""
        return "center" if person in end.center.agents else "circle" if person in end.circle.members else ""

    def hinge(self, turn: int) -> HingeLine | None:
        """The hinge of a turn, if it was one."""
        return next((line for line in self.hinges if line.turn == turn), None)

    def gist(self, moment: int) -> str:
        """What there is to say of a moment in a sentence: how it ended, on what it hung, or what weighed most."""
        if moment == self.last:
            return self.verdict.title if self.verdict is not None else ""
        hinge = self.hinge(moment)
        return f"{hinge.words} {hinge.swing}." if hinge is not None else gist(self.chronicle, moment, self.names, self.words)

    def files(self, moment: int) -> Files:
        """Both sides' secrets."""
        if moment not in self._files:
            self._files[moment] = files_of(self.chronicle, moment, self.names, self.words)
        return self._files[moment]

    def knowledge(self, moment: int) -> Knowledge | None:
        """What each side knew against what was so; nothing where that is not known."""
        if moment not in self._knowledge:
            self._knowledge[moment] = knowledge_of(self.chronicle, moment, self.names, self.words)
        return self._knowledge[moment]

    def rolled(self, moment: int) -> int:
        """The turn whose rolls are shown at a moment: at the end, when none fall any more, those that led to it."""
        return min(moment, self.chronicle.turns)

    def rolls(self, moment: int) -> tuple[Roll, ...]:
        """Every roll of a turn; none at the end."""
        if moment not in self._rolls:
            self._rolls[moment] = rolls_of(self.chronicle, moment, self.names, self.words)
        return self._rolls[moment]

    def marks(self, moment: int) -> MapModel:
        """The map."""
        if moment not in self._marks:
            self._marks[moment] = marks_of(self.chronicle, moment, self.names, self.words)
        return self._marks[moment]

    def past(self, moment: int) -> tuple[PastLine, ...]:
        """How history went in the same days."""
        if moment not in self._past:
            self._past[moment] = past_of(self.chronicle, self.archive, moment, self.words)
        return self._past[moment]

    def telegrams(self, turn: int, side: Side) -> tuple[str, ...]:
        """What a side read in a turn."""
        return telegrams_of(self.chronicle, turn, side, self.names)
