"""A mod brings portraits along: they are found by their name, drawn in the place of a face, and kept in a page."""

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.resources import assets_folder, content_folder
from game.scenario import Packs, examine, find_packs
from game.scenario.loading import packs_around
from game.scenario.pictures import pictures_in, signs_in
from game.ui.icons import Icons
from game.ui.office import Office
from game.ui.portraits.gallery import PortraitGallery
from game.ui.unmet import unmet

SIZE = (120, 150)
CUSTOMS = {"picture": "clerk"}


@pytest.fixture
def mod(tmp_path: Path) -> Path:
    mod = tmp_path / "mods" / "mine"
    (mod / "mine").mkdir(parents=True)
    (mod / "pictures").mkdir()
    (mod / "mod.yaml").write_text("id: mine\ntitle: Mine\n", encoding="utf-8")
    scenario = "use: [utka-1939/scenario.yaml]\nid: mine\npeople: {natalia: {portrait: {picture: clerk}}}\n"
    (mod / "mine" / "scenario.yaml").write_text(scenario, encoding="utf-8")
    return mod


@pytest.fixture
def packs(mod: Path) -> Packs:
    return find_packs(content_folder(), mod.parent)


def red_png(path: Path) -> None:
    picture = pygame.Surface((48, 60))
    picture.fill("red")
    pygame.image.save(picture, str(path))


def red_svg(path: Path) -> None:
    path.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 300"><rect width="240" height="300" fill="#ff0000"/></svg>',
        encoding="utf-8",
    )


