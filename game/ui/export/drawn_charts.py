"""The charts of the page, as SVG, each with its marker and its values."""

from collections.abc import Iterator

from game.ui.export.markup import text
from game.ui.presenters.revelations.curves import ChartSheet, Curve

WIDE, HIGH, LEFT = 420, 120, 34
"""Units of a chart's drawing: across, from top to bottom, and at the left for the scale."""


def chart(sheet: ChartSheet) -> str:
    """One chart as a figure."""
    count = max((len(curve.values) for curve in sheet.curves), default=1)
    step = (WIDE - LEFT - 6) / max(1, count - 1)
    drawn = zip(sheet.curves, sheet.dashes, strict=True)
    curves = "".join(_curve(curve, sheet.most, step, dash) for curve, dash in drawn)
    keys = "".join(_key(curve, single=len(sheet.curves) == 1) for curve in sheet.curves)
    end = LEFT + (count - 1) * step
    marker = f'<line class="marker" x1="{end:.1f}" x2="{end:.1f}" y1="0" y2="{HIGH}" data-from="{LEFT}" data-step="{step:.3f}"/>'
    scale = f"{round(sheet.most)}{sheet.curves[0].unit}" if sheet.curves else ""
    return (
        f"<figure><figcaption><b>{text(sheet.title)}</b>{keys}</figcaption>"
        f'<svg viewBox="0 -6 {WIDE} {HIGH + 12}" role="img"><title>{text(sheet.title)}</title>'
        f"{_axes(scale)}{curves}{marker}</svg></figure>"
    )


def _axes(scale: str) -> str:
    lines = "".join(f'<line class="axis" x1="{LEFT}" x2="{WIDE}" y1="{y}" y2="{y}"/>' for y in (0, HIGH // 2, HIGH))
    figures = f'<text x="0" y="5" font-size="12">{text(scale)}</text><text x="0" y="{HIGH + 4}" font-size="12">0</text>'
    return lines + figures


def _key(curve: Curve, *, single: bool) -> str:
    values = ";".join(curve.words_at(moment) for moment in range(1, len(curve.values) + 1))
    name = "" if single else f"{text(curve.name)} "
    last = curve.words_at(len(curve.values))
    return f'<span class="key {curve.side}">{name}<span class="value" data-values="{text(values)}">{text(last)}</span></span>'


def _curve(curve: Curve, most: float, step: float, dash: tuple[int, int]) -> str:
    """The curve with breaks where nothing is known."""
    style = f' stroke-dasharray="{dash[0]} {dash[1]}"' if any(dash) else ""
    return "".join(f'<polyline class="curve {curve.side}"{style} points="{points}"/>' for points in _stretches(curve, most, step))


def _stretches(curve: Curve, most: float, step: float) -> Iterator[str]:
    points: list[str] = []
    for index, value in enumerate((*curve.values, None)):
        if value is not None:
            share = max(0.0, min(1.0, value / most))
            points.append(f"{LEFT + index * step:.1f},{HIGH * (1 - share):.1f}")
        elif points:
            yield " ".join(points)
            points = []
