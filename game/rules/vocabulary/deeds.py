"""The deeds: effects that take no number, one function each."""

from game.rules.clues import frame, introduce, point_at
from game.rules.doubt import found_chance, two_vetters_agree, weigh_finding
from game.rules.events import Change, EventKind
from game.rules.exposure import blow, defect, leave_play
from game.rules.geography import turns_for
from game.rules.nouns import ORGANISATION, SYMPATHISER, Audience, Post, Side, Status
from game.rules.records import changed
from game.rules.seeing import count_guards, find_nobody, see_area, see_person, see_seat, see_through
from game.rules.sights import LOYALTY_BANDS
from game.rules.state import AgentFile, Finding
from game.rules.turn import BOTH, Turn
from game.rules.words import Meter


def travel(turn: Turn, agent: str, target: str) -> None:
    """Leaves for a place; on the way he gives no orders and is nobody's target."""
    journey = turn.atlas.journeys(turn.body(agent).place, turn.state.public.closed_routes)[target]
    arrives = turn.state.turn + turns_for(journey.days, turn.catalogue)
    turn.set_body(agent, status=Status.IN_TRANSIT, destination=target, arrives=arrives)


def stumble(turn: Turn, agent: str) -> None:
    """Is turned back at the frontier: an illegal loses one cover."""
    if turn.state.center.agents[agent].post is Post.ILLEGAL and turn.lose_cover(agent, 1):
        blow(turn, agent)


def survey(turn: Turn, agent: str) -> None:
    """Sees who is in the area; at the seat finds him and counts guards and walls, elsewhere knows that he is not here."""
    area = turn.area_of(agent)
    seen, known = see_area(turn, area)
    home = area == turn.seat_area()
    changes: tuple[Change, ...] = ()
    if home:
        see_through(turn)
        changes = (see_seat(turn, track=turn.numbers.track.surveyed),)
        count_guards(turn)
    else:
        find_nobody(turn, area)
    turn.tell(
        EventKind.SURVEYED,
        Audience.CENTER,
        subject=agent,
        place=turn.body(agent).place,
        people=seen,
        known=known,
        number=int(home),
        changes=changes,
    )


def learn_lever(turn: Turn, agent: str, target: str) -> None:
    """Learns one more of the things that move a person, and where he is."""
    see_person(turn, target)
    known = turn.state.center.levers.get(target, ())
    unknown = [lever for lever in turn.state.secret.levers.get(target, ()) if lever not in known]
    if unknown:
        lever = turn.dice.choose(unknown, turn.state.turn, target, f"lever:{agent}")
        turn.state.center.levers[target] = (*known, lever)
        turn.tell(EventKind.LEVER_LEARNT, Audience.CENTER, subject=target, other=agent, text=lever)


def recruit(turn: Turn, agent: str, target: str) -> None:
    """A person becomes the Center's and is told to nobody else."""
    state, numbers = turn.state, turn.numbers
    see_person(turn, target)  # from now on the Center has a face to go with the name
    state.center.sightings.pop(target, None)
    state.secret.allegiance[target] = Side.CENTER
    state.secret.loyalty[target] = numbers.defection.steady
    state.center.agents[target] = AgentFile(
        id=target,
        cover=numbers.cover.recruited,
        legend=numbers.cover.recruited,
        post=Post.ILLEGAL,
        officer=False,
        start_access=4,
    )
    near = turn.body(target).access <= ORGANISATION
    changes = (turn.add_meter(Meter.PARANOIA, numbers.paranoia.recruit, Side.CENTER),) if near else ()
    turn.tell(EventKind.RECRUITED, Audience.CENTER, subject=target, other=agent, changes=changes)


def report_agent(turn: Turn, agent: str, target: str) -> None:
    """Somebody who refused tells the Circle who asked him."""
    point_at(turn, agent, turn.numbers.doubt.reported)
    turn.tell(EventKind.APPROACHED, Audience.CIRCLE, subject=target, other=agent)


def frame_person(turn: Turn, agent: str, target: str) -> None:
    """A forged clue that names one person. The Center remembers which of them are its own."""
    frame(turn, target)
    if turn.is_centers(agent):
        papers = turn.state.center.papers
        papers[target] = papers.get(target, 0) + 1


def kill(turn: Turn, target: str) -> None:
    """A person is killed. The world hears of it."""
    introduce(turn, target)
    turn.tell(EventKind.KILLED, *BOTH, subject=target, place=turn.body(target).place)
    leave_play(turn, target, Status.DEAD)


