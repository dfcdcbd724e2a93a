"""The limits a foreign file is parsed under, and the way into the child that lives with them."""

import importlib
import json
import sys
from dataclasses import asdict, dataclass

if sys.platform != "win32":
    import resource

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child may use: bytes of memory, seconds of processor and of wall clock, bytes of answer."""

    memory: int = 512 * MEGABYTE
    processor_seconds: int = 30
    wall_seconds: float = 30.0
    answer: int = 128 * MEGABYTE
    descriptors: int = 24

    def written(self) -> str:
        """Return these limits as the text the child is started with."""
        return json.dumps(asdict(self))


def enter(module: str, limits: str) -> None:
    """Take on the written limits, then load `module` and call its `main`: no foreign byte is read before."""
    _confine(Limits(**json.loads(limits)))
    importlib.import_module(module).main()


def start_code(folders: tuple[str, ...], module: str, limits: Limits) -> str:
    """Return the Python line that starts the child: isolated from the environment, told where our package is."""
    find = f"import sys; sys.path[:0] = {list(folders)!r}"
    return f"{find}; from t2desk.intake.cage import enter; enter({module!r}, {limits.written()!r})"


def _confine(limits: Limits) -> None:
    # Windows has no such limits; there the parent's clock is the only one.
    if sys.platform != "win32":
        for kind, most in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_CPU, limits.processor_seconds),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_NPROC, 0),
            (resource.RLIMIT_NOFILE, limits.descriptors),
        ):
            ceiling = resource.getrlimit(kind)[1]
            bound = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
            resource.setrlimit(kind, (bound, bound))
