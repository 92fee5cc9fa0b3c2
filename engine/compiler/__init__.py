"""From a checked document to steps, one query tree each."""
