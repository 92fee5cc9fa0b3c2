"""Merge paths: paths come together; nobody waits for others."""

from engine.journey.contract import JourneyNode, Settings


class MergeSettings(Settings):
    """Nothing can be set: the paths are those that are connected."""


class Merge(JourneyNode[MergeSettings]):
    """Bring paths together again."""

    type_id = "merge"
    title = "Merge paths"
    icon = "ph.git-merge"
    settings = MergeSettings
    most_inputs = None
