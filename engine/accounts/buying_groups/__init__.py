"""Buying groups: who belongs to one and as what, how complete and how engaged it is, which stage may follow which.

All of it is queries over relations that the caller hands in, so that the same rules serve the stored data and a
rehearsal. Columns that many of them share: `moment` tells apart several instants that are computed at once, `grp` is a
group, `person` a person, `role` a role; all are opaque keys of any type.
"""
