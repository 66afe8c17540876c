"""The register of closed files in words: how a seat of a scenario has fared, and the games one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.match.register import BOTH, ClosedFile
from game.rules.nouns import Side
from game.ui.presenters.new_game import BY_MAIL, computers
from game.ui.presenters.verdict import signed
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterRow:
    """A closed file: what it was, how it was played, and how it ended. `game` is its name, `seat` a side or `BOTH`."""

    game: str
    title: str
    seat: str
    verdict: str
    note: str
    won: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """The closed files, the last first, under a line that counts them."""

    count: str
    rows: tuple[RegisterRow, ...]


def seat_words(files: Sequence[ClosedFile], scenario: str, seat: str, _: Words) -> str:
    """How a seat of a scenario has fared, `won 2 of 3, at best against Hard`; nothing if it was never played to an end."""
    played = [file for file in files if file.scenario == scenario and file.seat == seat != BOTH]
    if not played:
        return ""
    won = [file for file in played if file.won]
    said = _("won {won} of {count}", won=len(won), count=len(played))
    strongest = max((_rank(file.opponent, _) for file in won), default=-1)
    return _("{said}, at best against {opponent}", said=said, opponent=computers(_)[strongest].words) if strongest >= 0 else said


def register_sheet(files: Sequence[ClosedFile], _: Words) -> Register:
    """All closed files."""
    alone = [file for file in files if file.seat != BOTH]
    counted = _.plural("{count} file closed.", "{count} files closed.", len(files))
    won = _("Of {count} played from one side, {won} won.", count=len(alone), won=sum(file.won for file in alone))
    return Register(count=f"{counted} {won}" if alone else counted, rows=tuple(_row(file, _) for file in reversed(files)))


def _row(file: ClosedFile, _: Words) -> RegisterRow:
    parts = (_seat(file, _), _points(file, _), _("turn {turn}", turn=file.turn), _.dated(file.closed, "%B %Y", with_day=True))
    return RegisterRow(
        game=file.game, title=file.title, seat=file.seat, verdict=file.verdict, note=" · ".join(parts), won=file.won
    )


def _seat(file: ClosedFile, _: Words) -> str:
    """Who was played against whom."""
    if file.seat == BOTH:
        return _("two at one desk")
    return _("{side} against {opponent}", side=file.own_name, opponent=_opponent(file.opponent, _))


def _points(file: ClosedFile, _: Words) -> str:
    """The score of who played; of the Center, by its name, where both were people."""
    if file.seat == BOTH:
        return f"{file.own_name} {signed(file.score)}"
    return _("score {points}", points=signed(file.score if file.seat == Side.CENTER else -file.score))


def _opponent(name: str, _: Words) -> str:
    if name == BY_MAIL:
        return _("a person by mail")
    rank = _rank(name, _)
    return computers(_)[rank].words if rank >= 0 else name


def _rank(opponent: str, _: Words) -> int:
    """How strong an opponent is among the computer's players, from 0; -1 for any other."""
    ids = [option.id for option in computers(_)]
    head = opponent.partition(":")[0]
    return ids.index(head) if head in ids else -1
