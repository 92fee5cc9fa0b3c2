"""The Jalon window: joins the engine and the canvas into one desktop program."""
