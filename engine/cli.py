"""The command line: proof that the engine is headless."""
