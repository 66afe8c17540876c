"""`utka bench`: how fast the game is on this machine, measured in processes of their own."""

import json
import os
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from game import __version__
from game.cli.shots import parse_size
from game.cli.timing import Child, plain_environment

SCENARIO = "utka-1939"
BARE = """
import os, pygame
pygame.display.init()
if pygame.display.get_driver() == "x11":
    os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
surface = pygame.display.set_mode({size})
surface.fill("grey")
pygame.display.flip()
print("shown", flush=True)
"""
"""The least that a window costs, which the game's own is compared with."""

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Effort:
    """How much is measured: starts, frames, and seconds at rest on each screen."""

    runs: int
    frames: int
    idle: float


QUICK, LONG = Effort(runs=3, frames=200, idle=0.4), Effort(runs=7, frames=600, idle=5.0)


def bench(
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
    size: Annotated[str, typer.Option(metavar="WxH", help="The window for all but the frames.")] = "1600x900",
    frame_size: Annotated[str, typer.Option(metavar="WxH", help="The window for panning and zooming.")] = "1920x1080",
    long: Annotated[bool, typer.Option("--long", help="Measure longer, some minutes: steadier figures.")] = False,
    runs: Annotated[int | None, typer.Option(min=1, help="How many times to start; the median counts. [3, long 7]")] = None,
    frames: Annotated[int | None, typer.Option(min=10, help="About how many frames to pan and zoom. [200, long 600]")] = None,
    idle: Annotated[float | None, typer.Option(min=0.1, help="Seconds to watch each screen at rest. [0.4, long 5]")] = None,
    turns: Annotated[int, typer.Option(min=1, help="Turns to resolve.")] = 12,
) -> None:
    """Measure start, frames, idle, memory, loading and resolution on this machine, in about a minute."""
    window, wide = parse_size(size), parse_size(frame_size)
    with TemporaryDirectory(prefix="utka-bench-") as scratch:
        environment, no_display = plain_environment(Path(scratch))
        child = Child(environment, Path(scratch))
        usual = LONG if long else QUICK
        effort = Effort(runs=runs or usual.runs, frames=frames or usual.frames, idle=idle or usual.idle)
        figures = _measure(child, window, wide, effort, turns)
    figures["display"] = "none: SDL's dummy driver" if no_display else figures.pop("driver")
    figures.pop("driver", None)
    if as_json:
        typer.echo(json.dumps(figures, indent=2))
    else:
        for line in _table(figures):
            typer.echo(line)


def _measure(child: Child, window: tuple[int, int], wide: tuple[int, int], effort: Effort, turns: int) -> dict[str, Any]:
    report = _reporter()
    report("starting")
    start = _start(child, window, effort.runs)
    report("the first game: plates are painted")
    first = child.result(_part("choose", child, window))
    report("another game")
    again = child.result(_part("choose", child, window))
    report("panning and zooming")
    moved = child.result([*_part("frames", child, wide), "--frames", str(effort.frames)])
    report("every screen at rest")
    screens = child.result([*_part("screens", child, window), "--idle", str(effort.idle)])
    report("going on with a saved game")
    resumed = child.result(_part("resume", child, window))
    report("loading and resolving")
    paces = child.result(["-m", "game.match.stopwatch", SCENARIO, str(turns)])
    bare = start["bare"]
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "cores": os.cpu_count(),
        "load_average": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "driver": moved.pop("driver"),
        "start": start,
        "game": {
            "size": _shown(window),
            "list_first": first["new_game"],
            "list": again["new_game"],
            "first": first["game"],
            "again": again["game"],
            "again_ratio": again["game"] / bare,
            "resume": resumed["resume"],
            "resume_ratio": resumed["resume"] / bare,
        },
        "frames": {"size": _shown(wide), **moved},
        "idle": {"seconds": effort.idle, "most": max(screens["idle"].values()), "screens": screens["idle"]},
        "memory": {
            "size": _shown(window),
            "title": again["memory_title"],
            "game": again["memory_game"],
            "most": screens["memory_most"],
        },
        **paces,
    }


