"""The house: who may import whom, with no cycle, and the rules pure."""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import game

ROOT = Path(game.__file__).parent
LAYERS = {
    "rules": set(),
    "scenario": {"rules"},
    "players": {"rules"},
    "match": {"players", "scenario", "rules"},
    "rulebook": {"scenario", "rules"},
    "ui": {"match", "players", "scenario", "rules", "rulebook"},
    "env": {"match", "scenario", "rules"},
    "cli": {"match", "players", "scenario", "rules", "rulebook", "ui"},
}
EVERYWHERE = {"resources", "language", ""}
"""Modules at the top of the package that anybody may import."""

VIEW_SIDE = {
    "definitions", "events", "geography", "legality", "nouns", "numbers", "odds", "orders", "sight", "sights", "state", "veil",
    "view", "words", "vocabulary", "dice", "doubt", "records", "tempers",
}  # fmt: skip
"""What players may import of the rules: the view side, never set-up, resolution or the workbench of a turn."""

IMAGINED = {"resolution", "verdicts"}
"""What `players/search` may import beside: it plays on in worlds that it has made up from a view, and never meets another."""


@cache
def modules() -> list[Path]:
    return sorted(path for path in ROOT.rglob("*.py") if "_content" not in path.parts)


def name_of(path: Path) -> str:
    parts = ("game", *path.relative_to(ROOT).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def known() -> frozenset[str]:
    return frozenset(name_of(path) for path in modules())


@cache
def imports_of(path: Path) -> tuple[str, ...]:
    """Every imported module, those hidden behind TYPE_CHECKING or inside functions counted."""
    return tuple(_imports_in(path))


def _imports_in(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield deeper if deeper in known() else node.module


def layer(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_layers_hold(path: Path) -> None:
    own = layer(name_of(path))
    if own in EVERYWHERE or own == "__main__":
        return
    for module in imports_of(path):
        if module.split(".")[0] == "game":
            other = layer(module)
            assert other == own or other in LAYERS[own] | EVERYWHERE, f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_imports_say_in_full_what_they_import(path: Path) -> None:
    """A relative import would pass by everything that is held here."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not isinstance(node, ast.ImportFrom) or node.level == 0, f"{name_of(path)}:{node.lineno} is a relative import"


@pytest.mark.parametrize("path", [path for path in modules() if layer(name_of(path)) == "rules"], ids=name_of)
def test_the_rules_are_pure(path: Path) -> None:
    forbidden = {"random", "time", "os", "pathlib", "io", "logging", "threading", "asyncio", "secrets"}
    for module in imports_of(path):
        top = module.split(".")[0]
        assert top == "game" or top in sys.stdlib_module_names, f"{name_of(path)} imports {module}"
        assert top not in forbidden, f"{name_of(path)} imports {module}"


@pytest.mark.parametrize("path", [path for path in modules() if layer(name_of(path)) != "ui"], ids=name_of)
def test_only_the_window_knows_pygame(path: Path) -> None:
    assert not [module for module in imports_of(path) if module.split(".")[0] in {"pygame", "pygame_gui"}]


@pytest.mark.parametrize("path", [path for path in modules() if "presenters" in path.parts], ids=name_of)
def test_presenters_know_no_pygame(path: Path) -> None:
    for module in imports_of(path):
        assert module.split(".")[0] != "pygame"
        assert not module.startswith("game.ui.") or module.startswith(
            ("game.ui.presenters", "game.ui.words", "game.ui.map.model")
        )


@pytest.mark.parametrize("path", [path for path in modules() if layer(name_of(path)) == "players"], ids=name_of)
def test_players_see_the_view_side_only(path: Path) -> None:
    allowed = VIEW_SIDE | IMAGINED if "search" in path.parts else VIEW_SIDE
    for module in imports_of(path):
        parts = module.split(".")
        if parts[:2] == ["game", "rules"] and len(parts) > 2:
            assert parts[2] in allowed, f"{name_of(path)} imports {module}"


def test_no_cycles() -> None:
    graph = {name_of(path): {module for module in imports_of(path) if module.startswith("game.")} for path in modules()}
    done: set[str] = set()

    def visit(module: str, trail: tuple[str, ...]) -> None:
        assert module not in trail, " -> ".join((*trail[trail.index(module) :], module))
        if module in done:
            return
        for other in sorted(graph.get(module, ())):
            if other != module:
                visit(other, (*trail, module))
        done.add(module)

    for module in sorted(graph):
        visit(module, ())


FORBIDDEN_NAMES = ("manager", "helper", "util", "handler", "misc")


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_names_say_what_things_are(path: Path) -> None:
    names = {path.stem}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
    assert not [name for name in names if any(word in name.lower() for word in FORBIDDEN_NAMES)]


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_modules_open_with_what_they_are_for(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree) or not tree.body, f"{name_of(path)} has no docstring"
