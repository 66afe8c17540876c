"""What one side hides changes nothing on the other side's screens, in their tips, in the window's title, in the pictures beside
saves, or in what is heard: in games of every scenario that is shipped."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pygame
import pytest

from game.match import Match, save_match
from game.match.record import Record, Snapshot
from game.players.planner import Planner
from game.players.search.advice import Advice
from game.rules.definitions import Scenario
from game.rules.legality import choice_for
from game.rules.nouns import Side
from game.scenario import find_packs, load
from game.ui import glance
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.screen import Reset, Screen
from game.ui.screens.advice import AdviceScreen
from game.ui.session import Session
from game.ui.sharing import side_name
from tests.hiding import change_what_is_hidden_from
from tests.ui.driving import Driver

SCENARIOS = find_packs().scenario_ids()
EVERY = 4
"""Every so many turns of a game its screens are looked at."""
NOON = datetime(2030, 5, 17, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    pygame.display.init()
    folder = tmp_path_factory.mktemp("sealed")
    yield Office(saves=folder / "saves", cache=folder / "cache", progress=folder / "progress.json")
    pygame.display.quit()


def blinded(record: Record, side: Side) -> Record:
    """The record without anything that only the other side, or nobody, was told or did."""
    turns = tuple(
        replace(
            turn, digest="", events=tuple(event for event in turn.events if event.audience.value == side.value),
            **{side.other.value: ()},
        )
        for turn in record.turns
    )  # fmt: skip
    opening = replace(record.opening, events=tuple(e for e in record.opening.events if e.audience.value == side.value))
    return replace(record, seed=record.seed + 1, opening=opening, turns=turns)


def seated(scenario: Scenario, record: Record, snapshot: Snapshot, *persons: Side) -> Match:
    seats = replace(record.seats, **{side.value: "person" if side in persons else "random" for side in Side})
    return Match.resume(scenario, replace(record, seats=seats), snapshot)


def screens(flow: Flow, session: Session, side: Side) -> Iterator[tuple[str, Screen]]:
    """Every screen that a side has during a game; the desk with whatever can be chosen on it."""
    view = session.view(side)
    desk = flow.desk(session, side)
    yield "desk", desk
    for chosen in (*sorted(view.bodies), *sorted(view.catalogue.places)[::5]):
        desk.choose(chosen)
        yield f"desk, {chosen}", desk
    yield "rings", flow.rings(session, side)
    yield "log", flow.log(session, side)
    yield "menu", flow.menu(session, side)
    yield "saves", flow.load_game(side_name(side))
    if session.resolved:
        yield "month", flow.last_month(session, side)
    advice = [Advice(choice=choice_for(view, order), goal="", firm=True) for order in Planner(1).choose(view)]
    yield "counsel", AdviceScreen(view, session.draft(side), advice, side_name(side))


def shared_screens(flow: Flow, session: Session, side: Side) -> Iterator[tuple[str, Screen]]:
    yield "cover", flow.handover(session, side)
    yield "PIN", flow.sharing.choose(session, side)
    yield "PIN asked for", flow.sharing.ask(session, side)
    recap = flow.sharing.recap(session, side)
    if recap is not None:
        yield "recap", recap
    yield "menu over the cover", flow.menu(session)


class Looker:
    """One window, and all that can be made out in it."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self._folder = office, folder
        self._window: Driver | None = None

    def look(self, match: Match, side: Side) -> dict[str, object]:
        seen: dict[str, object] = {}
        for persons, those in (((side,), screens), (tuple(Side), shared_screens)):
            session = Session(self.office, seated(match.scenario, match.record(), match.snapshot(), *persons))
            save_match(self.office.saves, "kept", session.match, NOON, session.papers, backup=False)
            for name, screen in those(Flow(self.office), session, side):
                seen[name] = self._read(screen)
                if name == "desk":
                    seen["picture"] = pygame.image.tobytes(self._picture(), "RGB")
        return seen

    def _picture(self) -> pygame.Surface:
        picture = glance.take()
        assert picture is not None
        return picture

    def _read(self, screen: Screen) -> object:
        window = self._window
        if window is None:
            window = self._window = Driver(self._folder, self.office.assets, screen, (1024, 640), reduced_motion=True)
        window.app.stack.carry_out(Reset(screen))
        window.draw()
        for _ in range(20):  # the plate is painted the first time, and says how far it has come
            window.settle()
            if not self.office.map_sheet.missing:
                break
        window.draw()
        return window.words(), pygame.display.get_caption()[0]


@pytest.mark.soak
@pytest.mark.parametrize("name", SCENARIOS)
def test_screens_of_one_side_show_nothing_of_the_other(name: str, office: Office, tmp_path: Path) -> None:
    scenario = load(name, office.packs)
    looker, compared, controlled = Looker(office, tmp_path), 0, False
    match = Match.new(scenario, 5, seats=dict.fromkeys(Side, "planner"), digests=False)
    while not match.is_over():
        if match.turn % EVERY == 2:
            for side in Side:
                snapshot, record = match.snapshot(), match.record()
                state = change_what_is_hidden_from(side, snapshot.state, match.turn, scenario.catalogue)
                other = Match.resume(scenario, blinded(record, side), replace(snapshot, state=state))
                one, two = looker.look(match, side), looker.look(other, side)
                assert one.keys() == two.keys()
                assert not [screen for screen in one if one[screen] != two[screen]], (match.turn, side)
                compared += len(one)
                if not controlled:
                    controlled = looker.look(match, side.other) != looker.look(other, side.other)
        match.resolve()
    print(f"{name}: {compared} screens compared")
    assert compared > 50 and controlled, "what is hidden is seen by whoever hides it"
