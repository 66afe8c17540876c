"""People whom nobody has met, made up because somebody must be there."""

from collections.abc import Sequence
from random import Random

from game.rules.definitions import Catalogue
from game.rules.nouns import PlaceKind
from game.rules.state import Body

Skills = tuple[int, int, int, int, int]


def draw_skills(chance: Random, catalogue: Catalogue, more: int = 0) -> Skills:
    """Five skills as a newcomer's are drawn, each `more` points higher at most."""
    numbers = catalogue.numbers.newcomers
    one, two, three, four, five = (
        min(5, chance.randint(numbers.skill_least, numbers.skill_most) + chance.randint(0, more)) for _ in range(5)
    )
    return (one, two, three, four, five)


def draw_body(chance: Random, catalogue: Catalogue, person: str, place: str, access: int, more: int = 0) -> Body:
    """Somebody of whom nothing is known but where he is and in which ring."""
    return Body(id=person, place=place, access=access, skills=draw_skills(chance, catalogue, more))


def places_in(catalogue: Catalogue, country: str) -> list[str]:
    """The places of a country in a fixed order; every place where it has none."""
    places = sorted(catalogue.places)
    return [place for place in places if catalogue.places[place].country == country] or places


def homes_in(catalogue: Catalogue, country: str) -> list[str]:
    """The places of a country where the Old Man could live, in a fixed order; those of the world where it has none."""
    homes = [place for place in sorted(catalogue.places) if PlaceKind.EXILE in catalogue.places[place].kinds]
    return [place for place in homes if catalogue.places[place].country == country] or homes


def pick_some(chance: Random, among: Sequence[str], most: int) -> list[str]:
    """Up to so many of a sequence, at random."""
    return chance.sample(list(among), min(most, len(among)))
