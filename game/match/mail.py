"""A game by mail: two machines, one game, no server. Each side seals its orders and sends a commitment, a hash that says
nothing of them; only who holds the other's commitment reveals its own orders. Both machines then resolve the same turn,
with dice that both salts have stirred, so that nobody could foresee them while orders were written.

Both machines hold the whole state, since both resolve it: a game by mail is fair among people who do not pry into files.
What is refused here is what a changed, foreign or belated file would do to the game. Nothing is changed in place: a
letter that is refused leaves everything as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from secrets import token_hex

from game import __version__
from game.match.codec import encode
from game.match.correspondence import Correspondence, Reveal, Terms
from game.match.letters import Letter, LetterBody, LetterError, LetterHeader
from game.match.match import MAIL, PERSON, Match
from game.rules.definitions import Scenario
from game.rules.legality import Reason
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.setup import Allegiances

SALT_BYTES = 32
MOST_READ = 20
"""How many letters are remembered, so that one read twice can be told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """What a commitment is the hash of: bound to its game, side and turn, so that none can be used again elsewhere."""

    game: str
    side: Side
    turn: int
    salt: str
    orders: tuple[Order, ...]


@dataclass(frozen=True, slots=True)
class MailGame:
    """A game by mail as one machine has it."""

    match: Match
    mail: Correspondence

    @property
    def side(self) -> Side:
        """The side that is played here."""
        return self.mail.side


def invite(scenario: Scenario, side: Side, seed: int, allegiances: Allegiances, game: str) -> MailGame:
    """A new game, in which whoever sits here plays `side`."""
    terms = Terms(
        version=__version__,
        scenario=scenario.catalogue.id,
        fingerprint=scenario.fingerprint,
        seed=seed,
        allegiances=allegiances,
        inviter=side,
    )
    return _begin(scenario, terms, side, game)


def accept(scenario: Scenario, letter: Letter) -> MailGame:
    """The game to which a letter invites, as the invited side has it, with the letter read.

    Raises:
        LetterError: the letter invites to nothing, or to a game that this machine would play otherwise.
    """
    terms = letter.body.terms
    if terms is None or letter.header.side is not terms.inviter:
        raise LetterError("this letter belongs to a game that is not among the saves; only an invitation begins a new one")
    if terms.version != __version__:
        raise LetterError(
            f"the invitation comes from version {terms.version} of the game, this is {__version__}: both need the same"
        )
    if (terms.scenario, terms.fingerprint) != (scenario.catalogue.id, scenario.fingerprint):
        raise LetterError(
            f"the files of the scenario {terms.scenario} are not the same here as where the letter comes from;"
            " both need the same version of the game and the same mods"
        )
    return _taken(_begin(scenario, terms, terms.inviter.other, letter.header.game), letter)


def seal(game: MailGame, orders: Sequence[Order]) -> tuple[MailGame, list[tuple[int, Reason]]]:
    """Seals the own side's orders; those that are refused come back with their index, and then nothing is sealed.

    Raises:
        ValueError: they are sealed already, or the game is over.
    """
    match = game.match.fork()
    refused = match.submit(game.side, orders)
    if refused:
        return game, refused
    return MailGame(match, replace(game.mail, salt=token_hex(SALT_BYTES))), []


def write(game: MailGame) -> tuple[LetterHeader, LetterBody]:
    """What there is to send now. Everything of this turn and the last is in it: a letter that got lost is no matter."""
    match, mail = game.match, game.mail
    own, turn = own_orders(game), match.turn
    over = match.is_over()
    sealed = mail.last if over else Reveal(turn=turn, salt=mail.salt, orders=own) if own is not None else None
    reveals = [] if mail.last is None else [mail.last]
    if not over and mail.theirs and sealed is not None:
        reveals.append(sealed)
    header = LetterHeader(
        version=__version__,
        game=mail.game,
        scenario=mail.terms.scenario,
        title=match.scenario.catalogue.title,
        side=mail.side,
        turn=turn,
    )
    body = LetterBody(
        before=_digest_before(match, turn),
        commitment=commitment(mail.game, mail.side, sealed) if sealed is not None else "",
        answers=mail.theirs,
        reveals=tuple(reveals),
        terms=mail.terms if turn == 1 and mail.side is mail.terms.inviter else None,
    )
    return header, body


def read(game: MailGame, letter: Letter) -> MailGame:
    """The game after a letter from the other side, the turn resolved if everything is in.

    Raises:
        LetterError: the letter is not for this game and turn, not from the other side, was read before, or was changed.
    """
    _check_sender(game, letter)
    after = _taken(game, letter)
    if (after.match.record(), after.mail.theirs) == (game.match.record(), game.mail.theirs):
        raise LetterError("there is nothing new in this letter: send yours, or wait for the next")
    return after


def own_orders(game: MailGame) -> tuple[Order, ...] | None:
    """The orders that are sealed here for this turn, if they are."""
    return game.match.snapshot().of(game.side)


