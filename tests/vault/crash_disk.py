"""A disk in memory that dies at a chosen operation, and what a power cut may leave of it."""

import random
from dataclasses import dataclass, field
from pathlib import Path

from t2desk.domain.disk import DiskFull, FileExists, FileInUse, FileMissing


class PowerCut(BaseException):
    """The simulated machine went off."""


@dataclass
class Inode:
    """One file: what the process sees, what is on the medium, and the writes in between."""

    content: bytearray = field(default_factory=bytearray)
    durable: bytes = b""
    pending: list[tuple[str, bytes | int]] = field(default_factory=list)
    locked: bool = False

    def set_durable(self, content: bytes) -> None:
        self.content, self.durable, self.pending = bytearray(content), bytes(content), []


def applied(content: bytearray, act: tuple[str, bytes | int]) -> bytearray:
    kind, value = act
    return content[:value] if kind == "truncate" else content + value


class Held:
    """A held simulated file."""

    def __init__(self, disk, inode, path):
        self.disk, self.inode, self.path = disk, inode, path

    def size(self):
        return len(self.inode.content)

    def read(self, offset, length):
        return bytes(self.inode.content[offset : offset + length])

    def append(self, content):
        torn = self.disk.step(self.path)
        if torn is not None:
            self._act(("append", content[: int(len(content) * torn)]))
            raise PowerCut
        self._act(("append", content))

    def truncate(self, size):
        if self.disk.step(self.path) is not None:
            raise PowerCut
        self._act(("truncate", size))

    def _act(self, act):
        self.inode.pending.append(act)
        self.inode.content = applied(self.inode.content, act)

    def sync(self):
        if self.disk.step(self.path) is not None:
            raise PowerCut
        self.inode.set_durable(bytes(self.inode.content))

    def close(self):
        self.inode.locked = False


class CrashDisk:
    """A `Disk` that dies at operation number `dies_at` (writing the fraction `torn` of it), or fills up there."""

    def __init__(self, dies_at=None, torn=0.0, full_at=None, lies=False):
        self.names: dict[Path, Inode] = {}
        self.durable_names: dict[Path, Inode] = {}
        self.pending_names: list[tuple[Path, Inode | None]] = []
        self.steps = 0
        self.dies_at, self.torn, self.full_at, self.lies, self.dead = dies_at, torn, full_at, lies, False

    def step(self, path):
        """Count an operation; returns the fraction to write before dying, or None to go on."""
        if self.dead:
            raise PowerCut
        number, self.steps = self.steps, self.steps + 1
        if self.full_at is not None and number == self.full_at:
            raise DiskFull(name=path.name)
        if number == self.dies_at:
            self.dead = True
            return self.torn
        return None

    def _change(self, *changes):
        for path, inode in changes:
            self.pending_names.append((path, inode))
            if inode is None:
                self.names.pop(path, None)
            else:
                self.names[path] = inode

    def _die_or_go_on(self, path):
        if self.step(path) is not None:
            raise PowerCut

    def put(self, path, content):
        """Place a durable file, outside the counted operations."""
        inode = self.names.get(path) or Inode()
        inode.set_durable(content)
        self.names[path] = self.durable_names[path] = inode

    def resolve(self, path):
        return path

    def exists(self, path):
        return path in self.names

    def size(self, path):
        return len(self._inode(path).content)

    def read(self, path, offset, length):
        return bytes(self._inode(path).content[offset : offset + length])

    def _inode(self, path):
        if path not in self.names:
            raise FileMissing(name=path.name)
        return self.names[path]

    def create(self, path):
        if path in self.names:
            raise FileExists(name=path.name)
        self._die_or_go_on(path)
        self._change((path, Inode(locked=True)))
        return Held(self, self.names[path], path)

    def hold(self, path):
        inode = self._inode(path)
        if inode.locked:
            raise FileInUse(name=path.name)
        inode.locked = True
        return Held(self, inode, path)

    def rename(self, source, target):
        self._die_or_go_on(target)
        inode = self._inode(source)
        self._change((target, inode), (source, None))

    def remove(self, path):
        if path in self.names:
            self._die_or_go_on(path)
            self._change((path, None))

    def sync_folder(self, folder):
        self._die_or_go_on(folder)
        if not self.lies:
            self.durable_names, self.pending_names = dict(self.names), []

    def after(self, cut, seed=0):
        """Return the disk as the next start finds it: `kept` (a kill), `lost` (nothing unsynced), or `mixed`."""
        chance = random.Random(seed)
        next_disk = CrashDisk()
        names = dict(self.names if cut == "kept" else self.durable_names)
        if cut == "mixed":
            for path, inode in self.pending_names:
                if chance.random() < 0.5:
                    names.update({path: inode}) if inode else names.pop(path, None)
        for path, inode in names.items():
            next_disk.put(path, bytes(inode.content) if cut == "kept" else _remains(inode, cut, chance))
        return next_disk


def _remains(inode, cut, chance):
    """What is left of a file: whole writes, their beginnings, zeros in their place, or nothing."""
    content = bytearray(inode.durable)
    for kind, value in inode.pending if cut == "mixed" else ():
        if kind == "truncate":
            content = applied(content, (kind, value)) if chance.random() < 0.5 else content
        else:
            kept = value[: chance.choice((0, len(value), chance.randrange(len(value) + 1), len(value) // 2))]
            content += kept if chance.random() < 0.7 else bytes(len(kept))
    return bytes(content)
