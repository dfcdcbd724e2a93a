"""The window, with PySide6 and only here: panels that hold widgets and no data."""
