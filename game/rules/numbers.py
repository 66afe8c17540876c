"""Every number of the rules that is not part of an operation, grouped by the rulebook's paragraph.

The values come from `scenarios/rules/standard.yaml`; nothing here has a default, so that no
number of the rules can hide in code. Chances are whole per cents.
"""

from dataclasses import dataclass
from functools import cache
from math import isqrt

from game.rules.nouns import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A number that grows with time: so much per month (or per turn, where `per` is `turn`)."""

    value: int
    per: str = "month"

    def a_turn(self, step: Step) -> int:
        """How much comes in a turn, in thirtieths of a point."""
        return self.value * (30 if self.per == "turn" else step.days)

    def amount(self, step: Step, turn: int) -> int:
        """How many whole points fall in this turn; parts of a point carry over to later turns."""
        return whole_points(self.a_turn(step), turn)


def whole_points(thirtieths: int, turn: int) -> int:
    """How many whole points fall in a turn where so many thirtieths of a point come in every turn."""
    return thirtieths * turn // 30 - thirtieths * (turn - 1) // 30


@cache
def chance_per_turn(percent: int, step: Step) -> int:
    """A chance per month as the chance per turn of this length, to the nearest whole per cent."""
    stays = 100 - percent
    if step.months:
        whole: int = 100 ** (step.months - 1)
        stays_on: int = stays**step.months
        return 100 - (stays_on + whole // 2) // whole
    parts = 2 if step is Step.FORTNIGHT else 4
    return 100 - _nearest_root(stays * 100 ** (parts - 1), parts)


def _nearest_root(number: int, degree: int) -> int:
    """The whole number nearest to the square root (degree 2) or the fourth root (degree 4)."""
    root = isqrt(number) if degree == 2 else isqrt(isqrt(number))
    return root + 1 if (2 * root + 1) ** degree <= number * 2**degree else root


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """How many orders each side may give a turn; `interned` is taken off the Circle's while he is interned."""

    center: int
    circle: int
    interned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Income:
    """Funds that come in: the Center's, the Circle's base, more for each section, and the Circle's most."""

    center: Rate
    circle: Rate
    section: Rate
    circle_most: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The ends of the meters and scales."""

    paranoia: int
    track: int
    preparation: int
    influence: int
    rapport: int
    sections: int
    cover: int
    security: int
    alert: int
    tolerance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackNumbers:
    """What moves the track beside reports: a good look at the seat, his hiding, a turn in which nobody looked."""

    surveyed: int
    hiding: int
    unseen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NewcomerNumbers:
    """Chances (per month) that somebody new appears and drifts inwards; what share Moscow sent; skills.

    At most `draws` appear of themselves in a turn, each with its part of the chance. Of those, `at_seat` per cent come to
    where the Old Man lives, the others to any open door.
    """

    per_influence: int
    per_section: int
    draws: int
    at_seat: int
    moles: int
    drift_to_organisation: int
    drift_to_household: int
    skill_least: int
    skill_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyNumbers:
    """The chance (per month, in per cent) that one of the Circle's people goes somewhere unasked, and in how many per cent of
    these cases to where the Old Man lives."""

    chance: int
    at_seat: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverNumbers:
    """Cover and legend of those recruited or sent as newcomers, and of those drawn at set-up; lying low."""

    recruited: int
    drawn: int
    lying_low: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardNumbers:
    """From what force on a guard counts for how many, the most that count, and per cents at the post they keep and the other."""

    strong_force: int
    strong_counts: int
    most: int
    at_their_post: int
    at_the_other: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceNumbers:
    """What is added to the base of traces for each point; expulsion of legals; cover lost."""

    tradecraft: int
    alert: int
    cover: int
    watched: int
    cover_lost: int
    expelled_police: int
    expelled_alert: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtNumbers:
    """Priors and weights of the blame (weights in hundredths), the cap, and what a report and a watch do.

    The prior of an old `member` is in hundredths of a per cent, all other doubts in per cent.
    """

    newcomer: int
    member: int
    cap: int
    outsider_weight: int
    inside_weight: int
    forgery_weight: int
    reported: int
    watch_clears: int
    cleared: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VetNumbers:
    """The rates of vetting: found = base + analysis x skill + cover x cover within its ends; false alarms; a mole's verdicts."""

    least: int
    most: int
    base: int
    analysis: int
    cover: int
    false_alarm: int
    assumed_cover: int
    mole_accuses: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportNumbers:
    """Moles' reports: risk, risk when watched, what each ring adds to the track."""

    risk: int
    risk_watched: int
    track_organisation: int
    track_household: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceNumbers:
    """A police check: chance of arrest by police, alert and tradecraft."""

    police: int
    alert: int
    tradecraft: int
    alert_falls: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptiveNumbers:
    """Whether a captive talks, and what he costs: silent = base + nerve x nerve, at most `most`."""

    silent: int
    nerve: int
    most: int
    names: int
    doubt: int
    turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DefectionNumbers:
    """Who may defect, from what paranoia, with what chance a turn; the doubtful who are recalled."""

    loyalty: int
    paranoia: int
    chance: int
    recalled_per_point: int
    steady: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DenounceNumbers:
    """What a denunciation is worth to the Circle's influence, right or wrong.

    `wrong_agreed` is what a wrong one costs where two vetters found him guilty within `agreed_turns` turns.
    """

    right: int
    wrong: int
    wrong_agreed: int
    agreed_turns: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedNumbers:
    """False news by way of a mole: track made false, turns for which he lies, an innocent's chance to lose heart."""

    track: int
    turns: int
    loses_heart: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeNumbers:
    """What a strike leaves behind: changes of security, alert, influence, the raiders' cover, arrests.

    `called_off` is what calling it off does to preparation, `called_off_traces` the base of the traces that leaves.
    """

    security: int
    alert: int
    influence: int
    raiders_cover: int
    lone_taken: int
    raider_access: int
    called_off: int
    called_off_traces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AsylumNumbers:
    """Turns of notice, turns interned before deportation, and the tolerance that gives and takes a visa.

    `still_known` is what per cent of track and preparation outlast a move inside a country.
    """

    notice: int
    interned_turns: int
    visa_at: int
    visa_below: int
    still_known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InfluenceNumbers:
    """What a turn of silence costs (hidden, travelling, interned), and above what height it ebbs how often.

    Where nothing is published it ebbs by one every `unheard_every` turns (0: never).
    """

    silence: int
    ebbs_above: int
    ebbs_every: int
    unheard_every: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParanoiaNumbers:
    """What moves Moscow's paranoia, when it demands an officer, and where the Center loses."""

    officer_blown: int
    lone_hand_taken: int
    unmet_demand: int
    strike_failed: int
    defection: int
    recall: int
    recruit: int
    demands_from: int
    demands_every: int
    lost_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskNumbers:
    """What a task met or missed is worth, unless the task itself says otherwise."""

    met_paranoia: int
    met_influence: int
    met_funds: int
    missed_paranoia: int
    missed_influence: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionNumbers:
    """How attribution is counted, and its borders."""

    clues_per_point: int
    captive: int
    most: int
    unproven_most: int
    open_secret_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreNumbers:
    """The Center's score for each verdict, in hundredths; the Circle's is the negative. He who lives is forgotten if his
    influence at the end is `forgotten_most` or less."""

    killed_unproven: int
    killed_open_secret: int
    killed_all_know: int
    deported: int
    forgotten: int
    forgotten_most: int
    alive: int
    alive_per_influence: int
    hunted_extra: int
    hunted_influence: int
    hunted_people: int
    hunters_hunted: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """All groups of numbers together, and the two ends to which a chance is clamped."""

    chance_least: int
    chance_most: int
    signals: Signals
    income: Income
    bounds: Bounds
    track: TrackNumbers
    newcomers: NewcomerNumbers
    journeys: JourneyNumbers
    cover: CoverNumbers
    guards: GuardNumbers
    traces: TraceNumbers
    doubt: DoubtNumbers
    vetting: VetNumbers
    reports: ReportNumbers
    police: PoliceNumbers
    captives: CaptiveNumbers
    defection: DefectionNumbers
    denounce: DenounceNumbers
    feeding: FeedNumbers
    strikes: StrikeNumbers
    asylum: AsylumNumbers
    influence: InfluenceNumbers
    paranoia: ParanoiaNumbers
    tasks: TaskNumbers
    attribution: AttributionNumbers
    scores: ScoreNumbers
