"""A reusable node-graph widget. It knows nothing of campaigns: it shows a GraphModel and asks for changes."""
