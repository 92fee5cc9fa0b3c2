"""Dashboards of accounts, buying groups, engagement, messages and journeys; every number leads to its list."""
