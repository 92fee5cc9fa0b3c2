"""How the program looks and speaks: the colours now, and what the user chose."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.preferences import Preferences
from app.theme import Scheme, apply_theme, tokens_for


class Looks(QObject):
    """The colours are `tokens`; whoever paints with them listens to `changed`."""

    changed = Signal(object)
    """The Tokens from now on."""

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.tokens = tokens_for(preferences.scheme)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._preferences.scheme

    @property
    def language(self) -> str:
        """The language that the user chose; empty for the system's."""
        return self._preferences.language

    def choose_scheme(self, scheme: Scheme) -> None:
        """Light, dark, or as the system."""
        self._preferences.scheme = scheme
        self._apply()

    def choose_language(self, language: str) -> None:
        """Another language, from the next start on."""
        self._preferences.language = language

    def _system_changed(self) -> None:
        if self.scheme is Scheme.SYSTEM and tokens_for(Scheme.SYSTEM) is not self.tokens:
            self._apply()

    def _apply(self) -> None:
        self.tokens = tokens_for(self.scheme)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, self.tokens)
        self.changed.emit(self.tokens)
