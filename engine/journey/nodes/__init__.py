"""The nodes of journeys, one module each."""
