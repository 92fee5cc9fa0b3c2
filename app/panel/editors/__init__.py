"""One good editor per kind of value. An editor shows and edits its value alone; it knows no document."""
