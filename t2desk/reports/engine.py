"""The one door to reportlab: its settings file, its environment variables and its own files are shut out first."""

import os
import sys
from types import ModuleType


def _shut_out_settings() -> None:
    """Keep reportlab from running ~/.reportlab_settings, or a module of that name, and from RL_* variables."""
    for name in ("reportlab_settings", "reportlab.local_rl_settings"):
        sys.modules[name] = ModuleType(name)
    for name in [name for name in os.environ if name.startswith("RL_") or name == "SOURCE_DATE_EPOCH"]:
        del os.environ[name]


_shut_out_settings()

from reportlab.pdfgen.canvas import Canvas  # noqa: E402  (only after the settings are shut out)
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate  # noqa: E402
from reportlab.platypus.flowables import Flowable  # noqa: E402
from reportlab.platypus.frames import Frame  # noqa: E402

__all__ = ["BaseDocTemplate", "Canvas", "Flowable", "Frame", "PageTemplate"]
