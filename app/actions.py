"""Every action of the window as one record: menus, tool bar, command palette and shortcut sheet read this table."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.recalling import ask_for_code
from app.theme import Scheme
from app.words import tr
from engine.runner.results import Mode

if TYPE_CHECKING:
    from app.main_window import MainWindow


def _always(_window: "MainWindow") -> bool:
    return True


def has_page(window: "MainWindow") -> bool:
    return window.page is not None


def has_desk(window: "MainWindow") -> bool:
    return window.desk is not None


def _undo(window: "MainWindow") -> bool:
    return window.page is not None and window.page.session.stack.canUndo()


def _redo(window: "MainWindow") -> bool:
    return window.page is not None and window.page.session.stack.canRedo()


@dataclass(frozen=True, slots=True)
class WindowAction:
    """Something that the user can do in the window; what is done on a canvas has records of its own."""

    id: str
    text: str
    run: Callable[["MainWindow"], None]
    menu: str
    shortcut: str = ""
    icon: str = ""
    when: Callable[["MainWindow"], bool] = _always


def _on_canvas(name: str, text: str, menu: str, of_canvas: str, icon: str) -> WindowAction:
    """An action of the canvas in front in the window's menus; its keys are the canvas's own."""
    return WindowAction(name, text, lambda w: w.on_canvas(of_canvas), menu, "", icon, has_page)


def window_actions() -> tuple[WindowAction, ...]:
    """The table, in the user's language and in the order of the menus."""
    file, edit, run, view, help_ = tr("File"), tr("Edit"), tr("Run"), tr("View"), tr("Help")
    return (
        WindowAction("file.new", tr("New campaign"), lambda w: w.tabs.new_document(), file, "Ctrl+N", "ph.file-plus",
                     has_desk),
        WindowAction("file.open", tr("Open a campaign…"), lambda w: w.files.choose_document(), file, "Ctrl+O",
                     "ph.folder-open", has_desk),
        WindowAction("file.save", tr("Save a version"), lambda w: w.tabs.save(), file, "Ctrl+S", "ph.floppy-disk",
                     has_page),
        WindowAction("file.read", tr("Read a document file…"), lambda w: w.files.read_file(), file, "", "", has_desk),
        WindowAction("file.write", tr("Write to a document file…"), lambda w: w.files.write_file(), file, "", "",
                     has_page),
        WindowAction("file.import", tr("Import data…"), lambda w: w.files.import_data(), file, "Ctrl+I", "ph.database",
                     has_desk),
        _on_canvas("file.picture", tr("Write a picture…"), file, "output.picture", "ph.image"),
        _on_canvas("file.print", tr("Print…"), file, "output.print", "ph.printer"),
        WindowAction("file.close", tr("Close the tab"), lambda w: w.tabs.close_page(), file, "Ctrl+W", "", has_desk),
        WindowAction("file.window", tr("New window"), lambda w: w.new_window(), file, "Ctrl+Alt+N", "ph.browsers"),
        WindowAction("file.workspace", tr("Another workspace…"), lambda w: w.leave_workspace(), file, "", "",
                     has_desk),
        WindowAction("file.quit", tr("Quit"), lambda w: w.quit(), file, "Ctrl+Q"),
        WindowAction("edit.undo", tr("Undo"), lambda w: w.step_back(), edit, "", "ph.arrow-u-up-left", _undo),
        WindowAction("edit.redo", tr("Redo"), lambda w: w.step_forward(), edit, "", "ph.arrow-u-up-right", _redo),
        WindowAction("edit.pause", tr("Runs stop before it, or go on"), lambda w: w.front.toggle_pause(), edit,
                     "Ctrl+Shift+B", "ph.hand-palm", has_page),
        _on_canvas("edit.copy-image", tr("Copy as an image"), edit, "output.copy-image", "ph.copy"),
        _on_canvas("edit.find", tr("Find on the canvas"), edit, "show.find", "ph.magnifying-glass"),
        WindowAction("run.count", tr("Count now"), lambda w: w.count(), run, "F5", "ph.play", has_page),
        WindowAction("run.to-here", tr("Count up to the selected activity"), lambda w: w.front.count_to_here(), run,
                     "Ctrl+F5", "ph.arrow-line-right", has_page),
        WindowAction("run.test", tr("Test run"), lambda w: w.count(Mode.TEST), run, "Shift+F5", "ph.flask", has_page),
        WindowAction("run.cancel", tr("Stop counting"), lambda w: w.cancel(), run, "Ctrl+.", "ph.stop", has_page),
        WindowAction("run.as-of", tr("Count as of…"), lambda w: w.choose_as_of(), run, "", "ph.clock", has_page),
        WindowAction("run.copy-count", tr("Copy the count with its proof"), lambda w: w.front.copy_count(), run,
                     "Ctrl+Alt+C", "", has_page),
        WindowAction("run.log", tr("Log of the selected activity"), lambda w: w.front.show_log(), run, "Ctrl+Alt+G",
                     "ph.list-bullets", has_page),
        WindowAction("run.open-code", tr("Open a count from its code…"), lambda w: ask_for_code(w.tabs), run,
                     "Ctrl+Shift+O", "", has_desk),
        WindowAction("view.commands", tr("All commands…"), lambda w: w.open_commands(), view, "Ctrl+K",
                     "ph.magnifying-glass"),
        _on_canvas("view.numbers", tr("Counts as numbers"), view, "show.numbers", "ph.hash"),
        _on_canvas("view.of-previous", tr("Counts as shares of the step before"), view, "show.of-previous",
                   "ph.percent"),
        _on_canvas("view.of-entry", tr("Counts as shares of the entry"), view, "show.of-entry", "ph.funnel"),
        _on_canvas("view.heat", tr("Width and colour by population"), view, "show.heat", "ph.thermometer-simple"),
        _on_canvas("view.compare", tr("Compare with a version…"), view, "show.compare", "ph.git-diff"),
        WindowAction("view.next-part", tr("Next part of the window"), lambda w: w.stepping.step(1), view, "F6"),
        WindowAction("view.previous-part", tr("Previous part of the window"), lambda w: w.stepping.step(-1), view,
                     "Shift+F6"),
        WindowAction("view.next-tab", tr("Next tab"), lambda w: w.tabs.step(1), view, "Ctrl+PgDown", "", has_desk),
        WindowAction("view.previous-tab", tr("Previous tab"), lambda w: w.tabs.step(-1), view, "Ctrl+PgUp", "",
                     has_desk),
        WindowAction("view.light", tr("Light"), lambda w: w.looks.choose_scheme(Scheme.LIGHT), view),
        WindowAction("view.dark", tr("Dark"), lambda w: w.looks.choose_scheme(Scheme.DARK), view),
        WindowAction("view.system", tr("As the system"), lambda w: w.looks.choose_scheme(Scheme.SYSTEM), view),
        WindowAction("view.english", "English", lambda w: w.choose_language("en"), view),
        WindowAction("view.french", "Français", lambda w: w.choose_language("fr"), view),
        WindowAction("help.activity", tr("Help on this activity"), lambda w: w.show_help(), help_, "F1",
                     "ph.question"),
        WindowAction("help.shortcuts", tr("Keyboard shortcuts"), lambda w: w.show_shortcuts(), help_, "Ctrl+/"),
        WindowAction("help.about", tr("About Jalon"), lambda w: w.show_about(), help_),
    )  # fmt: skip
