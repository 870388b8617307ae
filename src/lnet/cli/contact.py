"""`lnet contact`: the people of the network."""

from typing import Annotated, Any

import typer

from lnet.cli.answer import answer, answer_list
from lnet.cli.opened import opened
from lnet.cli.options import (
    All, AsCsv, AsJson, AsSlugs, Circle, Every, Limit, Note, NoTopics, People, Person, Roles, Topics, every_days, named,
    one_of, past_day,
)  # fmt: skip
from lnet.domain import vocabulary as words
from lnet.services import contacts
from lnet.services.contacts import Changes, Filter
from lnet.services.names import resolve, resolve_all

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="People: add, list, show, edit, pause.")

Nicks = Annotated[list[str], typer.Option("--nick", help="Another name they go by; repeatable.")]
Aims = Annotated[list[str], typer.Option("--aim", help="What they want to learn or reach; repeatable.")]
Org = Annotated[str | None, typer.Option("--org", help="Their organisation.")]
Field = Annotated[str | None, typer.Option("--field", help="Their field.")]
Title = Annotated[str | None, typer.Option("--title", help="Their job title.")]
Location = Annotated[str | None, typer.Option("--location", help="Where they live or work.")]
Emails = Annotated[list[str], typer.Option("--email", help="An email address; repeatable.")]
Phones = Annotated[list[str], typer.Option("--phone", help="A phone number; repeatable.")]
Urls = Annotated[list[str], typer.Option("--url", help="A web page or profile; repeatable.")]
Met = Annotated[str | None, typer.Option("--met", help="How you met.")]
MetOn = Annotated[str | None, typer.Option("--met-on", metavar="DATE", help="When you met.")]
IntroducedBy = Annotated[str | None, typer.Option("--introduced-by", metavar="NAME", help="Who introduced you.")]
Birthday = Annotated[str | None, typer.Option("--birthday", metavar="DAY", help="1990-04-15, or 04-15 without the year.")]
Share = Annotated[str | None, one_of(words.SHARES, "--share", help="How they appear in what you share.")]
Status = Annotated[str | None, one_of(words.CONTACT_STATUSES, "--status", help="Only of this status.")]
