"""The closing of a game: the verdict in words, both sides' scores, and what became of everybody, the truth told.

It is given the whole state and setup, so it must be asked only once there is a verdict.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.rules.definitions import Catalogue, PersonDefinition, Scenario, SideNames
from game.rules.events import Event, EventKind
from game.rules.nouns import Side, Status, VerdictName
from game.rules.numbers import AttributionNumbers, Numbers
from game.rules.state import GameState
from game.ui.presenters.dates import turn_words
from game.ui.presenters.doubts import percent
from game.ui.presenters.losses import ENDS, end_words
from game.ui.presenters.meters import decisive_influence
from game.ui.presenters.new_game import luck_words
from game.ui.presenters.people import ring_words, status_words
from game.ui.presenters.revelations.names import TrueNames
from game.ui.words import Words

SideId = Literal["center", "circle"]
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFate:
    """What became of somebody. `side` is whom he served in truth; `note` what the other side took him for."""

    id: str
    name: str
    second_name: str
    side: SideId
    portrait: Mapping[str, str]
    where: str
    note: str = ""
    lost: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictSheet:
    """All that the closing says. `reason` is the figure that settled it, if one did; `attribution` is of `attribution_most`;
    `drawn` is from which seed and how luck fell."""

    scenario: str
    date: str
    title: str
    text: str
    stamp: str
    winner: SideId | None
    center_name: str
    circle_name: str
    center_score: str
    circle_score: str
    reason: str
    attribution: int
    attribution_most: int
    attribution_words: str
    attribution_note: str
    center_people: tuple[PersonFate, ...]
    circle_people: tuple[PersonFate, ...]
    history: str
    drawn: str


def verdict_sheet(scenario: Scenario, truth: GameState, _: Words, events: Sequence[Event] = ()) -> VerdictSheet:
    """The closing of a finished game; `events` is all that was told in it, to say how and when people were lost. Raises
    ValueError without a verdict."""
    verdict = truth.public.verdict
    if verdict is None:
        raise ValueError("the game is not over")
    catalogue = scenario.catalogue
    words, note = attribution_words(verdict.attribution, catalogue.numbers.attribution, _)
    ends = _ends(events)
    fates = [_fate(scenario, truth, person, ends.get(person), _) for person in _known_people(truth, catalogue.old_man)]
    winner: SideId | None = "center" if verdict.score > 0 else "circle" if verdict.score < 0 else None
    return VerdictSheet(
        scenario=catalogue.title,
        date=turn_words(catalogue, verdict.turn, "%B %Y", _),
        title=verdict_title(catalogue, verdict.id),
        text=told.text if (told := catalogue.verdicts.get(verdict.id)) else "",
        stamp=_stamp(winner, catalogue.sides, _),
        winner=winner,
        center_name=catalogue.sides.center,
        circle_name=catalogue.sides.circle,
        center_score=signed(verdict.score),
        circle_score=signed(-verdict.score),
        reason=_reason(truth, verdict.id, catalogue.numbers, catalogue.sides, _),
        attribution=verdict.attribution,
        attribution_most=catalogue.numbers.attribution.most,
        attribution_words=words,
        attribution_note=note,
        center_people=tuple(fate for fate in fates if fate.side == "center"),
        circle_people=tuple(fate for fate in fates if fate.side == "circle"),
        history=catalogue.history,
        drawn=_("Seed {seed}, {luck}", seed=truth.secret.seed, luck=luck_words(truth.secret.luck, _)),
    )


def verdict_title(catalogue: Catalogue, verdict: str) -> str:
    """What a scenario calls a verdict."""
    told = catalogue.verdicts.get(verdict)
    return told.title if told else verdict


def signed(points: int) -> str:
    """Points with their sign."""
    return f"+{points}" if points > 0 else f"{MINUS}{-points}" if points < 0 else "0"


def _reason(truth: GameState, verdict: str, numbers: Numbers, sides: SideNames, _: Words) -> str:
    """The figure that settled the end: Moscow's suspicion, or how much he was heard, and what it would have taken. How a death
    is told hangs on attribution, which has its own place."""
    if verdict == VerdictName.HUNTERS_HUNTED:
        most = numbers.paranoia.lost_at
        name, figure = _("Paranoia"), truth.center.paranoia
        return _("**{name} {figure}** at the end. At {most} the hunters are hunted.", name=name, figure=figure, most=most)
    if verdict not in (VerdictName.ALIVE, VerdictName.FORGOTTEN):
        return ""
    name, figure = _("Influence"), truth.public.influence
    border = decisive_influence(numbers, truth.secret.exposed)
    if border is None:
        return _("**{name} {figure}** at the end.", name=name, figure=figure)
    return _(
        "**{name} {figure}** at the end. {most} or less decides for the {center}, more for the {circle}.",
        name=name, figure=figure, most=border, center=sides.center, circle=sides.circle,
    )  # fmt: skip


def _stamp(winner: SideId | None, sides: SideNames, _: Words) -> str:
    """In whose favour the file is closed, by the name that the scenario has for the side."""
    if winner is None:
        return _("File closed")
    return _("Won by the {side}", side=sides.center if winner == "center" else sides.circle)


def attribution_words(points: int, borders: AttributionNumbers, _: Words) -> tuple[str, str]:
    """How plainly the world can tell who was behind it, and why."""
    if points <= borders.unproven_most:
        return _("never proven"), _("Everyone suspects; nobody can show who sent them.")
    if points <= borders.open_secret_most:
        return _("an open secret"), _("The newspapers draw the line to Moscow; no court has done so.")
    return _("all know"), _("Names, passports and telegrams lie before a magistrate.")


def _known_people(truth: GameState, old_man: str) -> list[str]:
    """Whoever took part: in either side's files now or known to either by a face; the Old Man is not listed."""
    own = [*truth.center.agents, *truth.circle.members, *truth.center.faces, *truth.circle.faces]
    return [person for person in dict.fromkeys(own) if person in truth.bodies and person != old_man]


