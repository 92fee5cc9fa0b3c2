"""Assign to buying group: make the person a member of this account's group, in a role."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field
from sqlglot import exp

from engine.contract import Hint
from engine.journey.contract import (
    ACCOUNT_ONLY,
    Action,
    Change,
    Check,
    Context,
    Outcome,
    Place,
    Settings,
    Telling,
    Work,
    remark,
)
from engine.journey.memberships import group_member, has_buying_group, member_source, was_removed
from engine.journey.rows import Rows
from engine.journey.values import same
from engine.problems import Problem
from engine.texts import quoted, say
from engine.trees import negated, sure, text


class AssignToBuyingGroupSettings(Settings):
    """Of which interest, and as what."""

    interest: Annotated[str, Hint("reference", "solution_interest")] = Field(default="", title="Solution interest")
    role: Annotated[str, Hint("reference", "bg_role")] = Field(default="", title="Role")


class AssignToBuyingGroup(Action[AssignToBuyingGroupSettings]):
    """Make the person a member of the account's buying group, in a role."""

    type_id = "ppl.assign_bg"
    title = "Assign to buying group"
    context = Context.PEOPLE
    journeys = ACCOUNT_ONLY
    settings = AssignToBuyingGroupSettings

    def check(self, place: Place[AssignToBuyingGroupSettings]) -> Iterator[Problem]:
        yield from place.check_reference("solution_interest", place.settings.interest, "interest")
        yield from place.check_reference("bg_role", place.settings.role, "role")
        references = place.world.references
        interest = references.find("solution_interest", place.settings.interest)
        role = references.find("bg_role", place.settings.role)
        if interest is None or role is None:
            return
        cards = {str(row["role_id"]) for row in references.rows("role_template_role",
                                                                template_id=interest.get("template_id"))}  # fmt: skip
        if cards and str(role["role_id"]) not in cards:
            names = sorted(str(one["name"]) for one in references.rows("bg_role") if str(one["role_id"]) in cards)
            yield remark(
                "foreign-role",
                say("The roles template of {interest} has no {role}.", interest=quoted(interest["name"]),
                    role=quoted(role["name"])),
                fix=say("Choose one of {names}.", names=", ".join(names)),
                check="V08",
                field_name="role",
            )  # fmt: skip

    def work(self, place: Place[AssignToBuyingGroupSettings], rows: Rows) -> Work:
        interest = place.reference("solution_interest", place.settings.interest, "interest")
        role = str(place.reference("bg_role", place.settings.role, "role")["role_id"])
        key, ground = str(interest["si_id"]), rows.ground
        member, source = group_member(ground, key), member_source(ground, key)
        old = rows.value(member)
        by_hand = sure(rows.value(source).eq(text("manual")))
        return Work(
            checks=(
                Check(Outcome.NO_BUYING_GROUP, negated(rows.value(has_buying_group(ground, key)))),
                Check(Outcome.ALREADY_MEMBER, same(old, text(role))),
                Check(Outcome.PRECEDENCE, by_hand),
            ),
            changes=(
                Change(member, text(role)),
                Change(was_removed(ground, key), exp.false()),
                Change(source, text("journey")),
            ),
            tellings=(
                Telling(
                    "person.assignedToBuyingGroup",
                    {"asset_id": text(key), "asset_name": text(str(interest["name"])), "old_value": old.copy(),
                     "new_value": text(role), "source": text("journey")},
                    of_person=True,
                ),
            ),
            before=old.copy(),
            after=text(role),
        )  # fmt: skip
