"""The style sheet: a few rules over Fusion, every colour a token; widgets say their role, never a colour."""

from string import Template

from t2desk.ui.kit.tokens import Sizes, Tokens

_RULES = Template("""
QWidget { color: $ink; }
QWidget[role="ground"], QMainWindow, QDialog { background: $ground; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: ${card_radius}px; }
QFrame[role="overlay"] { background: $surface; border: 1px solid $edge; border-radius: ${card_radius}px; }
QFrame[role="topbar"] { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame[role="sunken"] { background: $sunken; border: 1px solid $line; border-radius: ${control_radius}px; }
QFrame[role="bar"][tone="plain"] { background: $soft; border-radius: ${control_radius}px; }
QFrame[role="bar"][tone="warn"] { background: $warn_soft; border-radius: ${control_radius}px; }
QFrame[role="bar"][tone="over"] { background: $over_soft; border-radius: ${control_radius}px; }
QFrame[role="bar"][tone="plain"] QLabel { color: $soft_ink; }
QFrame[role="bar"][tone="warn"] QLabel { color: $warn; }
QFrame[role="bar"][tone="over"] QLabel { color: $over; }
QFrame[role="rule"] { background: $line; max-height: 1px; min-height: 1px; border: none; }
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${text_title}px; font-weight: 600; }
QLabel[role="display"] { font-size: ${text_name}px; font-weight: 600; }
QLabel[role="card-title"] { font-size: ${text_label}px; font-weight: 600; color: $ink_second; }
QLabel[role="label"] { font-size: ${text_label}px; font-weight: 600; color: $ink_second; }
QLabel[role="second"] { font-size: ${text_label}px; color: $ink_second; }
QLabel[role="meta"] { font-size: ${text_meta}px; color: $ink_third; }
QLabel[role="row"] { font-size: ${text_body}px; font-weight: 600; }
QLabel[role="body"] { font-size: ${text_body}px; }
QLabel[role="error"] { font-size: ${text_label}px; color: $over; }
QLabel[role="warning"] { font-size: ${text_label}px; font-weight: 600; color: $warn; }
QLabel[role="figure"] { font-size: ${text_code}px; font-weight: 600; }
QLabel[role="word"] { font-size: ${text_title}px; font-weight: 600; }
QLabel[role="good"] { font-size: ${text_label}px; color: $accent; }
QLabel[role="key"] { font-size: ${text_meta}px; color: $ink_second; background: $surface; border: 1px solid $line;
  border-radius: 4px; padding: 1px 5px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QComboBox { background: $surface; color: $ink;
  border: 1px solid $edge; border-radius: ${control_radius}px; padding: 7px 10px; font-size: ${text_body}px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $ink_third; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QComboBox:focus {
  border: 2px solid $focus; padding: 6px 9px; }
QLineEdit[role="bare"], QLineEdit[role="bare"]:focus { background: transparent; border: none; padding: 8px 12px;
  font-size: ${text_title}px; }
QLineEdit[wrong="true"] { border-color: $over; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: $sunken; color: $ink_third; }
QComboBox::drop-down { border: none; width: 28px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; outline: none;
  selection-background-color: $soft; selection-color: $soft_ink; padding: 4px; }
QCheckBox, QRadioButton { font-size: ${text_body}px; spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { outline: none; border: 2px solid $focus; border-radius: 4px; }
QAbstractItemView { background: transparent; border: none; outline: none; font-size: ${text_body}px; }
QTableView { background: $surface; gridline-color: $line; border: 1px solid $line; padding: 1px;
  border-radius: ${control_radius}px; selection-background-color: $soft; selection-color: $soft_ink; }
QTableView::item { padding: 6px 8px; border-bottom: 1px solid $line; }
QTableView::item:selected { background: $soft; color: $soft_ink; }
QTableView:focus { border: 2px solid $focus; padding: 0; }
QTableView QLineEdit { border: 2px solid $focus; border-radius: 0; padding: 0 6px; }
QHeaderView { background: $sunken; border: none; border-top-left-radius: 6px; border-top-right-radius: 6px; }
QHeaderView::section { background: transparent; color: $ink_second; font-size: ${text_meta}px; font-weight: 600;
  border: none; border-bottom: 1px solid $line; padding: 8px 10px; }
QScrollArea { background: transparent; border: none; }
QScrollArea[role="reading"] { border: 2px solid transparent; border-radius: ${control_radius}px; padding: 6px; }
QScrollArea[role="reading"]:focus { border-color: $focus; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 2px; }
QScrollBar::handle:vertical { background: $edge; border-radius: 3px; min-height: 32px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 2px; }
QScrollBar::handle:horizontal { background: $edge; border-radius: 3px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: none;
  width: 0; height: 0; }
QProgressBar { background: $track; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QToolTip { background: $ink; color: $surface; border: none; padding: 6px 8px; font-size: ${text_meta}px; }
QFileDialog QPushButton { background: $surface; border: 1px solid $edge; border-radius: ${control_radius}px;
  padding: 8px 18px; font-size: ${text_body}px; }
QFileDialog QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QFileDialog QPushButton:focus, QFileDialog QToolButton:focus { border: 2px solid $focus; }
QFileDialog QPushButton:disabled { background: $sunken; color: $ink_third; border-color: $line; }
QFileDialog QToolButton { background: transparent; border: 1px solid transparent; border-radius: ${control_radius}px;
  padding: 6px; }
QFileDialog QToolButton:hover { background: $soft; }
QFileDialog QListView, QFileDialog QTreeView { background: $surface; border: 1px solid $line; padding: 4px;
  border-radius: ${control_radius}px; selection-background-color: $soft; selection-color: $soft_ink; }
QFileDialog QListView::item, QFileDialog QTreeView::item { padding: 5px 4px; }
QFileDialog QListView::item:selected, QFileDialog QTreeView::item:selected { background: $soft; color: $soft_ink; }
QSplitter::handle { background: transparent; }
""")


def style_sheet(tokens: Tokens, sizes: Sizes) -> str:
    """Return the whole style sheet for a look."""
    colours = {name: getattr(tokens, name) for name in tokens.__slots__ if isinstance(getattr(tokens, name), str)}
    return _RULES.substitute(colours, **{name: getattr(sizes, name) for name in sizes.__slots__})
