"""The page: a finished game as one HTML file that needs nothing beside it. The skeleton, its style and its script are files of
`assets/export`, in which `$names` are filled in."""

from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from string import Template

from game.match.testimony import Testimony
from game.rules.nouns import Step
from game.ui.desk.faces import drawn_from
from game.ui.export.drawn_charts import chart
from game.ui.export.drawn_map import DrawnMap
from game.ui.export.figures import key_figures
from game.ui.export.fragments import moment_section, past
from game.ui.export.markup import element, prose, text, without_links
from game.ui.map.city.plates import CityPlates
from game.ui.portraits.gallery import PortraitGallery
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.presenters.verdict import PersonFate
from game.ui.words import Words

_FONTS = (("Oswald", "Oswald-500", "500"), ("PT Serif", "PTSerif-400", "400"))
"""Family, file and weight of what is put into the page; all else falls back on what the reader's machine has."""
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'


class PageError(Exception):
    """A template of the page cannot be read or filled in; the message is one line for people."""


def page_of(dossier: Dossier, assets: Path, gallery: PortraitGallery, cities: CityPlates) -> str:
    """The whole page.

    Raises:
        PageError: a template is missing, or asks for what there is not.
    """
    folder = assets / "export"
    try:
        skeleton = (folder / "page.html").read_text(encoding="utf-8")
        style, script = ((folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    except OSError as wrong:
        raise PageError(f"{wrong.filename} cannot be read: {wrong.strerror or wrong}") from None
    try:
        return Template(skeleton).substitute(
            **_names(dossier.words, dossier.chronicle.scenario.catalogue.step),
            **_parts(dossier, assets, gallery, cities),
            fonts=_fonts(assets),
            style=style,
            script=script,
        )
    except (KeyError, ValueError) as wrong:
        raise PageError(f"{folder / 'page.html'}: no part of the page is called {wrong}") from None


def _names(_: Words, step: Step) -> Mapping[str, str]:
    """The heads and buttons of the page."""
    named = {
        "revelations": _("Revelations"), "map": _("The declassified map"), "back": _("Turn before"), "play": _("Play"),
        "pause": _("Pause"), "next": _("Next turn"), "months": _turn_by_turn(_, step), "charts": _("Charts"),
        "hinges": _("On what it hung"), "people": _("What became of them"), "testimonies": _("Testimonies"),
        "history": _("How history went"), "sources": _("Sources"), "credits": _("Credits"),
    }  # fmt: skip
    return {f"word_{name}": text(words) for name, words in named.items()}


def _turn_by_turn(_: Words, step: Step) -> str:
    """The head over the turns, by how long they are."""
    match step:
        case Step.WEEK:
            return _("Week by week")
        case Step.MONTH:
            return _("Month by month")
        case Step.QUARTER:
            return _("Quarter by quarter")
        case _:
            return _("Turn by turn")


def _parts(dossier: Dossier, assets: Path, gallery: PortraitGallery, cities: CityPlates) -> Mapping[str, str]:
    _, catalogue, verdict = dossier.words, dossier.chronicle.scenario.catalogue, dossier.verdict
    faces = _Faces(gallery, dossier)
    people = (*verdict.center_people, *verdict.circle_people) if verdict is not None else ()
    return {
        "language": text(_.language),
        "title": text(catalogue.title),
        "subtitle": text(f"{catalogue.subtitle} · {dossier.date(1)} – {dossier.date(dossier.chronicle.turns)}"),
        "winner": (verdict.winner or "ink") if verdict is not None else "ink",
        "stamp": text(verdict.stamp if verdict is not None else _("File closed")),
        "verdict_title": text(verdict.title if verdict is not None else ""),
        "verdict_text": prose(verdict.text if verdict is not None else ""),
        "numbers": "".join(_figure(name, figure) for name, figure in key_figures(dossier, _)),
        "caution": f'<div class="caution">{text(dossier.caution)}</div>' if dossier.caution else "",
        "last": str(dossier.last),
        "map": DrawnMap(dossier, assets, cities).svg(),
        "legend": text(_(
            "Square: Moscow’s people, their journeys in broken lines. Disc: the Circle’s people. Ring: where he lived. "
            "Point at a sign to read the names.",
        )),
        "moments": "".join(moment_section(dossier, moment, _) for moment in dossier.chronicle.moments),
        "charts": "".join(chart(sheet) for sheet in dossier.charts),
        "hinges_note": text(_("The turns in which the estimate of who would win moved furthest.")),
        "hinges": _hinges(dossier),
        "testimonies_note": text(dossier.about_testimonies) if dossier.testimonies else "",
        "people": "".join(faces.person(person) for person in people),
        "testimonies": "".join(map(faces.testimony, dossier.testimonies)) or element("p", text(_("Nobody spoke.")), "note"),
        "history": prose(catalogue.history),
        "past": past(dossier.whole_past, _),
        "sources": "".join(element("li", text(work)) for work in works_of(dossier)),
        "credits": _credits(assets),
        "drawn": text(verdict.drawn if verdict is not None else ""),
    }  # fmt: skip


def _figure(name: str, figure: str) -> str:
    return f"<div><dt>{text(name)}</dt><dd>{text(figure)}</dd></div>"


def works_of(dossier: Dossier) -> list[str]:
    """The sources that the page cites, each with its year, in the order of the library."""
    cited = {source for line in dossier.whole_past for source in dossier.archive.timeline[line.id].sources}
    works = (work for id_, work in dossier.archive.bibliography.items() if id_ in cited)
    return [", ".join(part for part in (work.author, work.title, work.year) if part) for work in works]


def _hinges(dossier: Dossier) -> str:
    return "".join(
        f'<li><button type="button" class="go" data-go="{line.turn}">{text(line.date)}</button>'
        f"<br/>{text(line.words)}<br/><small>{text(line.swing)}</small></li>"
        for line in dossier.hinges
    )


def _fonts(assets: Path) -> str:
    """The fonts, inside the page; a missing one is left to the reader's machine."""
    faces: list[str] = []
    for family, name, weight in _FONTS:
        file = assets / "fonts" / f"{name}.ttf"
        if file.is_file():
            data = b64encode(file.read_bytes()).decode("ascii")
            faces.append(
                f'@font-face {{ font-family: "{family}"; font-weight: {weight}; '
                f'src: url(data:font/ttf;base64,{data}) format("truetype"); }}'
            )
    return "\n".join(faces)


def _credits(assets: Path) -> str:
    """The credits as paragraphs, their links as words."""
    file = assets / "CREDITS.md"
    if not file.is_file():
        return ""
    lines = without_links(file.read_text(encoding="utf-8")).splitlines()
    made: list[str] = []
    for line in lines[1:]:
        if line.startswith("## "):
            made.append(element("h4", text(line[3:])))
        elif line.startswith("|"):
            cells = [cell.strip() for cell in line.strip("|").split("|")]
            if not set(line) <= set("|- "):
                made.append(element("p", text(" · ".join(cells)), "note"))
        elif line.strip():
            made.append(element("p", text(line), "note"))
    return "".join(made)


class _Faces:
    """Whatever of the page has a portrait."""

    def __init__(self, gallery: PortraitGallery, dossier: Dossier) -> None:
        self._gallery, self._dossier = gallery, dossier

    def person(self, person: PersonFate) -> str:
        """One line of what became of them."""
        ground = "neutral" if person.lost else person.side
        lines = [f"<b>{text(person.name)}</b>", *(text(line) for line in (person.second_name, person.where, person.note) if line)]
        lost = " lost" if person.lost else ""
        said = element("p", "<br/>".join(lines), person.side)
        return f'<div class="person{lost}">{self._picture(person.portrait, ground)}{said}</div>'

    def testimony(self, each: Testimony) -> str:
        """What somebody tells afterwards."""
        ground = self._dossier.served(each.speaker) or "neutral"
        picture = self._picture(self._dossier.names.portrait(each.speaker), ground)
        said = "".join(element("p", prose(paragraph)) for paragraph in each.text)
        who = f'<p><b>{text(each.name)}</b><br/><span class="role">{text(each.role)}</span></p>'
        return f"<blockquote>{picture}{who}{said}</blockquote>"

    def _picture(self, record: Mapping[str, str], ground: str) -> str:
        return self._gallery.svg(drawn_from(self._gallery, record), background=ground, cut="card").replace(_NAMESPACE, "")
