"""The colours of a scheme for ordinary widgets, so that what stands around the canvas looks like the canvas."""

from PySide6.QtGui import QColor, QPalette

from canvas.style import Tokens

_ROLES = QPalette.ColorRole


def palette_of(tokens: Tokens) -> QPalette:
    """A palette for widgets and whole windows."""
    palette = QPalette(QColor(tokens.card), QColor(tokens.ground))
    for role, colour in (
        (_ROLES.Window, tokens.ground), (_ROLES.Base, tokens.card), (_ROLES.AlternateBase, tokens.ground),
        (_ROLES.Button, tokens.card), (_ROLES.Text, tokens.text), (_ROLES.WindowText, tokens.text),
        (_ROLES.ButtonText, tokens.text), (_ROLES.PlaceholderText, tokens.text_quiet),
        (_ROLES.Mid, tokens.card_border), (_ROLES.Midlight, tokens.grid_major), (_ROLES.Light, tokens.card),
        (_ROLES.Dark, tokens.edge), (_ROLES.Highlight, tokens.selection), (_ROLES.HighlightedText, tokens.card),
        (_ROLES.ToolTipBase, tokens.card), (_ROLES.ToolTipText, tokens.text), (_ROLES.Link, tokens.selection),
    ):  # fmt: skip
        palette.setColor(role, QColor(colour))
    for role in (_ROLES.Text, _ROLES.WindowText, _ROLES.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.edge))
    return palette


def scroll_bar_of(tokens: Tokens) -> str:
    """A style sheet for a slim scroll bar that steps back behind the graph."""
    return (
        f"QScrollBar {{ background: {tokens.ground}; border: none; }}"
        "QScrollBar:vertical { width: 12px; } QScrollBar:horizontal { height: 12px; }"
        f"QScrollBar::handle {{ background: {tokens.card_border}; border-radius: 3px; margin: 3px; }}"
        "QScrollBar::handle:vertical { min-height: 32px; } QScrollBar::handle:horizontal { min-width: 32px; }"
        f"QScrollBar::handle:hover {{ background: {tokens.edge}; }}"
        "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
        "QScrollBar::add-page, QScrollBar::sub-page { background: none; }"
    )
