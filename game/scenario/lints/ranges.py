"""Lints on numbers: each lies on its scale."""

from collections.abc import Iterator, Mapping

from game.rules.numbers import Bounds
from game.rules.words import AddAlert, AddMeter, AddSection, AddSecurity, AddTolerance, Arrive, Loyalty, Meter, Rapport, Ring
from game.scenario.lints.sheet import Remark, Sheet

Scale = tuple[int, int]

PERSON: Mapping[str, Scale] = {"loyalty": (0, 5), "access": (1, 4), "cover": (0, 5), "legend": (0, 5), "doubt": (0, 100)}
COUNTRY: Mapping[str, Scale] = {"tolerance": (0, 10), "alert": (0, 5), "police": (0, 5), "leverage": (0, 3)}
PLACE: Mapping[str, Scale] = {"security": (0, 10), "security_cap": (0, 10)}


def off_scale(sheet: Sheet) -> Iterator[Remark]:
    """People, places, countries and routes keep to their scales."""
    for person in sheet.layout.people.values():
        yield from _fields(f"people.{person.id}", person, PERSON)
        for skill, number in person.skills.items():
            yield from _within(f"people.{person.id}.skills.{skill}", number, (0, 5))
        if person.allegiance:
            yield from _within(f"people.{person.id}.allegiance.center", person.allegiance.center, (0, 100))
    for path, word in sheet.words:
        if isinstance(word, Arrive) and word.access is not None:
            yield from _within(f"{path}.access", word.access, PERSON["access"])
    for country in sheet.layout.countries.values():
        yield from _fields(f"countries.{country.id}", country, COUNTRY)
    for place in sheet.layout.places.values():
        yield from _fields(f"places.{place.id}", place, PLACE)
    for route in sheet.layout.routes.values():
        yield from _within(f"routes.{route.id}.days", route.days, (1, 365))


def off_the_globe(sheet: Sheet) -> Iterator[Remark]:
    """Latitude comes first and lies between -90 and 90, longitude between -180 and 180."""
    for place in sheet.layout.places.values():
        latitude, longitude = place.at
        if not -90 <= latitude <= 90:
            yield Remark(f"places.{place.id}.at[0]", f"found latitude {latitude:g}, expected -90 to 90")
        if not -180 <= longitude <= 180:
            yield Remark(f"places.{place.id}.at[1]", f"found longitude {longitude:g}, expected -180 to 180")


def meters_off_scale(sheet: Sheet) -> Iterator[Remark]:
    """The meters begin within the bounds of the rules."""
    if sheet.layout.numbers is None:
        return
    bounds = sheet.layout.numbers.bounds
    for side, meters in (("center", sheet.layout.meters.center), ("circle", sheet.layout.meters.circle)):
        yield from _fields(f"meters.{side}", meters, _meter_scales(bounds))
    for area, number in sheet.layout.sections.items():
        yield from _within(f"sections.{area}", number, (0, bounds.sections))
    for index, tie in enumerate(sheet.layout.ties):
        yield from _within(f"ties[{index}].rapport", tie.rapport, (1, bounds.rapport))


def operations_off_scale(sheet: Sheet) -> Iterator[Remark]:
    """Costs are not negative, bases of chances lie between -100 and 200, bases of traces between 0 and 100."""
    for operation in sheet.layout.operations.values():
        path = f"operations.{operation.id}"
        yield from _within(f"{path}.cost", operation.cost, (0, 99))
        yield from _within(f"{path}.extra", operation.extra, (0, 99))
        yield from _within(f"{path}.traces.base", operation.traces.base, (0, 100))
        yield from _within(f"{path}.success.base", operation.success.base, (-100, 200))
    numbers = sheet.layout.numbers
    if numbers and not 0 <= numbers.chance_least <= numbers.chance_most <= 100:
        found = f"{numbers.chance_least} to {numbers.chance_most}"
        yield Remark("numbers.chance_least", f"chances are clamped to {found}, expected a range within 0 to 100")


