"""The dossier of a document, from the window's menu, and as a PDF."""
