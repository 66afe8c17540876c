"""Faces that are made up: of whom nobody has drawn a portrait."""

from pathlib import Path

import pytest

from game.players import make_player
from game.resources import assets_folder
from game.rules.definitions import Scenario
from game.rules.geography import Atlas
from game.rules.nouns import Side
from game.rules.resolution import resolve_turn
from game.rules.setup import new_game
from game.rules.view import view_for
from game.scenario.loading import available, examine, load
from game.scenario.scaffolding import scaffold
from game.ui.portraits.parts import Kit, read_kit
from game.ui.portraits.records import faults, record_from_id


@pytest.fixture(scope="module")
def kit() -> Kit:
    return read_kit(assets_folder())


@pytest.mark.parametrize("kind", ["man", "woman"])
def test_a_face_of_a_kind_is_made_of_its_parts(kit: Kit, kind: str) -> None:
    dresses = {record_from_id(kit, f"newcomer_{number}", {"kind": kind})["dress"] for number in range(40)}
    assert dresses == set(kit.parts.kinds[kind]["dress"])


def test_parts_that_are_named_are_kept_and_the_kind_is_no_part(kit: Kit) -> None:
    record = record_from_id(kit, "newcomer_1", {"kind": "woman", "hat": "beret", "nose": "hooked"})
    assert record["hat"] == "beret" and record["nose"] == "hooked" and "kind" not in record
    assert not list(faults(kit, {"kind": "woman"}, {}))
    (fault,) = faults(kit, {"kind": "women"}, {})
    assert (fault.slot, fault.message) == ("kind", "no part 'women'") and "'woman'" in fault.hint


def test_everybody_who_lived_has_a_portrait_of_his_own() -> None:
    for entry in available():
        layout = examine(entry.id).layout
        assert not [person for person in layout.cast if not layout.people[person].portrait], entry.id


def test_somebody_without_a_portrait_is_drawn_as_he_or_she_is_called(tmp_path: Path) -> None:
    """Testimonies speak of them by the same names: a face drawn from the id alone was as often the wrong one."""
    written = scaffold("mine", None, tmp_path)
    drawn = {person.name: person.portrait for person in load(written[0].parent).setup.people.values()}
    assert {name for name, portrait in drawn.items() if portrait == {"kind": "woman"}} == {"Simone Rambert"}
    assert all(portrait in ({"kind": "woman"}, {"kind": "man"}) for portrait in drawn.values())


def test_newcomers_are_drawn_as_they_are_called(utka: Scenario, atlas: Atlas) -> None:
    kinds: dict[str, str] = {}
    for seed in range(3):
        state, _ = new_game(utka, atlas, seed)
        players = {side: make_player("planner", side, seed) for side in Side}
        while not state.is_over():
            orders = {side: player.choose(view_for(utka, atlas, state, side)) for side, player in players.items()}
            state, _ = resolve_turn(utka, atlas, state, orders)
        faces = (face for person, face in state.circle.faces.items() if person.startswith("newcomer_"))
        kinds |= {face.name.split()[0]: dict(face.portrait)["kind"] for face in faces}
    assert {name for name, kind in kinds.items() if kind == "woman"} == kinds.keys() & set(utka.testimonies.women)
    assert set(kinds.values()) == {"man", "woman"}
