"""Meters: how much there is of something, as signs that can be counted. Each returns the area it took, so that its
caller can make it explain itself."""

from pygame import Rect

from game.ui.painter import Painter, Point
from game.ui.signs import cross


def discs(painter: Painter, at: tuple[int, int], value: int, of: int = 5, *, size: float = 13, gap: float = 6) -> Rect:
    """Cover and skills: full discs and empty ones. `at` is the middle of the left edge; `size` and `gap` are design pixels."""
    radius, step = painter.px(size) / 2, painter.px(size + gap)
    for index in range(of):
        centre = (at[0] + radius + index * step, at[1])
        if index < value:
            painter.disc(centre, radius, "ink")
        else:
            painter.ring(centre, radius, "ink", max(1.4, painter.px(2)))
    return Rect(at[0], round(at[1] - radius), round((of - 1) * step + 2 * radius), round(2 * radius))


def slips(painter: Painter, at: tuple[int, int], left: int, of: int, *, ground: str = "baize") -> Rect:
    """Signals: telegram slips; the used ones are struck."""
    wide, high, step = painter.px(22), painter.px(18), painter.px(27)
    thin = max(1, painter.px(1.6))
    for index in range(of):
        slip = Rect(at[0] + index * step, at[1] - high // 2, wide, high)
        if index < left:
            painter.fill(slip, "ivory")
            for row in (0.3, 0.52, 0.74):
                short = 0.45 if row > 0.7 else 0.68
                painter.fill(Rect(slip.x + round(wide * 0.16), slip.y + round(high * row), round(wide * short), thin), ground)
        else:
            painter.frame(slip, "ivory", thin)
            painter.stroke((slip.bottomleft, slip.topright), "ivory", thin)
    return Rect(at[0], at[1] - high // 2, (of - 1) * step + wide, high)


def bars(painter: Painter, at: tuple[int, int], value: int, of: int = 10) -> Rect:
    """Paranoia: upright bars; the last one is crossed, for nothing is left after it."""
    wide, high, step = painter.px(11), painter.px(19), painter.px(17)
    thin = max(1, painter.px(1.6))
    for index in range(of):
        bar = Rect(at[0] + index * step, at[1] - high // 2, wide, high)
        final = index == of - 1
        if index < value:
            painter.fill(bar, "ivory")
        painter.frame(bar, "center_hover" if final else "ivory", thin)
        if final:
            cross(painter, bar.inflate(-thin * 2, -thin * 4), "center_hover")
    return Rect(at[0], at[1] - high // 2, (of - 1) * step + wide, high)


def footprints(
    painter: Painter, at: tuple[int, int], value: int, of: int = 10, *, unsure: int = 0, ground: str = "baize"
) -> Rect:
    """The track: steps already taken as footprints, the last `unsure` of them hollow, the others as small rings."""
    step = painter.px(16)
    for index in range(of):
        centre = (at[0] + step * (index + 0.5), at[1])
        if index < value:
            foot = (centre[0], centre[1] - painter.px(2 if index % 2 else -2))
            painter.icon("footprint", foot, painter.px(18), "ivory")
            if index >= value - unsure:
                painter.icon("footprint", foot, round(painter.px(18) * 0.62), ground)
        else:
            painter.ring(centre, painter.px(9) / 2, "ivory", max(1.2, painter.px(1.5)))
    return Rect(at[0], at[1] - painter.px(10), of * step, painter.px(20))


def merlons(painter: Painter, at: tuple[int, int], value: int, of: int = 10) -> Rect:
    """The security of the seat: battlements built and still to build."""
    wide, high, step = painter.px(11), painter.px(20), painter.px(14)
    thin = max(1, painter.px(1.4))
    for index in range(of):
        x, top = at[0] + index * step, at[1] - high // 2
        notch = wide / 3
        shape = (
            (x, top), (x + notch, top), (x + notch, top + high * 0.2), (x + 2 * notch, top + high * 0.2),
            (x + 2 * notch, top), (x + wide, top), (x + wide, top + high), (x, top + high),
        )  # fmt: skip
        if index < value:
            painter.polygon(shape, "ivory")
        else:
            painter.stroke((*shape, shape[0]), "ivory", thin)
    return Rect(at[0], at[1] - high // 2, (of - 1) * step + wide, high)


def squares(painter: Painter, at: tuple[int, int], value: int, of: int = 5) -> Rect:
    """Preparation: squares done and to do."""
    size, step = painter.px(13), painter.px(19)
    for index in range(of):
        box = Rect(at[0] + index * step, at[1] - size // 2, size, size)
        if index < value:
            painter.fill(box, "ivory")
        else:
            painter.frame(box, "ivory", max(1, painter.px(1.8)))
    return Rect(at[0], at[1] - size // 2, (of - 1) * step + size, size)


def gauge(painter: Painter, rect: Rect, share: float, *, ink: str = "ivory", mark: float | None = None) -> Rect:
    """Influence, and doubt at length: a framed bar; `mark` is where it stood before, or the line that decides."""
    inner = rect.inflate(-2 * max(1, painter.px(2)), -2 * max(1, painter.px(2)))
    painter.fill(Rect(inner.x, inner.y, round(inner.w * max(0.0, min(1.0, share))), inner.h), ink)
    painter.frame(rect, ink, max(1, painter.px(1.6)))
    if mark is not None:
        x = inner.x + round(inner.w * mark)
        for y in range(rect.y - painter.px(5), rect.bottom + painter.px(5), max(3, painter.px(5))):
            painter.fill(Rect(x, y, max(1, painter.px(1.6)), max(2, painter.px(3))), ink)
    return rect


def doubt_arc(painter: Painter, centre: Point, radius: float, percent: int) -> None:
    """Doubt as an arc round a portrait or a figure: ink on pale card, from the top clockwise."""
    width = radius * 0.17
    painter.ring(centre, radius + painter.px(1.5), "ink", width + painter.px(3))
    painter.ring(centre, radius, "ivory2", width)
    painter.arc(centre, radius, "ink", width, 0.0, percent / 100)


def doubt_figure(painter: Painter, centre: Point, percent: int) -> Rect:
    """Doubt as a figure on a small card; white on ink from thirty per cent, so that it is seen without colour."""
    box = Rect(
        0,
        0,
        painter.text_width("number_small", f"{percent}%") + painter.px(14),
        painter.line("number_small") + painter.px(4),
    )
    box.center = (round(centre[0]), round(centre[1]))
    heavy = percent >= 30
    painter.fill(box, "ink" if heavy else "field")
    painter.frame(box, "ink", max(1, painter.px(1.5)))
    painter.text("number_small", f"{percent}%", box.center, "field" if heavy else "ink", anchor="center")
    return box
