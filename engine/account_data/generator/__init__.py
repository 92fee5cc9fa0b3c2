"""Companies that do not exist, at any scale: the same seed gives the same rows on every machine and in every version.

Every choice is a digest: the md5 of "seed:subject:number" as two whole numbers, `lo` (bytes 8 to 15) and `hi` (bytes 0
to 7), both little-endian. All arithmetic is with whole numbers, so that nothing depends on a library's rounding.
"""
