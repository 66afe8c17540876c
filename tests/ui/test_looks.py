"""A mod brings colours and papers along: they are laid over the game's own, below what a player needs in order to see, and what
is wrong with them is told and leaves the rest as it was."""

import json
import re
from pathlib import Path

import pygame
import pytest

from game.cli.app import run
from game.resources import assets_folder, content_folder
from game.scenario import Packs, find_packs
from game.scenario import packs as packs_module
from game.ui.colours import HIGH_CONTRAST, READABLE, STANDARD, faint, palette, papers_in, shipped
from game.ui.looks import read_look
from game.ui.office import Office
from game.ui.portraits.gallery import PortraitGallery
from game.ui.screens.title import TitleModel, TitleScreen
from game.ui.settings import PALETTES
from game.ui.studio import Studio
from game.ui.theme import Theme, Tokens, read_tokens
from tests.ui.driving import Driver

ASSETS = assets_folder()
RAW = json.loads((ASSETS / "tokens.json").read_text(encoding="utf-8"))
GUIDE = content_folder() / "README.md"
BLUE = 'sheet: "#D3DCE6"\ncenter: "#7A1FA0"\n'
DARK = 'sheet: "#182028"\ncard: "#182028"\n'


@pytest.fixture
def mod(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(packs_module, "mods_folder", lambda: tmp_path / "mods")
    mod = tmp_path / "mods" / "mine"
    (mod / "theme" / "papers").mkdir(parents=True)
    (mod / "mod.yaml").write_text("id: mine\ntitle: Mine\n", encoding="utf-8")
    write(mod, BLUE)
    return mod


@pytest.fixture
def office(tmp_path: Path, mod: Path) -> Office:
    return Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")


def write(mod: Path, colours: str) -> None:
    (mod / "theme" / "colours.yaml").write_text(colours, encoding="utf-8")


def packs_with(mod: Path) -> Packs:
    return find_packs(content_folder(), mod.parent)


def tokens_with(mod: Path) -> Tokens:
    return read_tokens(ASSETS / "tokens.json", read_look(ASSETS, packs_with(mod)).look)


def studio(tokens: Tokens, name: str = STANDARD) -> Studio:
    pygame.display.set_mode((64, 64))
    return Studio(ASSETS, Theme(tokens=tokens, palette=name))


def tile(path: Path, colour: str) -> None:
    picture = pygame.Surface((16, 16))
    picture.fill(colour)
    pygame.image.save(picture, str(path))


@pytest.mark.parametrize("name", PALETTES)
def test_the_games_own_text_stands_out_from_its_paper(name: str) -> None:
    assert list(faint(palette(RAW, name))) == []
    named = {each for _, texts, papers in READABLE for each in (*texts, *papers)}
    assert named <= palette(RAW, name).keys()


def test_a_mods_colours_lie_over_the_games_and_the_rest_stays(mod: Path) -> None:
    own, tokens = read_tokens(ASSETS / "tokens.json"), tokens_with(mod)
    now, before = tokens.palettes[STANDARD], own.palettes[STANDARD]
    assert (now["sheet"], now["center"]) == (pygame.Color("#D3DCE6"), pygame.Color("#7A1FA0"))
    assert {name for name in before if now[name] != before[name]} == {"sheet", "center"}
    assert Theme(tokens=tokens).key != Theme(tokens=own).key, "what is painted already is not taken for it"


def test_what_a_player_needs_to_see_goes_before_a_mods_colours(mod: Path) -> None:
    own, tokens = read_tokens(ASSETS / "tokens.json"), tokens_with(mod)
    assert tokens.palettes[HIGH_CONTRAST] == own.palettes[HIGH_CONTRAST]
    for name in ("red_green_safe", "blue_yellow_safe"):
        assert tokens.palettes[name]["center"] == own.palettes[name]["center"]
        assert tokens.palettes[name]["sheet"] == pygame.Color("#D3DCE6")
    write(mod, DARK)
    tokens = tokens_with(mod)
    assert tokens.palettes[STANDARD]["sheet"] == pygame.Color("#182028")
    assert all(tokens.palettes[name] == own.palettes[name] for name in PALETTES if name != STANDARD), "there text would be lost"


def test_the_grain_of_a_paper_takes_on_its_colour(mod: Path) -> None:
    before = studio(read_tokens(ASSETS / "tokens.json")).texture("sheet")
    now = studio(tokens_with(mod)).texture("sheet")
    high = studio(tokens_with(mod), HIGH_CONTRAST).texture("sheet")
    assert before is not None and now is not None and high is not None
    assert now.get_at((5, 5)).b > before.get_at((5, 5)).b and now.get_at((5, 5)).r < before.get_at((5, 5)).r
    assert high.get_at((5, 5)) == before.get_at((5, 5))


def test_a_paper_of_a_mod_lies_where_the_games_would_unless_it_is_damaged(mod: Path) -> None:
    tile(mod / "theme" / "papers" / "baize.png", "purple")
    tile(mod / "theme" / "papers" / "photo.png", "purple")
    (mod / "theme" / "papers" / "pine.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10")
    with_it, without = studio(tokens_with(mod)), studio(read_tokens(ASSETS / "tokens.json"))
    for name in ("baize", "photo"):
        laid = with_it.texture(name)
        assert laid is not None and laid.get_at((5, 5)) == pygame.Color("purple")
    pine, own = with_it.texture("pine"), without.texture("pine")
    assert pine is not None and own is not None and pine.get_size() == own.get_size()
    high = studio(tokens_with(mod), HIGH_CONTRAST).texture("baize")
    assert high is not None and high.get_at((5, 5)) != pygame.Color("purple")


def test_portraits_are_printed_in_a_mods_inks(mod: Path, office: Office) -> None:
    write(mod, 'portrait.umber: "#39466B"\nportrait.bg_center: ["#010203", "#040506"]\n')
    drawn = office.gallery.svg({"face": "trotsky"}, background="center")
    assert "#39466B" in drawn and "#010203" in drawn and "#5B4634" not in drawn
    pygame.display.set_mode((64, 64))
    old_man = office.title_portrait(200)
    seen = {tuple(old_man.get_at((x, 215))[:3]) for x in range(old_man.get_width())}
    assert (57, 70, 107) in seen and (91, 70, 52) not in seen, "his coat"
    assert "#5B4634" in PortraitGallery(ASSETS).svg({"face": "trotsky"})


def test_the_title_is_seen_in_a_mods_colours(mod: Path, office: Office, tmp_path: Path) -> None:
    pygame.display.set_mode((64, 64))
    plain, now, high = (pygame.Surface((320, 180)) for _ in range(3))
    Office(saves=tmp_path / "nowhere" / "saves").paint_title_map(plain)
    office.paint_title_map(now, STANDARD)
    office.paint_title_map(high, HIGH_CONTRAST)
    assert high.get_at((20, 20)) == plain.get_at((20, 20))
    assert now.get_at((20, 20)).b > plain.get_at((20, 20)).b and now.get_at((20, 20)).r < plain.get_at((20, 20)).r


def test_where_no_mod_changes_looks_the_title_reads_no_file_for_them(tmp_path: Path) -> None:
    office = Office(saves=tmp_path / "saves", cache=tmp_path / "cache", progress=tmp_path / "progress.json")
    assert office.tokens.look == "" and not office.__dict__.keys() & {"packs", "heard"}


def test_a_working_copy_that_is_opened_is_seen(mod: Path, office: Office, tmp_path: Path) -> None:
    assert office.tokens.look
    office.bring_along(find_packs(content_folder(), tmp_path / "nowhere"))
    assert office.tokens.look == "" and office.tokens.palettes == read_tokens(ASSETS / "tokens.json").palettes


def test_of_two_mods_the_later_is_seen_and_a_faulty_one_is_left_out(mod: Path) -> None:
    later = mod.parent / "yours"
    (later / "theme").mkdir(parents=True)
    (later / "mod.yaml").write_text("id: yours\ntitle: Yours\n", encoding="utf-8")
    write(later, 'sheet: "#E0E0E0"\n')
    assert tokens_with(mod).palettes[STANDARD]["sheet"] == pygame.Color("#E0E0E0")
    assert tokens_with(mod).palettes[STANDARD]["center"] == pygame.Color("#7A1FA0")
    write(later, 'sheet: "#E0E0E0"\ncircel: "#010101"\n')
    reading = read_look(ASSETS, packs_with(mod))
    assert reading.look.colours == {"sheet": ("#D3DCE6",), "center": ("#7A1FA0",)}
    assert [finding.file for finding in reading.findings] == [str(later / "theme" / "colours.yaml")]
    assert "did you mean 'circle'?" in reading.look.wrong


def test_the_window_says_what_it_left_out_and_opens_all_the_same(mod: Path, office: Office, tmp_path: Path) -> None:
    write(mod, "sheet: white\n")
    driver = Driver(tmp_path, ASSETS, TitleScreen(TitleModel()), tokens=lambda: office.tokens)
    assert any("found ‘white’" in text.text or "found 'white'" in text.text for text in driver.canvas.texts)


@pytest.mark.parametrize(
    ("colours", "line", "said"),
    [
        ("sheet: #D3DCE6\n", 1, "what follows a bare # is a comment"),
        ("ink: null\n", 1, "expected a colour such as"),
        ('ink: "#102030"\nshet: "#D3DCE6"\n', 2, "did you mean 'sheet'?"),
        ('map: {sea: "#D3DCE6"}\n', 1, "write `map.sea`, in one word"),
        ("sheet: D3DCE6\n", 1, "found 'D3DCE6'"),
        ('sheet: "#D3DCE"\n', 1, "found '#D3DCE'"),
        ('sheet: ["#D3DCE6"]\n', 1, "found a list"),
        ('portrait.bg_center: "#D3DCE6"\n', 1, 'such as ["#96392C", "#772B22"]'),
        ('portrait.bg_center:\n  - "#D3DCE6"\n  - "#D3DCEg"\n', 3, "found '#D3DCEg'"),
        ("- ink\n", 1, "must hold keys and values"),
    ],
)
def test_what_is_wrong_with_colours_is_told_where_it_stands(
    colours: str, line: int, said: str, mod: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(mod, colours)
    for path in ("mine", str(mod), str(mod / "theme"), str(mod / "theme" / "colours.yaml")):
        assert run(["check", path]) == 1
        printed = capsys.readouterr().out
        assert said in printed and f"colours.yaml:{line}:" in printed, path
    assert tokens_with(mod).look == "" and tokens_with(mod).wrong


@pytest.mark.parametrize(
    ("colours", "line", "said"),
    [
        (DARK, 1, "'ink' (#24201C) on 'sheet' (#182028) has a contrast of 1.0, expected 7 or more"),
        ('ivory: "#F1E8D5"\nivory2: "#777777"\n', 2, "'ivory2' (#777777) on 'ink'"),
        ('map.land: "#7A6A5A"\n', 1, "'map.label'"),
    ],
)
def test_text_that_would_hardly_be_read_is_a_warning(
    colours: str, line: int, said: str, mod: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(mod, colours)
    assert run(["check", "mine"]) == 0
    printed = capsys.readouterr().out
    assert f"colours.yaml:{line}:1: warning[low-contrast]" in printed and said in printed
    assert run(["check", "--strict", "mine"]) == 1


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        ("theme/colors.yaml", b"", "this file is never read"),
        ("theme/papers/sheet.jpg", b"", "papers are .png files"),
        ("theme/papers/shet.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x10", "did you mean 'sheet'?"),
        ("theme/papers/sheet.png", b"GIF89a", "it is no PNG"),
    ],
)
def test_files_that_are_not_seen_are_told(
    file: str, content: bytes, said: str, mod: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (mod / file).write_bytes(content)
    for path in ("mine", str(mod / "theme"), str(mod / "theme" / "papers")):
        assert run(["check", "--strict", path]) == 1, path
        printed = capsys.readouterr().out
        assert said in printed and f"{Path(file).name}:1:1: warning" in printed


def test_looks_in_order_give_nothing_to_say(mod: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tile(mod / "theme" / "papers" / "baize.png", "purple")
    for path in ("mine", str(mod), str(mod / "theme"), str(mod / "theme" / "colours.yaml")):
        assert run(["check", "--strict", path]) == 0, capsys.readouterr().out


def test_the_guide_names_every_colour_that_there_is_and_no_other(mod: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = GUIDE.read_text(encoding="utf-8").partition("\n## Looks\n")[2].partition("\n## ")[0]
    table = section.partition("|---|---|\n")[2].partition("\n\n")[0]
    named = [name for row in table.splitlines() for name in re.findall(r"`([a-z_.0-9]+)`", row.split("|")[1])]
    assert sorted(named) == sorted(shipped(RAW))
    assert papers_in(RAW) <= set(named)
    write(mod, section.partition("```yaml\n")[2].partition("```")[0])
    assert run(["check", "--strict", "mine"]) == 0, capsys.readouterr().out