def commitment(game: str, side: Side, sealed: Reveal) -> str:
    """The hash that stands for orders until they are revealed."""
    whole = Sealed(game=game, side=side, turn=sealed.turn, salt=sealed.salt, orders=sealed.orders)
    return sha256(encode(whole)).hexdigest()


def stir_of(game: str, turn: int, salts: dict[Side, str]) -> str:
    """What stirs the dice of a turn: both sides' salts, the Center's first."""
    return sha256("|".join((game, str(turn), salts[Side.CENTER], salts[Side.CIRCLE])).encode()).hexdigest()


def _begin(scenario: Scenario, terms: Terms, side: Side, game: str) -> MailGame:
    match = Match.new(scenario, terms.seed, terms.allegiances, {side: PERSON, side.other: MAIL})
    return MailGame(match, Correspondence(game=game, side=side, terms=terms))


def _taken(game: MailGame, letter: Letter) -> MailGame:
    turn = game.match.turn
    if letter.header.turn == turn + 1 and not game.match.is_over():
        game = _take_reveal(game, letter, turn)
    _check_turn(game, letter)
    if not game.match.is_over():
        game = _take_commitment(game, letter)
        game = _take_reveal(game, letter, game.match.turn)
    return MailGame(game.match, replace(game.mail, read=(*game.mail.read, letter.mark)[-MOST_READ:]))


def _check_sender(game: MailGame, letter: Letter) -> None:
    if letter.header.game != game.mail.game:
        raise LetterError(
            f"this letter belongs to another game ({letter.header.title[:60]}): read from the title, it opens its own"
        )
    if letter.header.side is game.side:
        raise LetterError("this is a letter of your own: it is for the other player")
    if letter.mark in game.mail.read:
        raise LetterError("this letter has been read already: wait for the next, or ask for it")


def _check_turn(game: MailGame, letter: Letter) -> None:
    here, there = game.match.turn, letter.header.turn
    if game.match.is_over() and there >= here:
        return
    if there < here:
        raise LetterError(
            f"this letter is of turn {there}, which has been played; here it is turn {here}, and it is not needed any more"
        )
    if there > here:
        raise LetterError(
            f"this letter is of turn {there}, here it is turn {here}: read the letter before it first,"
            " or open a later save of this game"
        )
    if letter.body.before != _digest_before(game.match, here):
        raise LetterError(
            f"the two machines have come to different games before turn {here}: one of them has other rules, or a changed save;"
            " see that both have the same version and mods, then both go on from a save of an earlier turn"
        )


def _take_commitment(game: MailGame, letter: Letter) -> MailGame:
    sent = letter.body.commitment
    if not sent or sent == game.mail.theirs:
        return game
    if game.mail.theirs:
        raise LetterError(
            "the orders in this letter are not those that were sealed in the letter before it: they have been changed since;"
            " ask for it to be sent again from the save in which they were sealed"
        )
    return MailGame(game.match, replace(game.mail, theirs=sent))


def _take_reveal(game: MailGame, letter: Letter, turn: int) -> MailGame:
    """Resolves a turn with the orders that a letter reveals; the game as it was where it reveals none of that turn."""
    revealed = next((each for each in letter.body.reveals if each.turn == turn), None)
    if revealed is None:
        return game
    mine = own_orders(game)
    if mine is None:
        raise LetterError(
            f"this letter answers orders for turn {turn} that this save does not know: open the save in which you sealed them"
        )
    own = commitment(game.mail.game, game.side, Reveal(turn=turn, salt=game.mail.salt, orders=mine))
    if letter.header.turn == turn and letter.body.answers != own:
        raise LetterError(
            "this letter answers other orders than those sealed here: open the save in which you sealed what you sent"
        )
    theirs = commitment(game.mail.game, letter.header.side, revealed)
    if theirs != (game.mail.theirs or theirs):
        raise LetterError(
            "the orders in this letter are not those that were sealed: they have been changed since;"
            " ask for it to be sent again from the save in which they were sealed"
        )
    if not game.mail.theirs:
        raise LetterError("this letter reveals orders that were never sealed: ask for the letter before it")
    return _resolved(game, mine, revealed)


def _resolved(game: MailGame, mine: tuple[Order, ...], revealed: Reveal) -> MailGame:
    match, turn, other = game.match.fork(), game.match.turn, game.side.other
    refused = match.submit(other, revealed.orders)
    if refused:
        reason = refused[0][1].kind.value
        raise LetterError(
            f"the letter holds an order that the rules do not allow ({reason}): it was changed, or the rules differ;"
            " see that both have the same version and mods, and ask for it again"
        )
    salts = {game.side: game.mail.salt, other: revealed.salt}
    match.resolve(stir_of(game.mail.game, turn, salts))
    mail = replace(game.mail, last=Reveal(turn=turn, salt=game.mail.salt, orders=mine))
    return MailGame(match, mail if match.is_over() else replace(mail, salt="", theirs=""))


def _digest_before(match: Match, turn: int) -> str:
    """The digest of the game before a turn."""
    record = match.record()
    return record.turns[turn - 2].digest if turn > 1 else record.opening.digest
