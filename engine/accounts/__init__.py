"""Companies, the people in them, and all that belongs to them: what tables there are, and what is derived from them.

The room knows no storage: it declares, and it builds queries over tables that it is handed.
"""
