"""The settings as a form, made from the fields of the value itself; a change is in force at once."""

from collections.abc import Callable
from dataclasses import Field, fields
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from t2desk.domain.settings import Settings
from t2desk.i18n import N_
from t2desk.ui.kit.buttons import KeyButton, Loudness
from t2desk.ui.kit.environment import Surroundings
from t2desk.ui.kit.fonts import figure_font
from t2desk.ui.kit.pieces import column, label, row, rule_line
from t2desk.ui.kit.segments import Segments, Switch


class Stepper(QWidget):
    """A number between limits, with a button on either side. `chosen` comes with the number."""

    chosen = Signal(int)

    def __init__(self, surroundings: Surroundings, name: str, words: str, limits: tuple[int, int, int]) -> None:
        """Keep lowest, highest and step."""
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(words)
        self._low, self._high, self._step = limits
        self._value = self._low
        said = surroundings.words
        self._less = self._button(surroundings, f"{name}-less", "minus", said(N_("Smaller")), -self._step)
        self._more = self._button(surroundings, f"{name}-more", "plus", said(N_("Larger")), self._step)
        self._shown = label("", "body", f"{name}-value")
        self._shown.setFont(figure_font(surroundings.theme.look.sizes.text_body))
        self.setLayout(row(self._less, self._shown, self._more, gap=12))

    def _button(self, surroundings: Surroundings, name: str, icon: str, words: str, by: int) -> KeyButton:
        made = KeyButton(surroundings.theme, surroundings.icons, "", icon, loudness=Loudness.EDGED)
        made.setObjectName(name)
        made.setAccessibleName(words)
        made.setAutoDefault(True)
        made.clicked.connect(lambda _checked=False: self._on_stepped(by))
        return made

    def _on_stepped(self, by: int) -> None:
        value = max(self._low, min(self._high, self._value + by))
        if value != self._value:
            self.show_value(value)
            self.chosen.emit(value)

    def show_value(self, value: int) -> None:
        """Show a number, and tell nobody."""
        self._value = value
        self._shown.setText(f"{value} %")
        self._less.setEnabled(value > self._low)
        self._more.setEnabled(value < self._high)


class SettingsForm(QWidget):
    """One row a field: its words, what it means, and its control. `changed` comes with the field's name and value."""

    changed = Signal(str, object)

    def __init__(self, surroundings: Surroundings) -> None:
        """Make a row for every field that has words."""
        super().__init__()
        self._surroundings = surroundings
        self._show: dict[str, Callable[[Any], None]] = {}
        parts: list[QWidget] = []
        for field in fields(Settings):
            if "words" in field.metadata:
                parts += [rule_line(), self._row(field)] if parts else [self._row(field)]
        self.setLayout(column(*parts, gap=14))

    def show_settings(self, settings: Settings) -> None:
        """Show the settings in force, and tell nobody."""
        for name, show in self._show.items():
            show(getattr(settings, name))

    def _row(self, field: "Field[Any]") -> QWidget:
        words = self._surroundings.words
        named = label(words(field.metadata["words"]), "row")
        hint = label(words(field.metadata["hint"]), "meta", wraps=True)
        made = QWidget()
        layout = row(column(named, hint, gap=2), self._control(field), gap=24)
        layout.setStretch(0, 1)
        made.setLayout(layout)
        return made

    def _control(self, field: "Field[Any]") -> QWidget:
        theme, said = self._surroundings.theme, self._surroundings.words
        name, words = f"setting-{field.name}", said(field.metadata["words"])
        if "choices" in field.metadata:
            values = [(choice.value, said(choice.words)) for choice in field.metadata["choices"]]
            segments = Segments(theme, name, words, values)
            segments.chosen.connect(lambda value: self.changed.emit(field.name, value))
            self._show[field.name] = segments.show_value
            return segments
        if "range" in field.metadata:
            stepper = Stepper(self._surroundings, name, words, field.metadata["range"])
            stepper.chosen.connect(lambda value: self.changed.emit(field.name, value))
            self._show[field.name] = stepper.show_value
            return stepper
        switch = Switch(theme, name, words, said(N_("On")), said(N_("Off")))
        switch.clicked.connect(lambda is_on: self.changed.emit(field.name, is_on))
        self._show[field.name] = switch.setChecked
        return switch
