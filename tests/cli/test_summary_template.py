"""`lnet summary --template`: a page of one's own, in Jinja2."""

import subprocess
import sys
from pathlib import Path

import pytest

from lnet.render.human.summary import page
from lnet.render.template import default_template, filled
from lnet.services.summary import summary
from lnet.store.connect import Store
from tests.cli.seeds import aim, person
from tests.conftest import Lnet, Ran, Seed
from tests.render.markdown import EVIL, kinds, shown, texts

STORY = """
contact add Ada Lovelace --role mentor --circle inner --topic sql --share name
contact add Ravi Patel --role peer --circle close --topic rust
goal add "Read *query* plans" --with ada --topic sql --by 2026-07-04
log "last fri: coffee with Ada about plans; learned: EXPLAIN first; trend: columns everywhere #sql"
log "2026-05-25: call with Ravi; me: send the paper by fri; gave: a review"
"""


@pytest.fixture
def network(lnet: Lnet, seed: Seed) -> Lnet:
    """Two people, a goal and two conversations; a command that runs on them."""
    seed(*STORY.strip().splitlines())
    return lnet


def use(lnet: Lnet, template: str, *words: str) -> Ran:
    """The page that a template makes."""
    Path("page.md.j2").write_text(template, encoding="utf-8")
    return lnet("summary", "--template", "page.md.j2", *words)


@pytest.mark.parametrize("audience", ["me", "mentor", "public"])
def test_the_template_that_comes_along_makes_the_page(network: Lnet, audience: str) -> None:
    """What is printed to start from is the page itself, to the last line break."""
    template = network("summary --print-template").out
    assert template == default_template()
    assert use(network, template, "--for", audience) == network("summary", "--for", audience)


def test_it_makes_the_same_page_of_nothing(store: Store) -> None:
    """Also without anybody, where there are no sections."""
    found = summary(store)
    assert filled(default_template(), "page", found) == page(found)


def test_sections_values_and_days_are_there(network: Lnet) -> None:
    """Whole sections by name, everything that is told by its JSON name, days in words, lists with commas."""
    template = (
        "{# for Ada #}\n# Notes\n\n{{ section.people }}\n\n{{ section.gaps }}\n"
        "{% for goal in summary.goals %}\n- {{ goal.title }} until {{ goal.target_on }}: {{ goal.topics }}"
        "{% for who in goal.contacts %} ({{ who.name }}){% endfor %}\n{% endfor %}\n"
        "{{ summary.numbers.conversations }} conversations since {{ summary.since }}\n\n\n"
    )
    assert use(network, template, "--for", "mentor").out == (
        "# Notes\n\n## People\n\n"
        "| Name         | Roles  | Topics |\n| ------------ | ------ | ------ |\n"
        "| Ada Lovelace | mentor | sql    |\n| Peer A       | peer   | rust   |\n\n\n"
        "- Read \\*query\\* plans until 4 July: sql (Ada Lovelace)\n2 conversations since 17 March\n"
    )


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("one\n{{ peple }}", "page.md.j2, line 2: 'peple' is undefined"),
        ("{{ section.nothing }}", "page.md.j2, line 1: 'dict object' has no attribute 'nothing'"),
        ("{{ summary.gaols }}", "page.md.j2, line 1: …"),
        ("\n\n{% for goal in %}", "page.md.j2, line 3: …"),
        ("{% if title %}", "page.md.j2, line 1: …"),
        ("{% include '/etc/passwd' %}", "page.md.j2, line 1: /etc/passwd"),
        ("{% if title %}\n{# one #}\n{{ 1 / 0 }}\n{% endif %}", "page.md.j2, line 3: division by zero"),
        ("{{ title | nope }}", "page.md.j2, line 1: No filter named 'nope'."),
        (
            "{{ summary.__class__.__mro__ }}",
            "page.md.j2, line 1: access to attribute '__class__' of 'Summary' object is unsafe.",
        ),
        ("{{ range(10 ** 9) | list }}", "page.md.j2, line 1: …"),
        ("{{ 'a' * summary.goals }}", "page.md.j2, line 1: …"),
    ],
)
def test_a_template_that_fails_is_one_line(network: Lnet, template: str, message: str) -> None:
    """It names the file and the line, and nothing is printed or written; nothing of Python can be reached."""
    ran = use(network, template, "-o", "out.md")
    assert (ran.out, ran.status) == ("", 4)
    assert ran.err.startswith(f"lnet: {message.removesuffix('…')}")
    assert ran.err.count("\n") == 1
    assert not Path("out.md").exists()


def test_a_template_that_is_none(network: Lnet) -> None:
    """A file that is not there is exit 7, one that is no text exit 4."""
    assert network("summary --template none.j2").status == 7
    Path("page.j2").write_bytes(b"\xff\xfe")
    assert network("summary --template page.j2").status == 4


def test_hostile_text_breaks_no_page(store: Store) -> None:
    """Whatever a title or a name holds, a template shows it as text, and nothing in it is a template again."""
    for text in EVIL:
        aim(store, text, 1, person(store, text, share="name"))
    template = "{% for goal in summary.goals %}\n- {{ goal.title }}\n{% endfor %}\n"
    made = filled(template, "page", summary(store))
    assert set(kinds(made)) == {"bullet_list", "list_item", "paragraph", "inline"}
    assert list(texts(made)) == [shown(goal.title) for goal in summary(store).goals]


def test_jinja_is_loaded_only_for_a_template(network: Lnet, home: Path) -> None:
    """The page itself starts without it."""
    program = "import sys; from lnet.cli.run import run; run(sys.argv[1:]); sys.exit('jinja2' in sys.modules)"
    call = [sys.executable, "-c", program, "summary"]
    environment = {"HOME": str(home), "LNET_DB": str(home / "lnet.db"), "LNET_TODAY": "2026-06-15", "TZ": "UTC"}
    assert subprocess.run(call, capture_output=True, env=environment).returncode == 0
    Path("page.j2").write_text("{{ title }}", encoding="utf-8")
    assert subprocess.run([*call, "--template", "page.j2"], capture_output=True, env=environment).returncode == 1
