"""Places and countries as pages of the archive."""

from game.rules.definitions import Country, Place
from game.rules.nouns import Mode
from game.scenario.archive import Asylum
from game.ui.presenters.archive.dates import when_words
from game.ui.presenters.archive.entry import Link, Links, Page, Passage
from game.ui.presenters.archive.refs import Ref
from game.ui.presenters.archive.shelves import Shelves
from game.ui.presenters.archive.words import stance_words
from game.ui.presenters.places import kind_words
from game.ui.words import Words


def place_page(shelves: Shelves, place: Place, _: Words) -> Page:
    """What a place was, where one went from there, and what happened there."""
    ref = Ref("places", place.id)
    country = Ref("countries", place.country)
    links = [Links(title=_("Country"), links=(shelves.link(country),) if shelves.holds(country) else ())]
    links += shelves.linked_from(ref, _)
    links.append(Links(title=_("Journeys"), links=tuple(_journeys(shelves, place, _))))
    north, east = place.at
    return Page(
        ref=ref,
        title=place.name,
        subtitle=", ".join(kind_words(kind, _) for kind in place.kinds),
        facts=((_("Position"), f"{abs(north):.2f}° {'N' if north >= 0 else 'S'}, {abs(east):.2f}° {'E' if east >= 0 else 'W'}"),),
        passages=(Passage(text=place.note),) if place.note else (),
        links=tuple(each for each in links if each.links),
        sources=shelves.sources(place.sources),
    )


def _journeys(shelves: Shelves, place: Place, _: Words) -> list[Link]:
    """The direct ways from a place, with their days."""
    ways = []
    for route in shelves.archive.routes.values():
        if place.id in route.between:
            other = Ref("places", route.between[0] if route.between[1] == place.id else route.between[1])
            days = _.plural("{count} day", "{count} days", route.days)
            if shelves.holds(other):
                ways.append(shelves.link(other, f"{mode_words(route.mode, _)}, {days}"))
    return ways


def mode_words(mode: Mode, _: Words) -> str:
    """How one travels."""
    return {Mode.RAIL: _("by rail"), Mode.SEA: _("by sea"), Mode.ROAD: _("by road"), Mode.AIR: _("by air")}[mode]


def country_page(shelves: Shelves, country: Country, _: Words) -> Page:
    """How a country stood towards the exile, year by year so far as the game has come, and its places."""
    years = [each for each in shelves.archive.asylum.values() if each.country == country.id]
    told = [each for each in years if not shelves.locks.is_later(each.date, each.until)]
    places = [place.id for place in shelves.archive.places.values() if place.country == country.id]
    passages = [Passage(text=country.note)] if country.note else []
    passages += [Passage(head=_head(each, _), text=f"{each.text} *{_scales(each, _)}*") for each in told]
    sources = dict.fromkeys((*country.sources, *(source for each in told for source in each.sources)))
    return Page(
        ref=Ref("countries", country.id),
        title=country.name,
        subtitle=_("country"),
        passages=tuple(passages),
        links=tuple(each for each in (Links(title=_("Places"), links=shelves.links("places", places)),) if each.links),
        sources=shelves.sources(sources),
    )


def _head(years: Asylum, _: Words) -> str:
    return f"{when_words(years.date, years.until)} · {stance_words(years.stance, _)}"


def _scales(years: Asylum, _: Words) -> str:
    return _(
        "On the game's scales: tolerance {tolerance} of 10, police {police} and alert {alert} of 5, leverage {leverage} of 3.",
        tolerance=years.tolerance, police=years.police, alert=years.alert, leverage=years.leverage,
    )  # fmt: skip
