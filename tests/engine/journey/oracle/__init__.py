"""A slow twin of the journey engine, and generated journeys on which the two are compared."""
