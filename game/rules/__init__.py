"""The rules of the game: pure, deterministic, standard library only.

Nothing in this package reads a file, a clock or a source of chance. It knows no
YAML, no window and no player; it is given frozen definitions and plain orders.
"""
