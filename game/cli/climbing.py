"""What `utka ladder` does: plays the ladder under a progress bar and writes what came of it."""

from collections.abc import Sequence
from functools import partial

from game.cli import measuring
from game.cli.measuring import Wishes
from game.cli.problems import CannotRunError
from game.match.ladder import Ladder, as_json, climb, pairs_of
from game.match.simulation import games_ledger
from game.match.standings import as_markdown, draw, meeting_words, numbered_rows, remarks
from game.rules.definitions import Catalogue


def hold(wishes: Wishes, players: Sequence[str]) -> None:
    """Plays every pair of these players and writes what was asked for.

    Raises:
        CannotRunError: there is no such scenario or player, a player failed, or too little was played.
        OSError: a file cannot be written.
    """
    scenario, plan = measuring.wanted_scenario(wishes), wishes.plan()
    with measuring.one_line_errors():
        pairs = pairs_of(players, scenario.catalogue)
    ledger = games_ledger(wishes.report, scenario, plan, measuring.say) if wishes.report is not None else None
    total = len(pairs) * plan.games
    with measuring.one_line_errors(), measuring.progress_bar("games", total) as report:
        ladder = climb(scenario, plan, pairs, crew=wishes.crew, ledger=ledger, on_progress=report)
    measuring.hand_out(
        wishes,
        as_json(ladder, scenario.catalogue),
        as_markdown(ladder, scenario.catalogue),
        partial(_print, ladder, scenario.catalogue),
        partial(draw, ladder, scenario.catalogue),
    )
    if ladder.stopped:
        raise CannotRunError(f"stopped after {ladder.games} of {total} games")


def _print(ladder: Ladder, catalogue: Catalogue) -> None:
    console, sides = measuring.printer(), catalogue.sides
    console.print(
        f"{catalogue.title}: {ladder.games} games, {ladder.plan.games} a pair with each seating, seed {ladder.plan.seed};"
        f" {ladder.seconds:.1f} s"
    )
    for remark in remarks(ladder, catalogue):
        console.print(remark)
    rows = measuring.table("player", "Elo", "95 % interval", "games", "points", f"as {sides.center}", f"as {sides.circle}")
    for _, words in numbered_rows(ladder):
        rows.add_row(*words)
    names = [standing.name for standing in ladder.standings]
    meetings = measuring.table(f"points of the row as {sides.center}, %", *names)
    for name in names:
        meetings.add_row(name, *(meeting_words(ladder, name, other) for other in names))
    for shown in (rows, meetings):
        console.print()
        console.print(shown)
