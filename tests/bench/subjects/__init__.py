"""What `python -m tests.bench canvas` measures: our canvas beside its peers, each alone in a process of its own."""
