"""System packages: what a missing library's package is called, and how it gets installed or asked for."""

import os
import re
import shlex
import shutil
import subprocess
import sys

from progress import Refusal, say

# Debian names a library's package after the library (policy §8.1); these few don't follow from the rule.
# On releases that append `t64`, apt itself takes the old name for the new one.
DEBIAN_EXCEPTIONS = {"libglib-2.0.so.0": "libglib2.0-0", "libgthread-2.0.so.0": "libglib2.0-0"}
# Arch groups them; the longest beginning that fits counts.
ARCH_BEGINNINGS = {
    "libGL": "libglvnd",
    "libEGL": "libglvnd",
    "libX11": "libx11",
    "libdbus": "dbus",
    "libfontconfig": "fontconfig",
    "libfreetype": "freetype2",
    "libglib": "glib2",
    "libgthread": "glib2",
    "libwayland": "wayland",
    "libxcb": "libxcb",
    "libxcb-cursor": "xcb-util-cursor",
    "libxcb-icccm": "xcb-util-wm",
    "libxcb-image": "xcb-util-image",
    "libxcb-keysyms": "xcb-util-keysyms",
    "libxcb-render-util": "xcb-util-renderutil",
    "libxcb-util": "xcb-util",
    "libxkbcommon": "libxkbcommon",
    "libxkbcommon-x11": "libxkbcommon-x11",
}
INSTALL_LINES = {
    "apt-get": "apt-get install --yes --no-install-recommends",
    "dnf": "dnf install --assumeyes",
    "zypper": "zypper install --no-confirm",
    "pacman": "pacman -S --needed",
}


def debian_package(library: str) -> str:
    """Name the Debian and Ubuntu package of a library such as `libxcb-cursor.so.0`."""
    name, _, version = library.partition(".so.")
    hyphen = "-" if name[-1:].isdigit() else ""
    return DEBIAN_EXCEPTIONS.get(library, f"{name.lower()}{hyphen}{version}")


def rpm_package(library: str) -> str:
    """Name a library to Fedora or openSUSE, whose packages declare which libraries they provide."""
    return f"{library}()(64bit)"


def arch_package(library: str) -> str:
    """Name the Arch package of a library; its bare name when it is none that Qt is known to need."""
    fitting = [beginning for beginning in ARCH_BEGINNINGS if library.startswith(beginning)]
    return ARCH_BEGINNINGS[max(fitting, key=len)] if fitting else library.partition(".so")[0]


NAMING = {"apt-get": debian_package, "dnf": rpm_package, "zypper": rpm_package, "pacman": arch_package}


def package_tool() -> str | None:
    """Find this system's way to install packages, if we know it."""
    return next((tool for tool in INSTALL_LINES if shutil.which(tool)), None)


def package_names(tool: str | None, wanted: list[str]) -> list[str]:
    """Name packages for libraries (`….so.N`), sorted; programs and packages among the wanted keep their name."""
    naming = NAMING.get(tool or "", str)
    return sorted({naming(name) if re.search(r"\.so(\.|$)", name) else name for name in wanted})


def is_root() -> bool:
    """Tell whether system packages may be installed by this process."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def can_install() -> bool:
    """Tell whether we install by ourselves: as root, and with the one tool we know well enough."""
    return is_root() and package_tool() == "apt-get"


def line_to_type(tool: str, packages: list[str]) -> str:
    """Write the one line a person types to get these packages."""
    line = f"{INSTALL_LINES[tool]} {shlex.join(packages)}"
    if is_root():
        return line
    return f"sudo {line}" if shutil.which("sudo") else f"su -c {shlex.quote(line)}"


def run_apt(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run apt-get without any question and keep its many words for the case that it fails."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        ["apt-get", "--quiet", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )


def install_packages(wanted: list[str], purpose: str) -> None:
    """Install what is wanted, or refuse with the line that does."""
    tool = package_tool()
    packages = package_names(tool, wanted)
    if tool is None:
        raise Refusal(f"missing on this system ({purpose}): {', '.join(packages)}; install them and run again.")
    if not can_install():
        raise Refusal(f"missing on this system ({purpose}); type this, then run again:\n{line_to_type(tool, packages)}")
    say(f"installing system packages ({purpose}): {' '.join(packages)}")
    apply_apt(packages)


def apply_apt(packages: list[str]) -> None:
    """Install with apt-get, and once more with new package lists: a fresh system has none, old ones name files gone."""
    install = ("install", "--yes", "--no-install-recommends", *packages)
    for step in (install, ("update",), install):
        done = run_apt(*step)
        if done.returncode == 0 and step is install:
            return
    print(done.stdout, file=sys.stderr)
    raise Refusal(f"apt-get could not install {' '.join(packages)}; it says above why.")
