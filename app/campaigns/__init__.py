"""The campaigns of the workspace."""
