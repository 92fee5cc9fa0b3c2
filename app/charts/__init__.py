"""Charts drawn with the canvas's colours: every mark is reached by the mouse and by the keyboard, and says what it is.

They know values, not where these come from.
"""
