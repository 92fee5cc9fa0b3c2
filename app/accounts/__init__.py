"""Accounts, people and buying groups, and the objects that journeys speak of: lists, interests, templates, stages."""
