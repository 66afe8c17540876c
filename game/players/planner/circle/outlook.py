"""How the Circle reckons: whom it trusts, who stands guard, how near the danger is, what a spy or a friend is worth."""

from game.players.planner.circle.beliefs import area_of_the_house, beliefs, came_unasked
from game.players.planner.once import once
from game.players.planner.outlook import Outlook
from game.players.planner.plans import CirclePlan
from game.rules.doubt import two_vetters_agree
from game.rules.nouns import ACTIVE, HOUSEHOLD, IN_TRANSIT, ORGANISATION, SKILL_INDEX
from game.rules.sights import CircleSight
from game.rules.state import Body, Clue
from game.rules.view import CircleView
from game.rules.words import Condition, Meter, SectionsHeld, SecurityWithin, ToleranceWithin, Unmasked

ALARMING = ("surveil", "prepare", "report", "steal", "raid", "lone_hand", "eliminate")
"""Signs that somebody is interested in the house."""
AT_WORK = 3
"""How many of the household are wanted beyond those who can stand guard, since some are always at work."""
ANALYSIS, FORCE = SKILL_INDEX["analysis"], SKILL_INDEX["force"]
TURNS_A_POINT = 1.5
"""In how many turns of petitions a country becomes more tolerant by one, with luck."""
RECENT = 3
"""For how many turns a clue keeps everybody awake."""


