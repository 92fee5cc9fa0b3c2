"""The objects that journeys speak of, one screen each."""
