"""How long starting takes, stage by stage."""

import importlib
import time

from t2desk.cli.speaking import say_json

_STAGES = {"qt": "PySide6.QtCore", "storage": "t2desk.app.opening", "reports": "t2desk.reports.render"}


def measure() -> None:
    """Load each part of the program in turn and print the milliseconds each took, and the CPU time before."""
    taken = {"process": round(time.process_time() * 1000, 1)}
    for stage, module in _STAGES.items():
        began = time.perf_counter()
        importlib.import_module(module)
        taken[stage] = round((time.perf_counter() - began) * 1000, 1)
    say_json(taken)
