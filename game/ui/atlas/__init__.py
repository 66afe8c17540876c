"""The map: projection, plates painted in tiles, the camera, and what lies on the plate. Knows no rules."""
