"""The events that journeys can listen for, each with the fields that it brings beside the common ones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

EXPERIENCE = "Experience events"
"""The folder of the types that an administrator configured."""
_COMMON = (
    "_id:ID:string", "eventType:Event type:string", "timestamp:Date:string", "personID:Person ID:string",
    *(f"personKey.{part}:Person {part}:string" for part in ("sourceID", "sourceType", "sourceInstanceID", "sourceKey")),
)  # fmt: skip
_JOURNEY = (
    "_experience.journeyOrchestration.stepEvents.journeyID:Journey ID:string",
    "_experience.journeyOrchestration.stepEvents.nodeID:Node ID:string",
)
_AGENT, _REFERRER = (
    "environment.browserDetails.userAgent:User agent:string",
    "web.webReferrer.URL:Referrer:string",
)
_QUERY, _PAGE = (
    "web.webPageDetails.queryParameters:Querystring:string",
    "web.webPageDetails.webPageID:Web page ID:string",
)


def _key(path: str, label: str) -> tuple[str, ...]:
    parts = ("sourceID", "sourceType", "sourceInstanceID", "sourceKey")
    return tuple(f"{path}.{part}:{label} {part}:string" for part in parts)


_MAILING = (*_key("directMarketing.mailingKey", "E-mail"), "directMarketing.mailingName:E-mail:string")
_SENT = (
    *_key("directMarketing.emailSent.mailingKey", "E-mail"),
    "directMarketing.emailSent.mailingName:E-mail:string",
)
_OPENED = (
    *_MAILING, "device.isMobileDevice:Is mobile device:boolean", "device.model:Device:string", _AGENT,
    "environment.operatingSystem:Platform:string", *_JOURNEY,
)  # fmt: skip
_BOUNCED = (
    *_MAILING, "directMarketing.email:E-mail address:string", "directMarketing.emailBouncedCode:Bounce code:string",
    "directMarketing.emailBouncedDetails:Bounce details:string", *_JOURNEY,
)  # fmt: skip
_VISITED = (
    *_key("web.webPageDetails.webPageKey", "Web page"), "web.webPageDetails.name:Page name:string",
    "web.webPageDetails.URL:Web page:string", _QUERY, _PAGE, _AGENT, _REFERRER,
)  # fmt: skip
_FILLED = (
    *_key("web.fillOutForm.webFormKey", "Form"), "web.fillOutForm.webFormID:Form ID:string",
    "web.fillOutForm.webFormName:Form:string", _QUERY, _PAGE, _AGENT, _REFERRER,
)  # fmt: skip
_LINKED = (
    *_key("web.webInteraction.webInteractionKey", "Link"), "web.webInteraction.linkID:Link ID:string",
    "web.webInteraction.linkURL:Link:string", _QUERY, _PAGE, _AGENT, _REFERRER,
)  # fmt: skip
_MOMENT = (
    *(f"leadOperation.interestingMoment.{part}:{part.capitalize()}:string"
      for part in ("date", "description", "source", "type")),
    *_JOURNEY,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventField:
    """A field of an event: its path in the exchange model, its label, and string, integer, double or boolean."""

    path: str
    label: str
    data_type: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event."""

    type: str
    label: str
    folder: str
    own: tuple[str, ...] = ()

    @property
    def of_account(self) -> bool:
        """Whether the account itself does it, rather than one of its people."""
        return self.type.startswith("account.")

    @property
    def fields(self) -> Iterator[EventField]:
        """The common fields and its own."""
        for written in (*_COMMON, *self.own):
            path, label, kind = written.split(":")
            yield EventField(path, label, kind)


