"""The documents of the workspace: the list of one kind, with filters, details, commands and a calendar."""
