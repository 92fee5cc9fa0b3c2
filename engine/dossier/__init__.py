"""Documents in words, in English and French: what is set, what became different, and the printable dossier of it all.

It reads what the engine knows and counts; it must not know bundles, the command line or the window. A PDF is made from
its pages by whoever can print.
"""
