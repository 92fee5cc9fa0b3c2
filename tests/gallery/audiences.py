"""Audiences: the list, each part of one, and what is asked about them."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from app.audiences.page import AudiencesPage
from engine.catalog.model import Channel, Dimension
from engine.runner.audience_files import import_members
from engine.workspace import Workspace
from engine.workspace.audiences import AudienceStatus, SavedAudience
from tests.gallery.app import Do, Stage, in_all_looks
from tests.gallery.loyalty import past
from tests.gallery.picture import Picture


def _with_contacts() -> Path:
    """The same with an audience whose records have four identities."""
    folder = Path(tempfile.mkdtemp()) / "Loyalty"
    shutil.copytree(past(), folder)
    with Workspace.open(folder) as workspace:
        addresses = {Channel.EMAIL: "email", Channel.SMS: "mobile", Channel.PUSH: "push_token"}
        workspace.schemas.add(
            Dimension(name="contacts", table="contacts_synthetic", label="Contacts", identity="household_id",
                      namespace="household", addresses=addresses)
        )  # fmt: skip
        for rows in (240, 160, 320):
            path = folder.parent / "reachable.csv"
            path.write_text("household_id\n" + "".join(f"{number}\n" for number in range(1, rows)))
            import_members(workspace, path, "Reachable", "contacts", "household_id")
    return folder


def _audience(
    label: str, tab: str = "", do: Callable[[AudiencesPage], None] = lambda _page: None,
    folder: Callable[[], Path] = past,
) -> Do:  # fmt: skip
    def show(stage: Stage) -> None:
        stage.enter(folder())
        page = stage.window.show_section("audiences")
        assert isinstance(page, AudiencesPage), "the section of the audiences"
        stage.until(lambda: bool(page.model.rows))
        page.select(next(one.id for one in page.model.rows if one.label == label))
        if tab:
            page.detail.tabs.setCurrentWidget(getattr(page.detail, tab))
        stage.settle()
        do(page)
        stage.settle()

    return show


def _compared(page: AudiencesPage) -> None:
    page.detail.trend.list.setFocus()
    page.detail.trend.list.selectAll()
    for place in range(2, page.detail.trend.list.topLevelItemCount()):
        item = page.detail.trend.list.topLevelItem(place)
        assert item is not None, "it was counted"
        item.setSelected(False)


def _member(page: AudiencesPage) -> None:
    page.detail.rows.grid.go_to(3)
    key = page.detail.rows.grid.key(2)
    assert key is not None, "a member has an identity"
    page.detail.rows.follow_wanted.emit(key)


def _audience_dialog(open_: Callable[[AudiencesPage, list[SavedAudience]], object]) -> Do:
    def do(page: AudiencesPage) -> None:
        open_(page, page.selected)

    return _audience("Newsletter readers", "", do)


def _import_audience(page: AudiencesPage, _some: object) -> None:
    path = Path(tempfile.mkdtemp()) / "guests.csv"
    path.write_text("household_id,rhythm,email_opt_in\n1,weekly,yes\n7,daily,no\n")
    page.import_file(path)


def _used(page: AudiencesPage, some: list[SavedAudience]) -> None:
    page.doing.set_status(some, AudienceStatus.DELETED)


def _nobody_passes(page: AudiencesPage) -> None:
    page.filters.search.setText("nothing like it")


SCREENS: dict[str, Callable[[Stage], None]] = {
    "list": _audience("Newsletter readers"),
    "attributes": _audience("Newsletter readers", "attributes"),
    "trend": _audience("Newsletter readers", "trend"),
    "compared": _audience("Newsletter readers", "trend", _compared),
    "overlap": _audience("Newsletter readers", "overlap"),
    "identities": _audience("Reachable", "identities", folder=_with_contacts),
    "one-identity": _audience("Newsletter readers", "identities"),
    "share": _audience_dialog(lambda page, some: page.doing.share(some[0])),
    "evaluation": _audience("Readers to thank", "", lambda page: page.doing.evaluation(page.selected)),
    "table": _audience_dialog(lambda page, some: page.doing.to_table(some[0])),
    "member": _audience("Newsletter readers", do=_member),
    "lineage": _audience("Newsletter readers", "canvas"),
    "properties": _audience_dialog(lambda page, some: page.doing.properties(some[0])),
    "tags": _audience_dialog(lambda page, some: page.doing.tags(some)),
    "folder": _audience_dialog(lambda page, some: page.doing.move(some)),
    "used": _audience_dialog(_used),
    "import": _audience_dialog(_import_audience),
    "once": _audience("Coupon lovers", "trend"),
    "alone": _audience("Panel of 2024 - copy", "canvas"),
    "none-found": _audience("Coupon lovers", "", _nobody_passes),
}


def pictures() -> Iterator[Picture]:
    """Every screen in all looks."""
    return in_all_looks(SCREENS)
