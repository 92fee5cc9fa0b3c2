"""The plans of the documents that were looked at lately, so that an edit compiles only what it changed."""

from collections import OrderedDict

from engine.compiler.plan import Plan

MOST_PLANS = 8


class Plans:
    """The last plan of each of a few documents. A plan never changes, so any thread may read it."""

    def __init__(self) -> None:
        self._plans: OrderedDict[str, Plan] = OrderedDict()

    def get(self, document: str) -> Plan | None:
        """The last plan of a document, if it is still remembered."""
        return self._plans.get(document)

    def keep(self, document: str, plan: Plan) -> None:
        """Remember a plan; the one looked at longest ago goes."""
        self._plans.pop(document, None)
        self._plans[document] = plan
        while len(self._plans) > MOST_PLANS:
            self._plans.popitem(last=False)
