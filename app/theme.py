"""The look of the window, light and dark, from the canvas's own table of colours."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication

from canvas import DARK, LIGHT, Tokens

_INSET = 7
PICTURES = Path(__file__).resolve().parent.parent / "resources" / "styles"


class Scheme(StrEnum):
    """What the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens_for(scheme: Scheme) -> Tokens:
    """The colours of a scheme; the system's own when it is left to it."""
    if scheme is Scheme.SYSTEM:
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return DARK if dark else LIGHT
    return DARK if scheme is Scheme.DARK else LIGHT


def apply_theme(application: QApplication, tokens: Tokens) -> None:
    """Give all widgets the colours; they repaint by themselves."""
    application.setStyle("Fusion")
    application.setPalette(palette_of(tokens))
    application.setStyleSheet(style_sheet(tokens))


def palette_of(tokens: Tokens) -> QPalette:
    """The colours as Qt's roles."""
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, tokens.ground),
        (roles.WindowText, tokens.text),
        (roles.Base, tokens.card),
        (roles.AlternateBase, tokens.grid),
        (roles.Text, tokens.text),
        (roles.PlaceholderText, tokens.text_quiet),
        (roles.Button, tokens.card),
        (roles.ButtonText, tokens.text),
        (roles.ToolTipBase, tokens.card),
        (roles.ToolTipText, tokens.text),
        (roles.Highlight, tokens.selection),
        (roles.HighlightedText, "#ffffff" if tokens.name == "light" else tokens.ground),
        (roles.Link, tokens.selection),
        (roles.BrightText, tokens.refused),
        (roles.Mid, tokens.card_border),
        (roles.Midlight, tokens.grid_major),
        (roles.Dark, tokens.edge),
        (roles.Light, tokens.card),
        (roles.Accent, tokens.selection),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.edge))
    return palette


def _picture(name: str, tokens: Tokens) -> str:
    return (PICTURES / f"{name}-{tokens.name}.svg").as_posix()


def inset(field: QAbstractSpinBox) -> None:
    """Let the text of a field with steps begin where that of any field does; style sheets give it no room."""
    field.lineEdit().setTextMargins(_INSET, 0, 0, 0)


def style_sheet(tokens: Tokens) -> str:
    """What the palette cannot say: quiet borders, room to breathe, a visible focus."""
    return "".join((_frame(tokens), _lists(tokens), _fields(tokens), _buttons(tokens), _texts(tokens), _bars(tokens)))


