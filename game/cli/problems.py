"""What stops a command, and how that is said: one clear line on stderr and an exit code, never a traceback."""

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper


class CannotRunError(Exception):
    """The command could not run; the message is the one line that the user reads. Exit code 2."""


def exit_code_of(command: Callable[[], object], called: str = "utka") -> int:
    """Runs a command and returns its exit code: what it returns if that is a number, 0 otherwise, 2 if it could not run. `called`
    is what its help is asked for by.
    Never raises, unless `UTKA_TRACE` is set in the environment: then a fault of the game itself is raised as it is."""
    _make_printable()
    try:
        result = command()
    except KeyboardInterrupt:
        return _fail("stopped")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except CannotRunError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.strerror or 'cannot read or write'}: {error.filename or ''}".rstrip(": "))
    except Exception as error:
        return _fail(_described(error, called))
    return result if isinstance(result, int) else 0


def _make_printable() -> None:
    """Lets stdout and stderr take every name: into a file or a pipe as UTF-8 on any system, and what a terminal cannot show, or
    what is no text at all, as its code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _described(error: Exception, called: str) -> str:
    """A usage error in its own words; anything else is a fault of the game and says so."""
    describe = getattr(error, "format_message", None)
    if describe is None:
        if os.environ.get("UTKA_TRACE"):
            raise error
        return f"a fault of the game itself: {type(error).__name__}: {error} (set UTKA_TRACE=1 to see where)"
    context = getattr(error, "ctx", None)
    command = context.command_path if context is not None else called
    return f"{' '.join(str(describe()).split())} (see '{command} --help')"


def _fail(message: str) -> int:
    print(f"utka: {message}", file=sys.stderr)
    return 2
