"""What a command raises when it cannot run at all."""


class CannotRunError(Exception):
    """The command could not run; the message is the one line that the user reads. Exit code 2."""
