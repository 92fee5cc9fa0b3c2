"""An in-memory graph with undo, generated graphs and a window: the demo of the canvas, and the ground of its tests."""
