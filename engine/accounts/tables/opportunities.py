"""Opportunities, and who has a part in them."""

from engine.accounts.declaring import declare, field, link

OPPORTUNITY = declare(
    "opportunity", "Opportunities", "A sale that may come about.", "opportunity_id",
    field("opportunity_id", "Opportunity ID", xdm="opportunityKey.sourceKey"),
    field("account_id", "Account ID", xdm="accountKey.sourceKey"),
    field("name", "Name", xdm="opportunityName"),
    field("description", "Description", xdm="opportunityDescription"),
    field("type", "Type", xdm="opportunityType"),
    field("stage", "Stage", xdm="opportunityStage"),
    field("amount", "Amount", "decimal(18,2)", xdm="opportunityAmount.amount"),
    field("currency", "Currency", xdm="opportunityAmount.currencyCode"),
    field("expected_revenue", "Expected revenue", "decimal(18,2)", xdm="expectedRevenue.amount"),
    field("quantity", "Quantity", "double", xdm="opportunityQuantity"),
    field("probability", "Probability", "double", xdm="probabilityPercentage", about="In percent, 0 to 100."),
    field("fiscal_quarter", "Fiscal quarter", xdm="fiscalQuarter"),
    field("fiscal_year", "Fiscal year", xdm="fiscalYear"),
    field("forecast_category", "Forecast category", xdm="forecastCategory"),
    field("forecast_category_name", "Forecast category name", xdm="forecastCategoryName"),
    field("is_closed", "Is closed", "boolean", xdm="isClosed"),
    field("is_won", "Is won", "boolean", xdm="isWon"),
    field("expected_close_date", "Close date", "date", xdm="expectedCloseDate"),
    field("actual_close_date", "Actual close date", "date", xdm="actualCloseDate"),
    field("last_activity_date", "Last activity date", "date", xdm="lastActivityDate"),
    field("next_step", "Next step", xdm="nextStep"),
    field("lead_source", "Person source", xdm="leadSource"),
    field("created_date", "Created in the source", "instant", xdm="extSourceSystemAudit.createdDate"),
)  # fmt: skip

OPPORTUNITY_PERSON = declare(
    "opportunity_person", "People of opportunities", "Who has which part in an opportunity.",
    "opportunity_id person_id",
    field("opportunity_id", "Opportunity ID", xdm="opportunityKey.sourceKey"),
    field("person_id", "Person ID", xdm="personKey.sourceKey"),
    field("role", "Role", xdm="personRole"),
    field("is_primary", "Is primary", "boolean", xdm="isPrimary"),
)  # fmt: skip

DECLARED = (OPPORTUNITY, OPPORTUNITY_PERSON)
LINKS = (
    link("opportunity", "account", "account", "account_id", "opportunities"),
    link("opportunity_person", "opportunity", "opportunity", "opportunity_id", "people"),
    link("opportunity_person", "person", "person", "person_id", "opportunities"),
)
