"""The palette of the demo: a dozen kinds of node with every shape of ports."""

from canvas.views import NodeType, PortView

_IN = (PortView("in", "In", many=False),)
_MANY = (PortView("in", "In"),)
_OUT = (PortView("out"),)

TYPES = (
    NodeType("read", "Read table", "Sources", "ph.table", "blue", "Start from the rows of a table.", ("source",
             "load"), (), _OUT),
    NodeType("query", "Query", "Sources", "ph.users-three", "blue", "Start from the rows that fit a rule.",
             ("select", "find"), (), _OUT),
    NodeType("filter", "Filter", "Shape", "ph.funnel", "teal", "Let through what fits a rule.", ("where", "keep"),
             _IN, _OUT),
    NodeType("split", "Split", "Shape", "ph.git-fork", "teal", "Send rows down several ways.", ("branch", "segment"),
             _IN,
             (PortView("a", "Gold"), PortView("b", "Silver"), PortView("c", "Others"))),
    NodeType("test", "Test", "Shape", "ph.git-branch", "teal", "Choose a way by a condition.", ("if", "condition"), _IN,
             (PortView("yes", "Yes"), PortView("no", "No"))),
    NodeType("union", "Union", "Combine", "ph.git-merge", "purple", "All rows of all inputs.", ("merge", "add"),
             _MANY, _OUT),
    NodeType("join", "Join", "Combine", "ph.intersect", "purple", "Rows of two inputs that belong together.", ("and",),
             (PortView("left", "Left", many=False), PortView("right", "Right", many=False)), _OUT),
    NodeType("enrich", "Enrich", "Combine", "ph.plus-circle", "purple", "Add columns from elsewhere.", ("lookup",),
             _IN, _OUT),
    NodeType("wait", "Wait", "Flow", "ph.hourglass-medium", "amber", "Pause for a while.", ("delay", "pause"), _IN,
             _OUT),
    NodeType("mail", "Send e-mail", "Channels", "ph.envelope-simple", "green", "Send a message to each row.",
             ("email",), _IN,
             (PortView("sent", "Sent"), PortView("failed", "Failed"))),
    NodeType("export", "Export file", "Results", "ph.export", "red", "Write the rows to a file.", ("save", "csv"),
             _IN, ()),
    NodeType("end", "End", "Results", "ph.flag", "grey", "Nothing follows.", ("stop",), _MANY, ()),
)  # fmt: skip
