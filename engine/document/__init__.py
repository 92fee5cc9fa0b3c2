"""Campaign documents: the model, the edits, the files."""
