"""The one door where failures become words and exit codes; without click, which the window does not wait for."""

import os
import sys
import traceback
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from t2desk.domain.errors import DeskError, MachineFailed, Refused
from t2desk.i18n import N_, Phrases
from t2desk.system.language import system_language


class CommandFailed(MachineFailed):
    """The system refused something outside the dossier."""

    sentence = N_("The system refused to read or write: {reason}.")


@cache
def _phrases() -> Phrases:
    return Phrases(system_language())


def _(message: str) -> str:
    """Return a message in the language of whoever sits here."""
    return _phrases()(message)


def explain(failure: DeskError) -> str:
    """Return what a failure says, its places filled in."""
    return _phrases().told(failure.sentence, failure.details)


def report_failure(sentence: str, code: int) -> int:
    """Print the one sentence that ends every failure and return the exit code."""
    # Details may come from a file name or a foreign file: nothing in them may move the cursor.
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(sentence.split()))
    if sys.stderr is not None:  # a program without a console has none
        sys.stderr.write(f"t2desk: {plain}\n")
        sys.stderr.flush()
    return code


def guarded(command: Callable[[], Any]) -> int:
    """Run something and return its exit code: 0 done, 1 refused or findings, 2 wrong usage, 3 the machine failed."""
    try:
        result = command()
    except KeyboardInterrupt:
        return report_failure(_("Interrupted; nothing was left half done."), 1)
    except DeskError as failure:
        return report_failure(explain(failure), _code_of(failure))
    except BrokenPipeError:
        # Whoever read us has gone: that is no failure of ours, but nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as failure:
        return report_failure(explain(CommandFailed(reason=failure.strerror or type(failure).__name__)), 3)
    except MemoryError:
        return report_failure(_("There was not enough memory; close other programs and try again."), 3)
    except Exception as bug:  # noqa: BLE001  (the last door: a traceback could quote a note)
        return report_failure(_bug_sentence(bug), 3)
    return result if isinstance(result, int) else 0


def _bug_sentence(bug: Exception) -> str:
    """Return what may be said of a fault of ours: its type and place, never its text."""
    places = traceback.extract_tb(bug.__traceback__)
    ours = [place for place in places if "t2desk" in place.filename] or places
    where = f"{Path(ours[-1].filename).name}:{ours[-1].lineno}"
    words = _("A fault in t2desk ({kind} at {where}) stopped the command; please report these words.")
    return words.format(kind=type(bug).__name__, where=where)


def _code_of(failure: DeskError) -> int:
    if isinstance(failure, MachineFailed):
        return 3
    return 1 if isinstance(failure, Refused) else 2
