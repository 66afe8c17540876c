"""Spreads pieces of work over processes, or over a Dask cluster, and hands in what comes of each as it comes.

It does not know what the work is. An interrupt (Ctrl-C) ends it with what has been done. Prints nothing.
"""

import gc
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from itertools import takewhile
from multiprocessing import active_children, get_context, resource_tracker
from multiprocessing.synchronize import Event
from threading import current_thread, main_thread
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

MOST_IN_CHUNK = 4
"""Pieces that a process does before it reports: few, so that an interrupt is soon obeyed."""
MOST_PROCESSES = 61 if sys.platform == "win32" else 1000
"""Windows waits for no more processes than so many at a time."""

Progress = Callable[[int, int], None]
"""Is told how many pieces of how many are done."""


def _say_nothing() -> None:
    pass


class SimulationError(Exception):
    """The simulation could not be run; the message is one line for people."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who does the work: so many processes of this machine, or the cluster behind a Dask scheduler's address. `on_stop` is called
    when an interrupt has come and what has been begun is waited for."""

    jobs: int = 1
    dask: str = ""
    on_stop: Callable[[], None] = _say_nothing


def work(
    task: Callable[[Item], Result],
    items: Sequence[Item],
    crew: Crew,
    keep: Callable[[Result], None],
    on_done: Callable[[int], None],
) -> bool:
    """Does the task for every item; returns whether it was interrupted.

    An interrupt lets every process finish the piece it is at; another one ends them at once. `task` must be fit to be sent to
    another process. `keep` is called here for every result, in whatever order they come and
    perhaps twice for one if there is an interrupt; `on_done` after it with the number of items done.

    Raises:
        SimulationError: a process died, or no cluster was found. Whatever a task raises comes through.
    """
    try:
        if crew.dask:
            with _cluster(crew.dask) as executor:
                chunks = _cut(items, crew.jobs)
                return _gather(
                    lambda chunk: executor.submit(_do_chunk, task, chunk), chunks, keep, on_done, len(chunks), crew.on_stop
                )
        if crew.jobs > 1:
            jobs = min(crew.jobs, MOST_PROCESSES)
            context = get_context("spawn")
            stop = context.Event()

            def stopping() -> None:
                stop.set()
                crew.on_stop()

            with ProcessPoolExecutor(jobs, context, _begin_work, (task, stop)) as executor:
                chunks = _cut(items, jobs)
                return _gather(lambda chunk: executor.submit(_do_next_chunk, chunk), chunks, keep, on_done, jobs + 1, stopping)
        return _work_here(task, items, keep, on_done)
    except BrokenProcessPool:
        raise SimulationError("a process of the simulation died") from None


def all_cores() -> int:
    """How many processes this machine has room for."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _cut(items: Sequence[Item], jobs: int) -> list[Sequence[Item]]:
    """The items in chunks, small enough that no process is idle for long at the end."""
    size = max(1, min(MOST_IN_CHUNK, len(items) // (max(1, jobs) * 8)))
    return [items[first : first + size] for first in range(0, len(items), size)]


def _work_here(
    task: Callable[[Item], Result], items: Sequence[Item], keep: Callable[[Result], None], on_done: Callable[[int], None]
) -> bool:
    try:
        for done, item in enumerate(items, start=1):
            keep(task(item))
            on_done(done)
    except KeyboardInterrupt:
        return True
    return False


def _do_chunk(task: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    return [task(item) for item in items]


class _Kept:
    """What a process of this machine does, from its beginning to its end."""

    task: Callable[[Any], Any]
    stop: Event


def _begin_work(task: Callable[[Any], Any], stop: Event) -> None:
    """A process is told once what it is to do: what a task works out for itself, it then works out once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that hands out the work
    gc.freeze()  # what has been loaded stays to the end: to look through it for garbage takes the time of two games
    _Kept.task, _Kept.stop = task, stop


def _do_next_chunk(items: Sequence[Item]) -> list[Any]:
    return [_Kept.task(item) for item in takewhile(lambda _: not _Kept.stop.is_set(), items)]


def _gather(
    give: Callable[[Sequence[Item]], "Future[list[Result]]"],
    chunks: Sequence[Sequence[Item]],
    keep: Callable[[Result], None],
    on_done: Callable[[int], None],
    most_at_once: int,
    on_stop: Callable[[], None],
) -> bool:
    """Gives out the chunks and collects them as they come in.

    Not more than `most_at_once` are given out, since whatever has been must be waited for after an interrupt.
    """
    left = deque(chunks)
    out: set[Future[list[Result]]] = set()
    done = 0
    try:
        while left or out:
            with _interrupts_put_off():
                while left and len(out) < most_at_once:
                    out.add(give(left.popleft()))
            for future in wait(out, return_when=FIRST_COMPLETED).done:
                for result in future.result():
                    keep(result)
                    done += 1
                out.discard(future)
                on_done(done)
    except KeyboardInterrupt:
        on_stop()
        _finish(out, keep)
        return True
    except BaseException:
        _finish(out, keep)
        raise
    return False


def _finish(futures: Collection[Future[list[Result]]], keep: Callable[[Result], None]) -> None:
    """Drops the chunks that have not begun, waits for those that have, and keeps what they bring; does not wait for them any
    longer after another interrupt."""
    for future in futures:
        future.cancel()
    try:
        wait(futures)
    except KeyboardInterrupt:
        for process in active_children():
            process.terminate()
        wait(futures)
    for future in futures:
        if not future.cancelled() and not future.exception():
            for result in future.result():
                keep(result)


@contextmanager
def _interrupts_put_off() -> Iterator[None]:
    """For the moment in which processes are started, so that none is broken off half begun: an interrupt comes at its end.

    Where signals can be blocked, the processes inherit that; elsewhere an interrupt is only noted here.
    """
    if current_thread() is not main_thread():
        yield
    elif sys.platform == "win32":
        noted: list[int] = []
        before = signal.signal(signal.SIGINT, lambda number, frame: noted.append(number))
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)
        if noted:
            raise KeyboardInterrupt
    else:
        resource_tracker.ensure_running()  # which lets interrupts through again when it is started
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    """The processes behind a Dask scheduler."""
    try:
        distributed = import_module("distributed")
    except ImportError:
        raise SimulationError("--dask needs the extra package: pip install 'utka[dask]'") from None
    try:
        client = distributed.Client(address, timeout="10s")
    except (OSError, ValueError) as wrong:
        raise SimulationError(f"no Dask scheduler answers at {address}: {wrong}") from None
    with client:
        yield client.get_executor(pure=False)
