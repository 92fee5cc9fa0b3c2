"""Sharing: bundles are written, opened, imported and taken back, their counts are counted again, copies are merged."""