def _frame(tokens: Tokens) -> str:
    """The parts of the window itself."""
    return f"""
    QToolBar {{ background: {tokens.card}; border: 0; border-bottom: 1px solid {tokens.card_border};
                spacing: 1px; padding: 1px 8px; }}
    QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }}
    QToolBar QToolButton:hover {{ background: {tokens.selection_tint}; }}
    QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {tokens.selection_tint};
                border-color: {tokens.selection}; }}
    QToolBar QToolButton[pinned="true"] {{ color: {tokens.selection}; }}
    QFrame[rule="true"] {{ background: {tokens.card_border}; border: 0; }}
    QMenuBar {{ background: {tokens.card}; padding: 1px 6px; }}
    QMenuBar::item {{ padding: 3px 9px; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {tokens.selection_tint}; }}
    QMenu {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; padding: 4px; }}
    QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {tokens.selection_tint}; color: {tokens.text}; }}
    QMenu::separator {{ height: 1px; background: {tokens.grid_major}; margin: 4px 8px; }}
    QFrame[rail="true"] {{ background: {tokens.card}; border: 0; border-right: 1px solid {tokens.card_border}; }}
    QFrame[rail="true"] QToolButton {{ border: 1px solid transparent; border-radius: 8px; padding: 5px 0 3px 0;
                font-size: 10px; color: {tokens.text_quiet}; }}
    QFrame[rail="true"] QToolButton:hover {{ background: {tokens.ground}; color: {tokens.text}; }}
    QFrame[rail="true"] QToolButton:checked {{ background: {tokens.selection_tint}; color: {tokens.selection}; }}
    QFrame[rail="true"] QToolButton:focus {{ border-color: {tokens.focus}; }}
    QFrame[pane="true"] {{ background: {tokens.card}; border: 0; }}
    QFrame[pane="true"] QScrollArea, QFrame[pane="true"] QScrollArea > QWidget > QWidget {{
                background: {tokens.card}; }}
    QFrame[paneHead="true"] {{ background: {tokens.card}; border: 0; border-bottom: 1px solid {tokens.grid_major}; }}
    QSplitter::handle {{ background: {tokens.card_border}; }}
    QSplitter::handle:hover {{ background: {tokens.selection}; }}
    QTabBar::tab {{ padding: 6px 10px 5px 10px; border: 0; border-bottom: 2px solid transparent;
                color: {tokens.text_quiet}; background: transparent; }}
    QTabBar::tab:selected {{ color: {tokens.text}; border-bottom-color: {tokens.selection}; }}
    QTabBar::tab:hover {{ color: {tokens.text}; }}
    QTabBar:focus {{ outline: none; }}
    QTabBar::tab:selected:focus {{ color: {tokens.focus}; border-bottom-color: {tokens.focus}; }}
    QTabBar[main="true"] {{ background: {tokens.ground}; border: 0; border-bottom: 1px solid {tokens.card_border}; }}
    QTabBar[main="true"]::tab {{ padding: 5px 8px 5px 10px; border: 0; border-right: 1px solid {tokens.card_border};
                border-bottom: 1px solid {tokens.card_border}; border-top: 2px solid transparent; min-width: 96px;
                max-width: 240px; background: {tokens.ground}; }}
    QTabBar[main="true"]::tab:selected {{ background: {tokens.card}; border-top-color: {tokens.selection};
                border-bottom-color: {tokens.card}; color: {tokens.text}; }}
    QTabBar[main="true"]::tab:selected:focus {{ border-top-color: {tokens.focus}; }}
    QSpinBox, QDoubleSpinBox {{ padding-right: 22px; }}
    QSpinBox::up-button, QDoubleSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::down-button {{
                subcontrol-origin: border; width: 20px; border: 0; background: transparent; }}
    QTimeEdit::up-button, QTimeEdit::down-button {{ subcontrol-origin: border; width: 0; height: 0; border: 0;
                background: transparent; }}
    QTimeEdit::up-arrow, QTimeEdit::down-arrow {{ width: 0; height: 0; image: none; }}
    QTabBar::close-button {{ image: url({_picture("close", tokens)}); subcontrol-position: right; width: 12px;
                height: 12px; border-radius: 4px; }}
    QTabBar::close-button:hover {{ background: {tokens.selection_tint}; }}
    QTabBar::scroller {{ width: 20px; }}
    QTabBar QToolButton {{ background: {tokens.card}; border: 0; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {tokens.grid_major}; }}
    QStatusBar {{ background: {tokens.card}; border-top: 1px solid {tokens.card_border}; color: {tokens.text_quiet};
                font-size: 11px; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QComboBox {{ border: 0; background: transparent; padding: 1px 4px; font-size: 11px; }}
    QStatusBar QLabel {{ color: {tokens.text_quiet}; font-size: 11px; padding: 0 6px; }}
    QToolTip {{ qproperty-textFormat: PlainText; background: {tokens.card}; color: {tokens.text};
                border: 1px solid {tokens.card_border}; padding: 4px 6px; }}
    """


