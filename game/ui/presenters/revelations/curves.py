"""How the numbers of a game went, as charts: one value for every moment, and none where the true state is not known."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Literal

from game.match.chronicle import Chronicle
from game.rules.state import GameState
from game.ui.presenters.people import hunted_words, is_in_play
from game.ui.presenters.revelations.inside import ever_inside
from game.ui.presenters.revelations.names import TrueNames
from game.ui.words import Words

Side = Literal["center", "circle", "ink"]
DASHES: tuple[tuple[int, int], ...] = ((0, 0), (9, 5), (3, 4), (14, 4))
"""How curves are dashed, so much on and so much off; the first is whole."""
MOST_DOUBTED = 3
"""So many innocents' doubts are drawn beside those of the moles."""
MOST_MOLES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """One line of a chart: whose it is, and its value at every moment."""

    name: str
    side: Side
    values: tuple[float | None, ...]
    unit: str = ""

    def at(self, moment: int) -> float | None:
        """The value at a moment, counted from 1."""
        return self.values[moment - 1] if 1 <= moment <= len(self.values) else None

    def words_at(self, moment: int) -> str:
        """The value as it is read; a dash where there is none."""
        value = self.at(moment)
        return "–" if value is None else f"{round(value)}{self.unit}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartSheet:
    """Some curves on one scale, which goes from 0 to `most`; `about` explains it."""

    id: str
    title: str
    most: float
    curves: tuple[Curve, ...]
    about: str = ""

    @property
    def dashes(self) -> tuple[tuple[int, int], ...]:
        """How each curve is dashed, wherever the chart is drawn: curves of one side are told apart by it, and none of the
        Center's is whole."""
        sides = [curve.side for curve in self.curves]
        numbers = [sides[:index].count(side) + (side == "center") for index, side in enumerate(sides)]
        return tuple(DASHES[number % len(DASHES)] for number in numbers)


def charts_of(chronicle: Chronicle, names: TrueNames, _: Words) -> tuple[ChartSheet, ...]:
    """The charts of a game: the chance, the meters of both sides, and the doubts; none whose curves stay where they are, as the
    security of a house without walls does."""
    catalogue, bounds = names.catalogue, names.catalogue.numbers.bounds
    hunted = hunted_words(catalogue, _)
    caps = [place.security_cap for place in catalogue.places.values()]
    charts = [
        _single("chance", _("{center}’s chance", center=catalogue.sides.center), 100, "ink", _chances(chronicle), "%",
                about=_("An estimate of how likely the Center was to win, as things truly stood.")),
        _single("paranoia", _("Moscow’s paranoia"), bounds.paranoia, "center", _read(chronicle, _paranoia)),
        ChartSheet(
            id="track", title=_("Track of {hunted}", hunted=hunted), most=bounds.track,
            curves=(
                Curve(name=_("as it was"), side="ink", values=_read(chronicle, _true_track)),
                Curve(name=_("as the Center counted it"), side="center", values=_read(chronicle, _track)),
            ),
        ),
        _single("influence", _("The Circle’s influence"), bounds.influence, "circle", _read(chronicle, _influence)),
        _single("security", _("Security of the seat"), max(caps, default=10) or 10, "circle", _read(chronicle, _security)),
    ]  # fmt: skip
    if catalogue.has_strikes:
        charts.insert(3, _single("preparation", _("Preparation"), bounds.preparation, "center", _read(chronicle, _preparation)))
    return tuple(chart for chart in (*charts, *_doubts(chronicle, names, _)) if any(map(_moves, chart.curves)))


def _moves(curve: Curve) -> bool:
    return len({value for value in curve.values if value is not None}) > 1


def _single(
    id_: str, title: str, most: float, side: Side, values: tuple[float | None, ...], unit: str = "", about: str = ""
) -> ChartSheet:
    return ChartSheet(
        id=id_, title=title, most=most, curves=(Curve(name=title, side=side, values=values, unit=unit),), about=about
    )


def _read(chronicle: Chronicle, value: Callable[[GameState], float | None]) -> tuple[float | None, ...]:
    known = tuple(value(state) for state in chronicle.states)
    return known + (None,) * (len(chronicle.moments) - len(known))


def _chances(chronicle: Chronicle) -> tuple[float | None, ...]:
    known = tuple(100 * chance for chance in chronicle.chances)
    return known + (None,) * (len(chronicle.moments) - len(known))


def _paranoia(state: GameState) -> float:
    return state.center.paranoia


def _track(state: GameState) -> float:
    return state.center.track


def _true_track(state: GameState) -> float:
    return state.center.track - state.secret.false_track


def _preparation(state: GameState) -> float:
    return state.center.preparation


def _influence(state: GameState) -> float:
    return state.public.influence


def _security(state: GameState) -> float | None:
    return None if state.circle.moving_to else state.circle.security.get(state.circle.seat, 0)


# Doubt


def _doubts(chronicle: Chronicle, names: TrueNames, _: Words) -> list[ChartSheet]:
    """The doubts of the moles, and of the innocents who were doubted most."""
    moles = ever_inside(chronicle)
    peaks: dict[str, int] = {}
    for state in chronicle.states:
        for person, member in state.circle.members.items():
            peaks[person] = max(member.doubt, peaks.get(person, 0))
    by_peak = sorted(peaks, key=lambda person: (-peaks[person], person))
    groups: tuple[tuple[str, str, list[str], Side], ...] = (
        ("doubt_moles", _("Doubt of Moscow’s people"), [who for who in by_peak if who in moles][:MOST_MOLES], "center"),
        ("doubt_innocents", _("Doubt of the innocent"), [who for who in by_peak if who not in moles][:MOST_DOUBTED], "circle"),
    )
    about = _("What the Circle held likely, month by month.")
    return [
        ChartSheet(
            id=id_,
            title=title,
            most=100,
            curves=tuple(
                Curve(name=names.of(who), side=side, unit="%", values=_read(chronicle, partial(_doubt, who))) for who in people
            ),
            about=about,
        )
        for id_, title, people, side in groups
        if people
    ]


def _doubt(person: str, state: GameState) -> float | None:
    member = state.circle.members.get(person)
    return member.doubt / 100 if member is not None and is_in_play(state.bodies[person]) else None
