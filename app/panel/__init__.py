"""The property panel: made from an activity's settings class, with one editor per type of value."""
