"""How fast everyday commands are: `python -m tests.bench` prints a table of ratios, measured in one run."""
