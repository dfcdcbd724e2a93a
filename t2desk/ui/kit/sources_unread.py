"""Keeps PySide from reading the source of every module that is loaded after it; imported for that effect alone.

PySide looks in each module's source for its own name, to know where `from __feature__ import …` may apply, and
`linecache` keeps every line it read: 20 MB with the database loaded, and some 25 ms before the door is painted.
t2desk and its libraries use no features, so the answer is the same for all of them. Where another version of
PySide asks in another way, nothing is gained and nothing lost.
"""

import sys

import PySide6.QtCore  # noqa: F401  (brings the module below)


def _uses_pyside(_module: object) -> bool:
    return True


_feature = sys.modules.get("shibokensupport.feature")
if _feature is not None:
    vars(_feature)["_mod_uses_pyside"] = _uses_pyside
