"""Puts one side's view into arrays of numbers of a fixed size. It is handed a view and what was written on it, nothing else.

Numbers stand as they are in the game, not scaled. Where one names a place, country, operation or person, it is a row of that
table counted from 1, and 0 is nobody or nothing. What is not known is -1. `COLUMNS` names every column.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from game.env.offers import Desk
from game.rules.definitions import Catalogue
from game.rules.legality import Choice
from game.rules.nouns import BODIES, Keep, Post, Side, Status
from game.rules.state import CountryState, Progress
from game.rules.view import CenterView, CircleView, View

Array = npt.NDArray[np.float32]
Rows = Mapping[str, int]
"""The row of each person whom a side has come to know, counted from 1."""

PEOPLE, TASKS, CLUES = 96, 16, 16
"""Rows for people, tasks and the latest clues; whoever comes when all are taken is left out."""

BOARD = (
    "turn", "turns", "influence", "funds_left", "signals_left", "income", "asylum", "ordered_out", "interned", "written",
    "sealed", "seat",
)  # fmt: skip
CENTER_BOARD = (
    "paranoia", "track", "preparation", "guards_seen", "guards_turn", "security_seen", "keeps_seen", "keeps_turn", "hearsay",
    "demand", "moving_to",
)  # fmt: skip
CIRCLE_BOARD = ("keeps", "moving_to", "moving_arrives", "relocated", "hidden", "clues")
PERSON = ("known", "own", "status", "place", "access", "destination", "arrives", *(f"skill_{n}" for n in range(1, 6)))
SIGHTED = ("seen_turn", "gone")
AGENT = ("cover", "legend", "post", "officer", "doubtful", "burnt", "best_rapport", "levers")
MEMBER = ("doubt", "newcomer", "joined", "vetted")
OFFER = (
    "operation", "person", "body", "target_person", "target_place", "target_country", "cost", "free",
    "success_low", "success_high", "traces_low", "traces_high",
)  # fmt: skip

COLUMNS: Mapping[Side, Mapping[str, tuple[str, ...]]] = {
    Side.CENTER: {
        "board": (*BOARD, *CENTER_BOARD),
        "countries": ("tolerance", "alert"),
        "places": ("searched",),
        "routes": ("closed",),
        "people": (*PERSON, *SIGHTED, *AGENT),
        "tasks": ("known", "progress"),
        "offers": OFFER,
    },
    Side.CIRCLE: {
        "board": (*BOARD, *CIRCLE_BOARD),
        "countries": ("tolerance", "alert", "visa"),
        "places": ("security", "section"),
        "routes": ("closed",),
        "people": (*PERSON, *SIGHTED, *MEMBER),
        "tasks": ("known", "progress"),
        "clues": ("turn", "operation", "place", "stranger"),
        "offers": OFFER,
    },
}
"""The tables of each side's observation, each with the meanings of its columns; `board` is a single row."""

KEEPS: Mapping[Keep | None, int] = {None: 0, Keep.GATE: 1, Keep.WALLS: 2}
DOUBTFUL: Mapping[str, int] = {"steady": 0, "doubtful": 1, "unknown": -1}
PROGRESS: Mapping[Progress, int] = {Progress.OPEN: 0, Progress.MET: 1, Progress.MISSED: 2}


def shapes_of(side: Side, catalogue: Catalogue, most_offers: int) -> dict[str, tuple[int, ...]]:
    """The size of every table: the same through all games of a scenario."""
    rows = {
        "countries": len(catalogue.countries),
        "places": len(catalogue.places),
        "routes": len(catalogue.routes),
        "people": PEOPLE,
        "tasks": TASKS,
        "clues": CLUES,
        "offers": most_offers,
    }
    return {name: (len(columns),) if name == "board" else (rows[name], len(columns)) for name, columns in COLUMNS[side].items()}


def people_in(view: View) -> tuple[str, ...]:
    """Everybody of whom the view has a file or a sighting, each once, in the view's own order (ids could tell more)."""
    seen = view.sightings if isinstance(view, CenterView) else view.strangers
    return tuple(dict.fromkeys((*view.bodies, *seen)))


def observe_board(desk: Desk) -> Array:
    """The board of a side, on which it is seen what it has written."""
    return np.array(_board(desk, _Numbers(desk.view.catalogue, {})), dtype=np.float32)


def observe_turn(desk: Desk, rows: Rows, shapes: Mapping[str, tuple[int, ...]]) -> dict[str, Array]:
    """The tables of a side, whose people have these rows, that stay the same while it writes its orders: all but the board."""
    view = desk.view
    numbers = _Numbers(view.catalogue, rows)
    tables: dict[str, Iterable[Sequence[float]]] = {
        "routes": [(id_ in view.closed_routes,) for id_ in view.catalogue.routes],
        "people": _people(view, numbers),
        "tasks": [(1, PROGRESS[task.progress]) for task in view.tasks],
        "offers": [_offer(choice, numbers) for choice in desk.offers],
        **(_of_the_center(view) if isinstance(view, CenterView) else _of_the_circle(view, numbers)),
    }
    return {name: _filled(shapes[name], table) for name, table in tables.items()}


