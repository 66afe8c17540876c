"""What the player's mods say of themselves, and whether they can be laid on one another as they want."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from game.scenario.findings import CLOSE, Finding, Severity, found, in_order, nearest
from game.scenario.layout import ModHeader
from game.scenario.lints.sheet import Lint, Remark, remarks_of
from game.scenario.nodes import nearest_mark
from game.scenario.packs import MOD_FILE, SHIPPED, Packs, printable, shown
from game.scenario.reader import read_file
from game.scenario.shaping import Shaper


@dataclass(frozen=True, slots=True, kw_only=True)
class Mod:
    """A mod in the player's folder; `header` is missing where its `mod.yaml` cannot be read."""

    id: str
    root: Path
    header: ModHeader | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the lints of a `mod.yaml` see: the name of its folder, what it says, and the packs that it is among."""

    name: str
    header: ModHeader
    packs: Packs


def mods_in(packs: Packs) -> tuple[Mod, ...]:
    """Every mod on the search path, in merging order."""
    return tuple(mod_of(pack.root / MOD_FILE, packs) for pack in packs.packs[1:])


def mod_of(file: Path, packs: Packs) -> Mod:
    """What a `mod.yaml` says, and all that is wrong with it, beside the mods of `packs`."""
    reading = read_file(file, shown(file))
    shaper = Shaper(partial=reading.refused)
    header = shaper.shape(ModHeader, reading.tree)
    name = printable(file.resolve().parent.name)
    own = remarks_of(_LINTS, _Seen(name, header, packs), partial(nearest_mark, reading.tree)) if header else []
    findings = in_order((*reading.findings, *shaper.findings, *own, *circles_among([name], packs), *lacking_among([name], packs)))
    return Mod(id=name, root=file.parent, header=header, findings=findings)


def circles_among(mods: Iterable[str], packs: Packs) -> Iterator[Finding]:
    """That some of these mods cannot come after whom they want to, at the line where they say so."""
    roots = {pack.id: pack.root for pack in packs.packs}
    for name in mods:
        for circle in packs.circles:
            if name in circle:
                file = roots[name] / MOD_FILE
                turned = circle[circle.index(name) :] + circle[: circle.index(name)]
                chain = ", ".join(f"'{one}' after '{other}'" for one, other in zip(turned, (*turned[1:], name), strict=True))
                tree = read_file(file, shown(file)).tree
                key = "after" if "after" in tree.entries else "needs"
                hint = "take one of them out of `after`" if key == "after" else "only one of two can need the other"
                yield found("after-cycle", nearest_mark(tree, key), key, f"none of these mods can come first: {chain}", hint)


def lacking_among(mods: Iterable[str], packs: Packs) -> Iterator[Finding]:
    """That some of these mods cannot do without another that is not here, at the line where they say so."""
    roots = {pack.id: pack for pack in packs.packs}
    for name in mods:
        for need in (need for mod, need in packs.lacking if mod == name):
            file, path = roots[name].root / MOD_FILE, f"needs[{roots[name].needs.index(need)}]"
            hint = nearest(need, roots.keys() - {SHIPPED, name})
            if not hint.startswith(CLOSE):
                hint = "put that mod into the mods folder too; a mod goes by the name of its folder"
            mark = nearest_mark(read_file(file, shown(file)).tree, path)
            yield found("needs-mod", mark, path, f"the mod '{name}' cannot be played without the mod '{need:.60}'", hint)


def _another_name(seen: _Seen) -> Iterator[Remark]:
    """A mod is known by its folder, and says the same of itself. Archives that are unpacked often add to the folder's name, so
    it plays all the same."""
    if seen.header.id != seen.name:
        message = f"found '{seen.header.id:.60}', but the folder is named '{seen.name}'"
        yield Remark("id", message, "name both alike: other mods, saves and messages go by the folder")


def _unknown_mods(seen: _Seen) -> Iterator[Remark]:
    """A mod that another wants to come after need not be there, but a name that is nobody's may be misspelt."""
    known = {pack.id for pack in seen.packs.packs if pack.id != seen.name}
    for index, other in enumerate(seen.header.after):
        if other not in known | {seen.name}:
            hint = nearest(other, known - {SHIPPED}) or "a mod goes by the name of its folder; it need not be there to play"
            yield Remark(f"after[{index}]", f"there is no mod '{other:.60}' here", hint)


_LINTS: tuple[Lint[_Seen], ...] = (
    Lint("id-mismatch", Severity.WARNING, _another_name),
    Lint("unknown-name", Severity.WARNING, _unknown_mods),
)
