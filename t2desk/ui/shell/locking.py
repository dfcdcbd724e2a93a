"""Locking: the dossier is closed on its lane, and then the process leaves; nothing that takes long can hold that up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from t2desk.ui.kit.lane import Lane
from t2desk.ui.shell.keeper import OpenDossier

# Milliseconds: whatever runs on the lane by then ends as by a kill, which loses nothing that was saved.
AT_MOST = 2000


def close_and_leave(lane: Lane, dossier: OpenDossier, leave: Callable[[Path | None], None]) -> None:
    """Leave once the dossier is closed, however that ends: what is committed is on the disk, and the key must go."""
    path = dossier.path
    left: list[Path] = []

    def go(_answer: object = None) -> None:
        if not left:
            left.append(path)
            leave(path)

    QTimer.singleShot(AT_MOST, go)
    lane.submit(dossier.lock, go, go)
