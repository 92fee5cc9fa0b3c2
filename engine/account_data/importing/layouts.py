"""The layouts in which CRM and marketing systems export, as data. Headers are compared without case and punctuation.

A line says "column=header", with several headers apart by "|", of which the first that is there is taken.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.accounts import events


@dataclass(frozen=True, slots=True)
class Known:
    """A layout: what must be there, what marks the system, and which header fills which column of which table.

    `values` turns values into others, per column; what it does not name is left out of the record, or, for a column of
    `needed`, leaves out the record. `by_email` are columns that hold an address where a person's key belongs. Records
    with a true `deleted` are left out.
    """

    system: str
    title: str
    table: str
    needs: str
    lines: str
    marks: str = ""
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict[str, Mapping[str, str]])
    needed: tuple[str, ...] = ()
    by_email: tuple[str, ...] = ()
    deleted: str = "is_deleted|_fivetran_deleted"

    @property
    def columns(self) -> dict[str, tuple[str, ...]]:
        """Column to the headers that may fill it, in order of preference."""
        parts = (line.partition("=") for line in self.lines.split())
        return {name: tuple((headers or name).split("|")) for name, _, headers in parts}


_OPTED_OUT = {"consent_email": {"true": "n", "TRUE": "n", "True": "n", "1": "n"}}
_MARKETO_TYPES = {
    "1": events.PAGE_VIEW, "2": events.FORM_FILLED, "3": events.LINK_CLICK, "6": events.EMAIL_SENT,
    "7": events.EMAIL_DELIVERED, "8": events.EMAIL_BOUNCED, "9": events.EMAIL_UNSUBSCRIBED,
    "10": events.EMAIL_OPENED, "11": events.EMAIL_CLICKED, "13": events.PERSON_CHANGED, "22": events.SCORE_CHANGED,
    "27": events.EMAIL_BOUNCED_SOFT, "41": events.INTERESTING_MOMENT, "46": events.INTERESTING_MOMENT,
}  # fmt: skip
_HUBSPOT_TYPES = {
    "SENT": events.EMAIL_SENT, "DELIVERED": events.EMAIL_DELIVERED, "OPEN": events.EMAIL_OPENED,
    "CLICK": events.EMAIL_CLICKED, "BOUNCE": events.EMAIL_BOUNCED, "DEFERRED": events.EMAIL_BOUNCED_SOFT,
    "UNSUBSCRIBED": events.EMAIL_UNSUBSCRIBED,
}  # fmt: skip
_SALESFORCE = r"(?i)^_?(is_?deleted|system_?modstamp|last_?referenced_?date|photo_?url|jigsaw.*)$"
_HUBSPOT = r"^(property_|hs_|portal_id$)"
_MARKETO = r"^(activity_type_id|activityTypeId|workspace|workspace_name|primary_attribute_value(_id)?|sfdc_id)$"

KNOWN: tuple[Known, ...] = (
    Known(
        "Salesforce", "Accounts", "account", "id name billing_city", """
        account_id=id parent_account_id=parent_id name annual_revenue industry employees=number_of_employees
        sic_code=sic website logo_url=photo_url phone street1=billing_street city=billing_city state=billing_state
        postal_code=billing_postal_code country=billing_country|billing_country_code source_type=account_source
        description created_at=created_date updated_at=system_modstamp|last_modified_date|_fivetran_synced""",
        _SALESFORCE,
    ),
    Known(
        "Salesforce", "Contacts", "person", "id account_id last_name email mailing_city", """
        person_id=id email first_name middle_name last_name salutation birth_date=birthdate job_title=title
        departments=department phone mobile_phone fax street1=mailing_street city=mailing_city state=mailing_state
        postal_code=mailing_postal_code country=mailing_country|mailing_country_code
        email_invalid=is_email_bounced consent_email=has_opted_out_of_email source_account_id=account_id
        created_at=created_date updated_at=system_modstamp|last_modified_date""",
        _SALESFORCE, values=_OPTED_OUT,
    ),
    Known(
        "Salesforce", "Contacts at their accounts", "account_person", "id account_id last_name email mailing_city", """
        account_person_id=id account_id person_id=id created_at=created_date
        updated_at=system_modstamp|last_modified_date""",
        _SALESFORCE, needed=("account_id",),
    ),
    Known(
        "Salesforce", "Leads", "person", "id last_name email company is_converted", """
        person_id=id email first_name last_name salutation job_title=title phone mobile_phone street1=street city
        state postal_code country person_status=status consent_email=has_opted_out_of_email
        source_account_id=converted_account_id created_at=created_date
        updated_at=system_modstamp|last_modified_date""",
        _SALESFORCE, values=_OPTED_OUT,
    ),
    Known(
        "Salesforce", "Opportunities", "opportunity", "id account_id stage_name close_date", """
        opportunity_id=id account_id name description type stage=stage_name amount expected_revenue
        quantity=total_opportunity_quantity probability fiscal_quarter fiscal_year forecast_category
        forecast_category_name is_closed is_won expected_close_date=close_date last_activity_date next_step lead_source
        created_date created_at=created_date updated_at=system_modstamp|last_modified_date|_fivetran_synced""",
        _SALESFORCE,
    ),
    Known(
        "Salesforce", "Contact roles of opportunities", "opportunity_person", "opportunity_id contact_id role", """
        opportunity_id person_id=contact_id role is_primary created_at=created_date
        updated_at=system_modstamp|last_modified_date""",
    ),
    Known(
        "HubSpot", "Companies", "account", "id property_name", """
        account_id=id name=property_name description=property_description industry=property_industry
        street1=property_address city=property_city state=property_state country=property_country
        postal_code=property_zip phone=property_phone website=property_domain|property_website
        employees=property_numberofemployees annual_revenue=property_annualrevenue
        parent_account_id=property_hs_parent_company_id created_at=property_createdate
        updated_at=property_hs_lastmodifieddate|_fivetran_synced""",
        _HUBSPOT,
    ),
    Known(
        "HubSpot", "Contacts", "person", "id property_email property_lastname", """
        person_id=id email=property_email first_name=property_firstname last_name=property_lastname
        salutation=property_salutation job_title=property_jobtitle phone=property_phone
        mobile_phone=property_mobilephone fax=property_fax street1=property_address city=property_city
        state=property_state postal_code=property_zip country=property_country
        person_status=property_hs_lead_status consent_email=property_hs_email_optout
        source_account_id=property_associatedcompanyid created_at=property_createdate
        updated_at=property_lastmodifieddate|_fivetran_synced""",
        _HUBSPOT, values=_OPTED_OUT,
    ),
    Known(
        "HubSpot", "Contacts at their companies", "account_person",
        "id property_email property_associatedcompanyid", """
        account_person_id=id account_id=property_associatedcompanyid person_id=id
        created_at=property_createdate updated_at=property_lastmodifieddate|_fivetran_synced""",
        _HUBSPOT, needed=("account_id",),
    ),
    Known(
        "HubSpot", "Deals", "opportunity", "deal_id property_dealname", """
        opportunity_id=deal_id account_id=property_associatedcompanyid name=property_dealname
        description=property_description type=property_dealtype stage=deal_pipeline_stage_id|property_dealstage
        amount=property_amount expected_close_date=property_closedate created_date=property_createdate
        created_at=property_createdate updated_at=property_hs_lastmodifieddate""",
        _HUBSPOT,
    ),
    Known(
        "HubSpot", "Contacts of deals", "opportunity_person", "contact_id deal_id",
        "opportunity_id=deal_id person_id=contact_id role=category updated_at=_fivetran_synced",
    ),
    Known(
        "HubSpot", "E-mail events", "activity", "id type recipient created email_campaign_id", """
        activity_id=id type ts=created person_id=recipient asset_id=email_campaign_id link_url=url
        user_agent browser""",
        r"^(app_id|portal_id|email_campaign_id)$",
        constants={"source": "HubSpot", "asset_type": "email"}, values={"type": _HUBSPOT_TYPES}, needed=("type",),
        by_email=("person_id",),
    ),
    Known(
        "HubSpot", "Submitted forms", "activity", "timestamp form_id contact_id conversion_id", """
        activity_id=conversion_id ts=timestamp person_id=contact_id asset_id=form_id page_url page_name=title""",
        constants={"source": "HubSpot", "asset_type": "form", "type": events.FORM_FILLED},
    ),
    Known(
        "HubSpot", "Contact lists", "people_list", "id name created_at updated_at object_type_id", """
        list_id=id name created_at updated_at""",
        constants={"kind": "static", "status": "live"},
    ),
    Known(
        "HubSpot", "Members of contact lists", "people_list_member", "contact_id contact_list_id added_at",
        "list_id=contact_list_id person_id=contact_id added_at", constants={"added_by": "HubSpot"},
    ),
    Known(
        "Marketo", "Activities", "activity", "id activity_date activity_type_id lead_id", """
        activity_id=id type=activity_type_id ts=activity_date person_id=lead_id
        asset_id=email_template_id|primary_attribute_value_id asset_name=primary_attribute_value link_url=link
        attribute=primary_attribute_value old_value new_value reason user_agent device platform
        is_mobile=is_mobile_device client_ip=client_ip_address referrer=referrer_url
        query_string=query_parameters""",
        _MARKETO, constants={"source": "Marketo"}, values={"type": _MARKETO_TYPES}, needed=("type",),
    ),
    Known(
        "Marketo", "Campaigns", "mkto_campaign", "id name program_id workspace_name", """
        campaign_id=id name is_requestable created_at updated_at""",
        _MARKETO, constants={"workspace_id": "default"},
    ),
    Known(
        "Marketo", "E-mails", "mkto_email", "id name subject from_email status", """
        email_id=id name status subject created_at updated_at""",
        _MARKETO, constants={"workspace_id": "default"},
        values={"status": {"approved": "approved", "draft": "draft"}},
    ),
    Known(
        "Marketo", "Programs", "program", "id name channel start_date end_date", """
        program_id=id name description type_id=channel created_at updated_at""",
        _MARKETO,
    ),
    Known(
        "Marketo", "Leads", "person", "id email created_at updated_at", """
        person_id=id email first_name middle_name last_name salutation birth_date=date_of_birth job_title=title
        departments=department phone mobile_phone fax street1=address city state postal_code country
        inferred_state_region person_status=lead_status person_score=lead_score
        marketing_suspended marketing_suspended_cause blocklisted=black_listed email_invalid
        consent_email=unsubscribed consent_email_reason=unsubscribed_reason created_at updated_at""",
        values=_OPTED_OUT,
    ),
    Known(
        "Marketo", "Records of leads", "mkto_record", "id email created_at updated_at", """
        record_id=id person_id=id email created_at updated_at""",
        constants={"connection_id": "default"},
    ),
)  # fmt: skip


def plain(header: str) -> str:
    """A header without case, punctuation and the prefix of a property."""
    return re.sub(r"[^0-9a-z]", "", header.lower().removeprefix("property_"))