def _lists(tokens: Tokens) -> str:
    """Lists, trees, tables and their scroll bars."""
    return f"""
    QTreeView, QListView, QTableView, QScrollArea, QPlainTextEdit, QTextBrowser {{ border: 0; }}
    QScrollArea[explained="true"] {{ border: 1px solid transparent; border-radius: 6px; }}
    QScrollArea[explained="true"]:focus {{ border-color: {tokens.focus}; }}
    QTreeView, QListView {{ background: transparent; outline: 0; }}
    QTableView[rows="true"] {{ outline: 0; }}
    QTreeView::item, QListView::item {{ padding: 3px 2px; border-radius: 4px; }}
    QTreeView[headerHidden="false"] {{ background: {tokens.card}; }}
    QTreeView[headerHidden="false"]::item {{ padding: 6px 8px; border-radius: 0; }}
    QFrame[pane="true"] QTreeView[headerHidden="false"]::item {{ padding: 3px 2px; }}
    QTreeView::item:hover, QListView::item:hover {{ background: {tokens.ground}; }}
    QTableView::item {{ padding: 0 8px; }}
    QTableView::item:selected {{ background: {tokens.selection_tint}; color: {tokens.text}; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {tokens.selection_tint}; color: {tokens.text}; }}
    QTreeView::indicator, QListView::indicator, QTableView::indicator, QCheckBox::indicator {{
                width: 13px; height: 13px; border: 1px solid {tokens.edge};
                border-radius: 3px; background: {tokens.card}; }}
    QTreeView::indicator:checked, QListView::indicator:checked, QTableView::indicator:checked,
    QCheckBox::indicator:checked {{ image: url({_picture("check", tokens)});
                background: {tokens.selection}; border-color: {tokens.selection}; }}
    QCheckBox {{ spacing: 7px; outline: none; }}
    QCheckBox::indicator:hover {{ border-color: {tokens.selection}; }}
    QCheckBox::indicator:focus {{ border: 2px solid {tokens.focus}; width: 11px; height: 11px; }}
    QCheckBox::indicator:disabled {{ background: {tokens.ground}; border-color: {tokens.card_border}; }}
    QCheckBox::indicator:checked:disabled {{ background: {tokens.edge}; }}
    QRadioButton {{ spacing: 7px; outline: none; }}
    QRadioButton::indicator {{ width: 14px; height: 14px; border: 1px solid {tokens.edge};
                border-radius: 8px; background: {tokens.card}; }}
    QRadioButton::indicator:hover {{ border-color: {tokens.selection}; }}
    QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 4px solid {tokens.selection}; }}
    QRadioButton::indicator:focus {{ width: 12px; height: 12px; border: 2px solid {tokens.focus}; }}
    QRadioButton::indicator:checked:focus {{ width: 8px; height: 8px; border: 4px solid {tokens.focus}; }}
    QRadioButton::indicator:disabled {{ background: {tokens.ground}; border-color: {tokens.card_border}; }}
    QTreeView::branch:selected {{ background: {tokens.selection_tint}; }}
    QTreeView::branch:has-children:closed {{ image: url({_picture("right", tokens)}); }}
    QTreeView::branch:has-children:open {{ image: url({_picture("down", tokens)}); }}
    QHeaderView {{ background: {tokens.card}; }}
    QHeaderView::section {{ background: {tokens.card}; color: {tokens.text_quiet}; padding: 5px 5px; border: 0;
                border-bottom: 1px solid {tokens.card_border}; }}
    QTableView QHeaderView::section:horizontal {{ padding: 5px 11px; }}
    QTreeView QHeaderView::section:horizontal {{ padding: 5px 10px; }}
    QScrollBar {{ background: transparent; border: 0; margin: 0; }}
    QScrollBar:vertical {{ width: 10px; }}
    QScrollBar:horizontal {{ height: 10px; }}
    QScrollBar::handle {{ background: {tokens.card_border}; border-radius: 3px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::handle:hover, QScrollBar::handle:pressed {{ background: {tokens.edge}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; border: 0; background: none; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
    QLabel[told="true"] {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; border-left: 0;
                border-bottom: 0; border-top-right-radius: 6px; padding: 6px 10px; color: {tokens.text}; }}
    QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
    """


