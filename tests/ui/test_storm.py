"""Whatever events come, the window stands, no order is lost, and the game is what the accepted orders say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pygame
import pytest

from game.match.draft import Draft
from game.match.replay import replay
from game.rules.legality import Reason
from game.rules.nouns import Side
from game.rules.orders import Order
from game.ui.app import App
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.presenters.new_game import NewGame, Seating
from game.ui.screen import Reset, Screen
from game.ui.session import Session
from game.ui.settings import Settings, SettingsFile
from tests.ui.storm import Storm


@dataclass
class Ledger:
    """A clerk beside the game who writes down on his own what was accepted, and compares."""

    sessions: list[Session] = field(default_factory=list)
    sealed: int = 0
    given: int = 0
    _versions: dict[int, list[dict[str, Order]]] = field(default_factory=dict)
    _at: dict[int, int] = field(default_factory=dict)
    _drafts: list[Draft] = field(default_factory=list)

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Has every draft and every sealing pass over his desk."""
        give, withdraw, undo, redo = Draft.give, Draft.withdraw, Draft.undo, Draft.redo
        give_all = Draft.give_all
        begin, seal, resolve = Session.__init__, Session.seal, Session.resolve

        def given(draft: Draft, order: Order) -> Reason | None:
            refused = give(draft, order)
            if refused is None:
                self.given += 1
                self._write(draft, {**self._without(draft, order.agent), order.agent: order})
            return refused

        def all_given(draft: Draft, orders: Iterable[Order]) -> tuple[tuple[Order, Reason], ...]:
            every = tuple(orders)
            refused = give_all(draft, every)
            now, bad = self._now(draft), {order for order, _why in refused}
            for order in every:
                if order not in bad:
                    now = {**{person: each for person, each in now.items() if person != order.agent}, order.agent: order}
            if now != self._now(draft):
                self.given += 1
                self._write(draft, now)
            return refused

        def withdrawn(draft: Draft, agent: str) -> None:
            withdraw(draft, agent)
            if agent in self._now(draft):
                self._write(draft, self._without(draft, agent))

        def undone(draft: Draft) -> bool:
            return self._step(draft, undo(draft), -1)

        def redone(draft: Draft) -> bool:
            return self._step(draft, redo(draft), 1)

        def begun(session: Session, *known: object) -> None:
            begin(session, *known)  # type: ignore[arg-type]
            self.sessions.append(session)
            for draft in session._drafts.values():
                self._versions[id(draft)] = [{order.agent: order for order in draft.orders}]  # what a save had kept
                self._drafts.append(draft)

        def sealing(session: Session, side: Side) -> None:
            accepted = tuple(self._now(session.draft(side)).values())
            seal(session, side)
            kept = session.match.snapshot().center if side is Side.CENTER else session.match.snapshot().circle
            assert kept == accepted, "what was sealed is not what was accepted"
            self.sealed += 1

        def resolving(session: Session, thought: Mapping[Side, Sequence[Order]]) -> None:
            snapshot = session.match.snapshot()
            resolve(session, thought)
            played = session.match.record().turns[-1]
            for side, kept in ((Side.CENTER, snapshot.center), (Side.CIRCLE, snapshot.circle)):
                assert kept is None or played.orders(side) == kept, "what was played is not what was sealed"

        for name, method in (
            ("give", given),
            ("give_all", all_given),
            ("withdraw", withdrawn),
            ("undo", undone),
            ("redo", redone),
        ):
            monkeypatch.setattr(Draft, name, method)
        for name, method in (("__init__", begun), ("seal", sealing), ("resolve", resolving)):
            monkeypatch.setattr(Session, name, method)

    def compare(self) -> None:
        """No draft has lost an order, or gained one."""
        for draft in self._drafts[-2:]:
            assert draft.orders == tuple(self._now(draft).values()), "an order has gone astray"

    def verify(self) -> None:
        """Every game is what its orders say, played again from its seed."""
        for session in self.sessions:
            assert replay(session.match.record(), session.match.scenario) is None

    def _now(self, draft: Draft) -> dict[str, Order]:
        return self._versions.get(id(draft), [{}])[self._at.get(id(draft), 0)]

    def _without(self, draft: Draft, agent: str) -> dict[str, Order]:
        return {person: order for person, order in self._now(draft).items() if person != agent}

    def _write(self, draft: Draft, orders: dict[str, Order]) -> None:
        if id(draft) not in self._versions:
            self._drafts.append(draft)  # kept, so that no other has its id
        versions, at = self._versions.get(id(draft), [{}]), self._at.get(id(draft), 0)
        self._versions[id(draft)], self._at[id(draft)] = [*versions[: at + 1], orders], at + 1

    def _step(self, draft: Draft, done: bool, step: int) -> bool:
        assert done is (0 <= self._at.get(id(draft), 0) + step < len(self._versions.get(id(draft), [{}])))
        if done:
            self._at[id(draft)] += step
        return done


@pytest.fixture
def office(tmp_path: Path, cache_folder: Path) -> Iterator[Office]:
    pygame.display.init()
    yield Office(saves=tmp_path / "saves", cache=cache_folder)
    pygame.display.quit()


def at_the_desk(office: Office) -> Screen:
    """A game against the computer, just begun."""
    game = NewGame(scenario="utka-1939", seating=Seating.CENTER, seed=7)
    begun = Flow(office).start(office.library.scenario(game.scenario), game)
    assert isinstance(begun, Reset)
    return begun.screen


def weather(office: Office, folder: Path, ledger: Ledger, events: int, seed: int) -> None:
    """So many events upon the window, opened anew whenever the player has left."""
    storm, settings, now, fed = Storm(seed), SettingsFile(folder / "settings.json"), 0, 0
    settings.write(Settings(textures=False))
    app = App(office.assets, at_the_desk(office), settings, (1024, 640))
    app.draw(now)
    while fed < events:
        for event in storm.gust(app):
            if app.running:
                app.feed(event, now)
                fed += 1
        now += storm.pause()
        if not app.running:
            app = App(office.assets, Flow(office).title(), settings, (1024, 640))
        due = app._wake_at
        if due is not None and now >= due:
            app.pass_time(now)
        if app.running and app.dirty and storm.draws():
            app.draw(now)
        ledger.compare()
    ledger.verify()


def test_a_squall(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger()
    ledger.watch(monkeypatch)
    weather(office, tmp_path, ledger, 1500, seed=7)
    assert ledger.sealed > 1 and ledger.given > 1


@pytest.mark.soak
def test_a_storm(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger()
    ledger.watch(monkeypatch)
    weather(office, tmp_path, ledger, 100_000, seed=1940)
    assert len(ledger.sessions) > 10 and ledger.sealed > 100 and ledger.given > 100
