"""The look of the window, light and dark, from the canvas's own table of colours."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from canvas import DARK, LIGHT, Tokens

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


def style_sheet(tokens: Tokens) -> str:
    """What the palette cannot say: quiet borders, room to breathe, a visible focus."""
    return f"""
    QMainWindow::separator {{ background: {tokens.card_border}; width: 1px; height: 1px; }}
    QMainWindow::separator:hover {{ background: {tokens.selection}; }}
    QToolBar {{ background: {tokens.card}; border: 0; border-bottom: 1px solid {tokens.card_border};
                spacing: 2px; padding: 4px 8px; }}
    QToolBar QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 8px; }}
    QToolBar QToolButton:hover {{ background: {tokens.selection_tint}; }}
    QToolBar QToolButton:pressed, QToolBar QToolButton:checked {{ background: {tokens.selection_tint};
                border-color: {tokens.selection}; }}
    QToolButton:focus, QPushButton:focus {{ border: 1px solid {tokens.focus}; }}
    QMenuBar {{ background: {tokens.card}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {tokens.selection_tint}; }}
    QMenu {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; padding: 4px; }}
    QMenu::item {{ padding: 5px 28px 5px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {tokens.selection_tint}; color: {tokens.text}; }}
    QMenu::separator {{ height: 1px; background: {tokens.grid_major}; margin: 4px 8px; }}
    QDockWidget {{ titlebar-close-icon: none; titlebar-normal-icon: none; font-weight: 600; }}
    QDockWidget::title {{ background: {tokens.card}; padding: 8px 12px; border-bottom: 1px solid {tokens.grid_major}; }}
    QTabBar::tab {{ padding: 7px 14px; border: 0; border-bottom: 2px solid transparent; color: {tokens.text_quiet}; }}
    QTabBar::tab:selected {{ color: {tokens.text}; border-bottom-color: {tokens.selection}; }}
    QTabBar::tab:hover {{ color: {tokens.text}; }}
    QTabWidget::pane {{ border: 0; border-top: 1px solid {tokens.card_border}; }}
    QTreeView, QListView, QTableView, QScrollArea, QPlainTextEdit {{ border: 0; }}
    QTreeView::item, QListView::item {{ padding: 4px 2px; }}
    QTreeView::item:selected, QListView::item:selected {{ background: {tokens.selection_tint}; color: {tokens.text}; }}
    QHeaderView::section {{ background: {tokens.card}; color: {tokens.text_quiet}; padding: 6px 10px; border: 0;
                border-bottom: 1px solid {tokens.card_border}; }}
    QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateTimeEdit, QPlainTextEdit[field="true"] {{
                background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: 6px;
                padding: 5px 8px; selection-background-color: {tokens.selection}; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateTimeEdit:focus,
    QPlainTextEdit[field="true"]:focus {{ border-color: {tokens.selection}; }}
    QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; }}
    QComboBox::drop-down, QDateTimeEdit::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right;
                border: 0; width: 22px; }}
    QComboBox::down-arrow, QDateTimeEdit::down-arrow {{ image: url({_picture("down", tokens)});
                width: 12px; height: 12px; }}
    QTabBar::close-button {{ image: url({_picture("close", tokens)}); subcontrol-position: right; padding: 2px; }}
    QTabBar::close-button:hover {{ background: {tokens.selection_tint}; border-radius: 3px; }}
    QLineEdit[invalid="true"], QComboBox[invalid="true"], QSpinBox[invalid="true"], QDoubleSpinBox[invalid="true"] {{
                border-color: {tokens.states["error"].ink}; }}
    QPushButton {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: 6px;
                padding: 6px 14px; }}
    QPushButton:hover {{ background: {tokens.selection_tint}; border-color: {tokens.selection}; }}
    QPushButton:disabled {{ color: {tokens.edge}; border-color: {tokens.grid_major}; }}
    QPushButton[primary="true"] {{ background: {tokens.selection}; border-color: {tokens.selection};
                color: {"#ffffff" if tokens.name == "light" else tokens.ground}; font-weight: 600; }}
    QPushButton[flat="true"] {{ border-color: transparent; background: transparent; }}
    QLabel[small="true"] {{ font-size: 11px; }}
    QLabel[fieldTitle="true"] {{ font-weight: 600; }}
    QLabel[quiet="true"] {{ color: {tokens.text_quiet}; }}
    QLabel[heading="true"] {{ font-size: 15px; font-weight: 600; }}
    QLabel[display="true"] {{ font-size: 26px; font-weight: 600; }}
    QLabel[error="true"] {{ color: {tokens.states["error"].ink}; }}
    QLabel[warning="true"] {{ color: {tokens.states["warning"].ink}; }}
    QFrame[card="true"] {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: 10px; }}
    QFrame[line="true"] {{ background: {tokens.card_border}; max-height: 1px; border: 0; }}
    QStatusBar {{ background: {tokens.card}; border-top: 1px solid {tokens.card_border}; color: {tokens.text_quiet}; }}
    QStatusBar::item {{ border: 0; }}
    QToolTip {{ background: {tokens.card}; color: {tokens.text}; border: 1px solid {tokens.card_border};
                padding: 4px 6px; }}
    QProgressBar {{ border: 0; background: {tokens.grid_major}; border-radius: 3px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {tokens.selection}; border-radius: 3px; }}
    """
