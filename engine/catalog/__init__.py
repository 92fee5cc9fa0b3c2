"""Schemas: tables, columns, keys, links and targeting dimensions, and how a path through them is read."""
