"""The investigation after a game: what it found, piece by piece, what the world made of it, and what that adds up to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience
from game.rules.numbers import AttributionNumbers
from game.rules.state import GameState
from game.ui.presenters.people import BY_ID
from game.ui.words import Words

_EXPOSING = (EventKind.BLOWN, EventKind.ARRESTED)
"""What makes the world learn whose man somebody was; who is blown and then arrested counts once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One thing that the investigation goes by: what it is, why it counts, and how many points it adds. `portrait` is empty
    where it is about no person."""

    words: str
    note: str
    points: int
    icon: str
    portrait: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class FalloutSheet:
    """The whole investigation. `total` of `most` is the attribution; `bounds` are the last points of the first two levels."""

    title: str
    opening: str
    pieces: tuple[Piece, ...]
    total: int
    most: int
    bounds: tuple[int, int]
    level: str
    believed: str


def fallout_sheet(scenario: Scenario, events: Sequence[Event], truth: GameState, _: Words) -> FalloutSheet:
    """The investigation of a finished game, of which `events` is all that was told. Raises ValueError without a verdict."""
    verdict = truth.public.verdict
    if verdict is None:
        raise ValueError("the game is not over")
    numbers = scenario.catalogue.numbers.attribution
    heard = [event for event in events if event.audience is Audience.CIRCLE]
    killed = verdict.id.startswith("killed")
    return FalloutSheet(
        title=_("The investigation") if killed else _("What could be shown"),
        opening=_opening(killed, _),
        pieces=(*_people(scenario, heard, truth, _), *_clues(truth, numbers, _), *_talkers(scenario, heard, truth, numbers, _)),
        total=verdict.attribution,
        most=numbers.most,
        bounds=(numbers.unproven_most, numbers.open_secret_most),
        level=level_words(verdict.attribution, numbers, _),
        believed=_believed(verdict.id, verdict.attribution, numbers, _),
    )


def level_words(points: int, numbers: AttributionNumbers, _: Words) -> str:
    """How plainly the world could tell who was behind it."""
    if points <= numbers.unproven_most:
        return _("never proven")
    return _("an open secret") if points <= numbers.open_secret_most else _("all know")


def _opening(killed: bool, _: Words) -> str:
    if killed:
        return _("He is dead. Magistrates, policemen and journalists lay side by side what there is.")
    return _("There was no inquest. This is what a magistrate, a policeman or a journalist could have laid on the table.")


def _people(scenario: Scenario, heard: Sequence[Event], truth: GameState, _: Words) -> Iterator[Piece]:
    """Everybody who was unmasked, a point each, in the order in which it came."""
    first: dict[str, Event] = {}
    taken: dict[str, Event] = {}
    for event in heard:
        if event.kind in _EXPOSING:
            first.setdefault(event.subject, event)
        if event.kind is EventKind.ARRESTED:
            taken.setdefault(event.subject, event)
    for person, event in first.items():
        when = f"{scenario.catalogue.first_day(event.turn):%B %Y}"
        arrested = taken.get(person)
        place = scenario.catalogue.places.get(arrested.place if arrested is not None else event.place)
        where = place.name if place is not None else ""
        said = _("arrested at {place}, {when}", place=where, when=when) if arrested else _("unmasked, {when}", when=when)
        yield Piece(words=_name(scenario, truth, person), note=said, points=1, icon="police-badge" if arrested else "id-card",
                    portrait=_portrait(scenario, truth, person))  # fmt: skip


def _clues(truth: GameState, numbers: AttributionNumbers, _: Words) -> Iterator[Piece]:
    """All that was noticed: so many clues for a point."""
    clues = truth.secret.clues
    if not clues:
        return
    each = numbers.clues_per_point
    note = _.plural("every {each} of them count for one", "every {each} of them count for one", each, each=each)
    words = _.plural("{count} thing was noticed", "{count} things were noticed", clues)
    yield Piece(words=words, note=note, points=clues // each, icon="magnifying-glass", portrait={})


def _talkers(
    scenario: Scenario, heard: Sequence[Event], truth: GameState, numbers: AttributionNumbers, _: Words
) -> Iterator[Piece]:
    """Whoever talked: it counts once, however many did."""
    if not truth.secret.captive_talked:
        return
    talked = list(dict.fromkeys(event.subject for event in heard if event.kind is EventKind.TALKED))
    names = ", ".join(_name(scenario, truth, person) for person in talked)
    portrait = _portrait(scenario, truth, talked[0]) if talked else {}
    note = _("told what he knew; it counts once, however many did")
    yield Piece(words=names or _("Somebody"), note=note, points=numbers.captive, icon="public-speaker", portrait=portrait)


def _believed(verdict: str, points: int, numbers: AttributionNumbers, _: Words) -> str:
    """What the world made of it."""
    if verdict.startswith("killed"):
        if points <= numbers.unproven_most:
            return _(
                "Each newspaper printed what its readers had believed before. Everyone suspected; nobody could show who had sent "
                "them."
            )
        if points <= numbers.open_secret_most:
            return _("The newspapers drew the line to Moscow. No court did, and Moscow denied it.")
        return _("Names, passports and telegrams lay before a magistrate. Moscow denied it, and was not believed.")
    if points <= numbers.unproven_most:
        return _("The world had seen nothing that it could be sure of. What the exiles said was taken for the fears of exiles.")
    if points <= numbers.open_secret_most:
        return _("Some names had been in the newspapers. Who wished to know could know; few wished to.")
    return _(
        "It was known by then whose people they had been. What the exiles had said for years stood in the files of several "
        "police forces."
    )


def _name(scenario: Scenario, truth: GameState, person: str) -> str:
    definition = scenario.setup.people.get(person)
    face = truth.circle.faces.get(person) or truth.center.faces.get(person)
    name = definition.name if definition is not None else face.name if face is not None else person
    code = definition.code_name if definition is not None else ""
    return f"{name} ({code})" if code and code != name else name


def _portrait(scenario: Scenario, truth: GameState, person: str) -> Mapping[str, str]:
    definition = scenario.setup.people.get(person)
    face = truth.circle.faces.get(person) or truth.center.faces.get(person)
    drawn = dict(definition.portrait) if definition is not None else dict(face.portrait) if face is not None else {}
    return drawn or {BY_ID: person}
