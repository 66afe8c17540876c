"""Paris 1936 and the year of the defectors: who stood where when they begin, and what their events and rules do of themselves."""

from dataclasses import replace

import pytest

from game.rules.definitions import Scenario
from game.rules.events import EventKind
from game.rules.geography import Atlas
from game.rules.legality import refuse
from game.rules.nouns import Audience, OwnLoyalty, Post, Side, Status
from game.rules.orders import Order
from game.rules.resolution import resolve_turn
from game.rules.setup import Allegiances, new_game
from game.rules.state import GameState, Progress
from game.rules.view import view_for
from game.scenario import find_packs, load

PARIS, REISS = "paris-1936", "reiss-1937"
AT_THE_START = {
    PARIS: {
        "zborowski": ("paris", Side.CENTER),
        "glinsky": ("paris", Side.CENTER),
        "serebryansky": ("paris", Side.CENTER),
        "mireille_abbiate": ("paris", Side.CENTER),
        "renate_steiner": ("antibes", Side.CENTER),
        "jeanne_martin": ("paris_lacretelle", Side.CIRCLE),
        "klement": ("paris", Side.CIRCLE),
        "estrin": ("paris", Side.CIRCLE),
        "nicolaevsky": ("paris", Side.CIRCLE),
        "serge": ("brussels", Side.CIRCLE),
        "sneevliet": ("amsterdam", Side.CIRCLE),
    },
    REISS: {
        "krivitsky": ("the_hague", Side.CENTER),
        "orlov": ("valencia", Side.CENTER),
        "zborowski": ("paris", Side.CENTER),
        "antonov_ovseenko": ("barcelona", Side.CENTER),
        "elsa_poretsky": ("finhaut", Side.CIRCLE),
        "lev_sedov": ("paris_lacretelle", Side.CIRCLE),
        "erwin_wolf": ("barcelona", Side.CIRCLE),
        "hans_freund": ("barcelona", Side.CIRCLE),
        "landau": ("barcelona", Side.CIRCLE),
        "sneevliet": ("amsterdam", Side.CIRCLE),
    },
}
COMES = {
    PARIS: {"erwin_wolf": "1936-09", "taubman": "1937-01", "elsa_poretsky": "1937-09", "krivitsky": "1937-11"},
    REISS: {"schildbach": "1937-08"},
}
GOES = {PARIS: {"renate_steiner": "1937-09", "efron": "1937-10", "glinsky": "1937-10"}, REISS: {"antonov_ovseenko": "1937-08"}}
GONE_BY_EVENT = Status.GONE


@pytest.fixture(scope="module", params=[PARIS, REISS])
def scenario(request: pytest.FixtureRequest) -> Scenario:
    return load(request.param, find_packs())


@pytest.fixture(scope="module")
def paris() -> Scenario:
    return load(PARIS, find_packs())


@pytest.fixture(scope="module")
def reiss() -> Scenario:
    return load(REISS, find_packs())


def start(scenario: Scenario) -> GameState:
    return new_game(scenario, Atlas(scenario.catalogue), 1, Allegiances.HISTORICAL)[0]


def idle(scenario: Scenario, state: GameState) -> GameState:
    """The state after a turn in which nobody gives an order."""
    return resolve_turn(scenario, Atlas(scenario.catalogue), state, {})[0]


def month_of(scenario: Scenario, state: GameState) -> str:
    return scenario.catalogue.days[state.turn][:7]


def test_history_has_everybody_where_he_was(scenario: Scenario) -> None:
    state = start(scenario)
    found = {person: (body.place, state.secret.allegiance[person]) for person, body in state.bodies.items()}
    expected = AT_THE_START[scenario.catalogue.id]
    assert {person: found[person] for person in expected} == expected


def test_people_come_and_go_in_their_months(scenario: Scenario) -> None:
    state, came, went = start(scenario), dict[str, str](), dict[str, str]()
    while not state.is_over():
        for person, body in state.bodies.items():
            if body.status is Status.ACTIVE:
                came.setdefault(person, month_of(scenario, state))
            elif person in came and body.status is GONE_BY_EVENT:
                went.setdefault(person, month_of(scenario, state))
        state = idle(scenario, state)
    coming, going = COMES[scenario.catalogue.id], GOES[scenario.catalogue.id]
    assert {person: came[person] for person in coming} == coming
    assert {person: went[person] for person in going} == going


