"""Journeys in the window: the canvas with its rehearsal, the time under it, and what stands behind each number."""
