"""Bundles: campaigns and journeys in one file that reproduces its own counts elsewhere.

A bundle (`.jalon`) is a zip archive: a manifest with the hash of every part, documents and all that they refer to as
sorted text, how they are drawn, the counts that their author saw, and data if the author chose to send any. The rooms:

- `archive` reads and writes the zip and trusts nothing in it; `manifest` says what the parts are;
- `references` finds what documents need; `parts` gives each thing its place in the archive;
- `exporting` makes a bundle, `sealing` encrypts and `signing` signs it;
- `expected` holds the counts of the author, `verifying` counts again and says what differs and why;
- `reports` compares a bundle with a workspace before a byte is written, `importing` then writes all or nothing.

It must not know the command line or the window. The format is described in resources/guide/bundles.md.
"""
