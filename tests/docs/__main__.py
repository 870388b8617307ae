"""Bring the console sessions of the documentation up to date: `python -m tests.docs`."""

import tempfile
from pathlib import Path

from tests.docs.quick import quick_lnet
from tests.docs.session import pages, rewritten, run, typed_in

for page in pages():
    text = page.read_text(encoding="utf-8")
    commands = typed_in(text)
    with tempfile.TemporaryDirectory(prefix="lnet-docs-") as folder, quick_lnet(Path(folder)) as lnet:
        run(commands, Path(folder) / "home", lnet)
    page.write_text(rewritten(text, commands), encoding="utf-8")
