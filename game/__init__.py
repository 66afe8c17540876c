"""UTKA: a turn-based, two-sided game of the hunt for Leon Trotsky, 1927-1944."""

__version__ = "0.1.0"
