"""The investigation after a game: what it found, piece by piece, what the world made of it, and what that adds up to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.rules.definitions import Scenario
from game.rules.events import Event, EventKind
from game.rules.nouns import Audience
from game.rules.numbers import AttributionNumbers
from game.rules.state import GameState
from game.rules.verdicts import is_killing
from game.ui.presenters.dates import turn_words
from game.ui.presenters.revelations.names import TrueNames
from game.ui.presenters.verdict import attribution_words
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
    names = TrueNames(scenario, truth)
    killed = is_killing(verdict.id)
    return FalloutSheet(
        title=_("The investigation") if killed else _("What could be shown"),
        opening=_opening(killed, _),
        pieces=(*_people(heard, names, _), *_clues(truth, numbers, _), *_talkers(heard, truth, names, numbers, _)),
        total=verdict.attribution,
        most=numbers.most,
        bounds=(numbers.unproven_most, numbers.open_secret_most),
        level=attribution_words(verdict.attribution, numbers, _)[0],
        believed=_believed(verdict.id, verdict.attribution, numbers, _),
    )


def _opening(killed: bool, _: Words) -> str:
    if killed:
        return _("He is dead. Magistrates, policemen and journalists lay side by side what there is.")
    return _("There was no inquest. This is what a magistrate, a policeman or a journalist could have laid on the table.")


def _people(heard: Sequence[Event], names: TrueNames, _: Words) -> Iterator[Piece]:
    """Everybody who was unmasked, a point each, in the order in which it came."""
    first: dict[str, Event] = {}
    taken: dict[str, Event] = {}
    for event in heard:
        if event.kind in _EXPOSING:
            first.setdefault(event.subject, event)
        if event.kind is EventKind.ARRESTED:
            taken.setdefault(event.subject, event)
    for person, event in first.items():
        when = turn_words(names.catalogue, event.turn, "%B %Y", _)
        arrested = taken.get(person)
        place = names.catalogue.places.get(arrested.place if arrested is not None else event.place)
        where = place.name if place is not None else ""
        said = _("arrested at {place}, {when}", place=where, when=when) if arrested else _("unmasked, {when}", when=when)
        yield Piece(words=_name(names, person), note=said, points=1, icon="police-badge" if arrested else "id-card",
                    portrait=names.portrait(person))  # fmt: skip


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
    heard: Sequence[Event], truth: GameState, names: TrueNames, numbers: AttributionNumbers, _: Words
) -> Iterator[Piece]:
    """Whoever talked: it counts once, however many did."""
    if not truth.secret.captive_talked:
        return
    talked = list(dict.fromkeys(event.subject for event in heard if event.kind is EventKind.TALKED))
    named = ", ".join(_name(names, person) for person in talked)
    portrait = names.portrait(talked[0]) if talked else {}
    note = _("told what he knew; it counts once, however many did")
    yield Piece(words=named or _("Somebody"), note=note, points=numbers.captive, icon="public-speaker", portrait=portrait)


def _believed(verdict: str, points: int, numbers: AttributionNumbers, _: Words) -> str:
    """What the world made of it."""
    if is_killing(verdict):
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


def _name(names: TrueNames, person: str) -> str:
    code = names.code(person)
    return f"{names.of(person)} ({code})" if code else names.of(person)
