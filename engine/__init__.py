"""The headless engine of Jalon: real files in, an exact count on every transition out."""
