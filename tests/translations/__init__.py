"""The texts of the window and their French: `python -m tests.translations` brings the Qt Linguist file up to date."""
