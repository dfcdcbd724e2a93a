"""Start t2desk; the version is answered before anything else is loaded."""

import sys

from t2desk import __version__


def main() -> int:
    """Run the command line and return its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        sys.stdout.write(f"t2desk {__version__}\n")
        return 0
    from t2desk.cli.program import run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main())
