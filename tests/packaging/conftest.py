"""Lets tests import the modules of `packaging/`, which is a folder of scripts and no package."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
