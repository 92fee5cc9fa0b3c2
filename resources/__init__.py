"""Templates, samples and translations, found by path; no code."""
