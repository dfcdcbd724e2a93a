"""The machine: clock, disk, paths, doctor."""
