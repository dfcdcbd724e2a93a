"""Run by the fsync test under strace: captures lines and says when the counted ones begin and end."""

import os
import sys
from pathlib import Path

from tests.storage.dossiers import note, opening, perform

BEGIN, END = b"counting begins\n", b"counting ends\n"


def capture(path, lines):
    with opening(path) as dossier:
        perform(dossier, note("warm"), note("warmer"))
        for _ in range(10):  # until the log has all of its room: making it is no part of a captured line
            dossier.tidy()
        os.write(2, BEGIN)
        for number in range(lines):
            perform(dossier, note(f"line {number}"))
            dossier.tidy()
        os.write(2, END)


if __name__ == "__main__":
    capture(Path(sys.argv[1]), int(sys.argv[2]))
