"""The runs of the workspace: how each ended, its log, its tasks and their variables."""
