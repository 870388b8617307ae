"""Faults that are really injected, into real processes of lnet; `pytest -m faults -n0 -s` tells the figures."""