def _fields(tokens: Tokens) -> str:
    """Whatever is typed or chosen in. A field with steps holds a line of its own, which asks for 3 pixels more."""
    wrong = tokens.states["error"].ink
    return f"""
    QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateTimeEdit, QPlainTextEdit[field="true"] {{
                background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: 6px;
                padding: 4px 8px; selection-background-color: {tokens.selection}; }}
    QLineEdit:hover, QComboBox:hover, QSpinBox:hover, QDoubleSpinBox:hover, QDateTimeEdit:hover {{
                border-color: {tokens.edge}; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus,
    QPlainTextEdit[field="true"]:focus {{ border: 2px solid {tokens.selection}; padding: 3px 7px; }}
    QSpinBox, QDoubleSpinBox, QDateTimeEdit {{ padding: 3px 8px 2px 8px; }}
    QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus {{ padding: 2px 7px 1px 7px; }}
    QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {{
                background: {tokens.ground}; color: {tokens.edge}; }}
    QComboBox QLineEdit, QComboBox QLineEdit:focus {{ border: 0; padding: 0; background: transparent; }}
    QComboBox::drop-down, QDateTimeEdit::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
                border: 0; width: 22px; }}
    QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url({_picture("down", tokens)});
                width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; padding: 4px; }}
    QLineEdit[invalid="warning"], QComboBox[invalid="warning"], QSpinBox[invalid="warning"],
    QDoubleSpinBox[invalid="warning"] {{ border: 1px solid {tokens.states["warning"].ink}; }}
    QLineEdit[invalid="error"], QComboBox[invalid="error"], QSpinBox[invalid="error"],
    QDoubleSpinBox[invalid="error"] {{ border: 1px solid {wrong}; }}
    QLineEdit[invalid="error"]:focus, QComboBox[invalid="error"]:focus {{ border: 2px solid {wrong}; }}
    """