def inspect(turn: Turn, target: str) -> tuple[Change, ...]:
    """One's own man is looked into: how steady he is becomes known, and somebody doubtful takes heart by it."""
    loyalty, steady = turn.state.secret.loyalty[target], turn.numbers.defection.steady
    if loyalty < steady:
        loyalty = turn.state.secret.loyalty[target] = loyalty + 1
    file = turn.state.center.agents[target]
    band = "steady" if loyalty >= steady else "doubtful"
    turn.state.center.agents[target] = changed(file, loyalty=band)
    bands = tuple(LOYALTY_BANDS)
    return (Change(what="loyalty", before=bands.index(file.loyalty), after=bands.index(band), of=target),)


def recall(turn: Turn, agent: str) -> None:
    """An officer is called home; a doubtful one may go over instead."""
    turn.recalled = True
    numbers = turn.numbers.defection
    loyalty = turn.state.secret.loyalty.get(agent, numbers.steady)
    if turn.roll(agent, "will not go home", numbers.recalled_per_point * max(0, numbers.steady - loyalty)):
        defect(turn, agent)
        return
    change = turn.add_meter(Meter.PARANOIA, turn.numbers.paranoia.recall, Side.CENTER)
    turn.tell(EventKind.RECALLED, Audience.CENTER, subject=agent, changes=(change,))
    if turn.body(agent).access <= SYMPATHISER:
        turn.tell(EventKind.GONE, Audience.CIRCLE, subject=agent, place=turn.body(agent).place)
    leave_play(turn, agent, Status.RECALLED)


def watch(turn: Turn, agent: str) -> None:
    """The area is watched this turn with the best watcher's analysis. A mole's watch finds nothing."""
    area = turn.area_of(agent)
    turn.tell(EventKind.WATCHED, Audience.CIRCLE, subject=agent, place=area)
    if not turn.is_centers(agent):
        turn.watched[area] = max(turn.watched.get(area, 0), turn.skill(agent, "analysis"))


def vet(turn: Turn, agent: str, target: str) -> None:
    """A finding for or against a person. A mole who vets clears moles and accuses innocents as he likes."""
    circle, numbers = turn.state.circle, turn.numbers.vetting
    analysis = turn.lent_skill(agent, "analysis")
    guilty_chance = numbers.false_alarm
    file = turn.agent(target)
    if turn.is_centers(agent):
        guilty_chance = 0 if file is not None else numbers.mole_accuses
    elif file is not None:
        guilty_chance = found_chance(numbers, analysis, file.cover)
    guilty = turn.roll(target, f"vetted by {agent}", guilty_chance)
    member = circle.members[target]
    vetter = circle.members.get(agent)
    after = weigh_finding(numbers, member.doubt, guilty, analysis, vetter.doubt if vetter else 0, turn.numbers.doubt.cap)
    finding = Finding(turn=turn.state.turn, person=target, vetter=agent, guilty=guilty, before=member.doubt, after=after)
    circle.findings = (*circle.findings, finding)
    circle.members[target] = changed(member, doubt=after, vetted=turn.state.turn)
    change = Change(what="doubt", before=member.doubt, after=after, of=target)
    turn.tell(EventKind.FINDING, Audience.CIRCLE, subject=target, other=agent, number=int(guilty), changes=(change,))


def denounce(turn: Turn, target: str) -> None:
    """A person is named before the world. If he is Moscow's he is blown; if not, the cause has lost a friend."""
    introduce(turn, target)
    numbers = turn.numbers.denounce
    if turn.is_centers(target):
        change = turn.add_meter(Meter.INFLUENCE, numbers.right, Side.CIRCLE)
        turn.tell(EventKind.DENOUNCED, *BOTH, subject=target, changes=(change,))
        blow(turn, target)
        return
    agreed = two_vetters_agree(turn.state.circle.findings, target, turn.state.turn - numbers.agreed_turns)
    change = turn.add_meter(Meter.INFLUENCE, numbers.wrong_agreed if agreed else numbers.wrong, Side.CIRCLE)
    turn.tell(EventKind.WRONGLY_DENOUNCED, *BOTH, subject=target, changes=(change,))
    leave_play(turn, target, Status.GONE)


def hide(turn: Turn) -> None:
    """He breaks his habits for a while; what was learnt of them is worth less."""
    turn.state.circle.hidden = turn.state.turn
    turn.add_meter(Meter.TRACK, turn.numbers.track.hiding, Side.CENTER)


def feed(turn: Turn, target: str) -> None:
    """A mole carries false news for some turns, and part of what Moscow knows by hearsay becomes false.

    An innocent may notice what is thought of him, and lose heart.
    """
    numbers, secret = turn.numbers.feeding, turn.state.secret
    if turn.is_centers(target):
        secret.false_track = min(turn.state.center.hearsay, secret.false_track + numbers.track)
        secret.liars[target] = turn.state.turn + numbers.turns
    elif turn.roll(target, "loses heart", numbers.loses_heart):
        secret.loyalty[target] = max(0, secret.loyalty.get(target, 3) - 1)