def _start(child: Child, size: tuple[int, int], runs: int) -> dict[str, Any]:
    """Seconds from the start of a process until a bare window, and until the settled title, are on the screen; by turns,
    after one start of each that does not count."""
    bare: list[float] = []
    title: list[float] = []
    for _ in range(runs + 1):
        bare.append(child.until_word(["-c", BARE.format(size=size)], "shown"))
        title.append(child.until_word(["-m", "game"], "the title stands", extra={"UTKA_TELL": "1"}))
    figures = {"runs": runs, "bare": median(bare[1:]), "title": median(title[1:])}
    return {**figures, "title_ratio": figures["title"] / figures["bare"]}


def _part(name: str, child: Child, size: tuple[int, int]) -> list[str]:
    return ["-m", "game.ui.bench", name, "--scratch", str(child.scratch), "--size", *(str(side) for side in size)]


def _reporter() -> Report:
    """Says what is being measured, where somebody is watching."""
    return (lambda words: print(f"  {words} …", file=sys.stderr)) if sys.stderr.isatty() else (lambda words: None)


def _shown(size: tuple[int, int]) -> str:
    return f"{size[0]}x{size[1]}"


def _table(found: dict[str, Any]) -> list[str]:
    """The figures as lines: what, how much, and what that means."""
    start, game, frames, idle, memory = (found[name] for name in ("start", "game", "frames", "idle", "memory"))
    load, resolution = found["load"], found["resolution"]
    busiest = max(idle["screens"], key=lambda name: idle["screens"][name])
    rows = [
        ("display", found["display"], f"{found['system']}, {found['cores']} cores, load {found['load_average']}"),
        ("bare window", f"{start['bare']:.3f} s", f"process start to first picture, median of {start['runs']}"),
        ("title", f"{start['title']:.3f} s", f"process start to standing picture; {start['title_ratio']:.1f} x the bare window"),
        ("list of scenarios", f"{game['list']:.3f} s", "from the title to the standing New game"),
        ("", f"{game['list_first']:.3f} s", "the same the first time, while its small map is painted"),
        ("first game", f"{game['first']:.3f} s", "from choosing it to standing picture, with plates still to be painted"),
        ("game", f"{game['again']:.3f} s", f"the same with plates in the cache; {game['again_ratio']:.1f} x the bare window"),
        ("saved game", f"{game['resume']:.3f} s", f"from Continue; {game['resume_ratio']:.1f} x the bare window"),
        ("frames", f"{frames['within_8_ms']:.1%}", f"of {frames['count']} within 8 ms, panning and zooming at {frames['size']}"),
        (
            "",
            f"{frames['median_ms']:.1f} ms",
            f"median; 99 % within {frames['p99_ms']:.1f} ms, the longest {frames['most_ms']:.1f} ms",
        ),
        ("", f"{frames['processor_p99_ms']:.1f} ms", "of the processor in 99 % of frames, whatever else the machine does"),
        ("idle", f"{idle['most']:.2f} %", f"of a core on the busiest of {len(idle['screens'])} screens at rest ({busiest})"),
        (
            "memory",
            f"{memory['title']} MB",
            f"on the title; {memory['game']} MB in a game, {memory['most']} MB after every screen",
        ),
        ("loading", f"{load['read'] * 1000:.0f} ms", f"to read and check {load['scenario']} ({load['files']} files)"),
        ("", f"{load['list_unchanged'] * 1000:.0f} ms", "to list all scenarios when nothing has changed"),
        (
            "a turn",
            f"{resolution['resolve_ms']:.1f} ms",
            f"to resolve; {resolution['orders_ms']:.0f} ms for both planners' orders",
        ),
    ]
    return [f"{name:<18} {figure:>24}  {meaning}".rstrip() for name, figure, meaning in rows]
