"""A list over frozen values: the model that every list of the window uses, and what its rows say aloud."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

V = TypeVar("V")
Index = QModelIndex | QPersistentModelIndex
VALUE = int(Qt.ItemDataRole.UserRole)


class ValueListModel(QAbstractListModel, Generic[V]):
    """Rows are values; `key_of` says which row is which, so that a selection outlives a change of the others."""

    def __init__(self, key_of: Callable[[V], Hashable], spoken: Callable[[V], str]) -> None:
        """Begin empty; `spoken` gives the sentence for a screen reader, and is the row's text too."""
        super().__init__()
        self._key_of = key_of
        self._spoken = spoken
        self._values: tuple[V, ...] = ()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own signature)
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._values)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """Return a row's value, or its words."""
        if not index.isValid():
            return None
        value = self._values[index.row()]
        if role == VALUE:
            return value
        if role in {int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)}:
            return self._spoken(value)
        return None

    def values(self) -> tuple[V, ...]:
        """Return all values in their order."""
        return self._values

    def set_values(self, values: Sequence[V]) -> None:
        """Show these values: same keys in the same order change in place, anything else is one reset."""
        fresh = tuple(values)
        if [self._key_of(v) for v in fresh] != [self._key_of(v) for v in self._values]:
            self.beginResetModel()
            self._values = fresh
            self.endResetModel()
            return
        before, self._values = self._values, fresh
        for row, (old, new) in enumerate(zip(before, fresh, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, key: Hashable) -> int:
        """Return the row with this key, or -1."""
        return next((row for row, value in enumerate(self._values) if self._key_of(value) == key), -1)
