"""The making of the map's geometry: Natural Earth's coasts with the borders of the thirties."""
