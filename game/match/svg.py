"""Shapes of the pictures in reports, as SVG written by the standard library alone, so that a report needs no window."""

from collections.abc import Iterable
from html import escape

PICTURE = "report.svg"
"""The picture's name beside the page."""

RED, BLUE, INK, PALE, PAPER = "#9c2f26", "#2f4f6f", "#2b2723", "#8b8175", "#f6f1e6"


def picture(width: float, height: float, shapes: Iterable[str]) -> str:
    """A whole picture of that size, with the shapes on paper."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' font-family="sans-serif" fill="{INK}">'
    )
    return "\n".join([head, box(0, 0, width, height, PAPER), *shapes, "</svg>", ""])


def text(left: float, base: float, words: str, size: int = 13, anchor: str = "start") -> str:
    """Words on a line whose base is given; `anchor` says which part of them lies at `left`: start, middle or end."""
    return f'<text x="{left:.1f}" y="{base:.1f}" font-size="{size}" text-anchor="{anchor}">{escape(words)}</text>'


def line(left: float, top: float, right: float, bottom: float, dashed: bool = False) -> str:
    """A thin line from one point to another."""
    dash = ' stroke-dasharray="4 3"' if dashed else ""
    ends = f'x1="{left:.1f}" y1="{top:.1f}" x2="{right:.1f}" y2="{bottom:.1f}"'
    return f'<line {ends} stroke="{INK}" stroke-width="1"{dash}/>'


def box(left: float, top: float, width: float, height: float, colour: str, words: str = "") -> str:
    """A filled box; `words` are shown when it is pointed at."""
    title = f"<title>{escape(words)}</title>" if words else ""
    at = f'x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect {at} fill="{colour}">{title}</rect>'
