"""What happens every day of a run without any token: buying groups are made and kept up, scores and lists are renewed.

Each job is one class; `engine.journey.daily` chooses those whose effects a journey looks at, and runs them.
"""
