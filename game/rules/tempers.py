"""What the computer's players care for, and the skills and temperaments that a scenario names. No rule looks at any of it.

Worths are in hundredths of the final score; one point of influence is worth three of them at the end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

ANY = "any"
"""What stands for a temperament drawn from the seed; none can be called so."""

CHANCES = frozenset(("lone_patience", "raid_patience", "last_chance", "enough"))
"""Weights that are chances."""
SKILLS = ("normal", "hard")
"""The players that have skills of their own, the weaker first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterPlan:
    """How the Center weighs things."""

    killed: float = 80
    """The score hoped for when the Old Man dies; how plainly it is proven cannot be known beforehand."""
    influence: float = 3.0
    fund: float = 0.8
    clue: float = 0.8
    alarm: float = 0.8
    cover: float = 2.0
    """What the loss of one cover costs somebody who has plenty."""
    locate: float = 40
    track: float = 21.0
    """Each point of track while it is too little to strike."""
    keep_track: float = 5.0
    """Looking again so that the track does not fade, and counting the guards."""
    verify: float = 5.0
    """Seeing with one's own eyes what until now only moles have told."""
    prepare: float = 16.0
    prepare_more: float = 9.0
    """A point of preparation beyond what a strike needs."""
    ring_sympathiser: float = 7.0
    ring_organisation: float = 13.0
    ring_household: float = 30.0
    further_rings: float = 0.7
    """What each ring behind the next counts for whoever looks for a way in."""
    one_at_a_time: float = 0.45
    """How much less the second, the third ... candidate counts than the one before."""
    plenty: float = 20
    """The funds at which money hardly matters."""
    won_over: float = 0.3
    """What being inside is worth to somebody who could never strike alone, beside what it is worth to one who could."""
    unready: float = 0.5
    """What being inside is worth as long as nothing is prepared, beside what it is worth when all is."""
    no_strikes: float = 0.2
    """What being inside is worth where the scenario knows no strike, beside what it is worth elsewhere."""
    another_inside: float = 0.35
    """What a second person inside is worth, beside the first."""
    towards_recruit: float = 0.08
    """What part of a recruit's worth is won by one more point of rapport."""
    courtship: float = 0.0
    """If above nought it stands for `towards_recruit`, and counts as far as somebody can be won: nothing for those whom nothing
    can win, and for the others by how likely they say yes to this agent once he is a close friend and spares no money."""
    keep_friend: float = 0.0
    """How far it counts that whoever is asked by one of ours in the house is lost to him as a friend, whatever he answers: it is
    the best friend in the house who makes a lone hand's work easier."""
    towards_sponsor: float = 0.4
    """What part of the way in is won by one more point of rapport with whoever may open doors."""
    mole_at_seat: float = 30.0
    mole_elsewhere: float = 4.0
    presence: float = 10.0
    """Having one more able agent where the Old Man lives."""
    searchers: float = 0.0
    """How much less the second, the third ... who goes to look for him in the same place counts than the one before."""
    workmen: float = 0.0
    """Having one where the Old Man lives, or may live, who may prepare a strike, as some scenarios ask for certain people;
    the second counts a quarter of the first."""
    lone_patience: float = 0.70
    raid_patience: float = 0.70
    last_chance: float = 0.10
    """The chance with which a strike is made at first, and at the very end."""
    enough: float = 1.0
    """The chance with which one strikes without waiting for the other guard to be kept."""
    strike: float = 60
    forge: float = 5.0
    suspicion: float = 0.0
    """What it counts for to have honest people doubted more, beside what it costs the Circle to denounce one of them. Where
    that is less than what `forge` says, papers are forged against whoever guards the house."""
    strangers: float = 0.0
    """The same for those alone who came of themselves during the game, whatever ring they have reached: where they are doubted
    from the first a paper or two may be enough. It counts until the Circle can act upon it no more."""
    eliminate: float = 2.0
    press: float = 1.5
    keep_interned: float = 10
    """Pressing a country that has interned him not to let him go again."""
    banish: float = 0.0
    """What it counts for that one point of the host's patience less makes it likelier that he is deported while there is time,
    beside what the scores say that a deportation is worth."""
    victory: float = 0.0
    """What it counts for to win, beside the score, as far as it is decided by how much he is heard: in the last turns a point of
    influence counts for more near the border, and no strike is tried whose failure would lose what is as good as won."""
    silence: float = 110
    """What it is worth that at the end nobody listens to him any more."""
    paranoia: float = 2.5


