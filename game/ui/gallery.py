"""Every screen of the game with real content, one after another: for pictures, for review, for tests. The content is a game
that the computer plays for both sides; nothing is drawn here."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from game.match.letters import LETTER_SUFFIX, read_letter, write_letter
from game.match.mail import accept, invite, seal, write
from game.match.match import Match
from game.match.pins import lock_with
from game.match.records import read_record
from game.match.register import BOTH, ClosedFile
from game.match.saves import list_saves, load_save
from game.match.thinking import ADVICE_SEED
from game.players import make_player
from game.players.search.advice import advise
from game.players.search.crew import OneHand
from game.rules.legality import actors, legal_orders
from game.rules.nouns import BODIES, HOUSE, MOVEMENT, OLD_MAN, Keep, Side
from game.rules.orders import Order
from game.rules.setup import Allegiances
from game.rules.view import CenterView, CircleView, View
from game.scenario import load
from game.scenario.lessons import Teaching
from game.ui.archives import Archives
from game.ui.attention import Tip
from game.ui.backdrop import MonthMap
from game.ui.desk.household import order_keep
from game.ui.desk.table import Table
from game.ui.flow import Flow
from game.ui.map.chart import Chart
from game.ui.office import Office
from game.ui.presenters.archive.refs import Ref
from game.ui.presenters.month import month_of
from game.ui.presenters.stakes import with_line
from game.ui.screen import Reset, Screen, Stay
from game.ui.screens.advice import AdviceScreen
from game.ui.screens.credits import CreditsSheet
from game.ui.screens.dialog import confirm
from game.ui.screens.explain import ExplainSheet
from game.ui.screens.findings import Finding, FindingsScreen
from game.ui.screens.keys_sheet import KeysSheet
from game.ui.screens.month import MonthScreen
from game.ui.screens.revelations.screen import MAP, PAGES
from game.ui.screens.settings import TABS, SettingsScreen
from game.ui.screens.thinking import ThinkingScreen
from game.ui.session import Session
from game.ui.sharing import side_name

SCENARIO, OTHER_SCENARIO = "utka-1939", "visa-1933"
LESSON = "alma-ata-1927"
SEED = 7
TURNS = 6
PLAYER = "planner"
PIN = "1940"
SAVE_NAMES = ("Before the winter", "Second try", "autosave")


def every_screen(office: Office, scenario: str = SCENARIO) -> Iterator[tuple[str, Screen]]:
    """Names and screens; one that lies over another comes right after it. Writes a few saves and closed files into the
    office's folder.

    Raises ScenarioError for a scenario that is not there or cannot be played.
    """
    flow = Flow(office)
    session = played(office, scenario, TURNS)
    for name in SAVE_NAMES:
        session.save(name)
    for file in _closed_files():
        office.register.enter(file)
    yield "title", flow.title()
    yield "new-game", flow.beginning.chooser(office.library.entries())
    yield "closed-files", flow.beginning.register(office.register.files())
    yield from _archive(flow)
    yield "rulebook", flow.consulting.screen("op.vet")
    for tab in TABS:
        yield "settings" if tab == TABS[0] else f"settings-{tab}", SettingsScreen(languages=office.languages, tab=tab)
    yield "load", flow.load_game()
    yield "save", flow.keeping.save_game(session, "center")
    yield from _kept(flow, session)
    for side in Side:
        yield from side_screens(flow, session, side)
    yield from plates(flow, session)
    yield from _overlays(flow, session)
    yield from _shared(flow, session)
    yield from _by_mail(flow)
    finished = played(office, scenario)
    fallout = flow.ending.fallout(finished)
    fallout.lay_all()
    yield "fallout", fallout
    yield "verdict", flow.ending.verdict(finished)
    yield from _revelations(office, finished)
    yield from lessons(flow)


def _revelations(office: Office, session: Session) -> Iterator[tuple[str, Screen]]:
    """Every page of the Revelations, at the turn on which most hung."""
    archives, record = Archives(office, session.match.scenario), session.match.record()
    yield "revelations-opening", archives.opening(record, Stay)
    dossier = archives.dossier(record)
    for page in (*PAGES, MAP):
        screen = archives.shown(dossier, Stay)
        turns = [line.turn for line in dossier.hinges if line.turn < dossier.last - 1]
        screen.go_to(turns[-1] if turns else 1)
        screen.open(page)
        yield f"revelations-{page}", screen
    yield "revelations-end", archives.shown(dossier, Stay)


def lessons(flow: Flow) -> Iterator[tuple[str, Screen]]:
    """A card of each side's lesson, and a note."""
    for side in Side:
        opened = flow.schooling.take(LESSON, side)
        if isinstance(opened, Reset):
            yield f"lesson-{side.value}", opened.screen
            flow.schooling.guide.leave()
            yield f"note-{side.value}", opened.screen
    flow.schooling.guide.attend(None, Teaching())


