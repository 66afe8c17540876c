"""A game by mail: both machines come to the same game, no letter says anything of orders before both are sealed, and
whatever is changed, foreign or belated is refused with a reason and changes nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from game.match.codec import decode, encode
from game.match.correspondence import Reveal
from game.match.letters import Letter, LetterBody, LetterError, read_letter, write_letter
from game.match.mail import MailGame, accept, invite, own_orders, read, seal, stir_of, write
from game.match.papers import Papers
from game.match.replay import replay
from game.match.save_file import Loaded
from game.match.saves import load_save, resume, save_match
from game.players import make_player
from game.rules.definitions import Scenario
from game.rules.nouns import Side
from game.rules.orders import Order
from game.rules.setup import Allegiances
from game.scenario import load


@pytest.fixture(scope="module")
def rules() -> Scenario:
    return load("alma-ata-1927")


@pytest.fixture
def host(rules: Scenario) -> MailGame:
    return invite(rules, Side.CENTER, 7, Allegiances.UNCERTAIN, "0123456789")


@pytest.fixture
def guest(rules: Scenario, host: MailGame, tmp_path: Path) -> MailGame:
    return accept(rules, post(host, tmp_path))


def post(game: MailGame, folder: Path) -> Letter:
    """What a game has to send, through a file."""
    return read_letter(write_letter(folder / game.side.value, *write(game)))


def ordered(game: MailGame) -> MailGame:
    """With the orders of a random player sealed."""
    player = make_player("random", game.side, 5)
    sealed, refused = seal(game, tuple(player.choose(game.match.view(game.side))))
    assert not refused
    return sealed


def kept(game: MailGame, folder: Path, rules: Scenario) -> MailGame:
    """Saved and opened again."""
    loaded: Loaded = load_save(save_match(folder, game.side.value, game.match, papers=Papers(mail=game.mail)))
    assert loaded.papers.mail is not None
    return MailGame(resume(rules, loaded), loaded.papers.mail)


def test_a_whole_game_comes_out_the_same_on_both_machines(
    rules: Scenario, host: MailGame, guest: MailGame, tmp_path: Path
) -> None:
    """One letter a turn and a player is enough, though every turn both machines are shut off in between."""
    for _ in range(rules.catalogue.turns):
        host = kept(ordered(host), tmp_path / "saves", rules)
        guest = ordered(read(guest, post(host, tmp_path)))
        host = read(host, post(kept(guest, tmp_path / "saves", rules), tmp_path))
        if host.match.is_over():
            break
    guest = read(guest, post(host, tmp_path))
    assert host.match.is_over() and guest.match.is_over()
    one, two = host.match.record(), guest.match.record()
    assert one.turns == two.turns and len(one.turns) > 3
    assert one.seats != two.seats
    assert replay(one, rules) is None, "the salts that stirred the dice are in the record"


def test_letters_may_cross(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    host, guest = ordered(host), ordered(guest)
    one, two = post(host, tmp_path), post(guest, tmp_path)
    host, guest = read(host, two), read(guest, one)
    assert host.match.turn == guest.match.turn == 1, "commitments alone resolve nothing"
    one, two = post(host, tmp_path), post(guest, tmp_path)
    host, guest = read(host, two), read(guest, one)
    assert host.match.turn == guest.match.turn == 2
    assert host.match.record().turns == guest.match.record().turns


def test_a_letter_that_got_lost_is_made_up_for_by_the_next(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    host = ordered(host)
    guest = ordered(read(guest, post(host, tmp_path)))
    host = ordered(read(host, post(guest, tmp_path)))
    assert (host.match.turn, guest.match.turn) == (2, 1)
    guest = read(guest, post(host, tmp_path))
    assert guest.match.turn == 2 and guest.mail.theirs


def test_no_letter_says_anything_of_orders_before_both_are_sealed(rules: Scenario, host: MailGame, tmp_path: Path) -> None:
    """Letters of different orders differ in the commitment alone, which is of one length and never the same twice."""
    view = host.match.view(Side.CENTER)
    many = tuple(make_player("random", Side.CENTER, 1).choose(view))
    letters = [write(seal(host, orders)[0]) for orders in ((), many, ())]
    blank = [(header, replace(body, commitment="")) for header, body in letters]
    assert many and blank[0] == blank[1] == blank[2] == write(host)
    assert len({body.commitment for _, body in letters}) == 3
    sizes = {len(encode(header)) + len(encode(body)) for header, body in letters}
    assert len(sizes) == 1 and all(not body.reveals for _, body in letters)


def test_a_side_reveals_only_what_answers_a_commitment(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    guest = read(ordered(guest), post(ordered(host), tmp_path))
    _, body = write(guest)
    assert [each.turn for each in body.reveals] == [1] and body.answers


def test_nobody_can_foresee_the_dice(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    """The same orders with other salts are another month; either side's salt alone changes it."""
    turns = set()
    for _ in range(3):
        one = ordered(host)
        two = ordered(read(guest, post(one, tmp_path)))
        done = read(one, post(two, tmp_path)).match.record().turns[0]
        turns.add((done.stir, done.digest))
    assert len(turns) == 3
    salts = {Side.CENTER: "a", Side.CIRCLE: "b"}
    assert len({stir_of("g", 1, salts), stir_of("g", 1, salts | {Side.CIRCLE: "c"}), stir_of("g", 2, salts)}) == 3


# What is refused


