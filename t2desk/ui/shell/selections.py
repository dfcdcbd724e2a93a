"""What leaves the window unasked: on X11 whatever is selected is handed to every program; here it is taken back."""

from functools import partial

from PySide6.QtGui import QClipboard


def keep_selection(clipboard: QClipboard) -> None:
    """Take every selection of ours back as soon as it is handed out; copying by a key works as before."""
    clipboard.selectionChanged.connect(partial(_take_back, clipboard))


def forget_copied(clipboard: QClipboard) -> None:
    """Clear what was copied here, and nothing that another program put there."""
    if clipboard.ownsClipboard():
        clipboard.clear(QClipboard.Mode.Clipboard)


def _take_back(clipboard: QClipboard) -> None:
    if clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
