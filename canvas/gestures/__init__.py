"""One class per gesture, with begin, update, commit and cancel; the dispatcher owns the one under way."""