@pytest.mark.parametrize(("ending", "draw"), [(".png", red_png), (".svg", red_svg)])
@pytest.mark.parametrize("cut", ["full", "card", "face"])
def test_a_picture_of_a_mod_stands_where_a_face_would(
    ending: str, draw: Callable[[Path], None], cut: str, mod: Path, packs: Packs
) -> None:
    draw(mod / "pictures" / f"clerk{ending}")
    gallery = PortraitGallery(assets_folder(), pictures=pictures_in(packs))
    drawn = gallery.surface(CUSTOMS, size=SIZE, cut=cut)
    assert drawn.get_size() == SIZE
    assert {tuple(drawn.get_at(at))[:3] for at in ((1, 1), (60, 75), (118, 148))} == {(255, 0, 0)}
    assert "data:image/" in gallery.svg(CUSTOMS) and "<rect" in gallery.svg(CUSTOMS), "a page holds it, and its background"
    assert unmet(examine("mine", packs)) == []


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("", b"", "no mod has a picture 'clerk'"),
        ("clark.png", b"", "no mod has a picture 'clerk'"),
        ("clerk.png", b"GIF89a", "it is no PNG"),
        ("clerk.svg", b"<html>", "it is no SVG"),
        ("clerk.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\0\0\1", "it has 65536 by 1 pixels"),
        ("clerk.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\4\0\0\0\0\1", "it is too narrow"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_told_and_a_face_drawn(
    name: str, content: bytes, said: str, mod: Path, packs: Packs
) -> None:
    if name:
        (mod / "pictures" / name).write_bytes(content)
    (finding,) = unmet(examine("mine", packs))
    assert (finding.code, finding.line) == ("unknown-part", 3) and said in finding.message and finding.hint
    gallery = PortraitGallery(assets_folder(), pictures=pictures_in(packs))
    assert "<path" in gallery.svg(CUSTOMS) and gallery.surface(CUSTOMS, size=SIZE).get_size() == SIZE


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<text>A</text><use href='#a'/>", "<text>, <use> in it will not be drawn"),
        ("<g><clipPath id='c'><rect/></clipPath></g>", "<clipPath> in it will not be drawn"),
        ("<rect", "it breaks off in line 1"),
        ("<defs><linearGradient id='g'/></defs><g><circle r='3'/></g>", ""),
    ],
)
def test_what_of_a_drawing_will_be_missing_is_told(inside: str, said: str, mod: Path, packs: Packs) -> None:
    (mod / "pictures" / "clerk.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>', encoding="utf-8")
    (mod / "icons").mkdir()
    (mod / "icons" / "bribe-money.svg").write_text(f"<svg>{inside}</svg>", encoding="utf-8")
    with (mod / "mine" / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write("operations: {press: {icon: bribe-money}}\n")
    told = [finding.message for finding in unmet(examine("mine", packs))]
    assert len(told) == (2 if said else 0) and all(said in message for message in told)


@pytest.mark.parametrize("encoding", ["shift_jis", "latin-9000", "idna"])
def test_a_drawing_in_no_encoding_that_can_be_read_is_told(encoding: str, mod: Path, packs: Packs) -> None:
    """Some drawing programs name one; of those that Python has, the parser takes few."""
    svg = f'<?xml version="1.0" encoding="{encoding}"?><svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>'
    (mod / "pictures" / "clerk.svg").write_text(svg, encoding="ascii")
    (finding,) = unmet(examine("mine", packs))
    assert "it is not written in UTF-8" in finding.message


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("clerk.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1"),
        ("clerk.svg", b"<svg"),
        ("clerk.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9999 1"><rect width="9999" height="1"/></svg>'),
    ],
)
def test_a_damaged_picture_does_not_stop_the_window(name: str, content: bytes, mod: Path, packs: Packs) -> None:
    (mod / "pictures" / name).write_bytes(content)
    gallery = PortraitGallery(assets_folder(), pictures=pictures_in(packs))
    assert gallery.surface(CUSTOMS, size=SIZE).get_size() == SIZE


def test_of_one_name_the_picture_of_the_mod_on_top_is_taken_and_none_from_outside(mod: Path, tmp_path: Path) -> None:
    other = mod.parent / "yours"
    (other / "pictures").mkdir(parents=True)
    (other / "mod.yaml").write_text("id: yours\ntitle: Yours\n", encoding="utf-8")
    red_svg(mod / "pictures" / "clerk.svg")
    red_svg(other / "pictures" / "clerk.svg")
    red_svg(tmp_path / "outside.svg")
    (other / "pictures" / "link.svg").symlink_to(tmp_path / "outside.svg")
    assert pictures_in(find_packs(content_folder(), mod.parent)) == {"clerk": other / "pictures" / "clerk.svg"}


def test_a_sign_of_a_mod_stands_on_its_operation_and_none_takes_the_place_of_the_games(mod: Path, packs: Packs) -> None:
    pygame.display.set_mode((64, 64))
    (mod / "icons").mkdir()
    white = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#ffffff"/></svg>'
    for name in ("bribe-money", "cog"):
        (mod / "icons" / f"{name}.svg").write_text(white, encoding="utf-8")
    (mod / "icons" / "broken.svg").write_text("<svg", encoding="utf-8")
    icons = Icons(assets_folder() / "icons", 1_000_000, lambda: signs_in(packs))
    assert icons.has("bribe-money") and not icons.has("bribe")
    assert tuple(icons.get("bribe-money", 16, pygame.Color("red")).get_at((0, 0))) == (255, 0, 0, 255)
    assert icons.get("cog", 16, pygame.Color("red")).get_at((0, 0)).a == 0, "the game's own, which leaves the corner clear"
    assert icons.get("broken", 16, pygame.Color("red")).get_size() == (16, 16)


def test_a_sign_that_is_missing_or_cannot_be_shown_is_told(mod: Path, packs: Packs) -> None:
    (mod / "icons").mkdir()
    (mod / "icons" / "bribe-money.svg").write_text("no picture", encoding="utf-8")
    orders = "operations: {press: {icon: bribe-money}, smear: {icon: bribe-mony}, steal: {icon: zzzz}}\n"
    (mod / "mine" / "scenario.yaml").write_text(f"use: [utka-1939/scenario.yaml]\nid: mine\n{orders}", encoding="utf-8")
    told = {finding.path: f"{finding.message} {finding.hint}" for finding in unmet(examine("mine", packs))}
    assert "it is no SVG" in told["operations.press.icon"]
    assert "did you mean 'bribe-money'?" in told["operations.smear.icon"]
    assert "`icons` of the mod" in told["operations.steal.icon"]


def test_a_working_copy_that_is_opened_brings_its_pictures_along(tmp_path: Path, mod: Path) -> None:
    red_png(mod / "pictures" / "clerk.png")
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")
    assert "clerk" not in office.pictures
    office.bring_along(packs_around(mod, office.packs))
    assert office.gallery.svg(CUSTOMS).count("data:image/png") == 1
