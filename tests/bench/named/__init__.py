"""Graphs and hand-written queries that benchmarks know by name."""