def played(office: Office, scenario: str = SCENARIO, turns: int = 999) -> Session:
    """A game of two people, for whom the computer wrote the orders of so many turns, or until the verdict."""
    match = Match.new(load(scenario, office.packs), SEED)
    choose = {side: make_player(PLAYER, side, SEED).choose for side in Side}
    for _turn in range(turns):
        if match.is_over():
            break
        for side in Side:
            match.submit(side, choose[side](match.view(side)))
        match.resolve()
    return Session(office, match)


def _closed_files() -> Iterator[ClosedFile]:
    """A register as it looks after some evenings."""
    games = (
        (LESSON, "Fall from Grace", "center", "planner", "The voice has gone", 24, 8),
        (SCENARIO, "Utka", "circle", "normal", "He lives", -38, 17),
        (OTHER_SCENARIO, "A Planet Without a Visa", "center", "hard:hunter", "He lives", -22, 40),
        (SCENARIO, "Utka", BOTH, "", "An open secret", 70, 11),
        (SCENARIO, "Utka", "circle", "mail", "He lives", -44, 17),
    )
    for number, (scenario, title, seat, opponent, verdict, score, turn) in enumerate(games):
        yield ClosedFile(
            game=f"game {number}", scenario=scenario, title=title, center="Center", circle="Circle", seat=seat,
            opponent=opponent, verdict=verdict, score=score, turn=turn, closed=date(2026, 10, 4 + number),
        )  # fmt: skip


def _kept(flow: Flow, session: Session) -> Iterator[tuple[str, Screen]]:
    """A record, and the question how to go on with a save of other rules."""
    saved = list_saves(flow.office.saves)[0]
    read = read_record(saved.path)
    alone = replace(read.record, seats=replace(read.record.seats, circle=PLAYER))
    yield "record", flow.keeping.record(replace(read, record=alone))
    loaded = load_save(saved.path)
    yield "changed-rules", flow.keeping.changed(loaded, replace(session.match.scenario, fingerprint="changed"))


def _shared(flow: Flow, session: Session) -> Iterator[tuple[str, Screen]]:
    """What lies between two at one desk; over the cover the PIN is asked for."""
    session.set_lock(Side.CIRCLE, lock_with(PIN))
    session.force(Side.CIRCLE)
    yield "handover", flow.handover(session, Side.CIRCLE)
    yield "pin", flow.sharing.ask(session, Side.CIRCLE)
    yield "pin-choice", flow.sharing.choose(session, Side.CIRCLE)
    session.set_lock(Side.CIRCLE, None)
    for side in Side:
        recap = flow.sharing.recap(session, side)
        if recap is not None:
            yield f"recap-{side.value}", recap


def _by_mail(flow: Flow) -> Iterator[tuple[str, Screen]]:
    """A game by mail: its invitation, sealed orders, and letters of all kinds that have come."""
    scenario, folder = load(LESSON, flow.office.packs), flow.office.letters
    host = invite(scenario, Side.CENTER, SEED, Allegiances.HISTORICAL, "0123456789")
    yield "mail-invitation", flow.post.letters(flow.post.session_of(host))
    guest = accept(scenario, read_letter(write_letter(folder, *write(host))))
    sealed, _refused = seal(guest, ())
    write_letter(folder, *write(sealed))
    (folder / f"worn{LETTER_SUFFIX}").write_bytes(b"{")
    host, _refused = seal(host, ())
    yield "mail-sealed", flow.post.letters(flow.post.session_of(host))
    yield "mail-title", flow.post.letters_from_title()


