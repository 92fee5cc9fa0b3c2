"""The account data of a workspace: created, filled from exports of other systems, or generated."""
