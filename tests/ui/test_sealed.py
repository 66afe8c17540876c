"""What one side hides changes nothing on the other side's screens, in their tips, in the window's title, in what can be read of
saves without opening them and in the pictures beside them, in what is heard, in the record as it may be read
before the end, or in letters: in games of every scenario that is shipped."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pygame
import pytest

from game.match import Match, save_match
from game.match.codec import encode
from game.match.correspondence import Correspondence, Terms
from game.match.mail import MailGame, write
from game.match.match import MAIL
from game.match.papers import Papers
from game.match.record import Record
from game.match.records import read_record
from game.match.story import story_of
from game.players.planner import Planner
from game.players.search.advice import Advice
from game.rules.legality import choice_for
from game.rules.nouns import Side
from game.rules.setup import Allegiances
from game.scenario import find_packs, load
from game.ui import glance
from game.ui.flow import Flow
from game.ui.office import Office
from game.ui.screen import Reset, Screen
from game.ui.screens.advice import AdviceScreen
from game.ui.screens.month import MonthScreen
from game.ui.session import Session
from game.ui.sharing import side_name
from tests.hiding import change_what_is_hidden_from
from tests.ui.driving import Driver

SCENARIOS = find_packs().scenario_ids()
EVERY = 4
"""Every so many turns of a game its screens are looked at."""
NOON = datetime(2030, 5, 17, 12, tzinfo=UTC)
GAME = "0123456789"
TELEGRAMS = 40
"""More than a month has."""


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


def seated(match: Match, *persons: Side, other: str = "random") -> Match:
    seats = replace(match.record().seats, **{side.value: "person" if side in persons else other for side in Side})
    return Match.resume(match.scenario, replace(match.record(), seats=seats), match.snapshot())


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


def by_mail(match: Match, side: Side) -> Iterator[tuple[str, MailGame]]:
    """The game by mail as the machine of `side` has it: while it writes, when it has sealed, and when both have."""
    catalogue = match.scenario.catalogue
    terms = Terms(
        version="", scenario=catalogue.id, fingerprint="", seed=1, allegiances=Allegiances.UNCERTAIN, inviter=side
    )  # fmt: skip
    mail = Correspondence(game=GAME, side=side, terms=terms)
    writing, sealed = seated(match, side, other=MAIL), seated(match, side, other=MAIL)
    sealed.submit(side, ())
    yield "writing", MailGame(writing, mail)
    yield "sealed", MailGame(sealed, replace(mail, salt="salt"))
    yield "both sealed", MailGame(sealed, replace(mail, salt="salt", theirs="0" * 64))


def letter_of(game: MailGame) -> bytes:
    """The letter that there is to send, without the hash of the whole game by which machines compare theirs."""
    header, body = write(game)
    return encode(header) + encode(replace(body, before=""))


class Looker:
    """One window, and all that can be made out in it, heard from it, and found in the files that come of it."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.office, self._folder = office, folder
        self._window: Driver | None = None
        self._heard: list[str] = []

    def look(self, match: Match, side: Side) -> dict[str, object]:
        seen: dict[str, object] = {}
        for persons, those in (((side,), screens), (tuple(Side), shared_screens)):
            session = Session(self.office, seated(match, *persons), Papers(game=GAME))
            seen["header", persons], seen["record", persons] = self._kept(session)
            for name, screen in those(Flow(self.office), session, side):
                seen[name] = self._read(screen)
                if name == "desk":
                    seen["picture"] = pygame.image.tobytes(self._picture(), "RGB")
                    seen["ordering"] = self._press("n11g")
                if isinstance(screen, MonthScreen):
                    seen["telegrams"] = [self._press(" ") for _ in range(TELEGRAMS) if not screen.finished]
        for name, game in by_mail(match, side):
            session = Session(self.office, game.match, Papers(game=GAME, mail=game.mail))
            seen[f"letters, {name}"] = self._read(Flow(self.office).post.letters(session))
            seen["header", name], seen["record", name] = self._kept(session)
        for name, game in by_mail(match, side.other):
            seen[f"letter to this side, {name}"] = letter_of(game)
        seen["title"] = self._read(Flow(self.office).title())
        return seen

    def _kept(self, session: Session) -> tuple[bytes, object]:
        """The line of a save that can be read as it is, and the record as the file's reader may read it."""
        path = save_match(self.office.saves, "kept", session.match, NOON, session.papers, backup=False)
        story = story_of(read_record(path), session.match.scenario)
        return path.read_bytes().splitlines()[0], replace(story, differs="")

    def _press(self, keys: Sequence[str]) -> object:
        """What is seen and heard when keys are pressed, one after the other."""
        window = self._window
        assert window is not None
        seen = []
        for key in keys:
            window.key("space" if key == " " else key, key)
            self._wait_for_the_map(window)
            seen.append((window.words(), self._listen(window)))
        return seen

    def _listen(self, window: Driver) -> tuple[str, ...]:
        """The moments that came since this was last asked."""
        heard, self._heard = self._heard, []
        return (*heard, *(moment for moments in window.app.stack.take_heard() for moment in moments))

    def _picture(self) -> pygame.Surface:
        picture = glance.take()
        assert picture is not None
        return picture

    def _read(self, screen: Screen) -> object:
        window = self._window
        if window is None:
            window = self._window = Driver(self._folder, self.office.assets, screen, (1024, 640), reduced_motion=True)
            window.app._sounds.hear = lambda moments, now: self._heard.extend(moments)  # type: ignore[method-assign]
        window.app.stack.carry_out(Reset(screen))
        window.draw()
        self._wait_for_the_map(window)
        return window.words(), pygame.display.get_caption()[0], window.app.stack.scene, self._listen(window)

    def _wait_for_the_map(self, window: Driver) -> None:
        """What is looked at for the first time is painted then, and says how far it has come."""
        for _ in range(20):
            window.settle()
            if not self.office.map_sheet.missing:
                break
        window.draw()


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
