"""The phases of a turn: orders by phase, then the reckoning, then the next turn's dispatches."""
