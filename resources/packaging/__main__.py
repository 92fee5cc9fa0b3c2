"""`python -m resources.packaging [create|build|package] [options]`: stages the sources and calls Briefcase there."""

import subprocess
import sys

from resources.packaging.staging import ROOT, stage

STEPS = ("create", "build", "package", "dev", "run")


def main() -> int:
    """Stage, then call Briefcase there; the exit status."""
    arguments = sys.argv[1:]
    if arguments and arguments[0] not in STEPS:
        sys.stderr.write(f"Usage: python -m resources.packaging [{'|'.join(STEPS)}] [options of Briefcase]\n")
        return 2
    folder = ROOT / "build" / "package"
    configuration = stage(folder)
    sys.stdout.write(f"Staged into {folder}\n")
    if not arguments:
        sys.stdout.write(f"Configuration: {configuration}\n")
        return 0
    return subprocess.call([sys.executable, "-m", "briefcase", *arguments], cwd=folder)


if __name__ == "__main__":
    sys.exit(main())
