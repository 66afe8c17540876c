"""How a point of the sheet is brought into sight: where the camera must go, and when it may stay. Only arithmetic."""

from collections.abc import Sequence

from game.ui.map.camera import Area, Box, Camera, Point


def sighting(
    camera: Camera, point: Point, view: Area, safe: Area, *, margin: float, bounds: Box, papers: Sequence[Area] = ()
) -> Camera:
    """The camera from which a point of the plate is well in sight: in `safe`, so many real pixels from its edges as far as the
    bounds allow, and under none of the papers. It goes no farther than it must, and where a paper would still lie on the point,
    the point comes into the middle."""
    x, y = camera.to_screen(point, view)
    wide, high = min(margin, safe.width / 2), min(margin, safe.height / 2)
    right = max(safe.left + wide, min(x, safe.left + safe.width - wide)) - x
    down = max(safe.top + high, min(y, safe.top + safe.height - high)) - y
    least = camera.panned(right, down).clamped(view, safe, bounds)
    if any(_lies_on(paper, least.to_screen(point, view)) for paper in papers):
        return camera.looking_at(point, view, safe).clamped(view, safe, bounds)
    return least


def _lies_on(paper: Area, pixel: Point) -> bool:
    return paper.left <= pixel[0] <= paper.left + paper.width and paper.top <= pixel[1] <= paper.top + paper.height
