"""Who plays the roll-outs: this process, or a few others beside it that end when it does.

What comes of a roll-out depends on its line and number alone, so that every crew brings the same.
"""

import signal
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Protocol, cast

from game.players.search.candidates import Orders
from game.players.search.rollouts import Rollouts
from game.players.tempered import Plan
from game.rules.view import View

PIECE = 4
"""Roll-outs that a process plays before it reports: few, so that being called off is soon obeyed."""
PATIENCE = 0.1
"""Seconds after which one looks up whether the thinking has been called off."""
FAREWELL = 1.0
"""Seconds given to a process to end by itself."""

Wanted = Sequence[tuple[int, int]]
"""Roll-outs by line and number."""


class CalledOffError(Exception):
    """Nobody waits for the answer any more."""


class CrewLostError(Exception):
    """A process of the crew has died; the message is one line for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What lines are to be played on, from which view, by which plan, with which seed and how many turns ahead."""

    view: View
    lines: tuple[Orders, ...]
    plan: Plan
    seed: int
    horizon: int


class Crew(Protocol):
    """Whoever plays roll-outs."""

    def play(self, question: Question, wanted: Wanted, on_done: Callable[[int], None]) -> list[float]:
        """The values of the wanted roll-outs in their order; `on_done` is told how many are done, and may raise."""


class OneHand:
    """Plays in this process."""

    def __init__(self) -> None:
        self._asked: Question | None = None
        self._rollouts: Rollouts | None = None

    def play(self, question: Question, wanted: Wanted, on_done: Callable[[int], None]) -> list[float]:
        """Plays one roll-out after the other."""
        if self._asked is not question or self._rollouts is None:
            self._asked = question
            self._rollouts = Rollouts(question.view, question.plan, question.seed, question.horizon)
        values = []
        for done, (line, number) in enumerate(wanted):
            on_done(done)
            values.append(self._rollouts.play(question.lines[line], number))
        return values


class ManyHands:
    """Plays in so many processes of its own, which are started when they are first needed and kept.

    They end with `close`, and of themselves when this process is gone, however it went: each of them waits on a pipe whose
    other end only this process holds.
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes
        self._hands: list[tuple[BaseProcess, Connection]] = []
        self._asked: Question | None = None

    def play(self, question: Question, wanted: Wanted, on_done: Callable[[int], None]) -> list[float]:
        """Hands the roll-outs out, a few at a time, to whichever process is free.

        Raises:
            CrewLostError: a process died.
        """
        try:
            self._brief(question)
            return self._gather(wanted, on_done)
        except (EOFError, OSError):
            self.close()
            raise CrewLostError("a process that was thinking died") from None
        except BaseException:
            self.close()  # what it is busy with would be taken for an answer to the next question
            raise

    def close(self) -> None:
        """Ends the processes; the next question starts new ones."""
        hands, self._hands, self._asked = self._hands, [], None
        for _, pipe in hands:
            pipe.close()
        for process, _ in hands:
            process.terminate()
            process.join(FAREWELL)
            if process.is_alive():
                process.kill()

    def _start(self) -> None:
        context = get_context("spawn")
        for _ in range(self._processes):
            here, there = context.Pipe()
            process = context.Process(target=_serve, args=(there,), daemon=True, name="utka thinks")
            process.start()
            there.close()
            self._hands.append((process, here))

    def _brief(self, question: Question) -> None:
        if not self._hands:
            self._start()
        if self._asked is not question:
            self._asked = question
            for _, pipe in self._hands:
                pipe.send(question)

    def _gather(self, wanted: Wanted, on_done: Callable[[int], None]) -> list[float]:
        values = [0.0] * len(wanted)
        left = deque(range(0, len(wanted), PIECE))
        free, out = [pipe for _, pipe in self._hands], dict[Connection, int]()
        done = 0
        while left or out:
            while left and free:
                pipe, first = free.pop(), left.popleft()
                pipe.send(tuple(wanted[first : first + PIECE]))
                out[pipe] = first
            for pipe in cast("list[Connection]", wait(list(out), PATIENCE)):  # on Windows they are of another class
                first, brought = out.pop(pipe), pipe.recv()
                values[first : first + len(brought)] = brought
                done += len(brought)
                free.append(pipe)
            on_done(done)
        return values


def _serve(pipe: Connection) -> None:
    """What a process of the crew does: it takes questions and roll-outs from its pipe until that is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that asks
    hand = OneHand()
    question: Question | None = None
    try:
        while True:
            asked = pipe.recv()
            if isinstance(asked, Question):
                question = asked
            elif question is not None:
                pipe.send(hand.play(question, asked, lambda done: None))
    except (EOFError, OSError):
        return
