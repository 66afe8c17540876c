"""Draws a balance as one self-contained SVG: scores, each side's orders, and doubt shown against doubt that is so.

Sizes are in the picture's own units.
"""

from collections import Counter
from collections.abc import Iterator

from game.match.balance import Balance
from game.match.calibration import Band
from game.match.svg import BLUE, PALE, RED, box, line, picture, text
from game.rules.definitions import Catalogue
from game.rules.nouns import Side

COLOURS = {Side.CENTER: RED, Side.CIRCLE: BLUE}
WIDTH, MARGIN, ROW = 900, 30, 18
SCORES_HEIGHT = 210
DOUBT_SIZE = 240


def draw(balance: Balance, catalogue: Catalogue) -> str:
    """The picture's text."""
    rows = max(sum(operation.side is side for operation in catalogue.operations.values()) for side in Side)
    orders_top = MARGIN + 40 + SCORES_HEIGHT
    doubt_top = orders_top + 60 + rows * ROW
    height = doubt_top + 70 + DOUBT_SIZE
    shapes = [
        text(MARGIN, MARGIN, f"{catalogue.title}: {balance.games} games", size=18),
        *_scores(balance, catalogue, MARGIN + 30),
        *_orders(balance, catalogue, Side.CENTER, MARGIN, orders_top),
        *_orders(balance, catalogue, Side.CIRCLE, WIDTH // 2 + MARGIN // 2, orders_top),
        *_doubt(balance, doubt_top),
    ]
    return picture(WIDTH, height, shapes)


def _scores(balance: Balance, catalogue: Catalogue, top: float) -> Iterator[str]:
    """A column for each tenth of a point from -1 to +1, in the colour of the side that won."""
    bins: Counter[int] = Counter()
    for score, count in balance.scores:
        bins[round(score * 10)] += count
    yield text(MARGIN, top + 10, f"Score of the {catalogue.sides.center}, in games")
    most, base, width = max(bins.values()), top + SCORES_HEIGHT - 30, (WIDTH - 2 * MARGIN) / 21
    for tenth in range(-10, 11):
        left = MARGIN + (tenth + 10) * width
        tall = (SCORES_HEIGHT - 70) * bins[tenth] / most
        if bins[tenth]:
            colour = RED if tenth > 0 else BLUE if tenth < 0 else PALE
            yield box(left + 2, base - tall, width - 4, tall, colour, f"{tenth / 10:+.1f}: {bins[tenth]}")
            yield text(left + width / 2, base - tall - 4, str(bins[tenth]), size=10, anchor="middle")
        yield text(left + width / 2, base + 14, f"{tenth / 10:+.1f}", size=10, anchor="middle")
    mean = MARGIN + (balance.score.mean * 10 + 10.5) * width
    yield line(MARGIN, base, WIDTH - MARGIN, base)
    yield line(mean, top + 20, mean, base, dashed=True)
    yield text(mean + 4, top + 30, f"mean {balance.score.mean:+.3f}", size=10)


def _orders(balance: Balance, catalogue: Catalogue, side: Side, left: float, top: float) -> Iterator[str]:
    """A bar for each operation's share of its side's orders, with its interval; pale where it is hardly used."""
    name = catalogue.sides.center if side is Side.CENTER else catalogue.sides.circle
    own = [(id_, use) for id_, use in balance.pacing.uses if catalogue.operations[id_].side is side]
    most = max((use.share.high for _, use in own if use.share is not None), default=1) or 1
    names, wide = 110, WIDTH / 2 - 1.5 * MARGIN - 110 - 45
    yield text(left, top + 10, f"Orders of the {name}; pale: hardly used")
    for row, (id_, use) in enumerate(own):
        middle, share = top + 30 + row * ROW, use.share
        yield text(left, middle + 4, catalogue.operations[id_].name, size=11)
        if share is None:
            continue
        start = left + names
        colour = PALE if use.is_rare else COLOURS[side]
        yield box(start, middle - 6, wide * share.mean / most, 12, colour, f"{id_}: {share.mean:.2%}")
        end = share.high if share.mean else 0.0  # of an order that was never given the interval would be all there is to see
        yield line(start + wide * min(end, share.low) / most, middle, start + wide * end / most, middle)
        yield text(start + wide * end / most + 4, middle + 4, f"{share.mean:.1%}", size=10)


def _doubt(balance: Balance, top: float) -> Iterator[str]:
    """What was shown along, what is so up; on the diagonal the promise is kept. Pale: too few to judge by."""
    left, base = MARGIN + 40.0, top + 25 + DOUBT_SIZE
    yield text(MARGIN, top + 10, "Doubt shown (along) and the share who are the other side's (up), in per cent")
    for percent in range(0, 101, 20):
        at = DOUBT_SIZE * percent / 100
        yield text(left + at, base + 14, str(percent), size=10, anchor="middle")
        yield text(left - 6, base - at + 4, str(percent), size=10, anchor="end")
    yield line(left, base, left + DOUBT_SIZE, base)
    yield line(left, base, left, base - DOUBT_SIZE)
    yield line(left, base, left + DOUBT_SIZE, base - DOUBT_SIZE, dashed=True)
    for band in balance.calibration.bands:
        yield from _band(band, left, base)


def _band(band: Band, left: float, base: float) -> Iterator[str]:
    across = left + DOUBT_SIZE * band.shown
    yield line(across, base - DOUBT_SIZE * band.share.low, across, base - DOUBT_SIZE * band.share.high)
    words = f"{band.shown:.1%} shown, {band.share.mean:.1%} so, {band.cases} person-turns"
    yield box(across - 4, base - DOUBT_SIZE * band.share.mean - 4, 8, 8, BLUE if band.is_enough else PALE, words)
