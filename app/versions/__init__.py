"""The versions of a document: their names, and any two compared."""
