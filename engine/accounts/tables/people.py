"""Accounts, persons, and which person works where and as what."""

from engine.accounts.declaring import declare, field, link

CONSENT = ("y", "n")

ACCOUNT = declare(
    "account", "Accounts", "One company. Without a name it is left out of audiences.", "account_id",
    field("account_id", "Account ID", xdm="accountKey.sourceKey"),
    field("parent_account_id", "Parent account ID", xdm="accountParentKey.sourceKey"),
    field("name", "Name", xdm="accountName", longest=255, updatable=True),
    field("annual_revenue", "Annual revenue", "decimal(18,2)", xdm="accountOrganization.annualRevenue.amount",
          updatable=True),
    field("industry", "Industry", xdm="accountOrganization.industry", updatable=True),
    field("employees", "Employee size", "integer", xdm="accountOrganization.numberOfEmployees", updatable=True),
    field("sic_code", "SIC code", xdm="accountOrganization.SICCode", updatable=True),
    field("website", "Domain name", xdm="accountOrganization.website", updatable=True),
    field("logo_url", "Logo URL", xdm="accountOrganization.logoUrl", updatable=True),
    field("phone", "Account phone number", xdm="accountPhone.number", updatable=True),
    field("street1", "Street 1", xdm="accountBillingAddress.street1", updatable=True),
    field("city", "City", xdm="accountBillingAddress.city", updatable=True),
    field("region", "Address region", xdm="accountBillingAddress.region", updatable=True),
    field("state", "State", xdm="accountBillingAddress.state", updatable=True),
    field("postal_code", "Address postal code", xdm="accountBillingAddress.postalCode", updatable=True),
    field("country", "Country", xdm="accountBillingAddress.country", updatable=True),
    field("source_type", "Source type", xdm="accountSourceType", updatable=True),
    field("description", "Description", xdm="accountDescription", updatable=True),
)  # fmt: skip

PERSON = declare(
    "person", "People", "One person. Without an e-mail address a person is not carried by a journey.", "person_id",
    field("person_id", "Person ID", xdm="b2b.personKey.sourceKey"),
    field("email", "E-mail address", xdm="workEmail.address", updatable=True),
    field("email_suspended", "E-mail suspended", "boolean", xdm="workEmail.status", about="Empty means no."),
    field("email_invalid", "E-mail invalid", "boolean", about="Empty means no."),
    field("blocklisted", "Blocklisted", "boolean", about="Empty means no."),
    field("first_name", "First name", xdm="person.name.firstName", updatable=True),
    field("middle_name", "Middle name", xdm="person.name.middleName", updatable=True),
    field("last_name", "Last name", xdm="person.name.lastName", updatable=True),
    field("salutation", "Salutation", xdm="person.name.courtesyTitle", updatable=True),
    field("birth_date", "Date of birth", "date", xdm="person.birthDate", updatable=True),
    field("job_title", "Job title", xdm="extendedWorkDetails.jobTitle", updatable=True),
    field("departments", "Department", "list", xdm="extendedWorkDetails.departments"),
    field("phone", "Phone", xdm="workPhone.number", updatable=True),
    field("mobile_phone", "Mobile phone", xdm="mobilePhone.number", updatable=True),
    field("fax", "Fax number", xdm="faxPhone.number", updatable=True),
    field("street1", "Address", xdm="workAddress.street1", updatable=True),
    field("city", "City", xdm="workAddress.city", updatable=True),
    field("state", "State", xdm="workAddress.state", updatable=True),
    field("postal_code", "Postal code", xdm="workAddress.postalCode", updatable=True),
    field("country", "Country", xdm="workAddress.country", updatable=True),
    field("inferred_state_region", "Inferred state region"),
    field("person_status", "Lead status", xdm="b2b.personStatus", updatable=True),
    field("marketing_suspended", "Marketing suspended", "boolean", xdm="b2b.isMarketingSuspended",
          about="Empty means no."),
    field("marketing_suspended_cause", "Marketing suspended cause", xdm="b2b.marketingSuspendedCause"),
    field("consent_email", "E-mail consent", xdm="consents.marketing.email.val", values=CONSENT, updatable=True,
          about="n is unsubscribed; empty means that the person takes e-mail."),
    field("consent_email_reason", "Unsubscribed reason", xdm="consents.marketing.email.reason", updatable=True),
    field("consent_sms", "SMS consent", xdm="consents.marketing.sms.val", values=CONSENT, updatable=True,
          about="Empty means that the person takes none."),
    field("consent_whatsapp", "WhatsApp consent", xdm="consents.marketing.whatsApp.val", values=CONSENT,
          updatable=True, about="Empty means that the person takes none."),
    field("engagement_score", "Person engagement score", "double", about="Computed daily."),
    field("person_score", "Person score", "integer", updatable=True),
    field("persona", "Derived persona", about="Computed from the persona criteria."),
    field("time_zone", "Time zone", updatable=True),
    field("partition_id", "Person partition", about="Empty means the default one."),
    field("test_profile", "Test profile", "boolean", xdm="testProfile", about="Empty means no."),
    field("source_account_id", "Main account ID", xdm="personComponents.sourceAccountKey.sourceKey"),
)  # fmt: skip

CONSENT_DETAIL = declare(
    "consent_detail", "Consents by sender", "A consent for one subscription or one number.",
    "person_id channel scope key",
    field("person_id", "Person ID"),
    field("channel", "Channel", values=("email", "sms", "whatsapp")),
    field("scope", "Scope", values=("subscription", "number")),
    field("key", "Subscription or number"),
    field("val", "Consent", values=CONSENT),
)  # fmt: skip

ACCOUNT_PERSON = declare(
    "account_person", "People of accounts",
    "Which person works for which account, as what, from when and until when.", "account_person_id",
    field("account_person_id", "Relation ID", xdm="accountPersonKey.sourceKey"),
    field("account_id", "Account ID", xdm="accountKey.sourceKey"),
    field("person_id", "Person ID", xdm="personKey.sourceKey"),
    field("person_roles", "Role", "list", xdm="personRoles"),
    field("valid_from", "From", "instant", about="Empty means from the beginning."),
    field("valid_to", "Until", "instant", about="Empty means that it goes on; the moment itself is no longer in."),
)  # fmt: skip

DECLARED = (ACCOUNT, PERSON, ACCOUNT_PERSON, CONSENT_DETAIL)
LINKS = (
    link("account", "parent", "account", "parent_account_id=account_id", "subsidiaries"),
    link("account_person", "account", "account", "account_id", "relations"),
    link("account_person", "person", "person", "person_id", "relations"),
    link("person", "main_account", "account", "source_account_id=account_id", "main_people"),
    link("person", "partition", "mkto_partition", "partition_id", "people"),
    link("consent_detail", "person", "person", "person_id", "consents"),
)
