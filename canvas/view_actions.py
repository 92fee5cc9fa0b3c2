"""The actions that look and never edit: moving around, what the counts say, search, pictures, places."""

from typing import TYPE_CHECKING

from canvas import bookmarks, commands, information, output
from canvas.actions import Action, Command, Condition, always, hooked
from canvas.look import Shares
from canvas.words import tr

if TYPE_CHECKING:
    from canvas.view import CanvasView


def view_actions() -> tuple[Action, ...]:
    """The table of them."""
    return (*_moves(), *_information(), *_output(), *_places())


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
        action("fit-selection", tr("Show the selection"), c.fit_selection, ("2",), "ph.crosshair", _some),
        action("back", tr("Back"), c.back, ("Alt+Left",), "ph.arrow-left"),
        action("forward", tr("Forward"), c.forward, ("Alt+Right",), "ph.arrow-right"),
        Action("view.commands", tr("All commands"), lambda canvas: canvas.command_palette.open_in_middle(),
               ("Ctrl+Shift+P",), "", always, False, "view", listed=False),
        action("minimap", tr("Show or hide the map"), lambda canvas: canvas.minimap.toggle(), ("Ctrl+Alt+M",),
               "ph.map-trifold"),
        action("shortcuts", tr("Shortcuts"), c.show_shortcuts, ("?", "Shift+?"), "ph.keyboard"),
    )  # fmt: skip


def _information() -> tuple[Action, ...]:
    def action(
        name: str, text: str, run: Command, keys: tuple[str, ...] = (), icon: str = "", when: Condition = always,
        checked: Condition | None = None,
    ) -> Action:  # fmt: skip
        return Action(f"show.{name}", text, run, keys, icon, when, False, "show", checked=checked)

    i = information
    return (
        action("numbers", tr("Counts as numbers"), i.say(Shares.NUMBER), ("Alt+V, N",), "ph.hash", always,
               i.says(Shares.NUMBER)),
        action("of-previous", tr("Counts as shares of the step before"), i.say(Shares.PREVIOUS), ("Alt+V, P",),
               "ph.percent", always, i.says(Shares.PREVIOUS)),
        action("of-entry", tr("Counts as shares of the entry"), i.say(Shares.ENTRY), ("Alt+V, E",), "ph.funnel", always,
               i.says(Shares.ENTRY)),
        action("heat", tr("Width and colour by population"), lambda canvas: canvas.overlays.legend.toggle(),
               ("Ctrl+Alt+H",), "ph.thermometer-simple", always, lambda canvas: canvas.look.heat is not None),
        action("grid", tr("Grid"), i.toggle_grid, (), "ph.grid-four", always, lambda canvas: canvas.look.grid_shown),
        action("tip", tr("Tell what is known of this"), lambda canvas: canvas.overlays.tips.show_at_focus(),
               ("Alt+I",), "ph.info", i.somewhere),
        action("find", tr("Find"), lambda canvas: canvas.overlays.finder.open(), ("Ctrl+F",), "ph.magnifying-glass"),
        action("find-next", tr("Find the next"), lambda canvas: canvas.overlays.finder.step(1), ("F3",), "", i.found),
        action("find-previous", tr("Find the one before"), lambda canvas: canvas.overlays.finder.step(-1),
               ("Shift+F3",), "", i.found),
        action("compare", tr("Compare with a version…"), lambda canvas: canvas.comparison_wanted.emit(),
               ("Alt+V, D",), "ph.git-diff", hooked("comparison_wanted()")),
        action("next-difference", tr("Go to the next difference"), lambda canvas: canvas.overlays.comparison.step(1),
               ("F7",), "", i.compared),
        action("previous-difference", tr("Go to the difference before"),
               lambda canvas: canvas.overlays.comparison.step(-1), ("Shift+F7",), "", i.compared),
        action("end-comparison", tr("End the comparison"), lambda canvas: canvas.overlays.comparison.close_again(), (),
               "", i.compared),
        action("peek", tr("Peek at the first rows"), i.peek, ("Alt+P",), "ph.eye", i.can_peek),
        action("next-remark", tr("Go to the next remark"), i.remark(1), ("F8",), "ph.warning-circle"),
        action("previous-remark", tr("Go to the remark before"), i.remark(-1), ("Shift+F8",)),
    )  # fmt: skip


def _output() -> tuple[Action, ...]:
    return tuple(
        Action(f"output.{name}", text, run, keys, icon, always, False, "output")
        for name, text, run, keys, icon in (
            ("picture", tr("Write a picture…"), output.export, ("Ctrl+Shift+E",), "ph.image"),
            ("print", tr("Print…"), output.print_graph, ("Ctrl+P",), "ph.printer"),
            ("copy-image", tr("Copy as an image"), output.copy_image, ("Ctrl+Shift+C",), "ph.copy"),
        )
    )


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