def both_sealed(host: MailGame, guest: MailGame, folder: Path) -> tuple[MailGame, MailGame]:
    host = ordered(host)
    return host, ordered(read(guest, post(host, folder)))


def changed(letter: Letter, **fields: object) -> Letter:
    """A letter changed by somebody who made a new checksum."""
    body = decode(LetterBody, encode(replace(letter.body, **fields)))  # type: ignore[arg-type]
    return replace(letter, body=body, mark="other")


def with_orders(letter: Letter, orders: tuple[Order, ...]) -> Letter:
    reveals = tuple(Reveal(turn=each.turn, salt=each.salt, orders=orders) for each in letter.body.reveals)
    return changed(letter, reveals=reveals)


Forge = Callable[[Letter], Letter]


@pytest.mark.parametrize(
    ("forge", "told"),
    [
        (lambda letter: with_orders(letter, ()), "not those that were sealed"),
        (lambda letter: with_orders(letter, (Order(operation="raid", agent="nobody"),)), "not those that were sealed"),
        (lambda letter: changed(letter, commitment="0" * 64), "not those that were sealed"),
        (lambda letter: changed(letter, commitment=""), "never sealed"),
        (lambda letter: changed(letter, answers="0" * 64), "answers other orders"),
        (lambda letter: changed(letter, before="0" * 64), "different games before turn 1"),
        (lambda letter: changed(letter, reveals=(), commitment=""), "nothing new"),
        (lambda letter: replace(letter, header=replace(letter.header, game="other")), "another game"),
        (lambda letter: replace(letter, header=replace(letter.header, side=Side.CENTER)), "of your own"),
        (lambda letter: replace(letter, header=replace(letter.header, turn=3)), "of turn 3, here it is turn 1"),
        (lambda letter: replace(letter, header=replace(letter.header, turn=0)), "of turn 0, which has been played"),
    ],
)
def test_a_changed_or_foreign_letter_is_refused_and_changes_nothing(
    forge: Forge, told: str, host: MailGame, guest: MailGame, tmp_path: Path
) -> None:
    host, guest = both_sealed(host, guest, tmp_path)
    letter = post(guest, tmp_path)
    before = (host.match.record(), host.match.snapshot(), host.mail)
    with pytest.raises(LetterError, match=told):
        read(host, forge(letter))
    assert (host.match.record(), host.match.snapshot(), host.mail) == before
    assert read(host, letter).match.turn == 2, "the true letter is still welcome"


def test_orders_changed_after_they_were_sealed_are_found_out(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    """Somebody opens an older save and seals again, having seen what the other side does."""
    sealed = ordered(host)
    guest = ordered(read(guest, post(sealed, tmp_path)))
    again = ordered(host)
    with pytest.raises(LetterError, match="answers other orders"):
        read(again, post(guest, tmp_path))
    with pytest.raises(LetterError, match="have been changed since"):
        read(guest, post(again, tmp_path))
    with pytest.raises(LetterError, match="does not know"):
        read(host, post(guest, tmp_path))


def test_orders_that_the_rules_do_not_allow_are_refused(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    host = ordered(host)
    guest = read(guest, post(host, tmp_path))
    forged = guest.match.fork()
    forged._sealed[Side.CIRCLE] = (Order(operation="raid", agent="nobody", extra=-3),)
    guest = MailGame(forged, replace(guest.mail, salt="s"))
    with pytest.raises(LetterError, match="do not allow"):
        read(host, post(guest, tmp_path))


def test_the_same_letter_twice_is_told(host: MailGame, guest: MailGame, tmp_path: Path) -> None:
    host, guest = both_sealed(host, guest, tmp_path)
    letter = post(guest, tmp_path)
    host = read(host, letter)
    with pytest.raises(LetterError, match="read already"):
        read(host, letter)
    invitation = post(ordered(host), tmp_path)
    with pytest.raises(LetterError, match="only an invitation"):
        accept(host.match.scenario, invitation)


def test_an_invitation_is_accepted_with_the_same_rules_alone(rules: Scenario, host: MailGame, tmp_path: Path) -> None:
    letter = post(host, tmp_path)
    with pytest.raises(LetterError, match="not the same here"):
        accept(replace(rules, fingerprint="f" * 64), letter)
    assert letter.body.terms is not None
    with pytest.raises(LetterError, match="comes from version 9"):
        accept(rules, changed(letter, terms=replace(letter.body.terms, version="9")))


def test_a_file_that_is_no_letter_is_told_in_a_line(host: MailGame, tmp_path: Path) -> None:
    path = write_letter(tmp_path, *write(host))
    content = path.read_bytes()
    told = set()
    for damaged in (
        content[:-5],
        content[:100] + b"x" + content[101:],
        b"",
        b"hello",
        content.replace(b'"format":1', b'"format":2'),
    ):
        path.write_bytes(damaged)
        with pytest.raises(LetterError) as wrong:
            read_letter(path)
        told.add(str(wrong.value).split(": ")[-1])
    assert all("\n" not in each for each in told) and any("this is no letter of a game by mail" in each for each in told)
    assert all("ask for the file to be sent again" in each or "both need the same" in each for each in told), "what to do"
    save = save_match(tmp_path, "save", host.match)
    with pytest.raises(LetterError, match="no letter"):
        read_letter(save)


def test_sealed_orders_can_be_read_back_here(host: MailGame) -> None:
    assert own_orders(host) is None and own_orders(ordered(host)) is not None
