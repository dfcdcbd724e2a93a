"""The lane: one thread for everything that touches the dossier; and a free one for drawing and deriving."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

T = TypeVar("T")
Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]


class Lane(Protocol):
    """Runs work in order and answers on the window's thread."""

    def submit(self, work: Callable[[], T], done: Done, failed: Failed) -> None:
        """Run work; then call one of the two, on the window's thread."""
        ...

    def drain(self) -> None:
        """Take nothing more in, wait for what runs, and drop answers that are still on their way."""
        ...


class InlineLane:
    """Runs everything at once, in the caller's thread; for tests."""

    def submit(self, work: Callable[[], T], done: Done, failed: Failed) -> None:
        """Run work and answer before returning."""
        try:
            value = work()
        except Exception as problem:  # noqa: BLE001  (whoever asked says what becomes of it)
            failed(problem)
        else:
            done(value)

    def drain(self) -> None:
        """There is nothing to wait for."""


class _Post(QObject):
    """Carries answers to the window's thread: a signal across threads is queued there."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.arrived.connect(self._on_arrived)

    def _on_arrived(self, call: Callable[[], None]) -> None:
        call()


class ThreadLane:
    """One worker thread."""

    def __init__(self, name: str) -> None:
        """Start with an idle thread that bears a name."""
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        self._post = _Post()
        self._open = True

    def submit(self, work: Callable[[], T], done: Done, failed: Failed) -> None:
        """Run work on the thread; then call one of the two on the window's."""
        if self._open:
            future = self._executor.submit(work)
            future.add_done_callback(
                lambda finished: self._post.arrived.emit(lambda: self._answer(finished, done, failed))
            )

    def _answer(self, finished: Future[Any], done: Done, failed: Failed) -> None:
        if not self._open:
            return
        problem = finished.exception()
        if problem is None:
            done(finished.result())
        else:
            failed(problem)

    def drain(self) -> None:
        """Wait for what runs; late answers find the lane closed."""
        self._open = False
        self._executor.shutdown(wait=True)
