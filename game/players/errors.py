"""What goes wrong with players."""


class PlayerError(Exception):
    """A player that cannot be found or does not play; the message is one line for people."""
