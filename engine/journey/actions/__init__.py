"""The actions of journeys, one module each."""
