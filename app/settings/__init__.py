"""What the user chooses for this machine: looks and language."""
