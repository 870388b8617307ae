"""The house rules that no import contract can see."""

import ast
from collections.abc import Iterator
from pathlib import Path

import lnet

SOURCE = Path(lnet.__file__).parent
ABOVE_THE_STORE = ("cli", "domain", "exchange", "render", "services")


def modules(*floors: str) -> Iterator[tuple[str, ast.Module]]:
    """The modules of some floors of the house, by their path, parsed."""
    for floor in floors:
        for path in sorted((SOURCE / floor).rglob("*.py")):
            yield str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8"))


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


def test_nothing_is_printed_around_the_one_safe_function() -> None:
    """Below the command line nothing prints; answers go through a screen, which makes every text safe."""
    below = modules("domain", "exchange", "services", "store")
    assert {path: lines for path, tree in below if (lines := calls(tree, "print", "input"))} == {}


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