@dataclass(frozen=True, slots=True, kw_only=True)
class CirclePlan:
    """How the Circle weighs things."""

    influence: float = 3.0
    high_influence: float = 0.55
    """What a point is worth where influence ebbs by itself, as a share of a lower one."""
    fund: float = 0.5
    plenty: float = 0.0
    """The funds at which money hardly matters; with nought it matters as much however much there is."""
    guard: float = 1.3
    """One guard at the gate for one turn, in danger."""
    fortify: float = 6.0
    watch: float = 5.5
    no_strikes: float = 0.3
    """What eyes and spies count for where the scenario knows no strike, beside what they count for elsewhere."""
    section: float = 1.0
    tolerance: float = 2.0
    stay: float = 0.0
    """What it counts for that a host who has been losing patience may lose all of it in time to deport him, beside what the
    scores say that a deportation costs. With more than nought a host's patience is worth nothing once that time is over."""
    spy_in_household: float = 28.0
    spy_at_seat: float = 9.0
    spy_elsewhere: float = 4.0
    """What it is worth to be rid of one of Moscow's people."""
    hand: float = 4.0
    """What it costs to lose an honest hand."""
    vet: float = 14.0
    hide: float = 4.0
    unseen: float = 0.0
    """What it is worth to hide although nothing has been noticed of anybody who looks for him."""
    move_house: float = 6.0
    """Leaving a house that is watched for another one, for each sign of it."""
    lose_trail: float = 1.6
    """How much more that is worth if the other house lies in another country, where all must be found out anew."""
    feed: float = 12.0
    """What it is worth to have a spy near the house carry false news."""
    recruit_guard: float = 5.0
    heed: float = 1.0
    """How far the doubt in somebody's file is followed: its log-odds are multiplied by this."""
    wary: float = 0.0
    """What is added to everybody's log-odds of being Moscow's, whatever his file says."""
    time_clears: float = 0.0
    """How much of these log-odds is gone once somebody has been on the roster for 1.7 turns; again after 6.4, 19 and so on,
    as the logarithm of the turns goes."""
    near_house: float = 0.0
    """What is added to the log-odds of those who are where the Old Man lives: it is there that Moscow wants its people."""
    uncalled: float = 0.0
    """What is added to the log-odds of those who are where the Old Man lives, outside his household, although they were doubted
    from the first: the Circle never called them there. It counts for something on file, too."""
    papers: float = 0.0
    """What is taken off the log-odds of those whom a paper names: it is forged, and Moscow seldom forges against its own."""
    resolute: float = 1.0
    """How far the household looks to the strike that is the likelier, and not to both in proportion: an exponent."""
    only_officers: float = 0.0
    """How far the household looks past those of its own who did not come of themselves when it asks who might strike alone, where
    that must be an officer: none of those whom Moscow won over or who were there before is one."""
    settled: float = 2.0
    """For how many turns the household stays with what it keeps."""
    roam: float = 0.0
    """Going to live in another country because he has long lived in this house, whether or not anything was noticed there."""
    second_door: float = 0.0
    """What it counts for to have another country to go to in good time, however patient this host is: a visa that is asked for
    from the first, a section where he would live, and to set out once so few turns are left that he is found again too late.
    Until then he stays, unless he is driven out."""
    one_remedy: float = 0.0
    """More than nought: what is done about a suspect in a turn is all one end, so that nobody is vetted, sent away and denounced
    at once."""
    only_strike: float = 0.0
    """How far the household keeps what the only strike that a scenario knows asks for, instead of drawing lots."""
    hearsay: float = 1.0
    """What it counts for to denounce somebody of whom nothing is on file but what was said of him at first, beside what it counts
    for where a clue or a finding names him."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """What a player of some strength cares for on either side, where it differs from the planner's own weights."""

    center: CenterPlan = CenterPlan()
    circle: CirclePlan = CirclePlan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Temper:
    """A temperament: its name, short enough for a button, and a line about it."""

    id: str
    name: str
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CenterTemper(Temper):
    """A temperament of the Center: name, a line about it, and the weights that differ from the planner's own."""

    weights: CenterPlan = CenterPlan()


@dataclass(frozen=True, slots=True, kw_only=True)
class CircleTemper(Temper):
    """A temperament of the Circle: name, a line about it, and the weights that differ from the planner's own."""

    weights: CirclePlan = CirclePlan()


@dataclass(frozen=True, slots=True, kw_only=True)
class Temperaments:
    """The temperaments that the computer's players of each side may have."""

    center: Mapping[str, CenterTemper] = field(default_factory=dict)
    circle: Mapping[str, CircleTemper] = field(default_factory=dict)
