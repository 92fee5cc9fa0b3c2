"""Exports of other systems: recognised from their columns, suggested with evidence, loaded with a report."""
