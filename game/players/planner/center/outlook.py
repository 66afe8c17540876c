"""How the Center reckons: who is where, what its people and their covers are worth, and how near a strike is."""

from game.players.planner.center.directives import points_too_warm, removed_by
from game.players.planner.once import once
from game.players.planner.outlook import SOON, Outlook
from game.players.planner.plans import CenterPlan
from game.rules.definitions import Operation
from game.rules.legality import watched_range
from game.rules.nouns import ACTIVE, HOUSEHOLD, ILLEGAL, LEGAL, ORGANISATION, OUTSIDER, SKILL_INDEX, SYMPATHISER, Keep
from game.rules.odds import caution, clamp
from game.rules.sight import Call, Range
from game.rules.sights import CenterSight
from game.rules.state import Body, Sighting
from game.rules.view import CenterView
from game.rules.vocabulary.conditions import checker
from game.rules.words import Condition, Flag, Is, Meter, OwnInRing, Stat, StatWithin, Whom

DOUBT, HOUSEHOLD_RAPPORT = Stat.DOUBT, Stat.HOUSEHOLD_RAPPORT
ALWAYS_SO = frozenset((Flag.OFFICER, Flag.LEGAL, Flag.ILLEGAL))
"""What somebody is wherever he goes, as his skills are."""
CHARM, NERVE, TRADECRAFT = SKILL_INDEX["charm"], SKILL_INDEX["nerve"], SKILL_INDEX["tradecraft"]

USUAL_GUARDS = 4
"""How many stand at the gate, as long as nobody has counted them."""
USUAL_DOUBT = 35
"""How much somebody is doubted, in per cent, who was inside before the game began."""
FRESH = 3
"""For how many turns a count of the guards is believed."""
SAME_AGAIN = 0.75
"""How likely the household still keeps what it was last said to keep."""
FED = 0.15
"""How likely a mole's news about his habits has been made for Moscow's ears."""
WORTH_OF_RINGS = {HOUSEHOLD: 24, ORGANISATION: 10, SYMPATHISER: 5}
"""What it costs more to lose somebody who has got into a ring."""
USUAL_LOYALTY = 4
"""The loyalty of those who follow the Old Man, as far as one can tell from outside."""


