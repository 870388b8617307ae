"""The house rules that no import contract can see."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import lnet

SOURCE = Path(lnet.__file__).parent
ABOVE_THE_STORE = ("cli", "domain", "exchange", "render", "services")


@cache
def parsed(path: Path) -> ast.Module:
    """A module as a tree; many tests look at it."""
    return ast.parse(path.read_text(encoding="utf-8"))


def modules(*floors: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules of some floors of the house, by their path, parsed."""
    for floor in floors:
        for path in sorted((SOURCE / floor).rglob("*.py")):
            yield str(path.relative_to(SOURCE)), parsed(path)


def calls(tree: ast.Module, *names: str) -> list[int]:
    """The lines on which something by one of these names is called."""
    found = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [
        call.lineno
        for call in found
        if (isinstance(call.func, ast.Attribute) and call.func.attr in names)
        or (isinstance(call.func, ast.Name) and call.func.id in names)
    ]


def test_only_the_store_speaks_sql() -> None:
    """Above the store nothing runs a statement."""
    above = modules(*ABOVE_THE_STORE)
    assert {path: lines for path, tree in above if (lines := calls(tree, "execute", "executemany"))} == {}


def test_only_the_command_line_reads_the_clock() -> None:
    """Today is an argument everywhere below the command line."""
    below = modules("domain", "exchange", "render", "services", "store")
    assert {path: lines for path, tree in below if (lines := calls(tree, "today", "now", "utcnow"))} == {}


# Who may write to standard output or error without a screen, and what: no stored text, or it is made safe.
PRINTING = {
    "cli/answer.py": "JSON and CSV of render.machine",
    "cli/app.py": "the version, and what was installed",
    "cli/completion/__init__.py": "words and titles without anything that a shell acts on",
    "cli/contact.py": "slugs",
    "cli/draft.py": "the path of a draft, made safe",
    "cli/editor.py": "the path of a draft, made safe",
    "cli/export.py": "text of exchange, made safe on a terminal",
    "cli/followups.py": "numbers; CSV of render.machine",
    "cli/graph.py": "graphs, in which exchange escapes",
    "cli/health.py": "CSV of render.machine",
    "cli/import_.py": "numbers",
    "cli/one_by_one.py": "the prompt, and a key made safe",
    "cli/prompt.py": "questions, in which names are made safe",
    "cli/reference.py": "a fixed line, for us alone",
    "cli/run.py": "errors, made safe; help",
    "cli/summary.py": "Markdown, in which render escapes",
    "render/terminal.py": "the screen of a terminal",
    "store/generate.py": "a fixed line, for us alone",
    "store/json_schema.py": "a fixed line, for us alone",
    "store/migrate.py": "a complaint to the parent, which makes it safe",
}


def prints(tree: ast.Module) -> bool:
    """Whether a module writes to standard output or error by itself."""
    attributes = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute)]
    streams = {id(node) for node in attributes if node.attr in ("stdout", "stderr")}
    writes = [
        each for each in attributes if each.attr in ("write", "writelines", "buffer") and id(each.value) in streams
    ]
    echoes = [each for each in attributes if each.attr in ("echo", "secho") and ast.unparse(each.value) == "typer"]
    return bool(writes or echoes or calls(tree, "print", "pprint"))


def test_nothing_is_printed_around_the_one_safe_function() -> None:
    """Whatever is shown goes through a screen, which makes each text safe; the exceptions are few, and known."""
    found = {path for path, tree in modules(*ABOVE_THE_STORE, "store") if prints(tree)}
    assert found == set(PRINTING)


def test_rich_is_met_on_the_screen_of_the_terminal_alone() -> None:
    """Nobody else draws with it, so no markup in stored text is ever read (the bar of `progress` has our own words)."""
    found = {
        path
        for path, tree in modules(*ABOVE_THE_STORE, "store")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "rich"
    }
    assert found == {"render/terminal.py", "cli/progress.py"}


def test_no_program_is_started_by_a_shell() -> None:
    """Editor, clipboard and migration are run by lists of arguments, and no text is ever evaluated."""
    every = [*modules(*ABOVE_THE_STORE, "store")]
    keywords = {node.arg for _, tree in every for node in ast.walk(tree) if isinstance(node, ast.keyword)}
    assert "shell" not in keywords
    assert {path for path, tree in every if calls(tree, "system", "popen", "getoutput", "eval", "exec")} == set()


def test_no_module_shadows_list_or_defers_annotations_of_a_command() -> None:
    """Typer builds commands from live annotations, and a function called `list` breaks those below it."""
    for path, tree in modules("cli"):
        names = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        assert "list" not in names, path
        imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        assert "__future__" not in imported, path


def documented(tree: ast.Module) -> list[ast.Module | ast.ClassDef]:
    """A module and its classes."""
    return [tree, *(node for node in tree.body if isinstance(node, ast.ClassDef))]


def test_every_module_and_class_says_what_it_is_for() -> None:
    """Modules and classes have docstrings (empty packages aside)."""
    silent = [
        f"{path}:{getattr(node, 'name', '')}"
        for path, tree in modules(*ABOVE_THE_STORE, "store")
        if "versions" not in path and tree.body
        for node in documented(tree)
        if not ast.get_docstring(node)
    ]
    assert silent == []
