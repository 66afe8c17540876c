"""What there is to choose from before a game: the scenarios, a scenario's briefing, the seats, the opponents, and the
choice that comes of it all. Knows no window and starts nothing."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from game.match.register import ClosedFile, seats_won
from game.players import TEMPERED
from game.rules.definitions import Catalogue
from game.rules.nouns import Luck, Side, Step
from game.rules.setup import Allegiances
from game.rules.tempers import ANY, Temper
from game.rules.verdicts import least_to_live
from game.scenario import Entry
from game.scenario.packs import SHIPPED
from game.ui.presenters.dates import last_words, opening_words
from game.ui.presenters.people import hunted_words
from game.ui.words import Words


class Seating(StrEnum):
    """Which sides people play: one, the other, both in turn, or neither."""

    CENTER = "center"
    CIRCLE = "circle"
    BOTH = "both"
    WATCH = "watch"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewGame:
    """The game that the player asks for. `opponent` is the name of a computer's player, for every side that no person
    plays; without a `seed`, one is drawn when the game starts."""

    scenario: str
    seating: Seating = Seating.CENTER
    opponent: str = "planner"
    temper: str = ""
    allegiances: Allegiances = Allegiances.UNCERTAIN
    luck: Luck = Luck.DICE
    seed: int | None = None

    @property
    def player(self) -> str:
        """The name of the computer's player with its temperament, as `make_player` takes it."""
        return f"{self.opponent}:{self.temper}" if self.temper and self.opponent in TEMPERED else self.opponent


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioRow:
    """A scenario in the list. With `errors`, it cannot be played. `won` are the sides with which it was, and their names."""

    id: str
    title: str
    note: str
    errors: int = 0
    won: Mapping[Side, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefingSheet:
    """The briefing of a scenario as one side reads it."""

    title: str
    subtitle: str
    date: str
    text: str
    card: str
    length: str
    center_wins: str
    circle_wins: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One of a few: its name, and what it means in a line."""

    id: str
    words: str
    note: str


def scenario_rows(entries: Sequence[Entry], _: Words, closed: Sequence[ClosedFile] = ()) -> tuple[ScenarioRow, ...]:
    """The list of scenarios: those that can be played first, in the order of their dates. `closed` says what has been won."""
    ordered = sorted(entries, key=lambda entry: (not entry.playable, entry.start or date.max, entry.id))
    return tuple(_row(entry, closed, _) for entry in ordered)


def _row(entry: Entry, closed: Sequence[ClosedFile], _: Words) -> ScenarioRow:
    errors = 0 if entry.playable else max(1, len(entry.errors))
    if errors:
        note = _.plural("{count} mistake in its files", "{count} mistakes in its files", errors)
    else:
        parts = (years(entry.start, entry.end), turns_words(entry.step, entry.turns, _), _origin(entry, _))
        note = " · ".join(part for part in parts if part)
    won = {} if errors else seats_won(closed, entry.id)
    return ScenarioRow(id=entry.id, title=entry.title or entry.id, note=note, errors=errors, won=won)


def _origin(entry: Entry, _: Words) -> str:
    return "" if entry.origin == SHIPPED else _("mod {name}", name=entry.origin)


def years(start: date | None, end: date | None) -> str:
    """The years of a scenario, short: `1939–40`."""
    if start is None or end is None:
        return ""
    if start.year == end.year:
        return str(start.year)
    last = f"{end.year % 100:02}" if start.year // 100 == end.year // 100 else str(end.year)
    return f"{start.year}–{last}"


def turns_words(step: str, turns: int, _: Words) -> str:
    """How many turns of which length."""
    match step:
        case Step.WEEK:
            return _.plural("{count} week", "{count} weeks", turns)
        case Step.FORTNIGHT:
            return _.plural("{count} fortnight", "{count} fortnights", turns)
        case Step.TWO_MONTHS:
            return _.plural("{count} turn of two months", "{count} turns of two months", turns)
        case Step.QUARTER:
            return _.plural("{count} quarter", "{count} quarters", turns)
        case _:
            return _.plural("{count} month", "{count} months", turns)


def briefing_sheet(catalogue: Catalogue, seating: Seating, _: Words) -> BriefingSheet:
    """The briefing for a seating: one side's own, or both beneath one another for who plays or watches both."""
    own = {
        Seating.CENTER: catalogue.briefing.center,
        Seating.CIRCLE: catalogue.briefing.circle,
    }
    both = f"**{catalogue.sides.center}**\n{catalogue.briefing.center}\n**{catalogue.sides.circle}**\n{catalogue.briefing.circle}"
    stakes = _stakes(catalogue, _)
    return BriefingSheet(
        title=catalogue.title,
        subtitle=catalogue.subtitle,
        date=opening_words(catalogue, 1, "%B %Y", _),
        text=_paragraphs(own.get(seating, both)),
        card=catalogue.card,
        length=catalogue.length,
        center_wins=stakes[0],
        circle_wins=stakes[1],
    )


def _stakes(catalogue: Catalogue, _: Words) -> tuple[str, str]:
    """When either side wins: as the scenario says, by his death, or, where nobody can strike, by how much he is heard."""
    usual = _usual_stakes(catalogue, _)
    return catalogue.wins.center or usual[0], catalogue.wins.circle or usual[1]


def _usual_stakes(catalogue: Catalogue, _: Words) -> tuple[str, str]:
    """Of how much he must be heard the figure is told: without it nobody would know that a silent exile has lost."""
    end, least = last_words(catalogue, "%B %Y", _), least_to_live(catalogue.numbers) or 0
    if catalogue.has_strikes:
        hunted = hunted_words(catalogue, _)
        if not least:
            dead = _("if by the end of {month} {hunted} is dead or has been deported.", hunted=hunted, month=end)
            return dead, _("if he lives, or if Moscow turns on its own hunters.")
        dead = _.plural(
            "if by the end of {month} {hunted} is dead, deported or, with no influence left, forgotten.",
            "if by the end of {month} {hunted} is dead, deported or, with less than {count} of influence, forgotten.",
            least, hunted=hunted, month=end,
        )  # fmt: skip
        return dead, _.plural(
            "if he lives and has any influence left, or if Moscow turns on its own hunters.",
            "if he lives with {count} of influence or more, or if Moscow turns on its own hunters.",
            least,
        )  # fmt: skip
    quiet = _("if fewer than {least} points of influence are left by the end of {month}.", least=least, month=end)
    return quiet, _("if {least} points or more are left, or if Moscow turns on its own hunters.", least=least)


def _paragraphs(text: str) -> str:
    """The text with one line's end between paragraphs."""
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def seatings(_: Words) -> tuple[Option, ...]:
    """Which sides people can play."""
    return (
        Option(id=Seating.CENTER, words=_("Center"), note=_("hunt him down")),
        Option(id=Seating.CIRCLE, words=_("Circle"), note=_("keep him alive")),
        Option(id=Seating.BOTH, words=_("Two at one desk"), note=_("pass the desk each turn")),
        Option(id=Seating.WATCH, words=_("Watch the computer"), note=_("it plays both sides")),
    )


BY_MAIL = "mail"
"""The opponent that is a person at another machine."""


def opponents(seating: Seating, _: Words) -> tuple[Option, ...]:
    """Whom a seating can be played against: the computer's players, the weakest first, by their names; and by mail."""
    return computers(_) if seating in (Seating.BOTH, Seating.WATCH) else (*computers(_), _by_mail(_))


def _by_mail(_: Words) -> Option:
    note = _(
        "A person at another machine: one file a turn goes back and forth, without a server. Both machines hold the whole"
        " game, so it is fair among people who do not pry into files. The dice hang on both."
    )
    return Option(id=BY_MAIL, words=_("By mail"), note=note)


def computers(_: Words) -> tuple[Option, ...]:
    """The computer's players, the weakest first; the id is the player's name."""
    return (
        Option(id="random", words=_("Clerk"), note=_("Gives any order that the rules allow. Good for a first game.")),
        Option(id="planner", words=_("Easy"), note=_("Plays fair by common sense: knows only what its side knows.")),
        Option(id="normal", words=_("Normal"), note=_("Thinks some turns ahead, for a second or two.")),
        Option(id="hard", words=_("Hard"), note=_("Knows the ground, and thinks longer about more that could be done.")),
    )


def tempers(catalogue: Catalogue | None, seating: Seating, _: Words) -> tuple[Option, ...]:
    """The temperaments that the opponent may have: none, one that is drawn, and the scenario's for the computer's side."""
    plain = Option(id="", words=_("Even"), note=_("Weighs everything as it comes."))
    drawn = Option(id=ANY, words=_("Drawn"), note=_("One of the scenario's temperaments, and you are not told which."))
    if catalogue is None or not (catalogue.tempers.center and catalogue.tempers.circle):
        return (plain,)
    named: Iterable[Temper] = ()
    if seating is Seating.CENTER:
        named = catalogue.tempers.circle.values()
    elif seating is Seating.CIRCLE:
        named = catalogue.tempers.center.values()
    return (plain, drawn, *(Option(id=one.id, words=one.name, note=one.about) for one in named))


def allegiance_options(_: Words) -> tuple[Option, ...]:
    """How it is settled whom the doubtful people serve."""
    return (
        Option(
            id=Allegiances.UNCERTAIN,
            words=_("Uncertain"),
            note=_("Whom some of them serve is drawn anew in each game."),
        ),
        Option(id=Allegiances.HISTORICAL, words=_("Historical"), note=_("Everybody serves whom he served in truth.")),
    )


def luck_options(_: Words) -> tuple[Option, ...]:
    """How the rolls for orders fall."""
    return (
        Option(id=Luck.DICE, words=_("Dice"), note=_("Each roll falls by itself. Streaks happen.")),
        Option(id=Luck.STEADY, words=_("Steady"), note=_("Chances are the same, but a side's good and bad luck evens out.")),
    )


def luck_words(luck: Luck, _: Words) -> str:
    """How luck falls, as it is noted down with the seed."""
    return {Luck.DICE: _("luck by dice"), Luck.STEADY: _("steady luck")}[luck]
