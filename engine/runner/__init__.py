"""Running a plan, and explaining it."""
