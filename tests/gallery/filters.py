"""Predefined filters: the page with one, without any found, and with a new one."""

from collections.abc import Callable, Iterator

from app.filters.page import FiltersPage
from tests.gallery.app import Stage, in_all_looks
from tests.gallery.loyalty import past
from tests.gallery.picture import Picture


def _filters(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.settle()


def _no_filter_found(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.settle()
    page.search.setText("nothing like it")


def _new_filter(stage: Stage) -> None:
    stage.enter(past())
    page = stage.window.show_section("filters")
    assert isinstance(page, FiltersPage), "the section of the filters"
    stage.settle()
    page.new.click()


SCREENS: dict[str, Callable[[Stage], None]] = {
    "filter": _filters,
    "none-found": _no_filter_found,
    "new": _new_filter,
}


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