def _ends(events: Sequence[Event]) -> dict[str, Event]:
    """For everybody who was lost the event that says most of it."""
    ends: dict[str, Event] = {}
    for event in events:
        if event.kind in ENDS and event.subject:
            known = ends.get(event.subject)
            if known is None or ENDS.index(event.kind) < ENDS.index(known.kind):
                ends[event.subject] = event
    return ends


def _end_words(scenario: Scenario, end: Event, _: Words) -> str:
    """How and when somebody was lost."""
    when = turn_words(scenario.catalogue, end.turn, "%B %Y", _)
    place = scenario.catalogue.places.get(end.place)
    if end.kind is EventKind.ARRESTED and place is not None:
        return _("arrested at {place}, {when}", place=place.name, when=when)
    return f"{end_words(end.kind, _)}, {when}"


def _fate(scenario: Scenario, truth: GameState, person: str, end: Event | None, _: Words) -> PersonFate:
    body = truth.bodies[person]
    definition = scenario.setup.people.get(person)
    names = TrueNames(scenario, truth)
    centers = person in truth.center.agents or truth.secret.allegiance.get(person) is Side.CENTER
    place = scenario.catalogue.places.get(body.place)
    where = status_words(body.status, _) if body.status is not Status.ACTIVE else place.name if place else ""
    lost = body.status not in (Status.ACTIVE, Status.IN_TRANSIT)
    if lost and end is not None:
        where = _end_words(scenario, end, _)
    return PersonFate(
        id=person,
        name=names.of(person),
        second_name=_second_name(definition, centers),
        side="center" if centers else "circle",
        portrait=names.portrait(person),
        where=where,
        note=_note(truth, names, person, centers, _),
        lost=lost,
    )


def _second_name(definition: PersonDefinition | None, centers: bool) -> str:
    """What a cover hid: the code name and the true name."""
    if definition is None or not centers:
        return ""
    return " · ".join(name for name in (definition.code_name, definition.true_name) if name)


def _note(truth: GameState, names: TrueNames, person: str, centers: bool, _: Words) -> str:
    """Where one of the Center's people stood in the Circle's eyes, if it counted him among its own, and under what name."""
    member = truth.circle.members.get(person)
    if not centers or member is None:
        return ""
    ring, doubt = ring_words(truth.bodies[person].access, _), percent(member.doubt)
    known_as = names.to(Side.CIRCLE, person)
    if known_as != names.of(person):
        return _("To the Circle: {name}, {ring}, doubt {doubt}%", name=known_as, ring=ring, doubt=doubt)
    return _("To the Circle: {ring}, doubt {doubt}%", ring=ring, doubt=doubt)