def numbers_off_scale(sheet: Sheet) -> Iterator[Remark]:
    """What is divided by is not nought, signals and turns are not negative, and no range ends before it begins."""
    numbers = sheet.layout.numbers
    if numbers is None:
        return
    for path, number, scale in (
        ("attribution.clues_per_point", numbers.attribution.clues_per_point, (1, 99)),
        ("influence.ebbs_every", numbers.influence.ebbs_every, (1, 99)),
        ("influence.unheard_every", numbers.influence.unheard_every, (0, 99)),
        ("paranoia.demands_every", numbers.paranoia.demands_every, (1, 99)),
        ("newcomers.draws", numbers.newcomers.draws, (1, 20)),
        ("newcomers.moles", numbers.newcomers.moles, (0, 100)),
        ("newcomers.at_seat", numbers.newcomers.at_seat, (0, 100)),
        ("journeys.chance", numbers.journeys.chance, (0, 100)),
        ("journeys.at_seat", numbers.journeys.at_seat, (0, 100)),
        ("newcomers.skill_least", numbers.newcomers.skill_least, (0, numbers.newcomers.skill_most)),
        ("newcomers.skill_most", numbers.newcomers.skill_most, (0, 5)),
        ("vetting.least", numbers.vetting.least, (0, numbers.vetting.most)),
        ("vetting.most", numbers.vetting.most, (0, 100)),
        ("signals.center", numbers.signals.center, (0, 20)),
        ("signals.circle", numbers.signals.circle, (0, 20)),
        ("doubt.cap", numbers.doubt.cap, (1, 99)),
        ("asylum.notice", numbers.asylum.notice, (0, 999)),
        ("asylum.interned_turns", numbers.asylum.interned_turns, (0, 999)),
        ("asylum.visa_at", numbers.asylum.visa_at, (0, numbers.bounds.tolerance + 1)),  # beyond the scale: no country ever does
        ("asylum.visa_below", numbers.asylum.visa_below, (0, numbers.bounds.tolerance)),
        ("asylum.still_known", numbers.asylum.still_known, (0, 100)),
    ):
        yield from _within(f"numbers.{path}", number, scale)


def beyond_the_scale(sheet: Sheet) -> Iterator[Remark]:
    """No effect adds more than there is room for, or takes away more than there can be."""
    if sheet.layout.numbers is None:
        return
    bounds = sheet.layout.numbers.bounds
    for path, word in sheet.words:
        name, key, size, scale = _size(word, bounds)
        if scale is not None and not -scale[1] + scale[0] <= size <= scale[1] - scale[0]:
            most = (scale[1] - scale[0]) * (1 if size > 0 else -1)
            yield Remark(f"{path}.{key}", f"found {size}, but {name} goes from {scale[0]} to {scale[1]}", f"{most} is all of it")
        if isinstance(word, Rapport) and word.set is not None:
            yield from _within(f"{path}.set", word.set, (0, bounds.rapport))


def _size(word: object, bounds: Bounds) -> tuple[str, str, int, Scale | None]:
    """What an effect changes, its key that says by how much, this number, and the scale; none for what has no end."""
    match word:
        case AddMeter(meter=meter) if meter is not Meter.FUNDS:
            return meter.value, "add", word.add, _meter_scales(bounds)[meter.value]
        case AddTolerance():
            return "tolerance", "add", word.add, (0, bounds.tolerance)
        case AddAlert():
            return "alert", "add", word.add, (0, bounds.alert)
        case AddSecurity():
            return "security", "add", word.add, (0, bounds.security)
        case AddSection():
            return "the number of sections", "add", word.add, (0, bounds.sections)
        case Rapport():
            return "rapport", "add", word.add, (0, bounds.rapport)
        case Loyalty():
            return "loyalty", "add", word.add, PERSON["loyalty"]
        case Ring():
            return "the ring", "closer", word.closer, PERSON["access"]
        case _:
            return "", "", 0, None


def security_above_cap(sheet: Sheet) -> Iterator[Remark]:
    """No place is more secure than it can become."""
    for place in sheet.layout.places.values():
        if place.security_cap < place.security <= PLACE["security"][1]:
            message = f"security {place.security} is above security_cap {place.security_cap}"
            yield Remark(f"places.{place.id}.security", message, "raise security_cap or lower security")


def _meter_scales(bounds: Bounds) -> Mapping[str, Scale]:
    return {
        "funds": (0, 99),
        "paranoia": (0, bounds.paranoia),
        "track": (0, bounds.track),
        "preparation": (0, bounds.preparation),
        "influence": (0, bounds.influence),
    }


def _fields(path: str, value: object, scales: Mapping[str, Scale]) -> Iterator[Remark]:
    for name, scale in scales.items():
        number = getattr(value, name)
        if number is not None:
            yield from _within(f"{path}.{name}", number, scale)


def _within(path: str, number: int, scale: Scale) -> Iterator[Remark]:
    if not scale[0] <= number <= scale[1]:
        yield Remark(path, f"found {number}, expected {scale[0]} to {scale[1]}")
