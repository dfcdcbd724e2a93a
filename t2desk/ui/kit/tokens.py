"""The look as one table: every colour and size by what it means, for light, dark and high contrast."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #RRGGBB. Contrast against their ground is at least 4.5 for text and 3 for edges (WCAG 2.2 AA)."""

    is_dark: bool
    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    ink_second: str
    ink_third: str
    accent: str
    on_accent: str
    soft: str
    soft_ink: str
    warn: str
    warn_soft: str
    over: str
    over_soft: str
    focus: str
    track: str
    parties: tuple[str, ...]


LIGHT = Tokens(
    is_dark=False,
    ground="#F3F2EE", surface="#FFFFFF", sunken="#F8F7F4", line="#E2DFD7", edge="#8B877D",
    ink="#1A1D20", ink_second="#474B50", ink_third="#64686E", accent="#0B5D63", on_accent="#FFFFFF",
    soft="#DDEEED", soft_ink="#08464B", warn="#8A4B00", warn_soft="#FCEFD8", over="#A3271F", over_soft="#FBE6E3",
    focus="#1557C0", track="#E9E6DE", parties=("#3D66A6", "#9A6A12", "#85508F", "#4E6B57", "#A34A3A", "#3B7A86"),
)  # fmt: skip

DARK = Tokens(
    is_dark=True,
    ground="#121518", surface="#1A1E22", sunken="#161A1D", line="#2B3137", edge="#737C86",
    ink="#EDF0F2", ink_second="#BAC1C8", ink_third="#959DA6", accent="#62C6C4", on_accent="#06282A",
    soft="#16383A", soft_ink="#A8E4E1", warn="#F4BC5E", warn_soft="#3A2C12", over="#FF9288", over_soft="#44201D",
    focus="#7FB2FF", track="#2A3036", parties=("#8FB1E6", "#DDAE5A", "#CFA0D8", "#9DBFA6", "#E39B8B", "#86C5D0"),
)  # fmt: skip

LIGHT_CONTRAST = replace(
    LIGHT,
    ground="#FFFFFF", sunken="#FFFFFF", line="#6B6B6B", edge="#000000", ink="#000000", ink_second="#1A1A1A",
    ink_third="#333333", accent="#003F45", soft="#D5F0EE", soft_ink="#00282B", warn="#5E3200", over="#7A0F08",
    focus="#0033A0",
)  # fmt: skip

DARK_CONTRAST = replace(
    DARK,
    ground="#000000", surface="#000000", sunken="#000000", line="#8F8F8F", edge="#FFFFFF", ink="#FFFFFF",
    ink_second="#EDEDED", ink_third="#D6D6D6", accent="#8FF0EE", soft="#00393A", soft_ink="#D2FFFD", warn="#FFD58A",
    over="#FFB3AB", focus="#A9CCFF",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sizes:
    """Lengths in pixels at 100 %; text sizes too, since a projected desk is read across a table."""

    text_meta: int = 12
    text_label: int = 13
    text_body: int = 14
    text_title: int = 16
    text_code: int = 22
    text_name: int = 28
    text_timer: int = 148
    text_timer_compact: int = 104
    grid: int = 8
    margin: int = 16
    gutter: int = 16
    padding: int = 20
    card_radius: int = 12
    control_radius: int = 8
    chip: int = 30
    row: int = 52
    row_current: int = 84
    button: int = 36
    button_live: int = 48

    def at(self, percent: int) -> "Sizes":
        """Return the sizes at a text size between 90 and 160 per cent; corners and the grid stay."""
        fixed = {"grid", "card_radius", "control_radius"}
        scaled = {
            one.name: round(getattr(self, one.name) * percent / 100) for one in fields(self) if one.name not in fixed
        }
        return replace(self, **scaled)
