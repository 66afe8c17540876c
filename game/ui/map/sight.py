"""How a point of the sheet is brought into sight: where the camera must go, and when it may stay. Only arithmetic."""

from collections.abc import Sequence

from game.ui.map.camera import Area, Box, Camera, Point


def sighting(
    camera: Camera, point: Point, view: Area, safe: Area, *, margin: float, bounds: Box, papers: Sequence[Area] = ()
) -> Camera:  # fmt: skip
    """The camera from which a point of the plate is well in sight: in `safe`, so many real pixels from its edges as far as the
    bounds allow, and half as many from every paper. A point out of sight comes into the middle, with what lies about it; one at
    an edge or under a paper no farther than it must, or else into the middle too. Where papers leave no room, the camera stays.
    """
    x, y = camera.to_screen(point, view)
    wide, high = min(margin, safe.width / 2), min(margin, safe.height / 2)
    right = max(safe.left + wide, min(x, safe.left + safe.width - wide)) - x
    down = max(safe.top + high, min(y, safe.top + safe.height - high)) - y
    least, middle = camera.panned(right, down), camera.looking_at(point, view, safe)
    for moved in (least, middle) if is_near(safe, (x, y), 0) else (middle, least):
        found = moved.clamped(view, safe, bounds)
        if not any(is_near(paper, found.to_screen(point, view), margin / 2) for paper in papers):
            return found
    return camera


def is_near(area: Area, pixel: Point, reach: float) -> bool:
    """Whether a pixel is in an area or so many pixels from it; with a negative reach, so far inside."""
    across = area.left - reach <= pixel[0] <= area.left + area.width + reach
    return across and area.top - reach <= pixel[1] <= area.top + area.height + reach