def _archive(flow: Flow) -> Iterator[tuple[str, Screen]]:
    """A page of every kind."""
    pages = (
        Ref("people", "van_heijenoort"), Ref("places", "coyoacan"), Ref("countries", "norway"), Ref("operations", "op18"),
        Ref("organisations", "bulletin"), Ref("timeline", "the_raid"), Ref("bibliography", "Sud"),
    )  # fmt: skip
    for ref in pages:
        screen = flow.reading.whole()
        screen.open(ref)
        yield f"archive-{ref.kind}", screen


def side_screens(flow: Flow, session: Session, side: Side) -> Iterator[tuple[str, Screen]]:
    """The screens on which one side plays."""
    view = session.view(side)
    orders = make_player(PLAYER, side, SEED).choose(view)
    for order in orders[:2]:
        session.draft(side).give(order)
    yield f"rings-{side.value}", flow.rings(session, side)
    rings = flow.rings(session, side)
    rings.pick(_most_telling(view))
    yield f"rings-person-{side.value}", rings
    yield f"log-{side.value}", flow.log(session, side)
    yield f"archive-sealed-{side.value}", flow.reading.of_side(session, side, "zborowski")
    yield f"month-{side.value}", _lying_open(flow.month(session, side, session.match.turn - 1, Stay))
    yield f"month-headline-{side.value}", _lying_open(_with_headline(flow, session, side))
    desk = flow.desk(session, side)
    desk.choose(_first_seat(view))
    yield f"desk-place-{side.value}", desk
    desk = flow.desk(session, side)
    desk.choose(_busiest(orders, view))
    yield f"desk-person-{side.value}", desk
    if orders:
        desk = flow.desk(session, side)
        desk.weigh(orders[0], flow.office.words)
        yield f"desk-odds-{side.value}", desk
        desk = flow.desk(session, side)
        desk.weigh(next((order for order in orders if order.target), orders[0]), flow.office.words)
        desk.aim_anew()
        yield f"desk-targets-{side.value}", desk
    yield from _aimed(flow, session, side)
    yield f"desk-{side.value}", flow.desk(session, side)


def plates(flow: Flow, session: Session) -> Iterator[tuple[str, Screen]]:
    """Every city plate on a desk with a table of its own, in the game in which more of its places are in play."""
    games = (session, played(flow.office, OTHER_SCENARIO, 0))
    for chart in flow.office.map_sheet.cities.charts:

        def in_play(game: Session, chart: Chart = chart) -> int:
            return sum(chart.holds(place.at) for place in game.view(Side.CIRCLE).catalogue.places.values())

        desk = flow.desk(max(games, key=in_play), Side.CIRCLE, Table(flow.office.map_sheet))
        desk.open_city(chart)
        yield f"plate-{chart.id}", desk


def _with_headline(flow: Flow, session: Session, side: Side) -> MonthScreen:
    """The last month in which a newspaper said something, read as far as that; the very last if none ever did."""
    view, words = session.view(side), flow.office.words
    for turn in range(session.match.turn - 1, 0, -1):
        month = month_of(view, session.match.events_of(turn, side.audience), turn, words)
        at = next((index for index, telegram in enumerate(month.telegrams) if telegram.clipping), None)
        if at is not None:
            look_up = partial(flow.reading.way_to, session, side)
            screen = MonthScreen(month, Stay, MonthMap(flow.office.map_sheet, view).draw, look_up)
            screen.read(at)
            return screen
    return flow.month(session, side, session.match.turn - 1, Stay)


def _lying_open(month: MonthScreen) -> MonthScreen:
    """The month, in which no telegram makes room for the next before it has been looked at."""
    month.wait_for_reader()
    return month


