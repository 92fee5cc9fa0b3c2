"""The rich editors, each tried alone with real keys and clicks."""
