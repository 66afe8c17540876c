"""The parts of the page that stand under one moment, as HTML: both files, what they knew, the rolls, the telegrams, and how
history went in the same days."""

from collections.abc import Sequence

from game.rules.nouns import Side
from game.ui.export.markup import element, prose, text
from game.ui.presenters.revelations.dossier import Dossier
from game.ui.presenters.revelations.files import Line, Section
from game.ui.presenters.revelations.history import PastLine
from game.ui.presenters.revelations.knowledge import Belief
from game.ui.presenters.revelations.rolls import Roll
from game.ui.words import Words


def moment_section(dossier: Dossier, moment: int, _: Words) -> str:
    """All that belongs to one moment."""
    sides = dossier.chronicle.scenario.catalogue.sides
    files = dossier.files(moment)
    gist = dossier.gist(moment)
    parts = [
        element("h3", text(dossier.date(moment)), "date"),
        element("p", prose(gist)) if gist else "",
        _in_sides(
            element("h3", text(sides.center), "center") + _sections(files.center),
            element("h3", text(sides.circle), "circle") + _sections(files.circle),
        ),
        _known(dossier, moment, _),
        _rolls(dossier.rolls(moment), _),
        _telegrams(dossier, moment, _),
        _past_of(dossier.past(moment), _),
    ]
    return f'<div class="moment" data-m="{moment}">{"".join(parts)}</div>'


def past(lines: Sequence[PastLine], _: Words) -> str:
    """Events of history with what is disputed in them and who says so."""
    return "".join(_past_line(line, _) for line in lines)


def _in_sides(center: str, circle: str) -> str:
    return f'<div class="sides"><div>{center}</div><div>{circle}</div></div>'


def _folded(title: str, inside: str) -> str:
    return f"<details><summary>{text(title)}</summary>{inside}</details>"


def _sections(sections: Sequence[Section]) -> str:
    return "".join(_section(section) for section in sections)


def _section(section: Section) -> str:
    lines = "".join(_line(line) for line in section.lines)
    inside = element("ul", lines) if lines else element("p", text(section.empty), "note") if section.empty else ""
    return element("h4", text(section.head)) + inside


def _line(line: Line) -> str:
    note = f"<small>{text(line.note)}</small>" if line.note else ""
    return f'<li class="{line.mark or "plain"}">{text(line.words)}{note}</li>'


def _known(dossier: Dossier, moment: int, _: Words) -> str:
    knowledge, sides = dossier.knowledge(moment), dossier.chronicle.scenario.catalogue.sides
    if knowledge is None:
        return element("p", text(dossier.caution), "note") if dossier.caution else ""
    center = element("h4", text(sides.center)) + _beliefs(knowledge.center, _)
    circle = element("h4", text(sides.circle)) + _beliefs(knowledge.circle, _)
    return _folded(_("Known and true"), _in_sides(center, circle))


def _beliefs(beliefs: Sequence[Belief], _: Words) -> str:
    heads = "".join(element("th", text(words)) for words in ("", _("held for so"), _("was so")))
    rows = "".join(
        f'<tr class="{belief.judgement}">'
        + "".join(element("td", text(words)) for words in (belief.about, belief.believed, belief.so))
        + "</tr>"
        for belief in beliefs
    )
    return f"<table><tr>{heads}</tr>{rows}</table>"


def _rolls(rolls: Sequence[Roll], _: Words) -> str:
    if not rolls:
        return ""
    heads = "".join(element("th", text(words)) for words in (_("Who"), _("What"), _("Chance"), _("Drawn"), ""))
    rows = "".join(
        f'<tr><td>{text(roll.who)}</td><td>{text(roll.what)}</td><td class="n">{roll.chance}%</td><td class="n">{roll.drawn}</td>'
        f"<td>{'✓' if roll.came_about else '✗'}</td></tr>"
        for roll in rolls
    )
    return _folded(_.plural("{count} roll", "{count} rolls", len(rolls)), f"<table><tr>{heads}</tr>{rows}</table>")


def _telegrams(dossier: Dossier, moment: int, _: Words) -> str:
    sides = dossier.chronicle.scenario.catalogue.sides
    columns = [
        element("h4", text(name)) + "".join(element("p", text(line), "telegram") for line in dossier.telegrams(moment, side))
        for side, name in ((Side.CENTER, sides.center), (Side.CIRCLE, sides.circle))
    ]
    if moment > dossier.chronicle.turns:
        return ""
    return _folded(_("Telegrams"), _in_sides(*columns))


def _past_of(lines: Sequence[PastLine], _: Words) -> str:
    return _folded(_("How history went in these days"), past(lines, _)) if lines else ""


def _past_line(line: PastLine, _: Words) -> str:
    disputed = element("p", f"<i>{text(_('Disputed: {what}', what=line.disputed))}</i>", "note") if line.disputed else ""
    return (
        f"<h4>{text(line.date)}</h4><p><b>{text(line.title)}.</b> {prose(line.text)}</p>{disputed}"
        f'<p class="note">{text(line.sources)}</p>'
    )
