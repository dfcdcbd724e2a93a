"""Which language the person at this laptop reads, as far as the system says."""

import os

# In this order POSIX asks them (gettext's manual: LANGUAGE before the locale's own variables).
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def system_language() -> str:
    """Return a language code such as "fr"; English where the system does not say."""
    for variable in _VARIABLES:
        first = os.environ.get(variable, "").split(":")[0].split(".")[0]
        if first and first not in {"C", "POSIX"}:
            return first.split("_")[0]
    return "en"
