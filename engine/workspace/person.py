"""Who works at this machine: the name that lists show beside what somebody made. It never leaves the workspace."""

import getpass


def present_person() -> str:
    """The name of the account that the program runs under; empty where the system knows none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
