"""The population inspector: the rows behind a count, what they hold, how they overlap, why somebody is missing.

Its widgets know the engine's values and a `Service` that answers in jobs; they never wait for a database, and they
know nothing of the canvas or of the window around them.
"""
