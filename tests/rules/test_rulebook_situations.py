"""Written situations. Each docstring is a situation and its outcome as a reader of the rulebook would predict it, with the
paragraphs that say so; the test plays it and looks.
"""

import re
import sys
from collections.abc import Callable
from dataclasses import replace
from inspect import getmembers, isfunction

import pytest

from game.resources import content_folder
from game.rules.definitions import Scenario, ScenarioEvent
from game.rules.doubt import blame, share_blame, uncleared
from game.rules.events import EventKind
from game.rules.geography import Atlas
from game.rules.legality import ReasonKind, actors, choice_for, legal_orders, refuse, refuse_set
from game.rules.nouns import HOUSE, MOVEMENT, OLD_MAN, Audience, Keep, Post, Side, Status
from game.rules.orders import Order
from game.rules.state import CountryState, Finding, Progress, Sighting
from game.rules.view import CenterView, CircleView
from game.rules.words import Banish, Stat
from tests.rules.situations import Situation, status

CENTER, CIRCLE = Audience.CENTER, Audience.CIRCLE
HOUSEHOLD = ("natalia", "van_heijenoort", "alfred_rosmer", "marguerite_rosmer", "schussler", "buchman", "o_rourke")
RAIDERS = ("siqueiros", "luis_arenal", "antonio_pujol")

Arrange = Callable[[Situation], object]


@pytest.fixture
def table(utka: Scenario, atlas: Atlas) -> Situation:
    """The shipped scenario without its events and tasks, so that nothing happens but what the situation says."""
    return Situation(replace(utka, setup=replace(utka.setup, events={}, directives={}, aims={})), atlas)


def fresh(table: Situation, seed: int) -> Situation:
    return Situation(table.scenario, table.atlas, seed)


def only(made: Situation, *people: str) -> Situation:
    """Takes everybody of the Center's out of play but these."""
    for person in list(made.state.center.agents):
        if person not in people:
            made.put(person, status=Status.GONE)
    return made


def host(made: Situation, tolerance: int = 7, alert: int = 0, country: str = "mexico") -> Situation:
    made.state.public.countries[country] = CountryState(tolerance=tolerance, alert=alert)
    return made


def armed(made: Situation, track: int = 10, preparation: int = 5) -> Situation:
    made.state.center.track, made.state.center.preparation, made.state.center.funds = track, preparation, 9
    return made


def order(operation: str, agent: str, target: str = "", **more: int) -> Order:
    return Order(operation=operation, agent=agent, target=target, **more)


def seen(made: Situation, person: str) -> Situation:
    """The Center has seen somebody where he is."""
    body = made.state.bodies[person]
    made.state.center.sightings[person] = Sighting(id=person, place=body.place, access=body.access, turn=1)
    made.state.center.faces.setdefault(person, made.state.circle.faces[person])
    return made


def friends(made: Situation, agent: str, person: str, rapport: int) -> Situation:
    made.state.center.agents[agent] = made.state.center.agents[agent].with_rapport(person, rapport)
    return seen(made, person)


# ---- moles -------------------------------------------------------------------------------------------------------------


def test_several_moles_share_the_blame_with_the_innocent(table: Situation) -> None:
    """Rulebook 7.2, 7.3, 14.2. Two moles of 30 % and 40 % and an innocent of 10 % are alone in an area. One mole leaves
    traces. All three are suspected: each share is his doubt by the outsider's weight and all three doubts together.
    """

    def make(made: Situation) -> Situation:
        only(made)
        for person, doubt in (("hansen", 3000), ("robins", 4000), ("cannon", 1000)):
            made.put(person, place="tampico")
            made.state.circle.members[person] = made.state.circle.members[person].__class__(id=person, doubt=doubt)
        made.make_mole("hansen", cover=5)
        made.make_mole("robins")
        made.put("hansen", skills=(0, 0, 0, 0, 0))
        return made.play((order("surveil", "hansen"),))

    found = table.seeds_until(lambda made: made.told(CIRCLE, EventKind.CLUE, operation="surveil"), make)
    clue = next(clue for clue in found.state.circle.clues if clue.operation == "surveil")
    doubts = {"hansen": 3000, "robins": 4000, "cannon": 1000}
    shares = share_blame([doubts[suspect.id] for suspect in clue.suspects], made_weight(table))
    assert {suspect.id for suspect in clue.suspects} == set(doubts)
    assert [suspect.after for suspect in clue.suspects] == [
        blame(doubts[suspect.id], share, 97) for suspect, share in zip(clue.suspects, shares, strict=True)
    ]


def made_weight(table: Situation) -> int:
    return table.scenario.catalogue.numbers.doubt.outsider_weight


def test_a_report_must_have_come_from_inside(table: Situation) -> None:
    """Rulebook 7.2, 7.4. A mole reports and is noticed: as a sympathiser in Tampico, where two others are, and from the
    household, where a sympathiser is at the house as well. Both times the outsider weighs what he weighs for reports; of the
    house only the household is suspected.
    """
    numbers = table.scenario.catalogue.numbers.doubt
    for access, place, suspects in ((3, "tampico", {"hansen", "robins", "cannon"}), (1, "coyoacan", {"hansen", "robins"})):

        def make(made: Situation, access: int = access, place: str = place) -> Situation:
            only(made, "eitingon")
            for person in HOUSEHOLD:
                made.put(person, status=Status.GONE)
            made.put("eitingon", place="mexico_city")
            made.put("cannon", place=place, access=3)
            for person, doubt in (("hansen", 3000), ("robins", 4000), ("cannon", 1000)):
                if person != "cannon":
                    made.put(person, place=place, access=access)
                made.state.circle.members[person] = replace(made.state.circle.members[person], doubt=doubt)
            made.make_mole("hansen", cover=5)
            return made.play()

        found = table.seeds_until(lambda made: made.told(CIRCLE, EventKind.CLUE, operation="report"), make)
        clue = next(clue for clue in found.state.circle.clues if clue.operation == "report")
        assert {suspect.id for suspect in clue.suspects} == suspects
        assert [row.share for row in clue.suspects] == share_blame([row.before for row in clue.suspects], numbers.inside_weight)


def test_a_leader_does_not_see_what_is_kept(table: Situation) -> None:
    """Rulebook 11.2. A raid with a line of 100 is called off at the same chance, whether the gate or the walls are kept: the
    middle of both.
    """

    def seen(walls: bool) -> int:
        made = armed(only(fresh(table, 1), "siqueiros"), preparation=3)
        keeps = (order("keep_walls", HOUSE),) if walls else ()
        made.play((order("raid", "siqueiros", call_off=100),), keeps)
        return made.told(CENTER, EventKind.CALLED_OFF)[0].chance

    assert seen(walls=True) == seen(walls=False)


