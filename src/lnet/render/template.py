"""A page of one's own: a template in Jinja2, filled with a summary.

It stands in a sandbox: it can neither read files nor call anything but its own filters. What it shows is escaped as
Markdown, but for what is Markdown already (a section and its parts), so that no name can break the page.
"""

import re
from datetime import date
from importlib.resources import files
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.loaders import DictLoader
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lnet.domain.dates import show_day_plain
from lnet.errors import BadInputError
from lnet.render.human.summary import TITLE, period, sections, sizes
from lnet.render.human.summary.parts import Part, Section
from lnet.render.markdown import escape
from lnet.services.summary.values import Summary

# What an expression of a template may fail with, as Python names it.
FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError)

# A tag that has a line to itself leaves none on the page: the line break is moved into it, so that lines keep their
# numbers. (Jinja's own `trim_blocks` would also glue together lines that merely end in a tag.)
ALONE = re.compile(r"^([ \t]*\{[%#](?:(?![%#]\}).)*?)(-?[%#]\})[ \t]*\n", re.MULTILINE)


class Markdown(str):
    """Text that is Markdown already, to be shown as it is."""

    __slots__ = ()


def default_template() -> str:
    """The template that makes the page `lnet summary` writes."""
    return files("lnet.render").joinpath("templates", "summary.md.j2").read_text(encoding="utf-8")


def filled(template: str, name: str, found: Summary, picture: str = "") -> str:
    """The page that a template makes of a summary, ending in one line break; `name` is what an error calls it.

    Raises BadInputError, naming the line, for a template that is none, or asks for what there is not.
    """
    made = environment(found.as_of)
    try:
        text = made.from_string(ALONE.sub(r"\1\n\2", template)).render(values(found, picture))
    except FAILURES as error:
        raise BadInputError(f"{name}, line {line_of(error)}: {error}") from None
    return text.strip("\n") + "\n"


def environment(as_of: date) -> ImmutableSandboxedEnvironment:
    """Jinja in a sandbox, without other templates, in which an unknown name is an error."""

    def shown(value: Any) -> Any:
        if isinstance(value, Markdown | Section | Part):
            return value.text if isinstance(value, Section | Part) else value
        if isinstance(value, date):
            return show_day_plain(value, as_of)
        if isinstance(value, list | tuple) and not hasattr(value, "_fields"):
            return ", ".join(str(shown(each)) for each in value)
        return "" if value is None else escape(str(value))

    return ImmutableSandboxedEnvironment(
        loader=DictLoader({}), undefined=StrictUndefined, finalize=shown, lstrip_blocks=True,
        autoescape=False,  # Markdown, not HTML: `shown` escapes it
    )  # fmt: skip


def values(found: Summary, picture: str) -> dict[str, Any]:
    """What a template may use."""
    made = [marked(section) for section in sections(found, picture)]
    return {
        "title": Markdown(TITLE), "period": Markdown(period(found)), "sizes": Markdown(sizes(found)),
        "sections": made, "section": {section.name: section for section in made}, "summary": found,
    }  # fmt: skip


def marked(section: Section) -> Section:
    """A section whose texts say of themselves that they are Markdown."""
    parts = [
        Part(Markdown(part.title), Markdown(part.text), tuple(map(Markdown, part.lines)), Markdown(part.more))
        for part in section.parts
    ]
    return section._replace(title=Markdown(section.title), parts=tuple(parts))


def line_of(error: BaseException) -> int:
    """The line of the template where it failed."""
    if isinstance(error, TemplateSyntaxError):
        return error.lineno
    trace, line = error.__traceback__, 1
    while trace:
        line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == "<template>" else line
        trace = trace.tb_next
    return line
