"""`python -m game.ui.bench PART`: one part of what is measured, in this process; prints one line of JSON.

Everything that it keeps goes into the scratch folder, plates included, so that a part finds what an earlier one left there.
"""

import argparse
import json
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any
from unittest.mock import patch

import pygame
from pygame.event import Event

from game.ui import beginning
from game.ui.bench.footprint import resident
from game.ui.bench.gestures import roam
from game.ui.bench.hand import Frames, Hand
from game.ui.gallery import every_screen
from game.ui.office import Office
from game.ui.screen import Push, Reset
from game.ui.screens.month import MonthScreen
from game.ui.screens.thinking import ThinkingScreen
from game.ui.settings import Settings, SettingsFile
from game.ui.start import read_on, window
from game.ui.thrift import give_back

_LONG_MS = 8.0
_SEED = 1


def main() -> None:
    """Measures one part."""
    parser = argparse.ArgumentParser(prog="game.ui.bench")
    parser.add_argument("part", choices=("choose", "resume", "frames", "screens"))
    parser.add_argument("--scratch", type=Path, required=True)
    parser.add_argument("--size", type=int, nargs=2, required=True)
    parser.add_argument("--frames", type=int, default=0)
    parser.add_argument("--idle", type=float, default=0.0)
    wanted = parser.parse_args()
    office = Office(saves=wanted.scratch / "saves", cache=wanted.scratch / "cache")
    hand = _open(office, wanted.scratch, tuple(wanted.size))
    measured: dict[str, Any] = {"driver": pygame.display.get_driver()}
    match wanted.part:
        case "choose":
            measured |= _choose(hand)
        case "resume":
            measured |= _resume(hand)
        case "frames":
            _choose(hand)
            measured |= _frames(hand, wanted.frames)
        case "screens":
            measured |= _screens(hand, office, wanted.idle)
    print(json.dumps(measured))


def _open(office: Office, scratch: Path, size: tuple[int, int]) -> Hand:
    """The window on the title, at rest, with all read that is read beside it."""
    settings = SettingsFile(scratch / "settings.json")
    settings.write(Settings(notes=False))  # what is measured is the game, not what is said of it
    hand = Hand(window(office, settings, size))
    hand.rest()
    read_on(office)
    return hand


def _choose(hand: Hand) -> dict[str, Any]:
    """From the title to New game, and from there into a game: seconds until the picture stands, and the memory. It is always the
    same game: another may open on another part of the map, of which the plates must be painted first."""
    give_back()
    title = resident()
    began = perf_counter()
    hand.click("new")
    hand.rest()
    listed = perf_counter()
    with patch.object(beginning, "draw_seed", lambda: _SEED):
        hand.click("open")
    hand.rest()
    done = perf_counter()
    give_back()
    return {"new_game": listed - began, "game": done - listed, "memory_title": title, "memory_game": resident()}


def _resume(hand: Hand) -> dict[str, Any]:
    """From the title on with a saved game: seconds until the picture stands."""
    began = perf_counter()
    hand.click("resume")
    hand.rest()
    return {"resume": perf_counter() - began}


def _frames(hand: Hand, count: int) -> dict[str, Any]:
    """Pans and zooms twice over the world and a city plate, first to have all plates painted, then with a watch."""
    table = next(area.rect for area in hand.app.stack.top.areas if area.id == "map")
    middle = (table.centerx, table.y + table.h * 2 // 5)
    _roam_everywhere(hand, middle, count)
    hand.frames = frames = Frames()
    _roam_everywhere(hand, middle, count)
    clock, processor = sorted(frames.clock), sorted(frames.processor)
    return {
        "count": len(clock),
        "median_ms": median(clock),
        "p99_ms": _share(clock, 0.99),
        "most_ms": clock[-1],
        "within_8_ms": sum(taken <= _LONG_MS for taken in clock) / len(clock),
        "processor_median_ms": median(processor),
        "processor_p99_ms": _share(processor, 0.99),
        "processor_within_8_ms": sum(taken <= _LONG_MS for taken in processor) / len(processor),
    }


def _roam_everywhere(hand: Hand, middle: tuple[int, int], count: int) -> None:
    """The world, all of it at first, then a city plate, which is opened and left with its key."""
    hand.press(pygame.K_HOME)
    roam(hand, middle, count * 2 // 3)
    hand.press(pygame.K_c)
    roam(hand, middle, count // 3)
    hand.press(pygame.K_c)


def _share(ordered: list[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _screens(hand: Hand, office: Office, seconds: float) -> dict[str, Any]:
    """Every screen in turn at rest: per cent of a core that it uses, and the most memory there was. The one that waits for
    somebody's thoughts has no rest, and is left out."""
    idle: dict[str, float] = {}
    memory: list[float] = []
    for name, screen in every_screen(office):
        if isinstance(screen, ThinkingScreen):
            continue
        hand.app.stack.carry_out(Push(screen) if screen.overlay else Reset(screen))
        if isinstance(screen, MonthScreen):
            hand.app.stack.carry_out(screen.back())  # all its telegrams at once, not one after the other
        hand.app.draw()
        hand.rest()
        give_back()
        idle[name] = _idle(hand, seconds)
        memory.append(resident() or 0.0)
        if screen.overlay:
            hand.app.stack.levels.pop()
    return {"idle": idle, "memory_most": max(memory) or None}


def _idle(hand: Hand, seconds: float) -> float:
    """Lets the window be for so many seconds, as it would be without a player."""
    bell = pygame.event.custom_type()
    began, used = perf_counter(), process_time()
    pygame.time.set_timer(Event(bell), max(1, round(seconds * 1000)))
    while perf_counter() - began < seconds:
        hand.app.wait()
        hand.app.show()
    pygame.time.set_timer(Event(bell), 0)
    return (process_time() - used) / (perf_counter() - began) * 100


if __name__ == "__main__":
    main()
