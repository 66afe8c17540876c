"""The two chances of an order as lists show them: narrow columns of figures, and quiet heads that say what they are."""

from game.rules.legality import Choice
from game.ui.attention import Tip
from game.ui.screen import Canvas
from game.ui.widgets.rows import figure_column
from game.ui.words import Words

HEAD = 13
"""Design pixels of a column's head."""


def figures(choice: Choice, _: Words, *, traces: bool, only_done: bool) -> tuple[str, ...]:
    """The chance of success in a narrow column, and beside it that of traces. What is `only_done` has no figure that could be
    taken for the chance that it helps."""
    success = _("sure") if only_done else _figure(choice.success.low, choice.success.high)
    return (success, _figure(choice.traces.low, choice.traces.high)) if traces else (success,)


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
    success = _("The chance that the order does what it is for; a wave marks the middle of a range.")
    only_done = _("*Sure* is done for certain, but what comes of it hangs on who somebody truly is.")
    heads = [(_("Success"), f"{success}\n{only_done}")]
    if traces:
        heads.append((_("Traces"), _("The chance that somebody notices, whether the order succeeds or not.")))
    for index, (head, tip) in enumerate(reversed(heads)):
        corner = (right - index * chance_column(canvas), bottom)
        box = canvas.text("label", head, corner, "ink2", anchor="bottomright", size=HEAD)
        canvas.hot(f"{id_}.{index}", box, head, tip=Tip(head, tip), focusable=False)
