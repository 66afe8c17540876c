"""The closed lists of the testimonies: what can be told, what can be so of it, and what can be filled in.

No rule of the game looks at them. The grammar's checks and whoever writes testimonies do.
"""

import re
from collections.abc import Mapping

from game.rules.nouns import Word


class Part(Word):
    """What a line can be for, beside telling a fact."""

    ROLE = "role"
    OPENING = "opening"
    LINK = "link"
    DOUBT = "doubt"
    CLOSING = "closing"
    DATE = "date"


class FactKind(Word):
    """What somebody can recollect beside his own orders, which go by the ids of their operations.

    `DEED` stands for any order that has no line of its own.
    """

    DEED = "deed"
    JOINED = "joined"
    HOUSE = "house"
    CLOSER = "closer"
    SENT_AWAY = "sent_away"
    WAITED = "waited"
    RECRUITED = "recruited"
    ASKED = "asked"
    DECLARED = "declared"
    BEFRIENDED = "befriended"
    SPONSORED = "sponsored"
    INSPECTED = "inspected"
    REPORTED = "reported"
    RAIDER = "raider"
    CALLED_OFF = "called_off"
    DEFENDED = "defended"
    STRUCK = "struck"
    CLUE = "clue"
    FINDING = "finding"
    EXPOSED = "exposed"
    COLLEAGUE = "colleague"
    WRONGED = "wronged"
    KILLED = "killed"
    OWN_ARREST = "own_arrest"
    OWN_EXPOSURE = "own_exposure"
    OWN_DEFECTION = "own_defection"
    OWN_EXPULSION = "own_expulsion"
    OWN_WRONG = "own_wrong"
    ORDERED_OUT = "ordered_out"
    INTERNED = "interned"
    RELEASED = "released"
    LEFT_COUNTRY = "left_country"
    HEADLINE = "headline"


class Tag(Word):
    """What can be so of a speaker, of a fact, or of the whole game, for `when` and `unless`. Tempers are tags as well."""

    # the speaker
    CENTER = "center"
    CIRCLE = "circle"
    MOLE = "mole"
    RECRUIT = "recruit"
    LEGAL = "legal"
    OFFICER = "officer"
    HOUSEHOLD = "household"
    ORGANISATION = "organisation"
    SYMPATHISER = "sympathiser"
    NEWCOMER = "newcomer"
    WITNESS = "witness"
    INVENTED = "invented"
    SHE = "she"
    STEADFAST = "steadfast"
    DOUBTFUL = "doubtful"
    # what became of the speaker
    FREE = "free"
    TAKEN = "taken"
    WENT_OVER = "went_over"
    VANISHED = "vanished"
    WRONGED_SELF = "wronged_self"
    UNMASKED = "unmasked"
    # the fact
    DONE = "done"
    FAILED = "failed"
    MANY = "many"
    TWICE = "twice"
    NOTICED = "noticed"
    ABROAD = "abroad"
    NAMELESS = "nameless"
    CLOSE = "close"
    SEEN = "seen"
    OURS = "ours"
    WITH_HIM = "with_him"
    PROVED = "proved"
    DISPROVED = "disproved"
    AGAINST = "against"
    REPORTED_IT = "reported_it"
    RAID = "raid"
    LONE = "lone"
    TALKED = "talked"
    SILENT = "silent"
    ARRESTED = "arrested"
    DEFECTED = "defected"
    EXPELLED = "expelled"
    INTO_HOUSEHOLD = "into_household"
    INTO_ORGANISATION = "into_organisation"
    # the date
    WEEKS = "weeks"
    MONTHS = "months"
    QUARTERS = "quarters"
    SAME_TURN = "same_turn"
    NEXT_TURN = "next_turn"
    SAME_YEAR = "same_year"
    WINTER = "winter"
    # the game
    STRIKE = "strike"
    UNPROVEN = "unproven"
    OPEN_SECRET = "open_secret"
    ALL_KNOW = "all_know"
    DEATH = "death"
    LIVES = "lives"
    DEPORTED = "deported"
    FORGOTTEN = "forgotten"
    HUNTED = "hunted"
    MURDER = "murder"
    ABDUCTION = "abduction"
    PRISON = "prison"
    BANISHMENT = "banishment"


BLANK = re.compile(r"\{([a-z_]+)(?:\.([A-Za-z]+))?\}")
"""A blank or a phrase in a sentence, with the form that it takes: `{other.he}`."""

PERSON_FORMS = ("he", "him", "his", "himself", "He", "His")
"""How somebody can stand in a line beside his name: `{other.he}`."""

