"""Favourite and recent attributes of a user, per table; twenty of each at most."""

from PySide6.QtCore import QSettings

MOST = 20


class Remembered:
    """What is remembered for one table."""

    def __init__(self, table: str, settings: QSettings | None = None) -> None:
        self._settings = settings if settings is not None else QSettings()
        self._table = table

    @property
    def favourites(self) -> tuple[str, ...]:
        """Paths, the newest first."""
        return self._read("favourites")

    @property
    def recent(self) -> tuple[str, ...]:
        """Paths that were used lately and are no favourites, the newest first."""
        favourites = self.favourites
        return tuple(path for path in self._read("recent") if path not in favourites)

    def use(self, path: str) -> None:
        """Remember a path as used just now."""
        if path:
            self._write("recent", [path, *(one for one in self._read("recent") if one != path)])

    def toggle(self, path: str) -> None:
        """Make a path a favourite, or make it none."""
        known = self.favourites
        without = [one for one in known if one != path]
        self._write("favourites", without if path in known else [path, *without])

    def _read(self, kind: str) -> tuple[str, ...]:
        found = str(self._settings.value(f"attributes/{self._table}/{kind}", "") or "")
        return tuple(path for path in found.split("\n") if path)

    def _write(self, kind: str, paths: list[str]) -> None:
        self._settings.setValue(f"attributes/{self._table}/{kind}", "\n".join(paths[:MOST]))
