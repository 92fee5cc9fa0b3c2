"""The saved audiences of the workspace."""
