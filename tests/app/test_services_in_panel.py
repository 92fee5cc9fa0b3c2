"""An external service in a journey: what it asks for is filled in as fields, whatever the service calls them."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.panel.editors.dependent import ServiceAttributesEditor
from engine.account_data.services import map_service, set_status
from tests.app.journey_builder import JourneyBuilder
from tests.app.window import open_window
from tests.engine.journey.fixture import companies
from tests.engine.journey.test_services import NOW, brought


@pytest.mark.req("B2B-189")
def test_the_attributes_of_a_service_are_fields_of_the_panel(qtbot: QtBot, tmp_path: Path) -> None:
    with companies(tmp_path / "w") as workspace:
        name = brought(workspace, tmp_path)
        map_service(workspace, name, NOW, outgoing={"staff": "employees"})
        set_status(workspace, name, NOW, active=True)
    user = open_window(qtbot, tmp_path, tmp_path / "w")
    hands = JourneyBuilder(user)
    hands.begin("Scored")
    hands.set("audience", condition=[])
    call = hands.grow("audience", "External action")
    hands.set(call)
    editor = next(one for one in user.window.panel.findChildren(ServiceAttributesEditor) if one.isVisible())
    assert editor.form is None
    assert "first" in editor.hint.text()

    hands.set(call, service=name)
    user.until(lambda: editor.form is not None)
    user.settled()
    assert ("missing-setting", "attributes.region") in {(one.code, one.field) for one in user.page.session.problems}
    inspector = user.window.inspector
    assert inspector is not None
    user.until(lambda: "has no people to show" in inspector.rows.grid.notice.text())
    hands.set(call, attributes={"region": "EU", "_least": "12"})
    user.settled()

    assert user.document.node_by_id[call].settings["attributes"] == {"region": "EU", "_least": 12}
    assert not [one for one in user.page.session.problems if one.field == "attributes.region"]
    user.window.close()