class CenterOutlook(Outlook):
    """The Center's working papers for one turn."""

    view: CenterView
    sight: CenterSight

    def __init__(self, view: CenterView, plan: CenterPlan) -> None:
        super().__init__(view)
        self.plan = plan
        self.active = [body for body in view.bodies.values() if body.status is ACTIVE]
        self.seat_area = view.catalogue.areas[view.seat] if view.seat else ""
        self.known = self._known_people()
        self._promises: dict[str, float] = {}
        self._traces: dict[tuple[str, str], float] = {}
        self._worths: dict[str, float] = {}
        self._ways: dict[str, float] = {}
        self.contacts = {body.id: dict(view.agents[body.id].contacts) for body in self.active}
        """Those whom each of one's own active people knows, with his rapport with each."""
        self._cautions: dict[str, tuple[Range, float]] = {}
        self.recruits: dict[str, float] = {}

    def _known_people(self) -> dict[str, list[Sighting]]:
        """People who are not the Center's, by the area in which they were last seen."""
        known: dict[str, list[Sighting]] = {}
        agents, areas = self.view.agents, self.areas
        for person, sighting in self.view.sightings.items():
            if not sighting.gone and person not in agents:
                known.setdefault(areas[sighting.place], []).append(sighting)
        return known

    # -- what is believed

    @once
    def guards(self) -> float:
        """How many guards are expected at the seat."""
        seen, age = self.view.guards_seen, self.view.turn - self.view.guards_turn
        return USUAL_GUARDS if seen < 0 or age > FRESH else seen

    @once
    def security(self) -> float:
        """How strong the walls are expected to be: they only grow."""
        if not self.view.seat:
            return 5
        place = self.view.catalogue.places[self.view.seat]
        seen = self.view.security_seen
        if seen < 0:
            return min(place.security_cap, place.security + self.view.turn / 3)
        return min(place.security_cap, seen + (self.view.turn - self.view.guards_turn) * 0.4)

    def guess(self, stat: Stat, agent: str) -> float | None:
        """Guards and walls as last counted, doubts by how much cover was lost, the loyalty that is usual."""
        if stat is DOUBT:
            return self.doubt_of(agent)
        if stat is HOUSEHOLD_RAPPORT:
            return self.sight.household_rapport(agent)[1]
        return self._guesses_of_house.get(stat)

    @once
    def _guesses_of_house(self) -> dict[str, float]:
        """What is guessed of the house, whoever asks."""
        return {
            Stat.GUARDS: self.guards,
            Stat.GUARDS_AT_GATE: self.expected_guards(Keep.GATE),
            Stat.GUARDS_ON_WALLS: self.expected_guards(Keep.WALLS),
            Stat.GATE_INSIDE: self.keeps[Keep.GATE],
            Stat.FALSE_TRACK: FED,
            Stat.SECURITY: self.security,
            Stat.SECURITY_INSIDE: self.security,
            Stat.LOYALTY: USUAL_LOYALTY,
        }

    @once
    def keeps(self) -> dict[Keep, float]:
        """How likely the household keeps either, by what was last heard of it."""
        seen, age = self.view.keeps_seen, self.view.turn - self.view.guards_turn
        if seen is None or age > FRESH:
            return {Keep.GATE: 0.5, Keep.WALLS: 0.5}
        other = Keep.WALLS if seen is Keep.GATE else Keep.GATE
        same = 1.0 if self.knows_the_guard else SAME_AGAIN
        return {seen: same, other: 1 - same}

    @property
    def knows_the_guard(self) -> bool:
        """Whether it is known who guards the house this very turn: only whoever is told what he may not know is told that."""
        return self.view.guards_turn == self.view.turn

    @once
    def usual_guards(self) -> dict[str, float]:
        """How much the guards count on an average turn, whatever they keep in this one."""
        numbers = self.view.catalogue.numbers.guards
        count = self.guards * (numbers.at_their_post + numbers.at_the_other) / 200
        return {Stat.GUARDS_AT_GATE: count, Stat.GUARDS_ON_WALLS: count}

    def guards_if(self, post: Keep, kept: Keep) -> float:
        """How much the guards count at a post if they keep one of the two."""
        numbers = self.view.catalogue.numbers.guards
        return self.guards * (numbers.at_their_post if post is kept else numbers.at_the_other) / 100

    def expected_guards(self, post: Keep) -> float:
        """How much the guards are expected to count at a post."""
        return sum(likely * self.guards_if(post, kept) for kept, likely in self.keeps.items())

    def doubt_of(self, person: str) -> float:
        """How much the Circle is thought to doubt one's own person, in per cent."""
        file, body = self.view.agents[person], self.view.bodies[person]
        if body.access > SYMPATHISER:
            return 0
        prior = self.view.catalogue.numbers.doubt.newcomer if file.start_access > SYMPATHISER else USUAL_DOUBT
        return min(90.0, prior + (10 * (file.legend - file.cover) if file.legend > file.cover else 0))

    # -- people

    def is_legal(self, person: str) -> bool:
        """Whether a person sits in an embassy."""
        return self.view.agents[person].post is LEGAL

    def is_there(self, body: Body) -> bool:
        """Whether a person of one's own is where the Old Man is known to live."""
        return self.areas[body.place] == self.seat_area

    @once
    def at_seat(self) -> list[Body]:
        """One's own active people where the Old Man lives."""
        return [body for body in self.active if self.is_there(body)]

    @once
    def insiders(self) -> list[str]:
        """One's own people in the household who might strike alone."""
        return [body.id for body in self.active if body.access == HOUSEHOLD and self.might_strike_alone(body.id)]

    def might_strike_alone(self, person: str) -> bool:
        """Whether somebody could ever be a lone hand: where officers are asked for, nobody who was won over can."""
        return not self.officers_alone or self.view.agents[person].officer

    @once
    def work_areas(self) -> frozenset[str]:
        """Where a strike is to be prepared: where the Old Man lives, or may live as long as he is looked for."""
        if self.seat_area:
            return frozenset((self.seat_area,))
        return frozenset(self.areas[house.id] for house in self.view.catalogue.houses if house.country == self.view.asylum)

    @once
    def workmen(self) -> frozenset[str]:
        """One's own people who may prepare a strike, as far as it lies with them and not with where they are."""
        operation = self.operations.get("prepare")
        if operation is None or not self.view.catalogue.has_strikes:
            return frozenset()
        needs = tuple(checker(need) for need in operation.needs if _lies_with_the_agent(need))
        return frozenset(person for person in self.view.bodies if self._hold(needs, Call(operation, person)))

    @once
    def has_mole_at_seat(self) -> bool:
        """Whether somebody of one's own lives in the house, and so reports everything."""
        return bool(self.sight.mole_at_seat())

    def talent(self, body: Body) -> float:
        """How well suited somebody is to go inside, about 1 for a good man."""
        return 0.25 + 0.11 * body.skills[NERVE] + 0.06 * body.skills[CHARM]

    def worth_of(self, person: str) -> float:
        """What it would cost to lose somebody of one's own."""
        worth = self._worths.get(person)
        if worth is None:
            worth = self._worths[person] = self._reckon_worth(person)
        return worth

    def _reckon_worth(self, person: str) -> float:
        body, file = self.view.bodies[person], self.view.agents[person]
        worth = 3.0 + sum(body.skills) / 4
        if body.access < file.start_access or body.access <= ORGANISATION:
            worth += WORTH_OF_RINGS.get(body.access, 0)
        if file.officer:
            worth += self.paranoia_price
        return worth if file.post is ILLEGAL else worth / 2

    @once
    def influence_price(self) -> float:
        """What one point of his influence is worth, by what the scenario counts it for at the end."""
        return self.voice(self.plan.influence, self.plan.victory)

    @once
    def declaration(self) -> float:
        """What it is worth that somebody breaks with him in print, where that is what recruiting comes to; else 0."""
        points = self.added_by("recruit")[Meter.INFLUENCE]
        return -points * self.influence_price + self.goal_pull(Meter.INFLUENCE, points) if points else 0

    @once
    def paranoia_price(self) -> float:
        """What one point of paranoia costs: little at first, very much near the end."""
        return self.paranoia_price_at(self.view.paranoia)

    def paranoia_price_at(self, paranoia: int) -> float:
        """What one point of paranoia would cost if there were so much of it."""
        numbers = self.view.catalogue.numbers.paranoia
        left = max(1, numbers.lost_at - paranoia)
        price = self.plan.paranoia * (1.6 if paranoia >= numbers.demands_from - 1 else 1)
        return price + 40 / left**2

    # -- rings

    def ring_worth(self, body: Body, ring: int) -> float:
        """What it is worth to have this person in a ring, if there is time to make use of it."""
        wanted = self._ring_wanted
        if not self.view.catalogue.has_strikes and wanted is not None and (ring < wanted or self._nearest <= wanted):
            wanted = None  # without a strike to come nobody is needed nearer than is asked
        asked = 0 if wanted is None else self.task_reward / (1 + (ring - wanted if ring > wanted else 0))
        if self.turns_left < 2 + 2 * (ring - HOUSEHOLD):
            return asked
        plan, inside = self.plan, self.insiders
        if ring == HOUSEHOLD:
            price = plan.ring_household
        else:
            price = plan.ring_organisation if ring == ORGANISATION else plan.ring_sympathiser
        worth = price * self._promise(body)
        if inside and (len(inside) > 1 or inside[0] != body.id):
            worth *= plan.another_inside
        if not self.might_strike_alone(body.id):
            worth *= plan.won_over
        worth *= self._use_of_rings
        return (worth if self.view.catalogue.has_strikes else worth * plan.no_strikes) + asked

    def _promise(self, body: Body) -> float:
        """What part of a ring's worth somebody would make of it, by his talent, his turn and his good name."""
        promise = self._promises.get(body.id)
        if promise is None:
            promise = self.talent(body) * self._precedence.get(body.id, 0) * (1 - self.doubt_of(body.id) / 100)
            self._promises[body.id] = promise
        return promise

    @once
    def _use_of_rings(self) -> float:
        """What part of a ring's worth can be made use of, by how far all is prepared."""
        return self.plan.unready + (1 - self.plan.unready) * self.readiness

    @once
    def readiness(self) -> float:
        """How far all is prepared for one who would strike alone, between 0 and 1: to be inside too early is to be found out."""
        preparation = self.need("lone_hand", Stat.PREPARATION) + 1
        track = max(1, self.need("lone_hand", Stat.TRACK))
        return min(1, self.view.preparation / preparation) * 0.7 + min(1, self.view.track / track) * 0.3

    def way_in(self, body: Body) -> float:
        """What it is worth to a person to have somebody who opens doors: the next ring, and those behind it."""
        worth = self._ways.get(body.id)
        if worth is None:
            worth, share = 0.0, 1.0
            for ring in range(body.access - 1, 0, -1):
                worth += share * self.ring_worth(body, ring)
                share *= self.plan.further_rings
            self._ways[body.id] = worth
        return worth

    @once
    def _precedence(self) -> dict[str, float]:
        """A few are brought inside with patience, rather than all a little: how much each one's way in counts."""
        least = self.view.catalogue.numbers.cover.recruited
        fit = [
            body
            for body in self.active
            if not self.is_legal(body.id)
            and not self.view.agents[body.id].burnt
            and (self.view.agents[body.id].legend >= least or body.access == HOUSEHOLD)
        ]
        ranked = sorted(fit, key=lambda body: (-self._fitness(body), body.id))
        return {body.id: 1 / (1 + self.plan.one_at_a_time * place) for place, body in enumerate(ranked)}

    def leads(self, body: Body) -> bool:
        """Whether somebody is the one whose way inside comes before all others."""
        return self._precedence.get(body.id) == 1

    def _fitness(self, body: Body) -> float:
        """How promising somebody is: his gifts, how far he has come, and whom he knows."""
        file = self.view.agents[body.id]
        fitness = self.talent(body) + 0.35 * (4 - body.access) + 0.06 * file.cover
        friends = [rapport for person, rapport in file.contacts if (self.sight.access(person) or 4) < body.access]
        return fitness + 0.12 * max(friends, default=0) + (0.1 if self.is_there(body) else 0)

    @once
    def _ring_wanted(self) -> int | None:
        """In which ring a directive asks for somebody of one's own."""
        for task, turns in self.open_tasks:
            if isinstance(task.goal, OwnInRing) and turns >= 0:
                return task.goal.own_in_ring
        return None

    @once
    def _nearest(self) -> int:
        """The innermost ring in which one has somebody."""
        return min([body.access for body in self.active], default=OUTSIDER)

    @once
    def task_reward(self) -> float:
        """What it is worth to meet a directive instead of missing it."""
        tasks = self.view.catalogue.numbers.tasks
        return (tasks.missed_paranoia - tasks.met_paranoia) * self.paranoia_price + tasks.met_funds * self.plan.fund

    def against_welcome(self, country: str, tolerance: int) -> float:
        """What one point of a country's tolerance less is worth for open directives."""
        return self.step_towards(lambda goal: points_too_warm(goal, country, tolerance), self.task_reward)

    @once
    def against_people(self) -> dict[str, float]:
        """What it is worth that a person is out of the way, for each whom a directive names whose day is near."""
        near = (task.goal for task, turns in self.open_tasks if 0 <= turns <= SOON)
        return dict.fromkeys((person for goal in near for person in removed_by(goal)), self.task_reward)

    def goal_pull(self, meter: Meter, step: int) -> float:
        """What one step of a meter is worth for open directives."""
        now = {
            Meter.TRACK: self.view.track,
            Meter.PREPARATION: self.view.preparation,
            Meter.INFLUENCE: self.view.influence,
        }.get(meter)
        return 0 if now is None else self.pull(meter, now, step, self.task_reward)

    # -- prices

    def traces_cost(self, operation: str, agent: str) -> float:
        """What the risk of traces costs: cover, a clue, alarm, and perhaps the agent."""
        cost = self._traces.get((operation, agent))
        if cost is None:
            cost = self._traces[operation, agent] = self._reckon_traces(self.operations[operation], agent)
        return cost

    def _reckon_traces(self, known: Operation, agent: str) -> float:
        points, loss = self._caution(known, agent)
        harm = self.plan.clue + (self.plan.alarm if known.traces.alarm else 0) + loss
        return self._risk(known, points) * harm

    def traces_risk(self, operation: Operation, agent: str) -> float:
        """How likely an operation leaves traces, between 0 and 1."""
        return self._risk(operation, self._caution(operation, agent)[0])

    def _risk(self, known: Operation, points: Range) -> float:
        base = known.traces.base
        least, most = clamp(self.view.catalogue.numbers, base, points) if base else (0, 0)
        return (least + most) / 200

    def _caution(self, known: Operation, agent: str) -> tuple[Range, float]:
        """What somebody adds to the traces of whatever he does, and what they cost him."""
        found = self._cautions.get(agent)
        if found is None:
            adds = caution(self.sight, Call(known, agent), watched_range(self.view))
            found = self._cautions[agent] = (adds, self._cover_loss(agent))
        return found

    def _cover_loss(self, agent: str) -> float:
        if self.is_legal(agent):
            return self.worth_of(agent) * 0.2
        cover, access = self.view.agents[agent].cover, self.view.bodies[agent].access
        harm = self.plan.cover * (5 - access) / 2
        if cover <= 1:
            return harm + self.worth_of(agent)
        return harm + (self.worth_of(agent) * 0.3 if cover == 2 else 0)

    def holding_worth(self, agent: str, busy: tuple[str, ...] = ()) -> float:
        """What it is worth to let somebody hold, whoever else is busy: an illegal whose cover is worn lies low."""
        file = self.view.agents[agent]
        if file.post is LEGAL or file.cover >= file.legend:
            return 0
        mends = self.view.catalogue.numbers.cover.lying_low / 100
        return mends * (self.plan.cover + (self.worth_of(agent) * 0.35 if file.cover <= 1 else 0) + (3 - min(file.cover, 3)))

    @once
    def _plenty(self) -> float:
        return self.share_of_price(self.plan.plenty)

    def fund_price(self, funds: int) -> float:
        """What it costs to spend funds; what a raid needs is not spent lightly once one is near."""
        price = self.plan.fund * funds * self._plenty
        if self.view.preparation >= 2 and "raid" in self.operations:
            short = self.cost("raid") - (self.view.funds - funds)
            price += max(0, short) * 0.6
        return price


def _lies_with_the_agent(need: Condition) -> bool:
    """Whether a need lies with who somebody is, and not with where he is or how things stand."""
    match need:
        case Is(is_=flag, of=Whom.AGENT):
            return flag in ALWAYS_SO
        case StatWithin(stat=stat, of=Whom.AGENT):
            return stat.value in SKILL_INDEX
        case _:
            return False
