"""What a running game keeps shut. The archive tells what was so; allegiances in a game may be drawn, and history itself says
whom a side must not know. So long as a game runs, the file of whoever is in play is sealed, and with it whatever names
somebody who could be Moscow's, and whatever lies later than the game's own day.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from game.rules.definitions import PersonDefinition
from game.rules.nouns import ArchiveShown, Side
from game.rules.state import Face
from game.rules.view import CenterView, View


@dataclass(frozen=True, slots=True, kw_only=True)
class Seals:
    """`files`: people in play whose file is shut. `secrets`: those of them whom no other entry may speak of. `today`: the day
    of the game, after which nothing is told. `places`: those on the map, whose notes the desk shows to both sides. `faces`:
    what the side knows of people. All empty while no game runs."""

    files: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()
    today: date | None = None
    places: frozenset[str] = frozenset()
    faces: Mapping[str, Face] = field(default_factory=dict)
    own: bool = False
    """Whether the archive is the scenario's own. Then nearly all in it are in play, and the name alone would tell of somebody
    that he is: of whom the side has not heard is not there."""

    def hides(self, person: str) -> bool:
        """Whether not even that there is such a person may be seen."""
        return self.own and person in self.files and person not in self.faces

    @property
    def playing(self) -> bool:
        """Whether a game is running."""
        return self.today is not None


OPEN = Seals()


def seals_for(view: View, cast: Mapping[str, PersonDefinition]) -> Seals:
    """What one side may not read now. Its own agents are open to the Center; the Old Man, unless the scenario asks who he is,
    whoever everybody knows to be steadfast, and the hosts are open to both. `cast` is everybody whom the scenario can bring
    into play: the seal is the same for all of them, so that it tells nothing."""
    own = frozenset(view.bodies) if isinstance(view, CenterView) else frozenset()
    shut = {
        id_
        for id_, person in cast.items()
        if id_ not in own and (not person.old_man or person.true_name) and not person.steadfast and not person.host
    }
    secret = {
        id_
        for id_ in shut
        if cast[id_].side is Side.CENTER or cast[id_].allegiance is not None or (cast[id_].old_man and cast[id_].true_name)
    }
    places, own_archive = frozenset(view.catalogue.places), view.catalogue.archive is ArchiveShown.OWN
    return Seals(
        files=frozenset(shut), secrets=frozenset(secret), today=view.day, places=places, faces=view.faces, own=own_archive
    )
