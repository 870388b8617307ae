"""Forgetting somebody for good, the one exception to undo."""
