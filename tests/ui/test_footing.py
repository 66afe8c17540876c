"""People keep their places on the map while others come and go, and nobody moves when an order is aimed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest
from pygame import Rect, Surface

from game.resources import assets_folder
from game.ui.map.camera import STEPS, Camera
from game.ui.map.footing import Footing
from game.ui.map.model import Highlight, JourneyMark, MapModel, PlaceMark, Token
from game.ui.map.projection import project
from game.ui.map.view import MapView
from game.ui.painter import Painter
from game.ui.studio import Studio
from game.ui.theme import Theme, read_tokens, unit_for

pytestmark = pytest.mark.usefixtures("bare_display")

ASSETS, SIZE = assets_folder(), (1600, 900)
PLACES = {
    "paris": (48.86, 2.32),
    "barbizon": (48.45, 2.6),
    "london": (51.5, -0.12),
    "le_havre": (49.49, 0.11),
    "versailles": (48.8, 2.1),
}


def people(at: str, names: Iterable[str]) -> tuple[Token, ...]:
    return tuple(Token(id=name, name=f"Comrade {name.title()}", place=at, shape="circle", portrait={}) for name in names)


class Table:
    """A map round Paris at the nearest step, which is arranged for one model after another."""

    def __init__(self, cache: Path, step: int = 4) -> None:
        theme = Theme(tokens=read_tokens(ASSETS / "tokens.json"), unit=unit_for(SIZE, 1.0), text=1.0)
        self.painter, self.view = Painter(Surface(SIZE), Studio(ASSETS, theme)), MapView(ASSETS, cache, date(1936, 8, 1))
        self.camera = Camera(*project(2.35, 48.86), STEPS[step][1])
        self.footing = Footing()
        self.places = tuple(PlaceMark(id=id_, name=id_.title(), at=at) for id_, at in PLACES.items())

    def arrange(self, *tokens: Token, **more: object) -> dict[str, Rect]:
        """Where everybody stands, in a turn of its own unless a `turn` is given."""
        self.footing.turn = int(str(more.pop("turn", self.footing.turn + 1)))
        covered: tuple[Rect, ...] = more.pop("covered", ())  # type: ignore[assignment]
        self.painter.texts.clear()
        self.view.set_model(MapModel(places=self.places, tokens=tokens, footing=self.footing, **more))  # type: ignore[arg-type]
        regions = self.view.draw(self.painter, Rect((0, 0), SIZE), Rect((0, 0), SIZE), self.camera, covered=covered)
        return {region.id: region.rect for region in regions if region.kind in ("token", "crowd")}


@pytest.fixture
def table(cache_folder: Path) -> Table:
    return Table(cache_folder)


def test_who_stays_keeps_his_place_while_others_come_and_go(table: Table) -> None:
    first = table.arrange(*people("paris", "abcde"), *people("barbizon", "xy"))
    more = table.arrange(*people("paris", "abcdefgh"), *people("barbizon", "xyz"))
    fewer = table.arrange(*people("paris", "bcdefgh"), *people("barbizon", "yz"))
    assert first.items() <= more.items()
    assert fewer.items() <= more.items() and len(fewer) == 9
    assert not any(one.colliderect(other) for one, other in combinations(more.values(), 2))


def test_a_newcomer_takes_nobodys_place(table: Table) -> None:
    before = table.arrange(*people("barbizon", "vwxyz"))
    after = table.arrange(*people("paris", "abcdefgh"), *people("barbizon", "vwxyz"))
    assert before.items() <= after.items() and len(after) == 13


def test_of_many_few_are_laid_anew_with_their_names_but_not_within_a_turn(table: Table) -> None:
    crowd = people("paris", [f"{letter}{letter * 9}" for letter in "abcdefghi"])
    table.arrange(*crowd)
    left = {token.name for token in crowd[:2]}

    def written() -> set[str]:
        return left & {text.text for text in table.painter.texts}

    within = table.arrange(*crowd[:2], turn=table.footing.turn)
    assert not written()
    assert table.arrange(*crowd[:2], selected="london") != within and written() == left


def test_nobody_moves_when_an_order_is_aimed(table: Table) -> None:
    """The name of a target is written before others and takes the room of theirs, but nobody's."""
    table.places = tuple(replace(place, rank=1) for place in table.places)
    tokens = (*people("paris", "abcdefgh"), *people("london", "l"), *people("le_havre", "hi"))
    before = table.arrange(*tokens)
    lights = tuple(Highlight(id=place, mark="lawful") for place in ("barbizon", "versailles"))
    assert table.arrange(*tokens, highlights=lights, selected="versailles", turn=table.footing.turn) == before


def test_who_had_to_give_way_to_a_paper_comes_back_when_it_lies_there_no_more(table: Table) -> None:
    """The same holds where the map is moved under a paper and back again."""
    tokens = (*people("paris", "abcdef"), *people("barbizon", "xyz"))
    before = table.arrange(*tokens)
    paper = next(iter(before.values())).inflate(80, 80)
    beside = table.arrange(*tokens, covered=(paper,), turn=table.footing.turn)
    assert (len(beside) == len(before) or "paris" in beside) and paper.collidelist(list(beside.values())) < 0
    assert table.arrange(*tokens, turn=table.footing.turn) == before


def test_who_steps_out_of_a_crowd_stands_where_he_did_while_his_journey_is_planned(cache_folder: Path) -> None:
    table = Table(cache_folder, step=0)
    tokens = people("paris", "abcdef")
    picked = (replace(tokens[0], selected=True), *tokens[1:])
    before = table.arrange(*picked, selected="a")
    journeys = [JourneyMark(places=("paris", end), words="overland and by sea · 10 days", side="circle") for end in PLACES]
    planned = [table.arrange(*picked, selected="a", journeys=(way,), turn=table.footing.turn) for way in journeys]
    assert {"a", "paris"} <= set(before) and all(after["a"] == before["a"] for after in planned)
