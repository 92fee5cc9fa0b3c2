"""The frame of the window: the rail, the tabs, the panes around a document, the tool bar. It knows no section."""
