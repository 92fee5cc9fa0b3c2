"""Files into tables: read as text, convert, reconcile, and keep a ledger of what was rejected."""
