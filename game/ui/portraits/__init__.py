"""Portraits: woodcut busts put together from the parts in the assets folder. Nothing here knows a person or a side."""