EMAIL_SENT, EMAIL_DELIVERED = "directMarketing.emailSent", "directMarketing.emailDelivered"
EMAIL_OPENED, EMAIL_CLICKED = "directMarketing.emailOpened", "directMarketing.emailClicked"
EMAIL_BOUNCED, EMAIL_BOUNCED_SOFT = "directMarketing.emailBounced", "directMarketing.emailBouncedSoft"
EMAIL_UNSUBSCRIBED = "directMarketing.emailUnsubscribed"
PAGE_VIEW, FORM_FILLED, LINK_CLICK = (
    "web.webpagedetails.pageViews",
    "web.formFilledOut",
    "web.webinteraction.linkClicks",
)
INTERESTING_MOMENT, SCORE_CHANGED = "leadOperation.interestingMoment", "leadOperation.scoreChanged"
EVENT_ATTENDED, EVENT_REGISTERED = "event.attended", "event.registered"
ACCOUNT_MOMENT = "account.interestingMoment"
PERSON_CHANGED, ACCOUNT_CHANGED = "person.dataValueChanged", "account.dataValueChanged"
SMS_CLICKED, SMS_BOUNCED = "sms.linkClicked", "sms.bounced"
ASSIGNED, UNASSIGNED = "person.assignedToBuyingGroup", "person.removedFromBuyingGroup"
STAGE_CHANGED, STATUS_CHANGED = "account.buyingGroupStageChanged", "account.buyingGroupStatusChanged"
COMPLETENESS_CHANGED, ENGAGEMENT_CHANGED = "account.completenessScoreChanged", "account.engagementScoreChanged"

EVENTS: tuple[EventType, ...] = (
    EventType(EMAIL_SENT, "E-mail sent", "E-mail", (*_SENT, *_JOURNEY)),
    EventType(EMAIL_DELIVERED, "E-mail delivered", "E-mail", (*_MAILING, *_JOURNEY)),
    EventType(EMAIL_OPENED, "E-mail opened", "E-mail", _OPENED),
    EventType(EMAIL_CLICKED, "E-mail clicked", "E-mail", (*_OPENED, "directMarketing.linkURL:Link:string")),
    EventType(EMAIL_BOUNCED, "E-mail bounced", "E-mail", _BOUNCED),
    EventType(EMAIL_BOUNCED_SOFT, "E-mail bounced soft", "E-mail", _BOUNCED),
    EventType(EMAIL_UNSUBSCRIBED, "E-mail unsubscribed", "E-mail", (*_MAILING, *_JOURNEY)),
    EventType(PAGE_VIEW, "Web page visited", "Web", _VISITED),
    EventType(FORM_FILLED, "Form filled out", "Web", _FILLED),
    EventType(LINK_CLICK, "Web link clicked", "Web", _LINKED),
    EventType(INTERESTING_MOMENT, "Interesting moment", "Curated", _MOMENT),
    EventType(EVENT_ATTENDED, "Event attended", "Event"),
    EventType(EVENT_REGISTERED, "Registered for event", "Event"),
    EventType(SMS_CLICKED, "Clicks link in SMS", "SMS"),
    EventType(SMS_BOUNCED, "SMS bounces", "SMS"),
    EventType(SCORE_CHANGED, "Score is changed", "Person"),
    EventType(PERSON_CHANGED, "Person data value changed", "Person"),
    EventType(ASSIGNED, "Assigned to buying group", "Buying group"),
    EventType(UNASSIGNED, "Removed from buying group", "Buying group"),
    EventType(ACCOUNT_MOMENT, "Account had interesting moment", "Account"),
    EventType(ACCOUNT_CHANGED, "Account data value changed", "Account"),
    EventType(STAGE_CHANGED, "Buying group stage changed", "Buying group"),
    EventType(STATUS_CHANGED, "Buying group status changed", "Buying group"),
    EventType(COMPLETENESS_CHANGED, "Completeness score changed", "Buying group"),
    EventType(ENGAGEMENT_CHANGED, "Engagement score changed", "Buying group"),
)
CONFIGURABLE = tuple(event.type for event in EVENTS if event.folder in {"E-mail", "Web", "Curated"})
"""The experience events, which an administrator configures; the others the engine writes by itself."""
EVENT_BY_TYPE: Mapping[str, EventType] = {one.type: one for one in EVENTS}
MOST_EVENTS, MOST_FIELDS = 50, 100
