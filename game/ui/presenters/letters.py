"""A game by mail in words: what there is to do, what the letters are that lie there, and on what it rests that it is fair."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from game.match.letters import Letter, LetterError, LetterKind, kind_of
from game.match.mail import MailGame, own_orders
from game.rules.nouns import Side
from game.ui.presenters.dates import turn_words
from game.ui.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """A letter that lies there. `refusal` says why it cannot be read, if that can be told already."""

    title: str
    note: str
    path: Path | None
    refusal: str = ""


def letter_rows(letters: Iterable[Letter | LetterError], game: MailGame | None, _: Words) -> tuple[LetterRow, ...]:
    """The letters of a folder, as somebody sees them who plays `game`, or who comes from the title."""
    return tuple(_row(letter, game, _) for letter in letters)


def _row(letter: Letter | LetterError, game: MailGame | None, _: Words) -> LetterRow:
    if isinstance(letter, LetterError):
        name, _colon, wrong = str(letter).partition(": ")
        return LetterRow(title=name, note=_sentence(wrong), path=None, refusal=_sentence(wrong))
    header = letter.header
    side = _("the Center") if header.side is Side.CENTER else _("the Circle")
    kinds = {
        LetterKind.INVITATION: _("an invitation"),
        LetterKind.SEALED: _("sealed orders"),
        LetterKind.REVEALED: _("orders, to be opened now that both are sealed"),
        LetterKind.NOTE: _("what the last turn still lacked"),
    }
    kind = kinds[kind_of(header, letter.body)]
    if letter.body.terms is not None and letter.body.commitment:
        kind = _("an invitation, with sealed orders")
    note = _("Turn {turn}, from {side}: {kind}", turn=header.turn, side=side, kind=kind)
    return LetterRow(title=header.title[:60], note=note, path=letter.path, refusal=_refusal(letter, game, _))


def _refusal(letter: Letter, game: MailGame | None, _: Words) -> str:
    if game is None:
        return ""
    if letter.header.game != game.mail.game:
        return _("It belongs to another game.")
    if letter.header.side is game.side:
        return _("It is a letter of your own.")
    return _("It has been read.") if letter.mark in game.mail.read else ""


def standing_words(game: MailGame, _: Words) -> str:
    """What there is to do in a game by mail."""
    match, mail = game.match, game.mail
    month = turn_words(match.scenario.catalogue, match.turn, "%B %Y", _)
    if match.is_over():
        return _("The game is over. If the other player has not seen the end yet, send this letter.")
    sealed = own_orders(game) is not None
    if sealed and mail.theirs:
        return _(
            "Both have sealed their orders for {month}. Send this letter; when theirs comes, the turn plays out.", month=month
        )
    if sealed:
        return _("Your orders for {month} are sealed. Send this letter, and wait for theirs.", month=month)
    if mail.theirs:
        return _(
            "The other side has sealed its orders for {month}. Write and seal yours; then a letter is ready to send.", month=month
        )
    if match.turn == 1:
        if mail.side is mail.terms.inviter:
            return _("Send this invitation, or seal your orders first: the letter then invites as well.")
        return _("You have been invited. Write your orders on the desk and seal them; then a letter is ready to send.")
    return _(
        "Write your orders for {month} and seal them. The letter here only shows the other side the turn before.", month=month
    )


def fairness_words(_: Words) -> str:
    """What a game by mail rests on, told to both."""
    return _(
        "Both machines work out every turn, so each holds the whole game in its files: a game by mail is fair among people"
        " who do not pry into them. What you see is your own side. Orders are sealed before any are shown, none can be changed"
        " after that without being found out, and the dice hang on both players, so that nobody can foresee them."
    )


def _sentence(said: str) -> str:
    return said[:1].upper() + said[1:]
