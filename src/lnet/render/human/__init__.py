"""What people read: one module a noun, each a few functions from a result to lines on a screen."""