def _aimed(flow: Flow, session: Session, side: Side) -> Iterator[tuple[str, Screen]]:
    """What lies behind a strike, a denunciation, and the household's orders."""
    view, words = session.view(side), flow.office.words
    strike = next((order for order in _legal(view) if view.catalogue.operations[order.operation].call_off), None)
    if strike is not None:
        desk = flow.desk(session, side)
        desk.weigh(with_line(strike, 35), words)
        yield f"desk-strike-{side.value}", desk
    if isinstance(view, CenterView):
        desk = flow.desk(session, side)
        desk.choose(OLD_MAN)
        yield f"desk-old-man-{side.value}", desk
        return
    desk = flow.desk(session, side)
    desk.weigh(Order(operation="denounce", agent=MOVEMENT, target=_most_telling(view)), words)
    yield f"desk-denounce-{side.value}", desk
    order_keep(session.draft(side), Keep.WALLS if view.keeps is Keep.GATE else Keep.GATE)
    desk = flow.desk(session, side)
    desk.choose(HOUSE)
    yield f"desk-household-{side.value}", desk
    yield f"rings-keep-{side.value}", flow.rings(session, side)


def _legal(view: View) -> Iterator[Order]:
    for agent in actors(view):
        yield from legal_orders(view, agent)


def _overlays(flow: Flow, session: Session) -> Iterator[tuple[str, Screen]]:
    """What lies over other screens, each after a screen to lie on."""
    words = flow.office.words
    yield "menu", flow.menu(session)
    for side in Side:
        yield from _counsel(flow, session, side)
    title, body = words("Seal the orders?"), words("Three people have no order. They will hold where they are.")
    yield "dialog", confirm(words, title, body, words("Seal anyway"), Stay, kind="circle")
    yield "keys", KeysSheet([("g", words("Give an order")), ("s", words("Seal orders")), ("m", words("Map"))])
    yield "explain", ExplainSheet(Tip(words("Police alert 3 of 5"), words("It makes every order of ours harder there.")))
    yield "credits", CreditsSheet()
    yield "findings", FindingsScreen(words("This scenario cannot be opened"), _faults())


class _HalfWay:
    """Thinking as it looks in a picture."""

    progress = 0.55
    is_done = False


def _counsel(flow: Flow, session: Session, side: Side) -> Iterator[tuple[str, Screen]]:
    """The computer's counsel over a desk, and the wait for it."""
    words, view, name = flow.office.words, session.view(side), side.value
    yield f"counsel-desk-{name}", flow.desk(session, side)
    if side is Side.CENTER:
        title = words("The other side is thinking")
        yield "thinking", ThinkingScreen(title, _HalfWay(), done=Stay, give_up=Stay, leave=words("Take the orders back"))
    advice = advise(view, ADVICE_SEED, OneHand(), lambda done, of: None)
    draft = session.draft(side)
    if advice:
        draft.give(advice[0].choice.order)
    yield f"counsel-{name}", AdviceScreen(view, draft, advice, side_name(side))


def _faults() -> tuple[Finding, ...]:
    """What a modder's slip looks like."""
    lines = ("agents:", "  tulip:", "    place: pariss", "    cover: 5")
    return (
        Finding(
            headline="unknown place 'pariss'",
            file="mods/paris-1936/scenario.yaml",
            line=42,
            column=12,
            length=6,
            found="'pariss'",
            expected="the id of a place",
            nearest="paris",
            excerpt=tuple(enumerate(lines, start=40)),
        ),
        Finding(headline="this person is never seen", file="mods/paris-1936/scenario.yaml", line=57, error=False),
    )


def _first_seat(view: View) -> str:
    """The seat as far as the side knows it, else any place."""
    return view.seat or next(iter(view.catalogue.places))


def _busiest(orders: tuple[Order, ...], view: View) -> str:
    """Somebody of one's own who has something to do."""
    people = [order.agent for order in orders if order.agent not in BODIES]
    return next(iter(people), next(iter(view.bodies)))


def _most_telling(view: View) -> str:
    """Whoever has most reasons to be read on the second board."""
    if isinstance(view, CircleView):
        named = [suspect.id for clue in view.clues for suspect in clue.suspects]
        named += [finding.person for finding in view.findings]
        return max(view.members, key=lambda person: (named.count(person), view.members[person].doubt, person))
    return max(view.agents, key=lambda agent: len(view.agents[agent].contacts))
