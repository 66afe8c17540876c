"""A finished game as a page and as a poster: nothing comes from elsewhere, everything is whole, and no name becomes markup."""

import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from xml.etree import ElementTree

import pygame
import pytest

from game.cli.app import run
from game.match import Match, save_match
from game.match.records import write_record
from game.rules.definitions import Scenario
from game.rules.nouns import OLD_MAN, Side, Step
from game.scenario.loading import available
from game.ui.archives import Archives
from game.ui.export.drawn_map import DrawnMap
from game.ui.export.page import PageError, page_of
from game.ui.export.poster import PosterError, poster_map, print_whole, quotations_of, read_layout, save_poster
from game.ui.office import Office
from game.ui.painter import Painter
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.screen import Pop
from game.ui.settings import Settings
from game.ui.stack import theme_for
from game.ui.studio import Studio
from game.ui.theme import DESIGN_SIZE, read_tokens

EVIL = "<script>alert(1)</script> & \"Co\" 'x' *y*"


@pytest.fixture(scope="module")
def record(finished: Match, tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("record") / "game.json"
    write_record(file, finished.record())
    return file


@pytest.fixture(scope="module")
def page(record: Path) -> str:
    """The page as the command writes it."""
    file = record.with_suffix(".html")
    assert run(["export", str(record), "--html", str(file)]) == 0
    return file.read_text(encoding="utf-8")


def parsed(page: str) -> ElementTree.Element:
    """The page as a tree; raises where it is not well formed."""
    return ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def test_the_page_is_well_formed_and_loads_nothing(page: str) -> None:
    tree = parsed(page)
    assert not re.findall(r"https?:", page)
    loading = {"src", "href", "data", "action", "poster", "srcset", "background"}
    for element in tree.iter():
        assert not loading & set(element.attrib), element.tag
        assert element.tag not in {"link", "iframe", "object", "embed", "img", "base"}
    policy = next(element.get("content") or "" for element in tree.iter("meta") if element.get("http-equiv"))
    assert "default-src 'none'" in policy
    assert all(url.startswith("data:") for url in re.findall(r"url\(([^)]{0,20})", page))


def test_the_page_tells_every_moment_and_everything_else(page: str, dossier: Dossier) -> None:
    tree = parsed(page)
    moments = [element.get("data-m") for element in tree.iter("div") if element.get("class") == "moment"]
    layers = [element.get("data-m") for element in tree.iter("g") if (element.get("class") or "").startswith("layer")]
    assert moments == layers == [str(moment) for moment in dossier.chronicle.moments]
    said = "".join(tree.itertext())
    for words in (
        *(line.words for line in dossier.hinges), *(each.name for each in dossier.testimonies), dossier.testimonies[0].text[0],
        *(line.title for line in dossier.whole_past), *dossier.telegrams(5, Side.CENTER), *dossier.telegrams(5, Side.CIRCLE),
        "Natural Earth", "Patenaude",
    ):  # fmt: skip
        assert words in said, words
    assert len(list(tree.iter("figure"))) == len(dossier.charts)
    assert next(tree.iter("input")).get("max") == str(dossier.last)


def test_no_name_becomes_markup(office: Office, finished: Match) -> None:
    scenario = finished.scenario
    people = {id_: replace(one, name=f"{one.name} {EVIL}") for id_, one in scenario.setup.people.items()}
    places = {id_: replace(one, name=EVIL) for id_, one in scenario.catalogue.places.items()}
    catalogue = replace(scenario.catalogue, places=places, title=EVIL, history=EVIL)
    evil = replace(scenario, catalogue=catalogue, setup=replace(scenario.setup, people=people))
    page = page_of(Archives(office, evil).dossier(finished.record()), office.assets, office.gallery, office.cities)
    tree = parsed(page)
    assert len(list(tree.iter("script"))) == 1
    assert "<script>alert" in "".join(tree.itertext()), "it is told, as words"


def test_a_game_on_a_plate_has_that_plates_shores(office: Office, finished: Match) -> None:
    scenario = finished.scenario
    places = scenario.catalogue.places.items()
    near = {id_: replace(one, at=(19.35 + one.at[0] / 4000, -99.15 + one.at[1] / 4000)) for id_, one in places}
    moved = replace(scenario, catalogue=replace(scenario.catalogue, places=near))
    for each, on_a_plate in ((scenario, False), (moved, True)):
        dossier = Archives(office, each).dossier(finished.record())
        assert ('class="water"' in DrawnMap(dossier, office.assets, office.cities).svg()) is on_a_plate


def test_a_template_that_asks_for_what_there_is_not_says_so(office: Office, dossier: Dossier, tmp_path: Path) -> None:
    with pytest.raises(PageError, match="cannot be read"):
        page_of(dossier, tmp_path, office.gallery, office.cities)
    folder = tmp_path / "export"
    folder.mkdir()
    copytree(office.assets / "map", tmp_path / "map")
    for name, text in (("page.html", "$title $nonsense"), ("page.css", ""), ("page.js", "")):
        (folder / name).write_text(text)
    with pytest.raises(PageError, match="nonsense"):
        page_of(dossier, tmp_path, office.gallery, office.cities)


@pytest.mark.parametrize(("step", "head"), [(Step.MONTH, "Month by month"), (Step.QUARTER, "Quarter by quarter"),
                                            (Step.WEEK, "Week by week"), (Step.FORTNIGHT, "Turn by turn")])  # fmt: skip
def test_the_turns_of_the_page_are_headed_by_their_length(finished: Match, office: Office, step: Step, head: str) -> None:
    scenario = finished.scenario
    dossier = Archives(office, scenario).dossier(finished.record())
    chronicle = dossier.chronicle
    other = replace(scenario, catalogue=replace(scenario.catalogue, step=step))
    dossier.chronicle = replace(chronicle, scenario=other)
    assert f">{head}<" in page_of(dossier, office.assets, office.gallery, office.cities)


@pytest.mark.parametrize(
    ("text", "said"),
    (("size: [1600]", "not as expected"), ("size: [1, 2]\nplaces: {map: [0, 0, 1, 1]}", "missing"), (": :", "not as expected")),
)
def test_a_poster_layout_with_a_mistake_says_so(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "poster.yaml").write_text(text)
    with pytest.raises(PosterError, match=said):
        read_layout(tmp_path)


def test_the_shipped_layout_lies_on_the_poster_and_nothing_on_anything(office: Office) -> None:
    layout = read_layout(office.assets)
    assert layout.size == (1600, 2320)
    paper = pygame.Rect((0, 0), layout.size)
    places = list(layout.places.values())
    assert all(paper.contains(place) for place in places)
    assert all(place.collidelist(places[index + 1 :]) < 0 for index, place in enumerate(places))


def test_three_are_quoted_as_they_spoke(dossier: Dossier) -> None:
    quoted = quotations_of(dossier, 3)
    assert [quotation.by for quotation in quoted] == [each.name for each in dossier.testimonies[:3]]
    for quotation, each in zip(quoted, dossier.testimonies, strict=False):
        assert each.text[0].startswith(quotation.words.strip("“”").removesuffix(" …"))


def test_the_command_writes_over_nothing(page: str, record: Path, capsys: pytest.CaptureFixture[str]) -> None:
    html = record.with_suffix(".html")
    assert run(["export", str(record), "--html", str(html)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert html.read_text(encoding="utf-8") == page
    assert run(["export", str(record)]) == 2
    assert run(["export", str(record), "--html", str(record), "--force"]) == 2
    assert run(["export", str(record), "--html", "one.png", "--png", "./one.png"]) == 2
    assert "--html or --png" in capsys.readouterr().err


def test_a_poster_is_a_png_and_goes_into_a_folder_that_is_there(
    record: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", str(record), "--png", str(tmp_path / "x.jpg")]) == 2
    assert "x.jpg: the poster is a PNG picture; name a file that ends in .png" in capsys.readouterr().err
    for kind in ("html", "png"):
        assert run(["export", str(record), f"--{kind}", str(tmp_path / "nope" / f"x.{kind}")]) == 2
        assert "there is no such folder" in capsys.readouterr().err
    assert not list(tmp_path.glob("x.*")) and not (tmp_path / "nope").exists()


def test_nothing_is_exported_of_a_game_that_goes_on(
    office: Office, utka: Scenario, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever file it is in, and in whatever way."""
    match = Match.new(utka, 1, seats={Side.CIRCLE: "random"})
    record = tmp_path / "going-on.json"
    write_record(record, match.record())
    (tmp_path / "kept").mkdir()
    html, png = tmp_path / "kept" / "x.html", tmp_path / "kept" / "x.png"
    for file in (record, save_match(tmp_path, "going-on", match)):
        for command in (["export", "--html", str(html)], ["export", "--png", str(png)], ["replay", "--show"]):
            assert run([*command, str(file)]) == 2
            assert "not over" in capsys.readouterr().err
    archives = Archives(office, utka)
    with pytest.raises(ValueError, match="closed until the verdict"):
        archives.dossier(match.record())
    with pytest.raises(ValueError, match="closed until the verdict"):
        archives.opening(match.record(), Pop).tick(0)
    assert not list((tmp_path / "kept").iterdir())


def test_a_picture_is_written_piece_by_piece_and_tells_how_far_it_is(tmp_path: Path) -> None:
    drawn = pygame.Surface((90, 333))
    drawn.fill((243, 233, 210))
    for index in range(60):
        pygame.draw.circle(drawn, (index * 4, 255 - index, index), (index, index * 5), 9)
    path = tmp_path / "posters" / "game.png"
    told = list(save_poster(drawn, path))
    shares = [done for done, _whole in told]
    assert len(told) > drawn.get_height() // 64 and shares == sorted(shares) and told[-1] == (100, 100)
    again = pygame.image.load(str(path))
    assert pygame.image.tobytes(again, "RGB") == pygame.image.tobytes(drawn, "RGB")


def poster_painter(office: Office) -> Painter:
    layout = read_layout(office.assets)
    theme = theme_for(read_tokens(office.assets / "tokens.json"), Settings(), DESIGN_SIZE)
    return Painter(pygame.Surface((8, 8)), Studio(office.assets, replace(theme, unit=layout.unit), layout.size))


def test_what_a_poster_says_is_never_cut_within_a_sentence(office: Office) -> None:
    pygame.font.init()
    painter, place = poster_painter(office), read_layout(office.assets).places["verdict"]
    room = pygame.Rect(0, 0, round(place.w * 0.64), place.h - 2 * painter.line("h2"))
    for entry in available():
        assert entry.scenario is not None
        for verdict in entry.scenario.catalogue.verdicts.values():
            painter.texts.clear()
            print_whole(painter, verdict.text, room)
            assert " ".join(line.text for line in painter.texts).split() == verdict.text.split(), "there is room for all of it"
    painter.texts.clear()
    print_whole(painter, "He wrote. “Did he?” He did. " + "And so on and on " * 90 + ".", room)
    assert " ".join(line.text for line in painter.texts) == "He wrote. “Did he?” He did."


def test_the_poster_names_the_house_of_the_old_man(finished: Match, office: Office) -> None:
    dossier = Archives(office, finished.scenario).dossier(finished.record())
    model = dossier.marks(1)
    printed = {token.id: token for token in poster_map(model).tokens}
    house = next(place.name for place in model.places if place.id == printed[OLD_MAN].place)
    assert printed[OLD_MAN].note == house and not any(token.note for token in printed.values() if token.id != OLD_MAN)


@pytest.mark.soak
def test_the_poster_is_drawn(record: Path, tmp_path: Path) -> None:
    png = tmp_path / "game.png"
    assert run(["export", str(record), "--png", str(png)]) == 0
    drawn = pygame.image.load(str(png))
    assert drawn.get_size() == (1600, 2320)
    shades = {tuple(drawn.get_at((x, y))) for x in range(100, 1500, 50) for y in range(580, 1240, 30)}
    assert len(shades) > 100, "there is a map on it"
