"""Words for the reasons in a chance: what the desk writes beside each bar, and the rulebook into each sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from game.language import Words
from game.rules.odds import WATCHED, Odds, Share
from game.rules.words import Stat, Whom


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonRow:
    """One reason of a chance: words, its points as far as they are known, and in `note` what was last heard of it."""

    words: str
    low: int
    high: int
    note: str = ""


NO_NOTES: Mapping[str, str] = MappingProxyType({})


def reason_rows(odds: Odds, words: Words, notes: Mapping[str, str] = NO_NOTES) -> tuple[ReasonRow, ...]:
    """The reasons of a chance that add something or may add something. `notes` are by the number that a reason looks at;
    they stand only where the number is not known."""
    return tuple(
        ReasonRow(
            words=share_words(share, words),
            low=share.points[0],
            high=share.points[1],
            note=notes.get(share.stat, "") if share.points[0] != share.points[1] else "",
        )
        for share in odds.shares
        if share.points != (0, 0)
    )


def share_words(share: Share, words: Words) -> str:
    """One reason with its amount, or marked as unknown."""
    name = stat_words(share.stat, share.of, words)
    low, high = share.amount
    if low != high:
        return _perhaps(share.stat, words) or words("{reason}, unknown", reason=name)
    return name if is_bare(share.stat) else f"{name} {low}"


def _perhaps(stat: str, _: Words) -> str:
    """A yes or no that is not known, where it is said otherwise than by its name; empty for all else."""
    match stat:
        case Stat.GATE_INSIDE:
            return _("Perhaps the gate is kept")
        case Stat.FALSE_TRACK:
            return _("Track perhaps false")
        case _:
            return _("Perhaps watched") if stat == WATCHED else ""


def is_bare(stat: str) -> bool:
    """Whether a reason is a yes or no, so that no figure stands beside its name."""
    return stat in _WITHOUT_FIGURE


_WITHOUT_FIGURE = frozenset((Stat.MOLE_AT_SEAT, Stat.OTHER_MOLE, Stat.LEVERS_KNOWN, Stat.GATE_INSIDE, Stat.FALSE_TRACK, WATCHED))


def stat_words(stat: str, of: Whom, _: Words) -> str:
    """The name of a number that a chance looks at, or of `WATCHED`."""
    match stat:
        case Stat.TRADECRAFT:
            return _("Tradecraft")
        case Stat.CHARM:
            return _("Charm")
        case Stat.NERVE:
            return _("Nerve")
        case Stat.ANALYSIS:
            return _("Analysis")
        case Stat.FORCE:
            return _("Force")
        case Stat.COVER:
            return _("Cover")
        case Stat.COVER_MISSING:
            return _("Cover lacking")
        case Stat.LOYALTY | Stat.LOYALTY_MISSING:
            return _("Loyalty to the other side")
        case Stat.DOUBT:
            return _("Their doubt")
        case Stat.ACCESS:
            return _("Ring")
        case Stat.RAPPORT:
            return _("Rapport")
        case Stat.HOUSEHOLD_RAPPORT:
            return _("Best friend in the house")
        case Stat.FREE_CONTACTS:
            return _("Room for contacts")
        case Stat.RINGS_SHORT:
            return _("Rings to the seat")
        case Stat.LEVERS_KNOWN:
            return _("A lever is known")
        case Stat.GUARDS:
            return _("Guards")
        case Stat.GUARDS_AT_GATE:
            return _("Guards at the gate")
        case Stat.GUARDS_ON_WALLS:
            return _("Guards on the walls")
        case Stat.GATE_INSIDE:
            return _("The gate is kept")
        case Stat.SECURITY | Stat.SECURITY_INSIDE | Stat.SECURITY_ROOM:
            return _("Security of the house")
        case Stat.ALERT:
            return _("Police alert there") if of is Whom.THERE else _("Police alert")
        case Stat.POLICE:
            return _("Police")
        case Stat.TOLERANCE:
            return _("Tolerance")
        case Stat.LEVERAGE:
            return _("Moscow's leverage")
        case Stat.INFLUENCE:
            return _("Influence of the Old Man")
        case Stat.TRACK:
            return _("Track")
        case Stat.FALSE_TRACK:
            return _("False track")
        case Stat.PREPARATION:
            return _("Preparation")
        case Stat.EXTRA_FUNDS:
            return _("Funds added")
        case Stat.RAIDERS_FORCE:
            return _("Force of the party")
        case Stat.MOLE_AT_SEAT:
            return _("One of ours in the house")
        case Stat.OTHER_MOLE:
            return _("Another of ours near by")
        case Stat.SECTIONS:
            return _("Sections")
        case Stat.QUIET_VETTING | Stat.QUIET_HIDING | Stat.QUIET_RELOCATION:
            return _("Turns since")
        case _:
            return _("Watched") if stat == WATCHED else stat
