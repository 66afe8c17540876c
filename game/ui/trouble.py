"""What the player is told when something about saving went wrong."""

from collections.abc import Sequence

from game.ui.screen import Action
from game.ui.screens.dialog import Choice, Dialog
from game.ui.words import Words


def sentence(said: str) -> str:
    """The first line of what went wrong as a sentence; a file that it begins with keeps its name."""
    line = said.splitlines()[0].rstrip(".") if said else ""
    names_file = "." in line.split(" ", 1)[0]
    return (line if names_file else line[:1].upper() + line[1:]) + "." if line else ""


def not_saved(words: Words, problem: str, choices: Sequence[Choice], back: Action | None = None, warning: str = "") -> Dialog:
    """Says why the game is not saved, and what may be lost by that."""
    lost = warning or words(
        "You can play on; it is tried again every turn. Until then what is not saved is lost when the window closes."
    )
    return Dialog(words("The game could not be saved"), f"{sentence(problem)} {lost}", choices, back=back)


def parted(words: Words, choice: Choice, *, by_mail: bool) -> Dialog:
    """Says that another window has saved this game meanwhile, and what becomes of this one."""
    body = words("What was saved there stays as it is. What is played in this window is saved beside it from now on.")
    if by_mail:
        body += " " + words("The other player’s machine goes on with one of the two alone: the one whose letters it has.")
    return Dialog(words("This game was played on in another window"), body, (choice,), back=choice.action)
