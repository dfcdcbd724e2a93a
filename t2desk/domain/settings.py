"""What somebody may set about the window: one frozen value; its fields know their words, choices and limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, cast

from t2desk.i18n import N_

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 90, 160, 10
LONGEST_PLACE = 4096


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values a setting may have, and its words; words of a language are written in that language."""

    value: str
    words: str


def _one_of(default: str, words: str, hint: str, *choices: tuple[str, str]) -> Any:
    made = tuple(Choice(*choice) for choice in choices)
    return field(default=default, metadata={"words": words, "hint": hint, "choices": made})


def _yes_or_no(words: str, hint: str) -> Any:
    return field(default=False, metadata={"words": words, "hint": hint})


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in force. A field without words is not shown: it belongs to another one."""

    look: str = _one_of(
        "system", N_("Look"), N_("Light for bright rooms, dark for dim ones."),
        ("system", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")),
    )  # fmt: skip
    text_size: int = field(
        default=100,
        metadata={
            "words": N_("Text size"),
            "hint": N_("Everything grows with it, so that the desk can be read across a table."),
            "range": (SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP),
        },
    )
    high_contrast: bool = _yes_or_no(N_("High contrast"), N_("Black on white or white on black, with strong edges."))
    language: str = _one_of(
        "system", N_("Language of the window"), N_("Takes effect when t2desk is next started."),
        ("system", N_("As the system")), ("en", "English"), ("fr", "Français"), ("ar", "العربية"),
    )  # fmt: skip
    remember_place: bool = _yes_or_no(
        N_("Remember where the last dossier is"),
        N_("Off, nothing on this laptop says which dossier was open. On, its folder and name are kept in clear."),
    )
    last_place: str = field(default="", metadata={})

    def with_field(self, name: str, value: object) -> "Settings":
        """Return the settings with one field changed; what need no longer be remembered is forgotten with it."""
        changed = replace(self, **cast("dict[str, Any]", {name: value}))
        return changed if changed.remember_place else replace(changed, last_place="")


def settings_from(stored: Mapping[str, object]) -> tuple[Settings, bool]:
    """Return settings from what a file said, and whether all of it made sense; what did not is at its default."""
    good = {one.name: stored[one.name] for one in fields(Settings) if one.name in stored}
    sound = {name: value for name, value in good.items() if is_allowed(name, value)}
    read = Settings(**sound)  # type: ignore[arg-type]
    forgotten = read if read.remember_place else replace(read, last_place="")
    return forgotten, len(sound) == len(good)


def is_allowed(name: str, value: object) -> bool:
    """Say whether a field may have a value."""
    about = next(one for one in fields(Settings) if one.name == name)
    if type(value) is not type(about.default):
        return False
    if "choices" in about.metadata:
        return value in {choice.value for choice in about.metadata["choices"]}
    if "range" in about.metadata:
        low, high, _ = about.metadata["range"]
        return bool(low <= value <= high)
    return not isinstance(value, str) or (len(value) <= LONGEST_PLACE and value.isprintable())
