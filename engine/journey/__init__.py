"""Journeys: accounts (or people) move through a graph on a virtual clock, and every transition has an exact count.

How a run works. The meaning is that of a queue of events; the method is not. `passes` walks the graph in topological
order and computes each node once, for all tokens together: rows (token, instant) go in, rows (token, instant, output)
come out, one statement per node. What actions do (a register changes, an activity can be heard) are effects. Each has a
key (time, phase, node rank, account, person, effect; see `order`), and every read sees exactly the effects whose key is
smaller than its own row's, never those "at or before t". Where an effect that a pass produced lies before a look that
was taken when it was not known yet (people shared by accounts, re-entry, limits), another pass follows, until nothing
changes. Keys grow along every effect, so passes settle from the earliest key on; a limit on passes is an error, never
a result.

Who owns what.
    contract            what a node and an action fulfil          rows         a node's rows, and all they may look up
    nodes/, actions/    one module each; found by themselves      registers    what can change: a field, a membership
    conditions/         filters and what they compile to          memberships  lists, buying groups as registers
    plan, checking      ranks, feeds, groups; every problem       marketo      records, lists and partitions
    statements          from nodes to queries                     hearing      the first event that a token hears
    tables, stage       the tables of one run                     base         small keys, who belongs to whom when
    states              what each register held when              entries      audiences, first entries, re-entry
    passes              the loop                                  simulate     runs a plan, stores what happened
    recording           what is kept                              counting     counts at the horizon or any instant
    jobs/, daily        what happens every day by itself          derived      registers that follow from others
    linked              journeys that run together                tallying     counts added up once, by instant

To add an action, write `actions/<name>.py` with one subclass of `contract.Action` and its settings, and a test in
`tests/engine/journey/`. `check` yields problems of the settings. `work(place, rows)` returns a `contract.Work`:

    checks      outcome codes with a condition, in order; the first that holds is the outcome of the row. One that only
                says "there is nothing to do" is marked `idle`: the change is made all the same, as it changes nothing.
    changes     registers and their new values (or, with `adds`, what is added). A register is made by a helper, such as
                `memberships.account_list` or `rows.field_register`; write a new helper for a new kind of object.
    tellings    activities that listening nodes and event filters hear, with the columns of the table `activity`.
    before, after, detail    what is recorded beside the outcome.

Values are looked up with `rows.field(entity, column)`, `rows.value(register)`, `rows.heard(...)`: always as they are
just before the row's own turn. Terms are sqlglot trees; write them with `trees.tree("... $name ...", name=part)`, whose
text is a constant, and bring what users typed as a literal (`trees.text`, `rules.operators.literal`). Objects that a
setting names are found with `place.reference(table, name, field)`. Nothing else has to be registered or edited: which
nodes depend on which is derived from what they looked up.

A daily job is a class in `jobs/` with one statement for all days; it runs when somebody looks at what it can change.
With `linked_journeys` on simulate, a plan holds the nodes of several journeys, each with ranks of its own.

To add a node, write `nodes/<name>.py` with one subclass of `contract.JourneyNode`: its `ports`, its `check`, and
`passage(place, rows)`, which says by which output each row leaves, when, or for which reason the journey is over.
"""