class _Numbers:
    """The numbers by which ids are told, from 1; 0 for none, and for whatever has no row."""

    def __init__(self, catalogue: Catalogue, people: Rows) -> None:
        self.people = people
        self.places = {id_: number for number, id_ in enumerate(catalogue.places, start=1)}
        self.countries = {id_: number for number, id_ in enumerate(catalogue.countries, start=1)}
        self.operations = {id_: number for number, id_ in enumerate(catalogue.operations, start=1)}
        self.prices = {id_: (operation.cost, operation.free) for id_, operation in catalogue.operations.items()}


def _board(desk: Desk, numbers: _Numbers) -> list[float]:
    view, (signals, funds) = desk.view, desk.left()
    common = [
        view.turn, view.catalogue.turns, view.influence, funds, signals, view.income, numbers.countries.get(view.asylum, 0),
        view.ordered_out, view.interned, len(desk.written), desk.sealed, numbers.places.get(view.seat, 0),
    ]  # fmt: skip
    moving = numbers.places.get(view.moving_to, 0)
    if isinstance(view, CenterView):
        return [
            *common, view.paranoia, view.track, view.preparation, view.guards_seen, view.guards_turn, view.security_seen,
            KEEPS[view.keeps_seen], view.keeps_turn, view.hearsay, view.demand,
            moving,
        ]  # fmt: skip
    return [*common, KEEPS[view.keeps], moving, view.moving_arrives, view.relocated, view.hidden, len(view.clues)]


def _of_the_center(view: CenterView) -> dict[str, Iterable[Sequence[float]]]:
    areas = view.catalogue.areas
    return {
        "countries": [(country.tolerance, country.alert) for country in _countries(view)],
        "places": [(view.searched.get(areas[place], -1),) for place in view.catalogue.places],
    }


def _of_the_circle(view: CircleView, numbers: _Numbers) -> dict[str, Iterable[Sequence[float]]]:
    areas, ids = view.catalogue.areas, view.catalogue.countries
    countries = zip(ids, _countries(view), strict=True)
    return {
        "countries": [(country.tolerance, country.alert, id_ in view.visas) for id_, country in countries],
        "places": [(view.security.get(place, -1), view.sections.get(areas[place], 0)) for place in view.catalogue.places],
        "clues": [
            (
                clue.turn,
                numbers.operations.get(clue.operation, 0),
                numbers.places.get(clue.place, 0),
                numbers.people.get(clue.stranger, 0),
            )
            for clue in view.clues[-CLUES:]
        ],
    }


def _countries(view: View) -> Iterable[CountryState]:
    return (view.countries[id_] for id_ in view.catalogue.countries)


def _filled(shape: tuple[int, ...], rows: Iterable[Sequence[float]]) -> Array:
    """The rows from the top of a table, zeros below; what does not fit is left out."""
    table = np.zeros(shape, dtype=np.float32)
    for number, row in zip(range(shape[0]), rows, strict=False):
        table[number] = row
    return table


def _people(view: View, numbers: _Numbers) -> Iterable[Sequence[float]]:
    known = people_in(view)
    blank = [0.0] * len(COLUMNS[view.side]["people"])
    by_row = {row: person for person, row in numbers.people.items()}
    for row in range(1, PEOPLE + 1):
        person = by_row.get(row, "")
        yield _person(view, person, numbers) if person in known else blank


def _person(view: View, person: str, numbers: _Numbers) -> list[float]:
    body = view.bodies.get(person)
    sighting = (view.sightings if isinstance(view, CenterView) else view.strangers).get(person)
    if body is not None:
        standing = [list(Status).index(body.status) + 1, numbers.places.get(body.place, 0), body.access]
        way = [numbers.places.get(body.destination, 0), body.arrives]
        common = [1, 1, *standing, *way, *body.skills, view.turn, 0]
    else:
        assert sighting is not None
        place = numbers.places.get(sighting.place, 0)
        common = [1, 0, 0, place, sighting.access, 0, 0, *(-1,) * 5, sighting.turn, sighting.gone]
    return [*common, *(_agent(view, person) if isinstance(view, CenterView) else _member(view, person))]


def _agent(view: CenterView, person: str) -> list[float]:
    rapport = max((agent.rapport_with(person) for agent in view.agents.values()), default=0)
    levers = len(view.levers.get(person, ()))
    agent = view.agents.get(person)
    if agent is None:
        return [-1, -1, 0, 0, -1, -1, rapport, levers]
    post = list(Post).index(agent.post) + 1
    return [agent.cover, agent.legend, post, agent.officer, DOUBTFUL[agent.loyalty], agent.burnt, rapport, levers]


def _member(view: CircleView, person: str) -> list[float]:
    member = view.members.get(person)
    if member is None:
        return [-1, 0, 0, -1]
    return [member.doubt / 100, member.newcomer, member.joined, member.vetted]


def _offer(choice: Choice, numbers: _Numbers) -> list[float]:
    order = choice.order
    operation = numbers.operations[order.operation]
    body = BODIES.index(order.agent) + 1 if order.agent in BODIES else 0
    targets = [table.get(order.target, 0) for table in (numbers.people, numbers.places, numbers.countries)]
    chances = [choice.success.low, choice.success.high, choice.traces.low, choice.traces.high]
    return [operation, numbers.people.get(order.agent, 0), body, *targets, *numbers.prices[order.operation], *chances]
