"""Arguments, and the choice between the command line and the window."""


def main() -> None:
    """Run the command line; without a command, open the window."""
