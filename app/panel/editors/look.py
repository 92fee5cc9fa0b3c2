"""The look that the rich editors share: the canvas's colours, light or dark after the palette, as one style sheet.

Sizes are in pixels at 100 %; fonts come from the application, so larger text makes larger fields.
"""

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QToolButton, QWidget

from canvas.icons import icon
from canvas.style import DARK, LIGHT, Tokens

RADIUS = 6
_DARK_BELOW = 128


def current_tokens() -> Tokens:
    """The colours that fit the application's palette; a style sheet may have changed that of a single widget."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < _DARK_BELOW else LIGHT


def shown_icon(name: str, accent: str = "") -> QIcon:
    """An icon in the quiet text colour, or in an accent."""
    tokens = current_tokens()
    return icon(name, tokens.accents[accent].ink if accent else tokens.text_quiet)


def fixed_font(widget: QWidget) -> QFont:
    """The font of code, in the size of a widget's own."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(widget.font().pointSizeF())
    return font


def icon_button(parent: QWidget, name: str, tip: str) -> QToolButton:
    """A flat button that is an icon; its tip is also what a screen reader says."""
    button = QToolButton(parent)
    button.setProperty("icon_name", name)
    button.setIcon(shown_icon(name))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setProperty("flat", True)
    return button


def restyle(widget: QWidget, name: str, value: bool) -> None:
    """Switch a property that the style sheet looks at."""
    if bool(widget.property(name)) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def recolour(root: QWidget) -> None:
    """Draw the icons of all buttons below `root` anew, after its palette has changed."""
    for button in root.findChildren(QToolButton):
        name = button.property("icon_name")
        if isinstance(name, str):
            button.setIcon(shown_icon(name))


