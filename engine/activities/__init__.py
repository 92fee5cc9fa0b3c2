"""One campaign activity per file; nothing else lives here."""
