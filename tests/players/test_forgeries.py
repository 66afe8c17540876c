"""Against whom the Center's planner forges: who guards the house, or whom its own papers may have put under suspicion."""

from dataclasses import replace
from itertools import permutations

from game.players.planner import CenterPlan
from game.players.planner.center.outlook import CenterOutlook
from game.players.planner.center.pressure import press_on
from game.players.planner.proposals import Proposal
from game.rules.geography import Atlas
from game.rules.nouns import NEWCOMER, ORGANISATION, SYMPATHISER, Side
from game.rules.setup import new_game
from game.rules.state import Sighting
from game.rules.view import CenterView, view_for
from game.scenario import find_packs, load

SUSPICIOUS = CenterPlan(suspicion=2.5)
HARSH = CenterPlan(strangers=4)
STRANGERS = {"alma-ata-1927": ("samarin", "bodrov"), "utka-1939": ("sheldon_harte", "jake_cooper")}


def view_of(id_: str) -> CenterView:
    """The Center's view at the beginning, with two sympathisers whom it knows."""
    scenario = load(id_, find_packs())
    atlas = Atlas(scenario.catalogue)
    plain = view_for(scenario, atlas, new_game(scenario, atlas, 1)[0], Side.CENTER)
    assert isinstance(plain, CenterView)
    known = {person: Sighting(id=person, place="moscow", access=SYMPATHISER, turn=1) for person in STRANGERS[id_]}
    return replace(plain, sightings={**plain.sightings, **known})


def forgeries(view: CenterView, plan: CenterPlan) -> dict[str, float]:
    """Against whom papers would be forged, and what the best is worth."""
    worths: dict[str, float] = {}
    for thought in press_on(CenterOutlook(view, plan)):
        proposal = thought if isinstance(thought, Proposal) else thought[2]()
        if proposal is not None and proposal.order.operation == "forge":
            worths[proposal.order.target] = max(proposal.worth, worths.get(proposal.order.target, proposal.worth))
    return worths


def test_where_strangers_are_trusted_it_goes_on_against_whoever_is_named_already() -> None:
    view = view_of("utka-1939")
    for named in STRANGERS["utka-1939"]:
        assert list(forgeries(replace(view, papers={named: 1}), SUSPICIOUS)) == [named]


def test_where_they_are_doubted_as_they_come_one_paper_does_and_the_next_is_named() -> None:
    view = view_of("alma-ata-1927")
    for named, other in permutations(STRANGERS["alma-ata-1927"]):
        assert list(forgeries(replace(view, papers={named: 1}), SUSPICIOUS)) == [other]


def test_the_planner_itself_forges_against_the_house_whatever_papers_there_are() -> None:
    view = view_of("utka-1939")
    plain = forgeries(view, CenterPlan())
    assert forgeries(replace(view, papers=dict.fromkeys(STRANGERS["utka-1939"], 1)), CenterPlan()) == plain
    assert not set(plain) & set(STRANGERS["utka-1939"])


def came(view: CenterView, *rings: int) -> dict[str, Sighting]:
    """What the Center has seen, with people who came of themselves and have reached these rings."""
    names = {f"{NEWCOMER}{number}": ring for number, ring in enumerate(rings, start=1)}
    return {**view.sightings, **{id_: Sighting(id=id_, place="moscow", access=ring, turn=1) for id_, ring in names.items()}}


def test_papers_name_whoever_came_of_himself_whatever_ring_he_has_reached() -> None:
    view = view_of("alma-ata-1927")
    assert not set(forgeries(view, HARSH)) & set(STRANGERS["alma-ata-1927"]), "an old friend far away is not doubted for that"
    found = forgeries(replace(view, sightings=came(view, SYMPATHISER, ORGANISATION)), HARSH)
    assert {"newcomer_1", "newcomer_2"} <= set(found)
    assert found["newcomer_1"] == found["newcomer_2"]
    named = forgeries(replace(view, sightings=came(view, SYMPATHISER, ORGANISATION), papers={"newcomer_1": 1}), HARSH)
    assert named["newcomer_1"] < named["newcomer_2"], "the first paper weighs the most"
    assert not set(forgeries(replace(view, sightings=came(view, SYMPATHISER)), CenterPlan())) & {"newcomer_1"}


def test_against_strangers_it_forges_until_nobody_can_be_denounced_for_it() -> None:
    view = view_of("alma-ata-1927")
    view = replace(view, sightings=came(view, SYMPATHISER))
    assert [bool(forgeries(replace(view, turn=turn), HARSH)) for turn in (7, 8)] == [True, False]
    assert not forgeries(replace(view, turn=7), CenterPlan())


def test_hard_takes_no_paper_for_proof_where_it_forges_itself() -> None:
    hard = load("alma-ata-1927", find_packs()).catalogue.skills["hard"]
    assert hard.center.strangers > 0
    assert hard.circle.papers > 2