def style_sheet(tokens: Tokens) -> str:
    """The style sheet of an editor; it reaches its popups and dialogs through their parent."""
    error, blue = tokens.states["error"], tokens.accents["blue"]
    logic = {"and": "blue", "or": "purple", "except": "red"}
    rails = "".join(
        f'#group[rail="{name}"] {{ border-left: 3px solid {tokens.accents[accent].ink}; }}'
        f'QToolButton[logic="{name}"], QToolButton[joiner="{name}"] {{ color: {tokens.accents[accent].ink};'
        f" background: {tokens.accents[accent].tint}; }}"
        for name, accent in logic.items()
    )
    return f"""
    QWidget {{ color: {tokens.text}; }}
    #editor, #canvas, QScrollArea {{ background: transparent; border: none; }}
    QDialog, #popup {{ background: {tokens.card}; }}
    #popup {{ border: 1px solid {tokens.card_border}; border-radius: {RADIUS + 2}px; }}
    QPushButton[add="true"] {{
        background: transparent; border: 1px solid transparent; color: {blue.ink}; text-align: left;
        padding: 3px 6px; }}
    QPushButton[add="true"]:hover {{ background: {blue.tint}; }}
    QPushButton[add="true"]:focus {{ border-color: {tokens.selection}; }}
    #group {{ background: transparent; border: none; border-radius: 0; }}
    #card {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: {RADIUS + 2}px; }}
    #card:hover {{ border-color: {tokens.edge}; }}
    #card:focus, #card[chosen="true"] {{ border: 1px solid {tokens.selection}; background: {tokens.selection_tint}; }}
    #drop {{ background: {tokens.guide}; border: none; border-radius: 1px; }}
    #card[wrong="true"] {{ border-color: {error.ink}; }}
    #card[off="true"] {{ background: transparent; border-style: dashed; }}
    #card[off="true"] QWidget {{ color: {tokens.text_quiet}; }}
    QLabel {{ background: transparent; }}
    QLabel[quiet="true"] {{ color: {tokens.text_quiet}; }}
    QLabel[strong="true"] {{ font-weight: 600; }}
    QLabel[error="true"] {{ color: {error.ink}; }}
    QLabel[warning="true"] {{ color: {tokens.states["warning"].ink}; }}
    QLineEdit, QPlainTextEdit, QComboBox, #chips {{
        background: {tokens.card}; border: 1px solid {tokens.card_border}; border-radius: {RADIUS}px;
        padding: 2px 6px; selection-background-color: {blue.ink}; selection-color: {tokens.card}; }}
    QLineEdit, QComboBox {{ min-height: 22px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, #chips[focused="true"] {{
        border: 1px solid {tokens.selection}; }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"], #chips[wrong="true"],
    QToolButton[wrong="true"] {{ border: 1px solid {error.ink}; }}
    #chips QLineEdit {{ border: none; background: transparent; padding: 0; }}
    QComboBox QLineEdit {{
        border: none; background: transparent; padding: 0; min-height: 0; }}
    QComboBox {{ padding-right: 2px; }}
    QComboBox::drop-down {{ border: none; width: 16px; }}
    QComboBox::down-arrow {{ image: none; }}
    QComboBox[quiet="true"] {{ background: transparent; border-color: transparent; }}
    QComboBox[quiet="true"]:hover {{ border-color: {tokens.pill_border}; }}
    QComboBox[quiet="true"]:focus {{ border-color: {tokens.selection}; }}
    QComboBox QAbstractItemView, QListView, QTreeView {{
        background: {tokens.card}; border: none; outline: none; padding: 2px;
        selection-background-color: {tokens.selection_tint}; selection-color: {tokens.text}; }}
    QListWidget::item {{ padding: 3px 2px; }}
    QComboBox QAbstractItemView {{ border: 1px solid {tokens.card_border}; }}
    QToolButton, QPushButton {{
        background: {tokens.pill}; border: 1px solid {tokens.pill_border}; border-radius: {RADIUS}px;
        padding: 3px 8px; min-height: 20px; }}
    QToolButton:hover, QPushButton:hover {{ border-color: {tokens.edge_strong}; }}
    QToolButton:focus, QPushButton:focus {{ border-color: {tokens.selection}; background: {tokens.selection_tint}; }}
    QPushButton[primary="true"] {{
        background: {tokens.selection}; border-color: {tokens.selection}; color: {tokens.card}; font-weight: 600; }}
    QPushButton[primary="true"]:focus {{ border-color: {tokens.text}; }}
    QToolButton::menu-indicator {{ image: none; width: 0; }}
    QToolButton[flat="true"] {{ background: transparent; border: 1px solid transparent; padding: 2px; }}
    QToolButton[flat="true"]:hover, QToolButton[flat="true"]:checked {{ background: {tokens.selection_tint}; }}
    QToolButton[flat="true"]:focus {{ border-color: {tokens.selection}; }}
    QToolButton[subject="true"] {{ font-weight: 600; text-align: left; padding: 3px 6px; }}
    QToolButton[logic], QToolButton[joiner] {{
        border: 1px solid transparent; border-radius: 10px; padding: 1px 6px; min-height: 16px; font-weight: 600; }}
    QToolButton[logic]:focus, QToolButton[joiner]:focus {{ border-color: {tokens.selection}; }}
    #chip {{ background: {blue.tint}; border: none; border-radius: {RADIUS - 2}px; }}
    #chip QLabel {{ color: {blue.ink}; }}
    #chip QToolButton {{ min-height: 0; padding: 0; }}
    #handle {{ color: {tokens.text_quiet}; }}
    #rule {{ background: {tokens.grid_major}; border: none; max-height: 1px; min-height: 1px; }}
    QScrollBar:vertical {{ background: transparent; width: 8px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {tokens.pill_border}; border-radius: 4px; min-height: 24px; }}
    QScrollBar:horizontal {{ background: transparent; height: 8px; margin: 0; }}
    QScrollBar::handle:horizontal {{ background: {tokens.pill_border}; border-radius: 4px; min-width: 24px; }}
    QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
        background: none; border: none; width: 0; height: 0; }}
    QMenu {{ background: {tokens.card}; border: 1px solid {tokens.card_border}; padding: 4px; }}
    QMenu::item {{ padding: 4px 22px 4px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {tokens.selection_tint}; color: {tokens.text}; }}
    QMenu::item:disabled {{ color: {tokens.edge}; }}
    QMenu::separator {{ height: 1px; background: {tokens.grid_major}; margin: 4px 8px; }}
    {rails}
    """