class CircleOutlook(Outlook):
    """The Circle's working papers for one turn."""

    view: CircleView
    sight: CircleSight

    def __init__(self, view: CircleView, plan: CirclePlan) -> None:
        super().__init__(view)
        self.plan = plan
        self.active = [body for body in view.bodies.values() if body.status is ACTIVE]
        self.hands = [body for body in self.active if body.access <= ORGANISATION]
        self.late = min(1.0, (self.turns_left + 2) / 6)
        """How much what takes time is still worth."""
        self._friends: dict[str, float] = {}
        self.seat_area = area_of_the_house(view)
        self.doubts = beliefs(view, plan)
        """How likely each person is Moscow's, between 0 and 1."""

    # -- people

    def is_there(self, body: Body) -> bool:
        """Whether somebody is where the Old Man lives."""
        return self.areas[body.place] == self.seat_area

    def analysis(self, body: Body) -> int:
        """The analysis of a person, 0-5."""
        return body.skills[ANALYSIS]

    def guard_points(self, body: Body) -> float:
        """What somebody is worth as a guard: more where he is strong, less what is doubted of him."""
        guards = self.view.catalogue.numbers.guards
        strong = body.skills[FORCE] >= guards.strong_force
        return (guards.strong_counts if strong else 1) * (1 - self.doubts[body.id])

    @once
    def guards(self) -> dict[str, float]:
        """Who stands guard if nobody of the household is given an order, and what each counts for."""
        return {body.id: self.guard_points(body) for body in self.active if body.access == HOUSEHOLD and self.is_there(body)}

    @once
    def guards_on_the_way(self) -> float:
        """Guards who are travelling to the seat or wait there to be let into the household."""
        coming = 0.0
        for body in self.view.bodies.values():
            there = body.destination and self.areas[body.destination] == self.seat_area
            waits = body.status is ACTIVE and body.access == ORGANISATION and self.is_there(body)
            if (body.status is IN_TRANSIT and there) or waits:
                coming += self.guard_points(body) * (1 if self.doubts[body.id] < 0.1 else 0)
        return coming

    @once
    def agreed_on(self) -> frozenset[str]:
        """Those whom two vetters have found guilty of late."""
        findings, since = self.view.findings, self.view.turn - self.view.catalogue.numbers.denounce.agreed_turns
        found = {finding.person for finding in findings if finding.guilty and finding.turn > since}
        return frozenset(person for person in found if two_vetters_agree(findings, person, since))

    @once
    def on_file(self) -> frozenset[str]:
        """Those whom a clue names, or into whom somebody has looked."""
        suspects = {suspect.id for clue in self.view.clues for suspect in clue.suspects}
        unasked = came_unasked(self.view) if self.plan.uncalled else ()
        return frozenset(suspects.union((finding.person for finding in self.view.findings), unasked))

    @once
    def danger(self) -> float:
        """How near a strike seems, between 0 and 1: it takes the Center some months, and it leaves signs."""
        if not self.view.catalogue.has_strikes:
            return 0.0
        by_time = 0.25 + 0.75 * min(1, self.view.turn / (0.4 * self.view.catalogue.turns))
        return min(1, by_time * 0.75 + 0.12 * self.alarms)

    @once
    def lone_danger(self) -> float:
        """How much one of the household is to be feared, as a weight beside `raid_danger`."""
        feared = sum(self.doubts[person] for person in self.guards)
        if self.plan.only_officers and self.officers_alone:
            harmless = sum(self.doubts[person] for person in self.guards if not self.view.members[person].newcomer)
            feared -= min(1.0, self.plan.only_officers) * harmless
        return 0.1 + feared

    @once
    def raid_danger(self) -> float:
        """How much a party from outside is to be feared, as a weight beside `lone_danger`: strangers near the house."""
        areas = self.view.catalogue.areas
        near = sum(1 for stranger in self.view.strangers.values() if areas[stranger.place] == self.seat_area)
        return 0.5 + 0.15 * self.alarms + 0.2 * near

    @once
    def alarms(self) -> int:
        """Signs of late that somebody is interested in the house."""
        return sum(1 for clue in self.recent_clues if clue.operation in ALARMING and self.areas[clue.place] == self.seat_area)

    @once
    def recent_clues(self) -> list[Clue]:
        """Clues of the last turns."""
        since = self.view.turn - RECENT
        return [clue for clue in self.view.clues if clue.turn > since]

    def holding_worth(self, agent: str, busy: tuple[str, ...]) -> float:
        """What it is worth to let one of the household stand guard, others being busy."""
        own = self.guards.get(agent)
        if own is None:
            return 0
        most = self.view.catalogue.numbers.guards.most
        others = sum([points for person, points in self.guards.items() if person not in busy and person != agent])
        return self.plan.guard * self.danger * (min(most, others + own) - min(most, others))

    def guard_need(self) -> float:
        """How many guards are wanted beyond those there and on their way, some of whom will be at work."""
        wanted = self.view.catalogue.numbers.guards.most + 2
        return max(0, wanted - sum(self.guards.values()) - self.guards_on_the_way)

    def guard_missed(self, body: Body) -> float:
        """How much of a guard would be missed if somebody went: little where there are more than the gate can use."""
        wanted = self.view.catalogue.numbers.guards.most + AT_WORK
        others = sum([points for person, points in self.guards.items() if person != body.id])
        return min(wanted, others + self.guard_points(body)) - min(wanted, others)

    @once
    def use_of_eyes(self) -> float:
        """What part of its worth it has to know who is a spy: all of it where there are strikes to be feared."""
        return 1.0 if self.view.catalogue.has_strikes else self.plan.no_strikes

    def spy_worth(self, body: Body, access: int | None = None) -> float:
        """What harm a spy does where this person is, in the given ring or his own."""
        ring = body.access if access is None else access
        plan, late = self.plan, self.late * self.use_of_eyes
        if ring == HOUSEHOLD:
            return plan.spy_in_household * late
        if ring == ORGANISATION:
            return (plan.spy_at_seat if self.is_there(body) else plan.spy_elsewhere) * late
        return plan.spy_elsewhere * late / 2

    def friend_worth(self, body: Body) -> float:
        """What it costs to lose this person, if he is honest."""
        worth = self._friends.get(body.id)
        if worth is None:
            worth = self._friends[body.id] = self._reckon_friend(body)
        return worth

    def _reckon_friend(self, body: Body) -> float:
        if body.access > ORGANISATION:
            return 1
        worth = self.plan.hand * (0.6 + sum(body.skills) / 25) * (1 if len(self.hands) > 8 else 1.5)
        return worth + (self.plan.guard * self.guard_points(body) if body.access == HOUSEHOLD else 0)

    # -- doors abroad

    def short_of_visa(self, country: str) -> int:
        """How many points of tolerance a country abroad is short of a visa; at least one, with which it is given."""
        return max(1, self.view.catalogue.numbers.asylum.visa_at - self.view.countries[country].tolerance)

    @once
    def doors(self) -> frozenset[str]:
        """The countries that have promised to take him in, or may be brought to it in good time; none without `second_door`."""
        view = self.view
        if not self.plan.second_door:
            return frozenset()
        abroad = {house.country for house in view.catalogue.houses if house.country != view.asylum}
        return frozenset(
            country
            for country in abroad
            if country in view.visas or self.short_of_visa(country) * TURNS_A_POINT <= self.turns_left
        )

    # -- prices and aims

    @once
    def influence_worth(self) -> float:
        """What one more point of influence is worth."""
        plan, numbers = self.plan, self.view.catalogue.numbers
        worth = self.voice(plan.influence)
        if self.view.influence >= numbers.influence.ebbs_above and self.turns_left > 2:
            worth *= plan.high_influence
        if self.view.influence >= numbers.bounds.influence:
            worth = 0
        return worth + self.pull(Meter.INFLUENCE, self.view.influence, 1, self.aim_reward)

    @once
    def aim_reward(self) -> float:
        """What it is worth to meet an aim instead of missing it."""
        tasks = self.view.catalogue.numbers.tasks
        influence = (tasks.met_influence - tasks.missed_influence) * self.plan.influence
        return influence + tasks.met_funds * self.plan.fund

    def fund_price(self, funds: int) -> float:
        """What it costs to spend funds."""
        return self.plan.fund * funds * self._plenty

    @once
    def _plenty(self) -> float:
        return self.share_of_price(self.plan.plenty)

    @once
    def aim_to_unmask(self) -> float:
        """What it is worth towards an open aim to unmask somebody."""
        return self.aim_for(Unmasked, 0)

    def aim_for(self, kind: type[Condition], now: int, of: str = "") -> float:
        """What one step is worth towards an open aim of this kind (of a certain place or country, where it names one)."""
        if kind not in self._kinds_of_aims:
            return 0.0
        return self.step_towards(lambda goal: _steps_left(goal, kind, now, of), self.aim_reward)

    @once
    def _kinds_of_aims(self) -> set[type[Condition]]:
        """What kinds of goals the open aims have."""
        return {type(task.goal) for task, _ in self.open_tasks}


def _steps_left(goal: Condition, kind: type[Condition], now: int, of: str) -> int:
    """How many steps from `now` a goal of this kind is away; 0 for any other goal."""
    if type(goal) is not kind:
        return 0
    match goal:
        case SectionsHeld():
            return goal.sections - now
        case Unmasked():
            return goal.unmasked - now
        case SecurityWithin() if goal.security == of and goal.at_least is not None:
            return goal.at_least - now
        case ToleranceWithin() if goal.tolerance == of and goal.at_least is not None:
            return goal.at_least - now
        case _:
            return 0
