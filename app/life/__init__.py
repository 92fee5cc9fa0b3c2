"""The life of documents in the window: what may be done with one, and the launches while the window is open."""
