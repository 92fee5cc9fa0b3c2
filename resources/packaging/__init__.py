"""Makes an installable program of the sources: staged into build/, with icons drawn from one picture, by Briefcase."""
