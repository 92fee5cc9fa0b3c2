"""The actions that look and never edit: moving around, what the counts say, search, pictures, places."""

from typing import TYPE_CHECKING

from canvas import bookmarks, commands
from canvas.actions import Action, Command, Condition, always
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


def view_actions() -> tuple[Action, ...]:
    """The table of them."""
    return (*_moves(), *_places())


def _some(canvas: "CanvasView") -> bool:
    return bool(canvas.selection.parts)


def _moves() -> tuple[Action, ...]:
    c = commands

    def action(
        name: str, text: str, run: Command, keys: tuple[str, ...] = (), icon: str = "", when: Condition = always
    ) -> Action:
        return Action(f"view.{name}", text, run, keys, icon, when, False, "view")

    return (
        action("zoom-in", tr("Zoom in"), c.zoom_by(1.25), ("Ctrl++", "Ctrl+="), "ph.magnifying-glass-plus"),
        action("zoom-out", tr("Zoom out"), c.zoom_by(0.8), ("Ctrl+-",), "ph.magnifying-glass-minus"),
        action("zoom-normal", tr("100 %"), lambda canvas: canvas.set_zoom(1.0), ("Ctrl+0",)),
        action("fit", tr("Show the whole graph"), c.fit_all, ("1", "Ctrl+Shift+1"), "ph.corners-out"),
        action("fit-selection", tr("Show the selection"), c.fit_selection, ("F", "2"), "ph.crosshair", _some),
        action("back", tr("Back"), c.back, ("Alt+Left",), "ph.arrow-left"),
        action("forward", tr("Forward"), c.forward, ("Alt+Right",), "ph.arrow-right"),
        Action("view.commands", tr("All commands"), lambda canvas: canvas.command_palette.open_in_middle(),
               ("Ctrl+Shift+P",), "", always, False, "view", listed=False),
        action("minimap", tr("Show or hide the map"), lambda canvas: canvas.minimap.toggle(), ("Ctrl+Alt+M",),
               "ph.map-trifold"),
        action("shortcuts", tr("Shortcuts"), c.show_shortcuts, ("?", "Shift+?"), "ph.keyboard"),
    )  # fmt: skip


def _places() -> list[Action]:
    found: list[Action] = []
    for number in bookmarks.NUMBERS:
        keep, go = bookmarks.keep(number), bookmarks.go(number)
        kept = tr("Keep this place as {number}").format(number=number)
        back = tr("Go to place {number}").format(number=number)
        found.append(Action(f"place.keep-{number}", kept, keep, (f"Ctrl+Alt+{number}",), "", always, False, "place"))
        found.append(Action(f"place.go-{number}", back, go, (f"Alt+{number}",), "", _kept(number), False, "place"))
    return found


def _kept(number: int) -> Condition:
    return lambda canvas: number in canvas.bookmarks
