"""One lesson being taken: its steps, where it stands, and when it goes on."""

from collections.abc import Sequence

from game.scenario.lessons import LessonStep
from game.ui.guide.watching import Play, has_happened
from game.ui.screen import Screen


class Course:
    """The steps of one side's lesson from `first` on."""

    def __init__(self, steps: Sequence[LessonStep], play: Play, first: str = "") -> None:
        self.steps, self.play = tuple(steps), play
        names = [step.id for step in self.steps]
        self.index = names.index(first) if first in names else 0
        self._since = play.turn()
        self._open = False
        self.ready = False
        """Whether what the step asks for was done before it was read: then it goes on when the player says so."""

    @property
    def step(self) -> LessonStep:
        """The card that lies on the desk."""
        return self.steps[self.index]

    @property
    def is_over(self) -> bool:
        """Whether the last card has been put away."""
        return self.index >= len(self.steps)

    def watch(self, screen: Screen) -> bool:
        """Looks whether the step may go on, and lets it; whether it did."""
        if self.is_over:
            return False
        happened = has_happened(self.step.until, screen, self.play, self._since)
        if not self._open:
            self._open, self.ready = True, happened
            return False
        if not happened or self.ready:
            self.ready = self.ready and happened
            return False
        self.go(1)
        return True

    def go(self, steps: int) -> None:
        """On, or back if negative; the first card is the first."""
        self.index = max(0, self.index + steps)
        self._open, self.ready, self._since = False, False, self.play.turn()