def test_the_hunted_have_their_own_names(paris: Scenario, reiss: Scenario) -> None:
    assert (paris.catalogue.old_man, paris.catalogue.called) == ("lev_sedov", "Lyova")
    assert (reiss.catalogue.old_man, reiss.catalogue.called) == ("reiss", "Ludwig")
    assert "Lev Sedov" in paris.catalogue.wins.center and "dead" not in paris.catalogue.wins.center


def test_what_is_disputed_is_told_as_disputed(paris: Scenario, reiss: Scenario) -> None:
    assert "unproven to this day" in paris.catalogue.history
    assert "not proven" in reiss.catalogue.history
    assert "Only Pavel Sudoplatov names him" in paris.setup.people["taubman"].bio


def test_no_directive_names_klement_before_its_time(paris: Scenario) -> None:
    state, atlas = start(paris), Atlas(paris.catalogue)
    while month_of(paris, state) < "1938-05":
        view = view_for(paris, atlas, state, Side.CENTER)
        assert "the_dossier" not in [entry.task.id for entry in view.tasks]
        assert state.center.directives["the_dossier"] is Progress.OPEN
        state = idle(paris, state)
    view = view_for(paris, atlas, state, Side.CENTER)
    assert "the_dossier" in [entry.task.id for entry in view.tasks]


def test_a_letter_comes_from_perpignan_only_if_klement_is_dead(paris: Scenario) -> None:
    for status, comes in ((Status.ACTIVE, False), (Status.DEAD, True)):
        state = start(paris)
        while month_of(paris, state) < "1938-07":
            state = idle(paris, state)
        body = state.bodies["klement"]
        state.bodies["klement"] = replace(body, status=status)
        state = idle(paris, state)
        assert ("letter_from_perpignan" in state.secret.fired) is comes


def test_nobody_knows_how_steady_the_service_is(reiss: Scenario) -> None:
    state = start(reiss)
    assert reiss.catalogue.own_loyalty is OwnLoyalty.HIDDEN
    officers = {person: file for person, file in state.center.agents.items() if file.officer}
    assert {file.loyalty for file in officers.values()} == {"unknown"}
    steady = reiss.catalogue.numbers.defection.steady
    doubtful = {person for person in officers if state.secret.loyalty[person] < steady}
    assert {"krivitsky", "orlov"} <= doubtful and len(doubtful) < len(officers) / 2


def test_an_inspection_shows_and_steadies(reiss: Scenario) -> None:
    state, atlas = start(reiss), Atlas(reiss.catalogue)
    order = Order(operation="inspect", agent="kosenko", target="efron")
    assert refuse(view_for(reiss, atlas, state, Side.CENTER), order) is None
    before = state.secret.loyalty["efron"]
    after = resolve_turn(reiss, atlas, state, {Side.CENTER: [order]})[0]
    assert before == 2 and after.secret.loyalty["efron"] == 3
    assert after.center.agents["efron"].loyalty == "steady"


def test_krivitskys_break_is_heard_of_and_helps_the_other(reiss: Scenario) -> None:
    state = start(reiss)
    state.bodies["krivitsky"] = replace(state.bodies["krivitsky"], status=Status.DEFECTED)
    before = state.public.influence
    state = idle(reiss, state)
    assert "krivitsky_speaks" in state.secret.fired and state.public.influence >= before + 2


def test_only_the_embassies_speak_to_governments(scenario: Scenario) -> None:
    legal = {person for person, one in scenario.setup.people.items() if one.post is Post.LEGAL and one.side is Side.CENTER}
    assert {"surits", "glinsky", "kosenko"} <= legal
    view = view_for(scenario, Atlas(scenario.catalogue), start(scenario), Side.CENTER)
    assert refuse(view, Order(operation="press", agent="glinsky")) is None
    assert refuse(view, Order(operation="press", agent="afanasiev" if "afanasiev" in view.bodies else "efron")) is not None


def test_news_say_what_they_moved_to_whoever_can_read_the_figure(paris: Scenario) -> None:
    atlas = Atlas(paris.catalogue)
    state, _told = new_game(paris, atlas, 4)
    _state, events = resolve_turn(paris, atlas, state, {})
    news = {(event.operation, event.audience): event.changes for event in events if event.kind is EventKind.TOLD}
    assert [change.what for change in news[("yezhov", Audience.CENTER)]] == ["funds"]
    assert news[("yezhov", Audience.CIRCLE)] == ()
    for side in (Audience.CENTER, Audience.CIRCLE):
        assert [change.what for change in news[("interned", side)]] == ["influence"]
