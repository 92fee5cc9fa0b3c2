# Only its room iconic_font is used.
