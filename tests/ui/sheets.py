"""A screen with nothing but the map."""

from collections.abc import Sequence

from pygame import Rect

from game.ui.map.board import MapBoard
from game.ui.map.model import MapModel
from game.ui.map.overlay import HitRegion
from game.ui.screen import Canvas, KeyBinding, Outcome, Screen, Stay
from game.ui.words import Words


class MapSheet(Screen):
    """Shows a model on a board and keeps what was chosen."""

    def __init__(self, board: MapBoard, model: MapModel) -> None:
        self.board, self.model, self.chosen = board, model, list[str]()

    def compose(self, canvas: Canvas) -> None:
        rect = canvas.rect
        self.board.draw(canvas, rect, rect, self.model, self.choose)
        self.board.draw_minimap(canvas, Rect(20, 20, 214, 120), rect, rect)
        corner, room = (rect.right - 20, rect.bottom - 20), rect.w - 40
        foretold = self.board.strip_box(canvas, corner, room=room)
        assert foretold == self.board.draw_controls(canvas, corner, "center", room=room)
        self.board.draw_title(canvas, (rect.right - 20, 20))

    def choose(self, region: HitRegion) -> Outcome:
        self.chosen.append(region.id)
        return Stay()

    def keys(self, words: Words) -> Sequence[KeyBinding]:
        return tuple(self.board.keys(words))
