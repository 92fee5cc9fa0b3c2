"""Predefined filters: rules with a name, listed, edited, and told where they are used."""
