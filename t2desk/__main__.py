"""Start t2desk: the version is answered before anything else is loaded, and the window does not wait for commands."""

import sys

from t2desk import __version__


def main() -> int:
    """Show the window or run the command line, and return the exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"t2desk {__version__}\n")
        return 0
    if not arguments or _is_dossier(arguments):
        from t2desk.cli.windowing import run
    else:
        from t2desk.cli.program import run
    return run(arguments)


def _is_dossier(arguments: list[str]) -> bool:
    """Say whether the window is asked for: by a dossier, or by the image of the program that was left at a lock."""
    return len(arguments) == 1 and (arguments[0].lower().endswith(".t2d") or arguments[0].startswith("--again="))


if __name__ == "__main__":
    sys.exit(main())
