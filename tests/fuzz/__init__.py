"""Fuzzing: whatever reads what people type, or what files hold, is fed anything at all.

A small share of it runs in the ordinary tests (`test_targets.py`); `python -m tests.fuzz` goes on for as long as asked,
guided by what the code does (atheris).
"""
