"""`lnet add NAME`: `lnet contact add` by a shorter name."""

import typer

from lnet.cli.contact_edit import add

app = typer.Typer(add_completion=False, rich_markup_mode=None)
app.command()(add)