def _buttons(tokens: Tokens) -> str:
    """Buttons, plain, quiet and primary."""
    on_colour = "#ffffff" if tokens.name == "light" else tokens.ground
    return f"""
    QToolButton:focus, QPushButton:focus {{ border: 1px solid {tokens.focus}; }}
    QPushButton {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: 6px;
                padding: 5px 12px; }}
    QPushButton[tight="true"] {{ padding: 5px 4px; }}
    QPushButton:hover {{ background: {tokens.selection_tint}; border-color: {tokens.selection}; }}
    QPushButton:disabled {{ color: {tokens.edge}; border-color: {tokens.grid_major}; }}
    QInputDialog QPushButton:default, QMessageBox QPushButton:default {{ background: {tokens.selection};
                border-color: {tokens.selection}; color: {on_colour}; }}
    QPushButton[primary="true"] {{ background: {tokens.selection}; border-color: {tokens.selection};
                color: {on_colour}; font-weight: 600; }}
    QPushButton[primary="true"]:hover {{ border-color: {tokens.text}; }}
    QPushButton[primary="true"]:disabled {{ background: {tokens.ground}; color: {tokens.edge};
                border-color: {tokens.card_border}; }}
    QPushButton[primary="true"]:focus {{ border: 2px solid {tokens.text}; padding: 4px 11px; }}
    QPushButton[link="true"] {{ border: 0; border-radius: 3px; background: transparent; padding: 0 2px;
                color: {tokens.selection}; text-decoration: underline; text-align: right; }}
    QPushButton[link="true"]:focus {{ border: 1px solid {tokens.focus}; }}
    QPushButton[refused="true"] {{ color: {tokens.edge}; border-color: {tokens.grid_major}; }}
    QPushButton[switch="true"] {{ border-radius: 6px; padding: 5px 12px; color: {tokens.text_quiet}; }}
    QToolButton[quiet="true"]:checked {{ background: {tokens.selection_tint}; border-radius: 6px; }}
    QPushButton[switch="true"]:checked {{ background: {tokens.selection_tint}; color: {tokens.text};
                border-color: {tokens.selection}; }}
    QToolButton[filter="true"] {{ border: 1px solid {tokens.card_border}; border-radius: 6px;
                padding: 4px 22px 4px 10px; background: {tokens.card}; color: {tokens.text}; }}
    QToolButton[filter="true"]:disabled {{ color: {tokens.edge}; border-color: {tokens.grid_major}; }}
    QToolButton[filter="true"]:hover {{ border-color: {tokens.selection}; }}
    QToolButton[filter="true"][chosen="true"] {{ color: {tokens.text}; border-color: {tokens.selection};
                background: {tokens.selection_tint}; }}
    QToolButton[filter="true"]::menu-indicator {{ image: url({_picture("down", tokens)}); width: 11px; height: 11px;
                subcontrol-origin: padding; subcontrol-position: center right; right: 7px; }}
    QFrame[notice="true"] {{ background: {tokens.selection_tint}; border: 1px solid {tokens.selection};
                border-radius: 8px; }}
    QFrame[head="true"] {{ background: {tokens.card}; border: 0; border-bottom: 1px solid {tokens.grid_major}; }}
    QPushButton[flat="true"] {{ border-color: transparent; background: transparent; }}
    QPushButton[search="true"] {{ background: {tokens.ground}; color: {tokens.text_quiet}; text-align: left;
                padding: 4px 10px; min-width: 220px; }}
    QPushButton[search="true"]:hover {{ background: {tokens.card}; }}
    QToolButton[chip="true"] {{ border: 1px solid {tokens.card_border}; border-radius: 6px;
                padding: 3px 3px; font-size: 11px; }}
    QToolButton[chip="true"]:checked {{ background: {tokens.selection_tint}; color: {tokens.selection};
                border-color: {tokens.selection}; }}
    QToolButton[chip="true"]:focus {{ border-color: {tokens.focus}; }}
    QToolButton[quiet="true"] {{ background: transparent; border: 1px solid transparent; border-radius: 4px;
                padding: 3px; }}
    QToolButton[quiet="true"]::menu-indicator {{ image: none; width: 0; }}
    QToolButton[quiet="true"]:hover {{ background: {tokens.selection_tint}; }}
    QToolButton[quiet="true"]:focus {{ border-color: {tokens.focus}; }}
    """


def _texts(tokens: Tokens) -> str:
    """Words by their weight, and as they were typed: what looks like markup in a name is none, in tips neither."""
    return f"""
    QLabel {{ qproperty-textFormat: PlainText; }}
    QLabel[rich="true"], QLabel#canvas-tip {{ qproperty-textFormat: RichText; }}
    QLabel[small="true"] {{ font-size: 11px; }}
    QLabel[fieldTitle="true"] {{ font-weight: 600; }}
    QLabel[quiet="true"] {{ color: {tokens.text_quiet}; }}
    QLabel[heading="true"] {{ font-size: 15px; font-weight: 600; }}
    QLabel[display="true"] {{ font-size: 26px; font-weight: 600; }}
    QLabel[error="true"] {{ color: {tokens.states["error"].ink}; }}
    QLabel[warning="true"] {{ color: {tokens.states["warning"].ink}; }}
    QFrame[card="true"] QScrollArea, QFrame[card="true"] QScrollArea > QWidget > QWidget {{
                background: transparent; }}
    QFrame[group="true"] {{ border: 0; border-left: 2px solid {tokens.card_border}; }}
    QFrame[card="true"] {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: 10px; }}
    QFrame[line="true"] {{ background: {tokens.card_border}; max-height: 1px; border: 0; }}
    """


def _bars(tokens: Tokens) -> str:
    """How far something is."""
    return f"""
    QProgressBar {{ border: 0; background: {tokens.grid_major}; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {tokens.selection}; border-radius: 3px; }}
    """
