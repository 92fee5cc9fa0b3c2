"""The tables of the account data, one module per subject; each has DECLARED and LINKS."""