def test_a_watch_strikes_off_the_innocent_and_never_a_mole(table: Situation) -> None:
    """Rulebook 7.6, 14.2. The area of the clue is watched by somebody of analysis 5: each innocent is struck off with half a
    chance and is hardly doubted any more, a mole never, however often it is tried, and is doubted twice as much by the odds
    before the blame is shared.
    """
    cleared: list[str] = []
    numbers = table.scenario.catalogue.numbers.doubt
    for seed in range(40):
        made = only(fresh(table, seed))
        for person in ("hansen", "robins", "cannon"):
            made.put(person, place="tampico", skills=(5, 0, 0, 5, 0))
            made.state.circle.members[person] = replace(made.state.circle.members[person], doubt=2000)
        made.make_mole("hansen", cover=5)
        made.make_mole("robins", cover=5)
        made.put("hansen", skills=(0, 0, 0, 0, 0))
        made.play((order("surveil", "hansen"),), (order("watch", "cannon"),))
        if made.told(CIRCLE, EventKind.WATCHED):
            for clue in [clue for clue in made.state.circle.clues if clue.operation == "surveil"][:1]:
                cleared += [row.id for row in clue.cleared]
                assert all((row.share, row.before, row.after) == (0, 2000, 100) for row in clue.cleared)
                weights = [uncleared(row.before, 50, 97) for row in clue.suspects]
                shares = share_blame(weights, numbers.outsider_weight // 2)
                assert [row.share for row in clue.suspects] == shares and set(weights) == {3333}
                assert [row.after for row in clue.suspects] == [
                    blame(weight, share, 97) for weight, share in zip(weights, shares, strict=True)
                ]
    assert cleared and set(cleared) == {"cannon"}


def test_two_moles_are_each_others_contact(table: Situation) -> None:
    """Rulebook 8.1, 14.2. Two moles are the only people of the Center's in a country. Both report. When one of them is
    alone there, he does not.
    """
    only(table).make_mole("hansen")
    table.make_mole("dobbs")
    table.play()
    assert {event.subject for event in table.told(CENTER, EventKind.REPORTED)} == {"hansen", "dobbs"}
    alone = only(fresh(table, 1))
    alone.make_mole("hansen")
    assert not alone.play().told(CENTER, EventKind.REPORTED)


def test_a_legal_whose_report_is_noticed_has_no_cover_to_lose(table: Situation) -> None:
    """Rulebook 2.12, 8.2. A legal has been put among the sympathisers. His report is noticed: there is a clue, and he stays."""

    def make(made: Situation) -> Situation:
        only(made, "eitingon", "vasilevsky").put("vasilevsky", access=3)
        return made.play()

    found = table.seeds_until(lambda made: made.told(CIRCLE, EventKind.CLUE, operation="report"), make)
    assert status(found, "vasilevsky") is Status.ACTIVE and found.state.secret.exposed == 0


def test_a_mole_of_the_household_reports_the_house_from_afar(table: Situation) -> None:
    """Rulebook 8.1. A mole of the household is in Paris with a colleague; the Old Man is at home in Coyoacán and not
    located. He reports all the same: located, the track at least 7. A member in Paris could not have told it.
    """
    for access, located in ((1, "coyoacan"), (2, "")):
        made = only(fresh(table, 1), "eitingon")
        made.state.center.seat, made.state.center.track = "", 2
        made.put("naville", place="paris", access=access)
        made.make_mole("naville")
        made.play()
        assert made.state.center.seat == located
        assert made.state.center.track == (7 if located else 1)


def test_a_mole_who_vets(table: Situation) -> None:
    """Rulebook 7.8. A mole vets another mole twenty times: clean each time. He vets an innocent forty times: guilty about
    every second time.
    """
    guilty = 0
    for seed in range(40):
        made = fresh(table, seed)
        made.make_mole("natalia")
        made.make_mole("schussler")
        target = "schussler" if seed < 20 else "buchman"
        made.play((), (order("vet", "natalia", target),))
        finding = made.state.circle.findings[0]
        assert not (finding.guilty and target == "schussler")
        guilty += finding.guilty
    for seed in range(40, 60):
        made = fresh(table, seed)
        made.make_mole("natalia")
        made.play((), (order("vet", "natalia", "buchman"),))
        guilty += made.state.circle.findings[0].guilty
    assert 10 <= guilty <= 30


def test_a_mole_ordered_by_both_sides_does_both(table: Situation) -> None:
    """Rulebook 2.9, 14.1. A mole in New York is told to publish by the Circle and to surveil by the Center. Both orders are
    carried out, each side hears of its own, and the Circle's influence grows if he succeeded.
    """
    found = table.seeds_until(
        lambda made: made.told(CIRCLE, EventKind.SUCCEEDED, operation="publish"),
        lambda made: (
            made.make_mole("hansen"),
            made.play((order("surveil", "hansen"),), (order("publish", "hansen"),)),
        )[1],
    )
    for audience, operation in ((CENTER, "surveil"), (CIRCLE, "publish")):
        kinds = {event.kind for event in found.events if event.audience is audience and event.operation == operation}
        assert kinds & {EventKind.SUCCEEDED, EventKind.FAILED}
    assert found.told(CIRCLE, EventKind.SUCCEEDED, operation="publish")[0].changes[0].after == 9


def test_a_mole_leaves_with_the_old_man(table: Situation) -> None:
    """Rulebook 14.1, 11.3, 3.8. A mole of the household has the Center's order to prepare; in the same turn the Old Man
    moves house. The mole travels with him, and his order lapses; its cost comes back.
    """
    armed(table, track=8, preparation=1).make_mole("schussler")
    table.state.circle.funds, table.state.circle.sections["taxco"] = 9, 1
    funds = table.state.center.funds
    table.play((order("prepare", "schussler"),), (order("relocate", OLD_MAN, "taxco"),))
    assert table.told(CENTER, EventKind.LAPSED, subject="schussler", text=ReasonKind.HAS_ORDER.value)
    assert table.state.center.funds == funds + table.scenario.catalogue.numbers.income.center.value
    assert table.state.bodies["schussler"].place == "taxco"


def test_who_works_for_the_circle_alone_still_lies_low(table: Situation) -> None:
    """Rulebook 3.5, 14.1. A mole with worn cover who only publishes mends it in some months; one who has an order from the
    Center never does, even if that order lapses.
    """

    def cover(made: Situation, center: tuple[Order, ...]) -> int:
        made.make_mole("hansen")
        made.agent("hansen", cover=2, legend=4)
        made.play(center, (order("move", "hansen", "coyoacan"),) if center else (order("publish", "hansen"),))
        return made.state.center.agents["hansen"].cover

    assert {cover(fresh(table, seed), ()) for seed in range(12)} >= {2, 3}
    assert {cover(fresh(table, seed), (order("surveil", "hansen"),)) for seed in range(12)} == {2}


def test_a_mole_is_no_guard_and_no_watch(table: Situation) -> None:
    """Rulebook 2.10, 2.19. Of two people of the household one is a mole; neither has an order. One guard stands. The mole is
    told to watch and succeeds: the area is not watched, so that a stranger who leaves traces is never recognised.
    """
    for seed in range(30):
        made = only(fresh(table, seed), "siqueiros")
        for person in HOUSEHOLD[1:]:
            made.put(person, status=Status.GONE)
        made.put("octavio_fernandez", skills=(5, 5, 5, 5, 5))
        made.make_mole("octavio_fernandez")
        made.put("siqueiros", skills=(0, 0, 0, 0, 0))
        made.play((order("surveil", "siqueiros"),), (order("watch", "octavio_fernandez"),))
        assert not made.state.circle.strangers
        if made.state.center.guards_turn == 1:
            assert made.state.center.guards_seen == 1


# ---- strikes -----------------------------------------------------------------------------------------------------------


def test_two_strikes_in_one_turn(table: Situation) -> None:
    """Rulebook 10.1, 3.8. A raid and a lone hand are ordered in one turn. If the first fails, the other lapses and its cost
    comes back; which of them came first depends on the seed.
    """
    first: set[str] = set()
    for seed in range(60):
        made = armed(fresh(table, seed))
        made.let_in("jacson")
        funds = made.state.center.funds
        made.play((order("raid", "siqueiros"), order("lone_hand", "jacson")))
        if made.state.is_over():
            continue
        (lapsed,) = made.told(CENTER, EventKind.LAPSED)
        assert len(made.told(CENTER, EventKind.STRUCK)) == 1
        tried = {"raid": "lone_hand", "lone_hand": "raid"}[lapsed.operation]
        cost = made.scenario.catalogue.operations[tried].cost
        income = made.scenario.catalogue.numbers.income.center.value
        assert made.state.center.funds == funds - cost + income
        first.add(tried)
    assert first == {"raid", "lone_hand"}


def test_a_strike_that_lapsed_was_not_tried(table: Situation) -> None:
    """Rulebook 10.1. Track 6, and in this turn the Old Man hides: 4 are left, too few for the lone hand that was ordered
    with a raid. The lone hand lapses, the raid is tried, in whatever order they came.
    """
    tried = 0
    for seed in range(40):
        made = armed(fresh(table, seed), track=6)
        made.let_in("jacson")
        made.play((order("raid", "siqueiros"), order("lone_hand", "jacson")), (order("hide", OLD_MAN),))
        if made.state.is_over():
            continue  # killed by the raid before the lone hand's turn came
        tried += 1
        assert [event.operation for event in made.told(CENTER, EventKind.LAPSED)] == ["lone_hand"]
        assert made.told(CENTER, EventKind.STRUCK, operation="raid")
    assert tried


def test_a_strike_that_was_called_off_was_tried(table: Situation) -> None:
    """Rulebook 10.2. A raid with a line of 100 % is called off: preparation 4 instead of 5, 3 funds are spent, and all that the
    Circle can notice are traces. Where a lone hand was ordered too and comes after it, he lapses.
    """
    after = 0
    for seed in range(40):
        made = armed(fresh(table, seed))
        made.let_in("jacson")
        funds = made.state.center.funds
        made.play((order("raid", "siqueiros", call_off=100), order("lone_hand", "jacson")))
        if not made.told(CENTER, EventKind.CALLED_OFF):
            continue
        after += 1
        assert made.told(CENTER, EventKind.LAPSED, operation="lone_hand")
        assert made.state.center.preparation == 4
        assert made.state.center.funds == funds - 3 + made.scenario.catalogue.numbers.income.center.value
        noticed = [event for event in made.events if event.audience is CIRCLE and event.operation in ("raid", "lone_hand")]
        assert {event.kind for event in noticed} <= {EventKind.CLUE}
    assert after


def test_a_raider_lost_on_the_way(table: Situation) -> None:
    """Rulebook 14.6, 10.4, 9.2. Three of the Center's illegals are at the seat. One of them has cover 1, surveils in the same
    turn and leaves traces: he is blown before the strike, and the party that goes in has the force of the other two.
    """

    force = {"siqueiros": 1, "luis_arenal": 3, "antonio_pujol": 1}

    def make(made: Situation) -> Situation:
        armed(only(made, *RAIDERS))
        made.agent("luis_arenal", cover=1)
        for person, strength in force.items():
            made.put(person, skills=(0, 0, 0, 0, strength))
        return made.play((order("surveil", "luis_arenal"), order("raid", "siqueiros", call_off=100)))

    def chance(made: Situation) -> int:
        return made.told(CENTER, EventKind.CALLED_OFF)[0].chance

    whole = table.seeds_until(lambda made: not made.told(CENTER, EventKind.BLOWN), make)
    short = table.seeds_until(lambda made: made.told(CENTER, EventKind.BLOWN, subject="luis_arenal"), make)
    assert status(short, "luis_arenal") in (Status.GONE, Status.ARRESTED)
    assert chance(whole) - chance(short) == 2 * force["luis_arenal"]


def test_raiders_afterwards(table: Situation) -> None:
    """Rulebook 10.3, 10.4, 9.1. A raid fails. Security +2, preparation nought, paranoia +2 and one more for each officer who is
    unmasked, influence +2. Each raider is arrested, or has lost 2 cover, or, if he had no more than 2, is blown.
    """
    ends: set[Status] = set()
    for seed in range(60):
        made = armed(fresh(table, seed))
        made.agent("antonio_pujol", cover=2)
        made.state.center.paranoia = 0
        made.play((order("raid", "siqueiros"),))
        if made.state.is_over():
            continue
        assert made.state.circle.security["coyoacan"] == 6 and made.state.center.preparation == 0
        assert made.told(CENTER, EventKind.STRUCK)[0].number == 0
        for person in RAIDERS:
            ends.add(status(made, person))
            if status(made, person) is Status.ACTIVE:
                assert person != "antonio_pujol" and made.state.center.agents[person].cover in (1, 2)  # 3 − 2, perhaps mended
        unmasked = sum(status(made, person) is not Status.ACTIVE for person in RAIDERS)
        assert made.state.secret.exposed == unmasked and made.state.center.paranoia == 2 + unmasked
    assert ends == {Status.ACTIVE, Status.ARRESTED, Status.GONE}


def test_a_raid_counts_only_who_is_there(table: Situation) -> None:
    """Rulebook 10.4. A colleague in Paris adds nothing to the party's force and is not looked for afterwards."""
    for seed in range(20):
        made = armed(fresh(table, seed))
        made.play((order("raid", "siqueiros"),))
        assert status(made, "eitingon") is Status.ACTIVE and made.state.center.agents["eitingon"].cover == 4


def test_the_lone_hand_who_fails(table: Situation) -> None:
    """Rulebook 10.5, 10.3. A lone hand fails. He is arrested for certain; paranoia +2 for the strike and +1 for him, and not once
    more because he is an officer; one person is unmasked.
    """

    def make(made: Situation) -> Situation:
        armed(only(made, "jacson")).let_in("jacson")
        made.state.center.paranoia = 0
        return made.play((order("lone_hand", "jacson"),))

    found = table.seeds_until(lambda made: not made.state.is_over(), make)
    assert status(found, "jacson") is Status.ARRESTED
    assert found.state.center.paranoia == 3 and found.state.secret.exposed == 1


def test_of_a_lone_hand_who_was_taken_both_know_who_he_was(table: Situation) -> None:
    """Rulebook 9.1, 10.5. He had come as a newcomer, under a name that he gave; he strikes, fails and is taken. The Circle's
    dossier bears the name by which the world knows him.
    """
    true_name = table.scenario.setup.people["jacson"].name

    def make(made: Situation) -> Situation:
        made.let_in("jacson")
        made.state.circle.faces["jacson"] = replace(made.state.circle.faces["natalia"], name="Frank Smith")
        return armed(made).play((order("lone_hand", "jacson"),))

    taken = table.seeds_until(lambda made: made.told(CENTER, EventKind.STRUCK, number=0), make)
    assert status(taken, "jacson") is Status.ARRESTED and taken.state.circle.faces["jacson"].name == true_name


def test_nothing_of_the_turn_comes_after_a_killing(table: Situation) -> None:
    """Rulebook 3.11. The raid succeeds in a turn in which the Circle meant to denounce somebody and a mole would have reported.
    Nobody is denounced and nobody reports.
    """

    def make(made: Situation) -> Situation:
        armed(made).make_mole("hansen")
        return made.play((order("raid", "siqueiros"),), (order("denounce", MOVEMENT, "hansen"),))

    found = table.seeds_until(lambda made: made.state.is_over(), make)
    assert status(found, "hansen") is Status.ACTIVE
    assert not found.told(CIRCLE, EventKind.DENOUNCED) and not found.told(CENTER, EventKind.REPORTED)


# ---- travelling --------------------------------------------------------------------------------------------------------


def test_the_target_travels_in_the_same_turn(table: Situation) -> None:
    """Rulebook 14.4, 3.8. An agent courts somebody whom the Circle sends on a journey in this very turn: the order lapses, and
    the Center knows that he is gone from there.
    """
    friends(table, "jacson", "estrin", 1)
    table.play((order("cultivate", "jacson", "estrin"),), (order("move", "estrin", "new_york"),))
    assert table.told(CENTER, EventKind.LAPSED, subject="jacson")
    assert table.state.center.sightings["estrin"].gone


def test_who_leaves_can_still_be_denounced_but_not_vetted(table: Situation) -> None:
    """Rulebook 14.4, 2.3, 9.2. A mole is sent on a journey and denounced in the same turn: he is blown, and the police of the
    country he has left look for him. Vetted in that turn he would not have been met: the order lapses.
    """
    table.make_mole("cannon")
    table.play((), (order("move", "cannon", "coyoacan"), order("denounce", MOVEMENT, "cannon")))
    assert status(table, "cannon") in (Status.GONE, Status.ARRESTED)
    other = fresh(table, 1)
    other.play((), (order("move", "cannon", "coyoacan"), order("vet", "hansen", "cannon")))
    assert other.told(CIRCLE, EventKind.LAPSED, subject="hansen", operation="vet")
    assert not other.state.circle.findings


def test_who_leaves_cannot_be_admitted(table: Situation) -> None:
    """Rulebook 14.4. A member is on his way to the seat; he cannot be taken into the household before he is there."""
    table.play((), (order("move", "octavio_fernandez", "new_york"), order("admit", MOVEMENT, "octavio_fernandez")))
    assert table.told(CIRCLE, EventKind.LAPSED, operation="admit")
    assert table.state.bodies["octavio_fernandez"].access == 2


def test_the_old_man_leaves_while_agents_travel_to_him(table: Situation) -> None:
    """Rulebook 14.5, 11.4, 5.2. An agent sets out for Mexico City in the turn in which the Old Man leaves for the United
    States. The agent arrives. The Center has lost the seat, track and preparation, and his Surveil finds nobody.
    """

    def make(made: Situation) -> Situation:
        armed(made, track=6, preparation=2)
        made.state.circle.visas, made.state.circle.sections["minneapolis"] = ("usa",), 1
        made.put("jacson", skills=(5, 5, 5, 5, 5))
        made.play((order("travel", "jacson", "mexico_city"),), (order("relocate", OLD_MAN, "minneapolis"),))
        made.play()
        return made.play((order("surveil", "jacson"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.SURVEYED, subject="jacson"), make)
    assert found.state.bodies["jacson"].place == "mexico_city"
    assert found.told(CENTER, EventKind.SURVEYED, subject="jacson")[0].number == 0
    assert found.state.center.seat == "" and (found.state.center.track, found.state.center.preparation) == (0, 0)


def test_who_comes_by_himself_to_where_the_old_man_is_bound_is_told_of(table: Situation) -> None:
    """Rulebook 3.10, 11.3. The Old Man is two turns on his way to Taxco, with the household. A hand who was sent there before
    arrives, in one turn or in the same as he: the Circle is told of the hand, and of the household in one with the Old Man.
    """
    for arrives in (2, 3):
        made = fresh(table, 1)
        made.state.circle.moving_to, made.state.circle.moving_arrives = "taxco", 3
        made.put("hansen", status=Status.IN_TRANSIT, destination="taxco", arrives=arrives)
        made.put("natalia", status=Status.IN_TRANSIT, destination="taxco", arrives=3)
        told = [event for _ in range(2) for event in made.play().told(CIRCLE, EventKind.ARRIVED)]
        assert [event.turn for event in told if event.subject == "hansen"] == [arrives]
        assert not [event for event in told if event.subject == "natalia"]
        assert made.told(CIRCLE, EventKind.SETTLED) and made.state.bodies["natalia"].place == "taxco"


def test_inside_the_country_the_center_finds_the_new_house(table: Situation) -> None:
    """Rulebook 11.4, 8.3. Located, track 7, preparation 3; he moves inside Mexico and nobody looks. The track fades to 6; four
    fifths are left on his arrival: 4; preparation 2; the Center knows the new house.
    """
    only(armed(table, track=7, preparation=3))
    table.state.circle.funds, table.state.circle.sections["taxco"] = 9, 1
    table.play((), (order("relocate", OLD_MAN, "taxco"),))
    assert (table.state.center.seat, table.state.center.track, table.state.center.preparation) == ("taxco", 4, 2)


def test_what_is_ready_for_the_old_house_is_not_ready_for_the_new_one_even_if_neither_is_known(table: Situation) -> None:
    """Rulebook 11.4. Not located, track 6, preparation 4; he moves inside Mexico: the track fades to 5, and four fifths are left
    of both. Where he lives now the Center does not know either.
    """
    only(armed(table, track=6, preparation=4))
    table.state.center.seat = ""
    table.state.circle.funds, table.state.circle.sections["taxco"] = 9, 1
    table.play((), (order("relocate", OLD_MAN, "taxco"),))
    assert (table.state.center.seat, table.state.center.track, table.state.center.preparation) == ("", 4, 3)


def test_who_was_recognised_on_his_way_in_is_doubted_as_he_comes(table: Situation) -> None:
    """Rulebook 5.5. Two have got themselves introduced; on one of them the Circle has opened a dossier since. Both come: he at
    90 %, the other like any newcomer.
    """
    table.state.secret.expected = ("jacson", "eitingon")
    table.state.circle.strangers["jacson"] = Sighting(id="jacson", place="paris", access=4, turn=1)
    table.play()
    members, numbers = table.state.circle.members, table.scenario.catalogue.numbers.doubt
    assert (members["jacson"].doubt, members["eitingon"].doubt) == (numbers.reported * 100, numbers.newcomer * 100)
    assert "jacson" not in table.state.circle.strangers


def test_nobody_who_was_won_over_strikes_alone(table: Situation) -> None:
    """Rulebook 5.13, 9.1. Jacson and Schüssler, a recruit, are both in the household, and all is prepared. Only Jacson can be
    given the order.
    """
    armed(table).let_in("jacson")
    table.make_mole("schussler")
    assert refuse_set(table.view(Side.CENTER), (order("lone_hand", "jacson"),)) == []
    assert refuse_set(table.view(Side.CENTER), (order("lone_hand", "schussler"),))


def test_a_friend_who_has_been_won_over_opens_no_door_to_a_lone_hand(table: Situation) -> None:
    """Rulebook 2.15, 5.13. Jacson of the household is a friend of Schüssler's, rapport 3. Schüssler is recruited: the rapport is
    of no use any more.
    """
    armed(table).put("jacson", place=table.state.circle.seat, access=1)
    table.agent("jacson", contacts=(("schussler", 3),))

    def best_friend() -> tuple[int, int]:
        shares = choice_for(table.view(Side.CENTER), order("lone_hand", "jacson")).success.shares
        return next(share.amount for share in shares if share.stat is Stat.HOUSEHOLD_RAPPORT)

    assert best_friend()[1] == 3
    table.make_mole("schussler")
    assert best_friend() == (0, 0)


def test_a_journey_takes_the_turns_it_fills(table: Situation) -> None:
    """Rulebook 2.2, 2.3. An agent sets out from Paris for New York in turn 1, a week at sea and a month to the turn: he can be
    given orders in turn 2, and during turn 1 he neither lies low nor is seen.
    """
    days = table.atlas.journeys("paris", ())["new_york"].days
    assert 0 < days <= 30
    made = table.seeds_until(
        lambda made: made.told(CENTER, EventKind.SUCCEEDED, operation="travel"),
        lambda made: (made.agent("jacson", cover=3), made.play((order("travel", "jacson", "new_york"),)))[1],
    )
    body = made.state.bodies["jacson"]
    assert (body.place, body.status, made.state.turn) == ("new_york", Status.ACTIVE, 2)
    assert made.state.center.agents["jacson"].cover == 3
    assert "jacson" in actors(made.view(Side.CENTER))


# ---- nobody left, asylum -----------------------------------------------------------------------------------------------


def test_nobody_left_on_the_roster(table: Situation) -> None:
    """Rulebook 14.7, 12.5. Everybody of the Circle is dead. No person can be given an order, but the Old Man can hide; he has no
    guards; and where a section is left, newcomers still come.
    """

    def make(made: Situation) -> Situation:
        for person in list(made.state.circle.members):
            made.put(person, status=Status.DEAD)
        made.state.public.influence = 20
        return made.play((), (order("hide", OLD_MAN),))

    found = table.seeds_until(lambda made: made.told(CIRCLE, EventKind.NEWCOMER), make)
    assert found.told(CIRCLE, EventKind.SUCCEEDED, operation="hide")
    assert found.state.bodies["newcomer_1"].place in {"new_york", "mexico_city", "coyoacan", "casa_azul", "paris"}
    view = found.view(Side.CIRCLE)
    assert {MOVEMENT, OLD_MAN} <= set(actors(view))
    assert [person for person in actors(view) if person in view.bodies] == ["newcomer_1"]
    assert not list(legal_orders(view, "newcomer_1")), "a sympathiser is no hand"
    assert {"admit", "dismiss", "denounce"} <= {order.operation for order in legal_orders(view, MOVEMENT)}


def test_nobody_left_at_the_center(table: Situation) -> None:
    """Rulebook 14.7. The Center has nobody left. It passes until the last turn, and he lives."""
    only(table)
    table.state.public.influence = 0
    while not table.state.is_over():
        table.play()
    verdict = table.state.public.verdict
    assert verdict is not None and verdict.turn == table.scenario.catalogue.turns
    assert verdict.id in ("alive", "forgotten", "hunters_hunted")


def test_interned(table: Situation) -> None:
    """Rulebook 11.2, 11.3, 12.1. He is interned. The Circle has 2 signals, loses 1 influence a turn, cannot move him inside the
    country, but abroad without a section and without waiting; once he has left, it is over.
    """
    host(table, tolerance=0)
    table.state.public.interned, table.state.public.influence = 1, 10
    table.state.circle.visas, table.state.circle.relocated, table.state.circle.funds = ("usa",), 1, 9
    table.state.circle.sections.update(taxco=1)
    view = table.view(Side.CIRCLE)
    assert view.signals == 2
    assert refuse(view, order("relocate", OLD_MAN, "taxco")) is not None
    abroad = order("relocate", OLD_MAN, "minneapolis")
    assert refuse(view, abroad) is None
    table.play((), (abroad,))
    assert table.state.public.influence == 9 and not table.state.public.interned
    assert table.state.public.asylum == "usa" and table.view(Side.CIRCLE).signals == 4


def test_deportation_is_counted_from_the_beginning_again(table: Situation) -> None:
    """Rulebook 11.1. Tolerance is nought in turns 1 and 2, 1 in turn 3, nought from turn 4. Ordered out in 1, released in 3,
    ordered out in 4, interned in 6, deported in 10.
    """
    noted: dict[str, int] = {}
    while not table.state.is_over():
        turn = table.state.turn
        host(table, tolerance=1 if turn == 3 else 0)
        table.play()
        for kind in (EventKind.ORDERED_OUT, EventKind.RELEASED, EventKind.INTERNED):
            if table.told(CIRCLE, kind):
                noted[f"{kind.value} {turn}"] = turn
    verdict = table.state.public.verdict
    assert list(noted) == ["ordered_out 1", "released 3", "ordered_out 4", "interned 6"]
    assert verdict is not None and (verdict.id, verdict.turn, verdict.score) == ("deported", 10, 40)


def test_asylum_is_not_judged_while_he_travels(table: Situation) -> None:
    """Rulebook 11.1. He leaves for a country whose tolerance is nought. In the turn of his departure he is not ordered out;
    he is in the first reckoning after he has arrived.
    """
    host(table, tolerance=0, country="usa")
    table.state.circle.visas, table.state.circle.sections["minneapolis"], table.state.circle.funds = ("usa",), 1, 9
    table.play((), (order("relocate", OLD_MAN, "minneapolis"),))
    assert table.state.public.ordered_out == 0
    host(table, tolerance=0, country="usa").play()
    assert table.state.public.ordered_out == 2


def test_who_is_interned_late_is_deported_late(table: Situation) -> None:
    """Rulebook 11.1. Ordered out in turn 1, he is on his way inside the country in turns 2 and 3. He would have been
    interned in turn 3, and is in turn 4, and deported four turns after that.
    """
    while not table.state.is_over():
        if table.state.turn == 2:
            table.state.circle.moving_to, table.state.circle.moving_arrives = "taxco", 4
        host(table, tolerance=0).play()
        assert bool(table.told(CIRCLE, EventKind.INTERNED)) is (table.state.public.interned == 4 and table.state.turn == 5)
    verdict = table.state.public.verdict
    assert verdict is not None and (verdict.id, verdict.turn) == ("deported", 8)


def test_a_legal_lacks_all_cover_at_a_frontier(table: Situation) -> None:
    """Rulebook 4.5, 5.1. A legal has no cover: at a frontier he lacks as much as there can be, and loses nothing if he fails."""
    view, whole = table.view(Side.CENTER), table.scenario.catalogue.numbers.bounds.cover
    choice = choice_for(view, order("travel", "vasilevsky", "new_york"))
    assert [share.amount for share in choice.success.shares if share.stat == Stat.COVER_MISSING] == [(whole, whole)]


def test_a_visa_is_withdrawn(table: Situation) -> None:
    """Rulebook 11.5, 5.9. The Circle holds a visa of a country with tolerance 3. A legal presses there with success: 2 is less
    than 3, and the visa is gone.
    """

    def make(made: Situation) -> Situation:
        host(made, tolerance=3, country="usa")
        made.state.circle.visas = ("usa",)
        return made.play((order("press", "ovakimian"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.SUCCEEDED, operation="press"), make)
    assert found.state.circle.visas == () and found.told(CIRCLE, EventKind.VISA_WITHDRAWN, place="usa")


# ---- exposure ----------------------------------------------------------------------------------------------------------


def test_going_over_in_the_middle_of_an_operation(table: Situation) -> None:
    """Rulebook 14.9, 9.7. Paranoia is 6 and a raider with loyalty nought prepares the house in this turn. He goes over in the
    reckoning: what he prepared stays; paranoia is 8; a captive has talked; nobody is unmasked; he is missing next turn.
    """

    def make(made: Situation) -> Situation:
        armed(only(made, *RAIDERS), track=8, preparation=2)
        made.state.center.paranoia = 6
        made.state.secret.loyalty["luis_arenal"] = 0
        return made.play((order("prepare", "luis_arenal"),))

    def wanted(made: Situation) -> bool:
        prepared = made.told(CENTER, EventKind.SUCCEEDED, operation="prepare")
        return bool(prepared) and status(made, "luis_arenal") is Status.DEFECTED

    found = table.seeds_until(wanted, make)
    assert found.state.center.preparation == 3 and found.state.secret.captive_talked and found.state.secret.exposed == 0
    assert found.state.center.paranoia == 8
    assert "luis_arenal" not in actors(found.view(Side.CENTER))


def test_nobody_goes_over_while_moscow_trusts(table: Situation) -> None:
    """Rulebook 9.7. Paranoia 4: somebody with loyalty nought stays, in however many months."""
    for seed in range(40):
        made = fresh(table, seed)
        made.state.center.paranoia = 4
        made.state.secret.loyalty["luis_arenal"] = 0
        assert status(made.play(), "luis_arenal") is Status.ACTIVE


def test_a_doubtful_officer_is_recalled_on_a_demand(table: Situation) -> None:
    """Rulebook 5.14, 12.3. Moscow demands an officer; one with loyalty nought is recalled and goes over (60 %). Paranoia +2 for
    the defection; nothing is taken off; the demand counts as answered.
    """

    def make(made: Situation) -> Situation:
        made.state.center.paranoia, made.state.center.demand = 5, 1
        made.state.secret.loyalty["caridad"] = 0
        return made.play((order("recall", "caridad"),))

    found = table.seeds_until(lambda made: status(made, "caridad") is Status.DEFECTED, make)
    assert not found.told(CENTER, EventKind.DEMAND_UNMET)
    assert found.told(CENTER, EventKind.DEFECTED) and found.state.center.paranoia == 7
    home = table.seeds_until(lambda made: status(made, "caridad") is Status.RECALLED, make)
    assert home.state.center.paranoia == 4


def test_whom_a_captive_knows(table: Situation) -> None:
    """Rulebook 9.6, 7.10. A mole in New York is denounced, arrested, and talks. He can name the mole and the illegal who are in
    New York with him: the mole is at 90 % then, the illegal a known stranger. Named or not, the legal is no stranger, but once
    named the Circle knows who he is; and a colleague in Paris whom he never met is never named.
    """
    named: set[str] = set()
    for seed in range(120):
        made = fresh(table, seed)
        made.put("jacson", place="new_york")
        made.make_mole("hansen")
        made.make_mole("cannon")
        made.put("hansen", skills=(0, 0, 0, 0, 0))
        made.play((), (order("denounce", MOVEMENT, "hansen"),))
        if not made.told(CIRCLE, EventKind.TALKED, subject="hansen"):
            continue
        now = {event.subject for event in made.told(CIRCLE, EventKind.NAMED)}
        named |= now
        assert "ovakimian" not in made.state.circle.strangers
        assert ("ovakimian" in made.state.circle.faces) == ("ovakimian" in now)
        if "cannon" in now:
            assert made.state.circle.members["cannon"].doubt >= 9000
        assert ("jacson" in made.state.circle.strangers) == ("jacson" in now) or status(made, "jacson") is Status.ARRESTED
    assert named >= {"cannon", "jacson", "ovakimian"} and not named & {"eitingon", "caridad", "zborowski"}


def test_a_captive_knows_whom_he_met_of_late_and_nobody_who_came_after_him(table: Situation) -> None:
    """Rulebook 9.6, 2.3. A mole is arrested. Three turns ago he was in one place with an agent who has been in Paris since: him
    he can name. Another came to that place the turn after he had left it: of him he knows nothing.
    """
    named: set[str] = set()
    for seed in range(120):
        made = fresh(table, seed)
        made.make_mole("hansen")
        made.put("hansen", skills=(0, 0, 0, 0, 0))
        made.agent("hansen", trail=("brussels", "", "new_york"))
        made.agent("eitingon", trail=("brussels", "paris", "paris"))
        made.agent("caridad", trail=("paris", "brussels", ""))
        made.play((), (order("denounce", MOVEMENT, "hansen"),))
        named |= {event.subject for event in made.told(CIRCLE, EventKind.NAMED)}
    assert "eitingon" in named and "caridad" not in named


def test_without_eyes_there_is_no_clue(table: Situation) -> None:
    """Rulebook 7.1, 4.3. An illegal leaves traces in Lisbon, where nobody of the Circle is. He loses one cover and the alert
    rises; the Circle learns nothing, and attribution gains nothing.
    """

    def make(made: Situation) -> Situation:
        only(made, "caridad").put("caridad", place="lisbon", skills=(0, 0, 0, 0, 0))
        return made.play((order("surveil", "caridad"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.LEFT_TRACES, subject="caridad"), make)
    assert not found.state.circle.clues and found.state.secret.clues == 0
    assert found.state.center.agents["caridad"].cover == 3
    traced = found.seeds_until(lambda made: made.told(CENTER, EventKind.LEFT_TRACES) and _alert(made) == 1, make)
    assert not traced.told(CIRCLE, EventKind.CLUE)


def _alert(made: Situation) -> int:
    country = made.scenario.catalogue.places["lisbon"].country
    return made.state.public.countries[country].alert


def test_a_legal_whom_a_watch_recognises(table: Situation) -> None:
    """Rulebook 7.6, 2.12, 9.5. A legal leaves traces in a watched place and is recognised. The clue names him and blames nobody
    else; he is no known stranger; he can be expelled, and never arrested. An illegal would be a known stranger.
    """
    for post in (Post.LEGAL, Post.ILLEGAL):

        def make(made: Situation, post: Post = post) -> Situation:
            made.put("ovakimian", skills=(0, 0, 0, 0, 0))
            made.agent("ovakimian", post=post, cover=0 if post is Post.LEGAL else 5)
            made.put("hansen", skills=(5, 0, 0, 5, 0))
            return made.play((order("surveil", "ovakimian"),), (order("watch", "hansen"),))

        found = table.seeds_until(lambda made: any(clue.stranger for clue in made.state.circle.clues), make)
        clue = next(clue for clue in found.state.circle.clues if clue.stranger)
        assert (clue.stranger, clue.suspects) == ("ovakimian", ())
        if post is Post.LEGAL:
            assert "ovakimian" not in found.state.circle.strangers and status(found, "ovakimian") is not Status.ARRESTED
        else:
            assert found.told(CIRCLE, EventKind.STRANGER, subject="ovakimian")


def test_a_refused_offer_with_traces(table: Situation) -> None:
    """Rulebook 5.4, 7.10. An outsider asks somebody in vain and leaves traces: he is a known stranger, their rapport is
    nought, nobody else is suspected. In vain without traces: the acquaintance is over and the Circle knows nothing.
    """

    def make(made: Situation) -> Situation:
        only(made, "caridad").put("caridad", skills=(0, 0, 0, 0, 0))
        friends(made, "caridad", "estrin", 2)
        made.state.secret.loyalty["estrin"] = 5
        return made.play((order("recruit", "caridad", "estrin"),))

    loud = table.seeds_until(lambda made: made.told(CIRCLE, EventKind.APPROACHED), make)
    assert "caridad" in loud.state.circle.strangers or status(loud, "caridad") is Status.ARRESTED
    assert loud.state.center.agents["caridad"].rapport_with("estrin") == 0 and not loud.state.circle.clues
    quiet = table.seeds_until(
        lambda made: made.told(CENTER, EventKind.FAILED) and not made.told(CENTER, EventKind.LEFT_TRACES), make
    )
    assert quiet.state.center.agents["caridad"].rapport_with("estrin") == 0
    assert not quiet.state.circle.strangers and not quiet.told(CIRCLE, EventKind.APPROACHED)


def test_a_dismissed_mole_comes_back_as_a_new_man(table: Situation) -> None:
    """Rulebook 6.9, 5.5. A sympathiser of 80 % who is a mole is dismissed: an outsider, off the roster. With a friend in the
    movement he infiltrates again, and is on the roster with the 13 % of any newcomer.
    """

    def make(made: Situation) -> Situation:
        made.put("serge", skills=(5, 5, 5, 5, 5))
        made.make_mole("serge", cover=5)
        made.state.circle.members["serge"] = made.state.circle.members["serge"].__class__(id="serge", doubt=8000)
        made.play((), (order("dismiss", MOVEMENT, "serge"),))
        assert made.state.bodies["serge"].access == 4 and "serge" not in made.state.circle.members
        friends(made, "serge", "naville", 3)
        return made.play((order("infiltrate", "serge", "naville"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.SUCCEEDED, operation="infiltrate"), make)
    assert found.state.bodies["serge"].access == 3 and found.state.circle.members["serge"].doubt == 1300


# ---- the Circle's own house --------------------------------------------------------------------------------------------


def test_who_has_an_order_does_not_guard_even_if_it_lapses(table: Situation) -> None:
    """Rulebook 2.19, 14.12. Two of the household publish in one area with skill that does not fail; the second lapses. Neither
    stands guard in this turn: a Surveil counts the five others who are left, of whom one is strong, and never more than five.
    """

    def make(made: Situation) -> Situation:
        only(made, "siqueiros").put("siqueiros", skills=(5, 5, 5, 5, 5))
        for person in HOUSEHOLD[3:]:
            made.put(person, status=Status.GONE)
        orders = (order("publish", "natalia"), order("publish", "van_heijenoort"))
        return made.play((order("surveil", "siqueiros"),), orders)

    found = table.seeds_until(
        lambda made: made.told(CIRCLE, EventKind.LAPSED, operation="publish") and made.state.center.guards_turn == 1, make
    )
    assert found.state.center.guards_seen == 1, "of three in the house, Rosmer alone has no order"


def test_one_publication_counts_for_an_area(table: Situation) -> None:
    """Rulebook 6.5, 3.8. Three publish in New York. After the first success the others lapse, and only the funds of those who
    tried are spent; influence grows by one.
    """

    def make(made: Situation) -> Situation:
        made.state.public.influence = 8
        return made.play((), tuple(order("publish", person) for person in ("hansen", "robins", "cannon")))

    found = table.seeds_until(
        lambda made: (
            [event.kind for event in made.events if event.audience is CIRCLE and event.operation == "publish"]
            == [EventKind.FAILED, EventKind.SUCCEEDED, EventKind.LAPSED]
        ),
        make,
    )
    income = found.view(Side.CIRCLE).income
    assert found.state.public.influence == 9 and found.state.circle.funds == 5 - 2 + income


def test_fortify_up_to_what_the_house_can_bear(table: Situation) -> None:
    """Rulebook 6.2, 14.11. Security 8 of 9 and funds for two: two build in one turn. The first makes it 9; for the second the
    house can bear no more, his order lapses, and his 4 funds come back. In the next turn the order is refused.
    """
    table.state.circle.security["coyoacan"], table.state.circle.funds = 8, 8
    orders = (order("fortify", "natalia"), order("fortify", "buchman"))
    assert refuse_set(table.view(Side.CIRCLE), orders) == []
    table.play((), orders)
    income = table.view(Side.CIRCLE).income
    assert table.state.circle.security["coyoacan"] == 9 and table.state.circle.funds == 4 + income
    reason = refuse(table.view(Side.CIRCLE), order("fortify", "natalia"))
    assert reason is not None and reason.kind in (ReasonKind.NEEDS, ReasonKind.NO_FUNDS)


def test_hiding_before_a_strike(table: Situation) -> None:
    """Rulebook 6.12, 3.6, 10.1. Track 5, and a raid needs 4. The Old Man hides in the phase shield: 3 are left when the strike
    comes, and it lapses. Influence falls by one in the reckoning.
    """
    armed(table, track=5)
    table.state.public.influence = 8
    table.play((order("raid", "siqueiros"),), (order("hide", OLD_MAN),))
    assert table.told(CENTER, EventKind.LAPSED, operation="raid", text=ReasonKind.NEEDS.value)
    assert table.state.public.influence == 7


def test_what_a_side_cannot_know_is_no_reason_to_refuse(table: Situation) -> None:
    """Rulebook 3.4, 2.20. An illegal is a known stranger and the Center has not been told. His order to infiltrate is accepted,
    lapses, and from then on the Center knows.
    """
    friends(table, "jacson", "estrin", 2)
    body = table.state.bodies["jacson"]
    table.state.circle.strangers["jacson"] = Sighting(id="jacson", place=body.place, access=4, turn=1)
    table.state.circle.faces.setdefault("jacson", table.state.center.faces["jacson"])
    infiltrates = order("infiltrate", "jacson", "estrin")
    assert refuse(table.view(Side.CENTER), infiltrates) is None
    made = table.play((infiltrates,))
    assert made.told(CENTER, EventKind.LAPSED, subject="jacson")
    view = made.view(Side.CENTER)
    assert isinstance(view, CenterView) and view.agents["jacson"].burnt


def test_attribution_and_the_score_of_a_killing(table: Situation) -> None:
    """Rulebook 13.1, 13.2. Two unmasked, nine clues, a captive talked: 2 + 2 + 3 = 7, an open secret. With one more unmasked, all
    know. The raid succeeds and no raider is caught on the spot.
    """
    for exposed, verdict, score in ((2, "killed_open_secret", 75), (3, "killed_all_know", 50)):

        def make(made: Situation, exposed: int = exposed) -> Situation:
            armed(only(made, "siqueiros")).agent("siqueiros", cover=5)
            made.state.secret.exposed, made.state.secret.clues = exposed, 9
            made.state.secret.captive_talked = True
            return made.play((order("raid", "siqueiros"),))

        found = table.seeds_until(lambda made: made.state.is_over() and status(made, "siqueiros") is Status.ACTIVE, make)
        reached = found.state.public.verdict
        assert reached is not None and (reached.id, reached.score) == (verdict, score)


def test_the_movement_does_not_see_whose_people_it_admits(table: Situation) -> None:
    """Rulebook 6.8, 2.9. A mole among the sympathisers is admitted: he is a hand then, and the Circle's view of him differs in
    nothing from that of an innocent.
    """
    plain = fresh(table, 1).play((), (order("admit", MOVEMENT, "ruth_ageloff"),))
    table.make_mole("ruth_ageloff")
    table.play((), (order("admit", MOVEMENT, "ruth_ageloff"),))
    ours, theirs = table.view(Side.CIRCLE), plain.view(Side.CIRCLE)
    assert isinstance(ours, CircleView) and isinstance(theirs, CircleView)
    assert ours.bodies["ruth_ageloff"].access == 2
    assert ours.bodies["ruth_ageloff"] == theirs.bodies["ruth_ageloff"]


# ---- gate and walls, false news, agreeing vetters, newcomers ----------------------------------------------------------


def test_gate_or_walls_against_a_raid(table: Situation) -> None:
    """Rulebook 6.14, 6.15, 5.12. Three guards, and −4 for each as they count on the walls. With the gate kept a raid meets one
    (half of three, rounded down), with the walls kept in this very turn six: its chance is 20 points lower.
    """

    def chance(walls: bool) -> int:
        made = armed(only(fresh(table, 1), "siqueiros"), preparation=3)
        for person in HOUSEHOLD:
            made.put(person, skills=(1, 1, 1, 1, 1))
        for person in HOUSEHOLD[3:]:
            made.put(person, status=Status.GONE)
        keeps = (order("keep_walls", HOUSE),) if walls else ()
        assert refuse_set(made.view(Side.CIRCLE), keeps) == []
        made.play((order("raid", "siqueiros"),), keeps)
        return made.told(Audience.ARCHIVE, EventKind.ROLLED, text="raid:succeeds")[0].chance

    assert chance(walls=False) - chance(walls=True) == 4 * (6 - 1)


def test_keeping_takes_no_signal(table: Situation) -> None:
    """Rulebook 6.15, 3.4. The Circle has given all its four orders and changes from the gate to the walls besides; once the
    walls are kept the order is refused.
    """
    people = ("natalia", "schussler", "buchman", "o_rourke")
    orders = [*(order("watch", person) for person in people), order("keep_walls", HOUSE)]
    assert refuse_set(table.view(Side.CIRCLE), orders) == []
    table.play((), tuple(orders))
    assert refuse(table.view(Side.CIRCLE), order("keep_walls", HOUSE)) is not None
    assert refuse(table.view(Side.CIRCLE), order("keep_gate", HOUSE)) is None


def test_false_news_and_how_it_is_seen_through(table: Situation) -> None:
    """Rulebook 6.13, 8.1, 5.2. A mole of the household has reported: track 7, all hearsay. He is at 40 % and is fed: 3 of it are
    false. Two months later somebody surveils the seat with success: the track loses what was false, and gains two.
    """

    def make(made: Situation) -> Situation:
        only(made, "siqueiros").make_mole("schussler")
        made.put("siqueiros", skills=(5, 5, 5, 5, 5))
        made.state.circle.members["schussler"] = replace(made.state.circle.members["schussler"], doubt=4000)
        made.play()
        made.play((), (order("feed", MOVEMENT, "schussler"),))
        assert (made.state.center.track, made.state.secret.false_track) == (7, 3)
        made.put("schussler", status=Status.GONE)
        return made.play((order("surveil", "siqueiros"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.SURVEYED), make)
    assert found.state.secret.false_track == 0 and found.state.center.track == 7 - 3 + 2


def test_an_innocent_cannot_be_fed_below_the_doubt_it_needs(table: Situation) -> None:
    """Rulebook 6.13. Nobody of less than 30 % can be fed. An innocent of 30 % who is fed loses one loyalty in about three of ten
    months, and the Circle is told nothing that differs.
    """
    low = order("feed", MOVEMENT, "cannon")
    assert refuse(table.view(Side.CIRCLE), low) is not None
    lost = 0
    for seed in range(60):
        made = fresh(table, seed)
        made.state.circle.members["cannon"] = replace(made.state.circle.members["cannon"], doubt=3000)
        before = made.state.secret.loyalty["cannon"]
        made.play((), (low,))
        lost += before - made.state.secret.loyalty["cannon"]
        assert [event.kind for event in made.events if event.audience is CIRCLE and event.operation == "feed"] == [
            EventKind.SUCCEEDED
        ]
    assert 6 <= lost <= 30


def test_two_vetters_who_agree(table: Situation) -> None:
    """Rulebook 7.12. Two vetters found an innocent guilty, the first of them five turns ago: denounced, he costs 1 influence.
    With two findings of one vetter, or with the first six turns ago, he costs 3.
    """
    for findings, cost in (
        ((("hansen", 4), ("robins", 8)), -1),
        ((("hansen", 4), ("hansen", 8)), -3),
        ((("hansen", 3), ("robins", 8)), -3),
    ):
        made = fresh(table, 1)
        made.state.turn = 9
        made.state.circle.findings = tuple(
            Finding(turn=turn, person="cannon", vetter=vetter, guilty=True, before=0, after=0) for vetter, turn in findings
        )
        made.play((), (order("denounce", MOVEMENT, "cannon"),))
        change = made.told(CIRCLE, EventKind.WRONGLY_DENOUNCED)[0].changes[0]
        assert change.after - change.before == cost


def test_who_gets_himself_introduced_comes_like_any_newcomer(table: Situation) -> None:
    """Rulebook 5.5, 12.5. An outsider infiltrates by way of a friend. In the next dispatches he is a sympathiser of 13 %, and the
    Circle reads of him what it reads of every newcomer: no friend is named.
    """

    def make(made: Situation) -> Situation:
        friends(made, "jacson", "estrin", 3)
        made.put("jacson", skills=(5, 5, 5, 5, 5))
        return made.play((order("infiltrate", "jacson", "estrin"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.SUCCEEDED, operation="infiltrate"), make)
    assert found.state.bodies["jacson"].access == 3 and found.state.circle.members["jacson"].doubt == 1300
    (told,) = [event for event in found.events if event.audience is CIRCLE and event.subject == "jacson"]
    assert (told.kind, told.other) == (EventKind.NEWCOMER, "")


def test_who_was_introduced_serves_the_circle_with_the_skills_of_a_newcomer(table: Situation) -> None:
    """Rulebook 5.5, 12.5. An outsider with five in everything, and nothing but force in another game, gets himself introduced:
    to the Circle either has 1 to 3 of each skill, the same ones, and in its organisation he publishes with the chance that it
    reads. For the Center he surveils with his own.
    """

    def make(made: Situation, skills: tuple[int, int, int, int, int]) -> Situation:
        friends(made, "jacson", "estrin", 3)
        made.put("jacson", skills=skills)
        return made.play((order("infiltrate", "jacson", "estrin"),))

    many = (5, 5, 5, 5, 5)
    found = table.seeds_until(
        lambda made: made.told(CENTER, EventKind.SUCCEEDED, operation="infiltrate"), lambda made: make(made, many)
    )
    seen = found.view(Side.CIRCLE).bodies["jacson"].skills
    assert all(1 <= skill <= 3 for skill in seen) and found.view(Side.CENTER).bodies["jacson"].skills == many
    found.put("jacson", skills=(0, 0, 0, 0, 5))
    assert found.view(Side.CIRCLE).bodies["jacson"].skills == seen
    found.put("jacson", skills=many, access=2)
    shown = choice_for(found.view(Side.CIRCLE), order("publish", "jacson")).success
    mine = choice_for(found.view(Side.CENTER), order("surveil", "jacson")).success
    found.play((order("surveil", "jacson"),), (order("publish", "jacson"),))
    (told,) = [event for event in found.events if event.audience is CIRCLE and event.operation == "publish"]
    assert told.chance == shown.low == shown.high
    (heard,) = [event for event in found.events if event.audience is CENTER and event.operation == "surveil"]
    assert heard.chance == mine.low == mine.high and mine.low > shown.low


def test_nothing_tells_who_was_introduced_by_the_order_in_which_people_come(table: Situation) -> None:
    """Rulebook 12.5. An outsider who has got himself introduced and a newcomer come in the same dispatches: either may be
    told of first, and stands on the roster first.
    """

    def make(made: Situation) -> Situation:
        friends(made, "jacson", "estrin", 3)
        made.put("jacson", skills=(5, 5, 5, 5, 5))
        return made.play((order("infiltrate", "jacson", "estrin"),))

    def come(made: Situation) -> list[str]:
        return [event.subject for event in made.told(CIRCLE, EventKind.NEWCOMER)]

    for first in (["jacson", "newcomer_1"], ["newcomer_1", "jacson"]):
        found = table.seeds_until(lambda made, first=first: come(made) == first, make)
        assert list(found.state.circle.members)[-2:] == first


def test_inspected(table: Situation) -> None:
    """Rulebook 5.15. A legal in New York inspects a mole in Minneapolis with loyalty 2: he has 3 then and is steady. With 1 he
    has 2 and is doubtful; with 4 he has 4.
    """
    for before, after, band in ((2, 3, "steady"), (1, 2, "doubtful"), (4, 4, "steady")):
        made = fresh(table, 1)
        made.make_mole("dobbs")
        made.state.secret.loyalty["dobbs"] = before
        made.play((order("inspect", "ovakimian", "dobbs"),))
        assert made.state.secret.loyalty["dobbs"] == after and made.state.center.agents["dobbs"].loyalty == band


# ---- this module -------------------------------------------------------------------------------------------------------


# ---- rare things that meet ---------------------------------------------------------------------------------------------


def test_what_is_seen_fades_before_hearsay_and_the_false_last(table: Situation) -> None:
    """Rulebook 6.13, 8.3. Of a track of 7, 4 are hearsay and 2 of these false. Nobody looks: three turns take what was seen,
    two more what is true of the hearsay, then only what is false is left.
    """
    only(table, "eitingon").state.center.track = 7
    table.state.center.hearsay, table.state.secret.false_track = 4, 2
    kept = []
    for _ in range(6):
        state = table.play().state
        kept.append((state.center.track, state.center.hearsay, state.secret.false_track))
    assert kept == [(6, 4, 2), (5, 4, 2), (4, 4, 2), (3, 3, 2), (2, 2, 2), (1, 1, 1)]


def test_a_fed_mole_reports_half_the_house(table: Situation) -> None:
    """Rulebook 6.13, 3.6. He is fed in the turn of his report, the house has security 5 and 5 guards and keeps the gate. Moscow
    hears of 2 guards, security 2 and kept walls. The rise of the track is false, and nothing of what was seen before.
    """
    only(table, "siqueiros").make_mole("schussler")
    table.state.circle.members["schussler"] = replace(table.state.circle.members["schussler"], doubt=4000)
    table.state.circle.security["coyoacan"], table.state.center.track = 5, 4
    table.play((), (order("feed", MOVEMENT, "schussler"),))
    center = table.state.center
    assert (center.guards_seen, center.security_seen, center.keeps_seen) == (2, 2, Keep.WALLS)
    assert (center.track, center.hearsay, table.state.secret.false_track) == (7, 3, 3)


def test_feed_after_the_house_was_seen(table: Situation) -> None:
    """Rulebook 5.2, 6.13, 8.1. A member at the seat is fed in the very turn in which somebody looks with success: nothing is
    hearsay then that could become false, but the 1 of his own report that evening is.
    """

    def make(made: Situation) -> Situation:
        only(made, "siqueiros").put("siqueiros", skills=(5, 5, 5, 5, 5))
        made.put("hansen", place="coyoacan")
        made.make_mole("hansen")
        made.state.circle.members["hansen"] = replace(made.state.circle.members["hansen"], doubt=4000)
        made.state.center.track = made.state.center.hearsay = 7
        return made.play((order("surveil", "siqueiros"),), (order("feed", MOVEMENT, "hansen"),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.SURVEYED), make).state
    assert (found.center.track, found.center.hearsay, found.secret.false_track) == (10, 1, 1)


def test_who_is_won_over_reports_in_the_same_turn_and_guards_no_more(table: Situation) -> None:
    """Rulebook 5.4, 8.1, 2.19. The strong one of a household of four is won over: Moscow hears of the house in the same turn,
    and that three others stand guard.
    """

    def make(made: Situation) -> Situation:
        friends(only(made, "siqueiros"), "siqueiros", "o_rourke", 3)
        for person in ("van_heijenoort", "alfred_rosmer", "marguerite_rosmer"):
            made.put(person, access=2)
        made.state.secret.loyalty["o_rourke"], made.state.center.funds, made.state.center.track = 0, 9, 0
        return made.play((order("recruit", "siqueiros", "o_rourke", extra=3),))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.RECRUITED), make)
    assert found.state.center.track == 7 and found.state.center.guards_seen == 3


def test_who_is_to_be_killed_guards_himself(table: Situation) -> None:
    """Rulebook 5.11, 2.19. One of the household with force 3 is alone at the seat: 2 guards are counted against his murderer, and
    none if he has an order.
    """
    operation, body = table.scenario.catalogue.operations["eliminate"], table.state.bodies["siqueiros"]
    per = {term.stat: term.per for term in operation.success.plus}
    chances = []
    for orders in ((), (order("watch", "o_rourke"),)):
        made = seen(armed(fresh(table, 1)), "o_rourke")
        for person in HOUSEHOLD[:-1]:
            made.put(person, access=2)
        made.play((order("eliminate", "siqueiros", "o_rourke"),), orders)
        chances += [event.chance for event in made.events if event.operation == "eliminate" and event.chance >= 0]
    bare = operation.success.base + per[Stat.TRADECRAFT] * body.skills[0] + per[Stat.FORCE] * body.skills[4]
    assert chances == [bare + 2 * per[Stat.GUARDS], bare]


def test_who_leaves_with_the_old_man_leaves_his_order(table: Situation) -> None:
    """Rulebook 11.3, 3.8, 3.6. One of the household is to publish as the house is left: the order lapses and its fund comes back.
    Another is to travel elsewhere: sometimes he is gone before, sometimes he goes along.
    """
    went = set()
    for seed in range(30):
        made = fresh(table, seed)
        made.state.circle.sections["taxco"], made.state.circle.funds = 1, 9
        leave, elsewhere = order("relocate", OLD_MAN, "taxco"), order("move", "schussler", "paris")
        made.play((), (leave, order("publish", "natalia"), elsewhere))
        assert made.told(CIRCLE, EventKind.LAPSED, operation="publish", subject="natalia")
        went.add(made.state.bodies["schussler"].place)
    assert went == {"taxco", "paris"}


def test_who_is_taken_on_his_way_out_was_with_nobody_this_turn(table: Situation) -> None:
    """Rulebook 9.2, 9.6. Two moles are in New York. One is sent on a journey and rightly denounced as he leaves; the police of
    the country that he left take him, and he talks: he names nobody whom he met in this turn alone.
    """

    def make(made: Situation) -> Situation:
        only(host(made, country="usa", alert=5))
        made.make_mole("hansen")
        made.make_mole("robins")
        made.put("hansen", skills=(0, 0, 0, 0, 0))
        return made.play((), (order("move", "hansen", "paris"), order("denounce", MOVEMENT, "hansen")))

    made = [make(fresh(table, seed)) for seed in range(120)]
    taken = [one for one in made if one.told(CIRCLE, EventKind.TALKED)]
    assert len(taken) > 10
    for one in taken:
        assert one.told(CIRCLE, EventKind.ARRESTED)[0].place == "new_york" and not one.told(CIRCLE, EventKind.NAMED)


def test_a_line_above_any_chance_always_breaks_off(table: Situation) -> None:
    """Rulebook 10.2, 4.1. Nobody guards, the walls are nothing, the best chance there is is 95 %: with a line of 96 % the leader
    breaks off all the same.
    """
    for person in HOUSEHOLD:
        table.put(person, access=2)
    for person in RAIDERS:
        table.put(person, skills=(2, 2, 2, 2, 5))
    table.state.circle.security["coyoacan"] = 0
    table.let_in("zborowski")
    armed(table).play((order("raid", "siqueiros", call_off=96),))
    assert [event.chance for event in table.told(CENTER, EventKind.CALLED_OFF)] == [95]


def test_the_house_is_kept_by_nobody_too(table: Situation) -> None:
    """Rulebook 6.14, 6.15. The household has been dismissed, or is on its way: what is kept can be changed all the same."""
    walls = order("keep_walls", HOUSE)
    for person in HOUSEHOLD:
        table.put(person, access=2)
    assert refuse(table.view(Side.CIRCLE), walls) is None
    table.state.circle.moving_to, table.state.circle.moving_arrives = "taxco", 3
    assert refuse(table.view(Side.CIRCLE), walls) is None
    assert table.play((), (walls,)).state.circle.keeps is Keep.WALLS


def test_the_second_strike_does_not_tell_who_is_looked_for(table: Situation) -> None:
    """Rulebook 2.20, 10.1. The leader of a raid is a known stranger. A lone hand has struck, or broken off, before him: his order
    lapses for that alone, and the Center does not learn what the police know.
    """

    def make(made: Situation) -> Situation:
        armed(made).let_in("jacson")
        made.state.circle.strangers["siqueiros"] = Sighting(id="siqueiros", place="mexico_city", access=4, turn=1)
        return made.play((order("raid", "siqueiros"), order("lone_hand", "jacson", call_off=100)))

    found = table.seeds_until(lambda made: made.told(CENTER, EventKind.LAPSED, operation="raid"), make)
    assert not found.state.center.agents["siqueiros"].burnt


def test_no_task_is_judged_after_a_killing(table: Situation, utka: Scenario) -> None:
    """Rulebook 3.11, 12.4. He is killed in the last turn, in which a directive falls due: it stays open, whatever it asks."""

    def make(made: Situation) -> Situation:
        made.state.turn = made.scenario.catalogue.turns
        made.state.circle.security["coyoacan"] = 0
        return armed(made).play((order("raid", "siqueiros"),))

    found = due_at_the_end(utka, table).seeds_until(lambda made: made.told(CENTER, EventKind.STRUCK, number=1), make)
    assert set(found.state.center.directives.values()) == {Progress.OPEN}
    assert found.state.public.verdict is not None and found.state.public.verdict.id.startswith("killed")


def due_at_the_end(utka: Scenario, table: Situation) -> Situation:
    """The table with a directive of the shipped scenario whose day lies in the last turn."""
    catalogue = table.scenario.catalogue
    task = replace(utka.setup.directives["his_day"], by=catalogue.first_day(catalogue.turns).isoformat())
    return Situation(replace(table.scenario, setup=replace(table.scenario.setup, directives={task.id: task})), table.atlas)


def test_a_directive_missed_at_the_very_end_can_end_the_hunt(table: Situation, utka: Scenario) -> None:
    """Rulebook 12.4, 3.11, 12.2. Paranoia is 9, and a directive that falls due in the last turn is missed: hunters hunted."""
    made = due_at_the_end(utka, table)
    made.state.turn, made.state.center.paranoia = made.scenario.catalogue.turns, 9
    verdict = made.play().state.public.verdict
    assert verdict is not None and verdict.id == "hunters_hunted"


def test_taken_elsewhere_by_an_event(table: Situation) -> None:
    """Rulebook 11.6, 3.13. An event has him taken to Taxco, where the Circle has no section. In the dispatches of that turn he is
    on his way with the household, nothing is spent, and he can be ordered to move again only when enough turns have passed.
    """
    event = ScenarioEvent(id="taken", do=(Banish(banished="taxco"),))
    made = Situation(replace(table.scenario, setup=replace(table.scenario.setup, events={"taken": event})), table.atlas)
    assert made.state.circle.moving_to == "taxco" and status(made, "natalia") is Status.IN_TRANSIT
    made.play()
    assert made.state.circle.seat == "taxco" and made.state.bodies["natalia"].place == "taxco"
    made.state.circle.funds, back = 9, order("relocate", OLD_MAN, "coyoacan")
    assert refuse(made.view(Side.CIRCLE), back) is not None
    made.state.circle.relocated = -99
    assert refuse(made.view(Side.CIRCLE), back) is None


def test_every_situation_cites_paragraphs_that_there_are() -> None:
    """Rulebook 1.4. A citation that leads nowhere is no prediction."""
    book = (content_folder() / "RULEBOOK.md").read_text(encoding="utf-8")
    there = set(re.findall(r"\*\*(\d+\.\d+) ", book))
    tests = [function for name, function in getmembers(sys.modules[__name__], isfunction) if name.startswith("test_")]
    assert len(tests) > 20
    for function in tests:
        cited = re.match(r"Rulebook ((?:\d+\.\d+(?:, )?)+)\. \w", function.__doc__ or "")
        assert cited, f"{function.__name__} cites nothing"
        assert set(cited[1].split(", ")) <= there, function.__name__