SLOTS: Mapping[str, tuple[str, ...]] = {
    "me": (),
    "side": (),
    "enemy": (),
    "called": (),
    "house": (),
    "movement": (),
    "when": (),
    "year": (),
    "season": (),
    "month": (),
    "part": (),
    "day": (),
    "place": ("in",),
    "country": (),
    "other": PERSON_FORMS,
    "people": (),
    "times": (),
    "text": (),
    "verdict": (),
}
"""What a line may leave blank, in braces, and the forms each takes after a full stop. A phrase takes the form `a`."""

ALWAYS = frozenset(("me", "side", "enemy", "called", "house", "movement", "verdict"))
"""The blanks that can be filled in any line."""

_DATED = frozenset(("when", "year", "season", "month", "part", "day"))
_THERE = frozenset(("place", "country"))
_WHOM = frozenset(("other",))
DATE_SLOTS = _DATED - {"when"}

FACT_SLOTS: Mapping[str, frozenset[str]] = {
    FactKind.DEED: _DATED | _THERE | _WHOM | {"times", "text"},
    FactKind.JOINED: _DATED | _THERE,
    FactKind.HOUSE: _THERE | {"people", "times"},
    FactKind.CLOSER: _DATED | _THERE,
    FactKind.SENT_AWAY: _DATED | _THERE,
    FactKind.WAITED: _THERE | {"times"},
    FactKind.RECRUITED: _DATED | _THERE | _WHOM,
    FactKind.DECLARED: _DATED | _THERE | _WHOM,
    FactKind.ASKED: _DATED | _THERE | _WHOM,
    FactKind.BEFRIENDED: _DATED | _THERE | _WHOM | {"times"},
    FactKind.SPONSORED: _DATED | _THERE | _WHOM,
    FactKind.INSPECTED: _DATED | _THERE | _WHOM,
    FactKind.REPORTED: _DATED | _THERE | {"times"},
    FactKind.RAIDER: _DATED | _THERE,
    FactKind.CALLED_OFF: _DATED | _THERE,
    FactKind.DEFENDED: _DATED | _THERE,
    FactKind.STRUCK: _DATED | _THERE,
    FactKind.CLUE: _DATED | _THERE | {"times"},
    FactKind.FINDING: _DATED | _THERE | _WHOM,
    FactKind.EXPOSED: _DATED | _THERE | _WHOM,
    FactKind.COLLEAGUE: _DATED | _THERE | _WHOM,
    FactKind.WRONGED: _DATED | _WHOM,
    FactKind.KILLED: _DATED | _THERE | _WHOM,
    FactKind.OWN_ARREST: _DATED | _THERE,
    FactKind.OWN_EXPOSURE: _DATED | _THERE,
    FactKind.OWN_DEFECTION: _DATED | _THERE,
    FactKind.OWN_EXPULSION: _DATED | _THERE,
    FactKind.OWN_WRONG: _DATED,
    FactKind.ORDERED_OUT: _DATED | {"country"},
    FactKind.INTERNED: _DATED | {"country"},
    FactKind.RELEASED: _DATED | {"country"},
    FactKind.LEFT_COUNTRY: _DATED | {"country"},
    FactKind.HEADLINE: _DATED | {"text"},
}
"""The blanks that a fact of each kind can fill. Where it cannot (nobody was there, the place is not known), a sentence that
needs it is passed over."""


LASTING = frozenset((FactKind.HOUSE, FactKind.WAITED))
"""Facts that went on for so long and have no date."""

_SURE: Mapping[str, frozenset[str]] = {
    **dict.fromkeys((FactKind.INSPECTED, FactKind.FINDING, FactKind.EXPOSED), _WHOM),
    **dict.fromkeys((FactKind.COLLEAGUE, FactKind.WRONGED, FactKind.KILLED), _WHOM),
    **dict.fromkeys((FactKind.ORDERED_OUT, FactKind.INTERNED, FactKind.RELEASED, FactKind.LEFT_COUNTRY), frozenset(("country",))),
    FactKind.HEADLINE: frozenset(("text",)),
}
"""What a fact can always fill beside its date: somebody whom the speaker can name, a country, a headline."""


def sure_blanks(tell: str) -> frozenset[str]:
    """The blanks that a part or a fact of this kind can always fill."""
    if tell == Part.DATE:
        return ALWAYS | DATE_SLOTS
    if tell in tuple(Part):
        return ALWAYS
    if tell in LASTING:
        return ALWAYS | {"times"}
    return ALWAYS | _DATED | _SURE.get(tell, frozenset())


def blanks_of(tell: str) -> frozenset[str]:
    """The blanks that a part or a fact of this kind can ever fill."""
    if tell in (Part.ROLE, Part.OPENING):
        return ALWAYS | {"place"}
    return sure_blanks(tell) | (frozenset() if tell in tuple(Part) else FACT_SLOTS.get(tell, FACT_SLOTS[FactKind.DEED]))
