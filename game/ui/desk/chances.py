"""The two chances of an order as lists show them: narrow columns of figures, and quiet heads that say what they are."""

from game.rules.legality import Choice
from game.ui.attention import Tip
from game.ui.screen import Canvas
from game.ui.widgets.rows import figure_column

HEAD = 13
"""Design pixels of a column's head."""


def figures(choice: Choice, *, traces: bool) -> tuple[str, ...]:
    """The chance of success in a narrow column, and beside it that of traces."""
    chances = (choice.success, choice.traces) if traces else (choice.success,)
    return tuple(_figure(chance.low, chance.high) for chance in chances)


def _figure(low: int, high: int) -> str:
    """The middle of a range is marked as about."""
    return f"{low}%" if low == high else f"~{(low + high) // 2}%"


def chance_column(canvas: Canvas) -> int:
    """The width in real pixels of a column of chances, wide enough for its head."""
    return max(figure_column(canvas), canvas.text_width("label", canvas.words("Traces"), size=HEAD) + canvas.px(10))


def head_height(canvas: Canvas) -> int:
    """The height of a line of heads, in real pixels."""
    return canvas.line("label", HEAD)


def draw_chance_heads(canvas: Canvas, at: tuple[int, int], id_: str, *, traces: bool) -> None:
    """The heads over columns of chances that end at `at`, the lower right corner."""
    _, (right, bottom) = canvas.words, at
    heads = [(_("Success"), _("The chance that the order does what it is for; a wave marks the middle of a range."))]
    if traces:
        heads.append((_("Traces"), _("The chance that somebody notices, whether the order succeeds or not.")))
    for index, (head, tip) in enumerate(reversed(heads)):
        corner = (right - index * chance_column(canvas), bottom)
        box = canvas.text("label", head, corner, "ink2", anchor="bottomright", size=HEAD)
        canvas.hot(f"{id_}.{index}", box, head, tip=Tip(head, tip), focusable=False)
